import { type Period, daysPer } from "../period";

/** Expected orders of a horizon, and their sum discounted by the month. */
export interface Orders {
  /** Undefined where the horizon has no end, since their number need not have one either. */
  readonly expected: number | undefined;
  readonly discounted: number;
}

/** The least discount a year at which a sum without an end is told: below it, it hangs on millions of years. */
export const leastEndlessDiscount = 1e-6;

/** How far ahead, and at which discount a year. */
export interface Horizon {
  readonly months: number | "forever";
  readonly annual: number;
}

/** Orders expected up to a time in periods. */
type Until = (time: number) => number;

/** Months up to which each is taken for itself. */
const monthByMonth = 12;
/** Orders up to a time are interpolated between so many points for each such factor of time: to 12 digits, and to 5. */
export const exactly = 14;
export const roughly = 6;
const factor = Math.exp(2);
/** Months are taken in groups that are narrower than their distance by this factor. */
const narrow = 8192;
/** Discount factor, as a logarithm, from which on nothing counts. */
const negligible = -45;

/** Times in months, the weight of the orders expected up to each in the discounted sum, and the last time, if there is one. */
interface Plan {
  readonly times: readonly number[];
  readonly weights: readonly number[];
  readonly end: number | undefined;
}

/**
 * Σₘ (Eₘ − Eₘ₋₁) δᵐ = E_M δ^M + (1 − δ) Σ_{m<M} Eₘ δᵐ by parts, Eₘ the orders expected in m months: increments, since a
 * sum of cumulative figures would count the first month in all. After the first year Eₘ comes from its values at few
 * times: as a function of the logarithm of time it has no singularity nearer than π, so that polynomials through Chebyshev
 * points over a factor of e² are exact to 6.4^−points (L. Trefethen 2013, Approximation Theory and Approximation Practice,
 * theorem 8.2). So the cost grows with the logarithm of the horizon, and the sum without an end costs no more.
 */
export function planOf({ months, annual }: Horizon, points: number): Plan {
  const logDelta = -Math.log1p(annual) / 12;
  const lost = -Math.expm1(logDelta);
  const times: number[] = [];
  const weights: number[] = [];
  const add = (time: number, weight: number) => {
    times.push(time);
    weights.push(weight);
  };
  const end = months === "forever" ? undefined : months;
  // Without a discount, only the orders of all months together count.
  const last = lost === 0 ? 0 : Math.min((end ?? Infinity) - 1, Math.ceil(negligible / logDelta));
  for (let month = 1; month <= Math.min(monthByMonth, last); month++)
    add(month, lost * Math.exp(month * logDelta));
  for (let first = monthByMonth + 1; first <= last;) {
    const until = Math.min(last, Math.ceil(first * factor));
    addStretch(first, until, logDelta, points, add);
    first = until + 1;
  }
  if (end !== undefined) add(end, Math.exp(end * logDelta));
  return { times, weights, end };
}

/** (1 − δ) Σ Eₘ δᵐ over the months from `first` to `last`, by Eₘ at Chebyshev points, through barycentric weights. */
function addStretch(
  first: number,
  last: number,
  logDelta: number,
  points: number,
  add: (time: number, weight: number) => void,
) {
  const [low, high] = [Math.log(first), Math.log(last)];
  if (last - first < points) {
    for (let month = first; month <= last; month++)
      add(month, -Math.expm1(logDelta) * Math.exp(month * logDelta));
    return;
  }
  const angle = (k: number) => ((k + 0.5) * Math.PI) / points;
  const nodes = Array.from(
    { length: points },
    (_, k) => (low + high + (high - low) * Math.cos(angle(k))) / 2,
  );
  const scale = nodes.map((_, k) => (k % 2 === 0 ? 1 : -1) * Math.sin(angle(k)));
  const sums = nodes.map(() => 0);
  for (let month = first; month <= last;) {
    const width = Math.min(last - month + 1, Math.max(1, Math.floor(month / narrow)));
    // (1 − δ) times the discount factors of the group.
    const share = -Math.exp(month * logDelta) * Math.expm1(width * logDelta);
    const at = Math.log(month + (width - 1) / 2);
    const terms = nodes.map((node, k) => scale[k]! / (at - node));
    const met = terms.findIndex((term) => !Number.isFinite(term));
    const total = terms.reduce((all, term) => all + term, 0);
    if (met >= 0) sums[met]! += share;
    else terms.forEach((term, k) => (sums[k]! += (share * term) / total));
    month += width;
  }
  nodes.forEach((node, k) => add(Math.exp(node), sums[k]!));
}

/**
 * Σ over months of the orders expected in that month ÷ (1 + annual)^(month ÷ 12), from the orders expected up to a time in
 * periods. The times and weights are made once for a horizon and serve all customers.
 */
export function discounting(
  horizon: Horizon,
  period: Period,
  points = exactly,
): (expectedUntil: Until) => Orders {
  const { times, weights, end } = planOf(horizon, points);
  const month = daysPer.month / daysPer[period];
  return (expectedUntil) => {
    let discounted = 0;
    let expected = 0;
    times.forEach((time, k) => {
      expected = expectedUntil(time * month);
      discounted += weights[k]! * expected;
    });
    return { expected: end === undefined ? undefined : expected, discounted };
  };
}

/** The same discounted sum with its derivatives, from orders whose derivatives are written next to them. */
export function discountingSlopes(horizon: Horizon, period: Period, points: number) {
  const { times, weights } = planOf(horizon, points);
  const month = daysPer.month / daysPer[period];
  return (
    expectedUntil: (time: number, slopes: number[]) => number,
  ): { readonly discounted: number; readonly slopes: number[] } => {
    let discounted = 0;
    const slopes = [0, 0, 0, 0];
    const own = [0, 0, 0, 0];
    times.forEach((time, k) => {
      const weight = weights[k]!;
      discounted += weight * expectedUntil(time * month, own);
      for (let i = 0; i < 4; i++) slopes[i]! += weight * own[i]!;
    });
    return { discounted, slopes };
  };
}
