import type { Columns } from "./columns";
import type { Histories } from "./history";

/**
 * Purchases at a constant rate λ while a customer is active, λ gamma-distributed over customers with shape `r` and rate
 * `alpha` (in units of time). `a` and `b`, or `s` and `beta` of the Pareto/NBD, say how customers drop out.
 */
export type Parameters = readonly [r: number, alpha: number, dropout1: number, dropout2: number];

/**
 * Log-likelihood of many customers; writes its derivatives by the parameters into `gradient`, and, where it knows the
 * second ones, their rows into `second`, which comes empty.
 */
export type Total = (
  params: readonly number[],
  histories: Histories,
  gradient: number[],
  second?: number[][],
) => number;

/** Adds to both halves of a symmetric matrix. */
export function addTo(second: number[][], i: number, j: number, value: number): void {
  second[i]![j]! += value;
  if (i !== j) second[j]![i]! += value;
}

/**
 * Log-likelihood of the purchase times if nobody dropped out, ln[Γ(r+x) ÷ Γ(r) · α^r (α+T)^−(r+x)] summed over
 * customers, Ehrenberg (1959); its derivatives by r and alpha are added. The gamma functions are sums of ln(r + i), which
 * neither overflow nor cancel, and the rest depends on how many customers have which T, and how many repeats they have.
 */
export const nbdLogLikelihood: Total = (params, { more, columns }, gradient, second) => {
  const rates = sumsOfRates(params[0]!, more);
  const times = sumsOfTimes(params[0]!, params[1]!, columns);
  gradient[0]! += rates.r + times.r;
  gradient[1]! += times.alpha;
  if (second) {
    second.push(...gradient.map(() => gradient.map(() => 0)));
    addTo(second, 0, 0, rates.rr);
    addTo(second, 0, 1, times.rAlpha);
    addTo(second, 1, 1, times.alphaAlpha);
  }
  return rates.value + times.value;
};

/** Σ ln(r + i) over all repeat purchases, with both derivatives by r. */
function sumsOfRates(r: number, more: readonly number[]) {
  let value = 0;
  let byR = 0;
  let rr = 0;
  for (let i = 0; i < more.length; i++) {
    const inverse = 1 / (r + i);
    value += more[i]! * Math.log(r + i);
    byR += more[i]! * inverse;
    rr -= more[i]! * inverse * inverse;
  }
  return { value, r: byR, rr };
}

/** Σ −r ln(1 + T ÷ α) − x ln(α + T), with the derivatives by r, by α, by both and by α twice. */
function sumsOfTimes(r: number, alpha: number, { times, customersAt, repeatsAt }: Columns) {
  let value = 0;
  let byR = 0;
  let byAlpha = 0;
  let rAlpha = 0;
  let alphaAlpha = 0;
  for (let place = 0; place < times.length; place++) {
    const customers = customersAt[place]!;
    if (customers === 0) continue;
    const T = times[place]!;
    const repeats = repeatsAt[place]!;
    const inverse = 1 / (alpha + T);
    const growth = Math.log1p(T / alpha);
    const share = (T / alpha) * inverse;
    value -= customers * r * growth + repeats * Math.log(alpha + T);
    byR -= customers * growth;
    byAlpha += customers * r * share - repeats * inverse;
    rAlpha += customers * share;
    alphaAlpha += repeats * inverse * inverse - customers * r * share * (inverse + 1 / alpha);
  }
  return { value, r: byR, alpha: byAlpha, rAlpha, alphaAlpha };
}

/** ln(1 + e^odds) without overflow. */
export const softplus = (odds: number): number => Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));

/** 1 ÷ (1 + e^−odds). */
export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
