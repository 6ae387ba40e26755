import { countingSort } from "../math/countingSort";
import { type Columns, columnsOf, inUnit, placesOf } from "./columns";

/** What the models need of a customer; all times in one unit, such as weeks. */
export interface History {
  /** Purchase days after the first. */
  readonly x: number;
  /** From the first to the latest purchase. */
  readonly t_x: number;
  /** From the first purchase to the end of the observation. */
  readonly T: number;
}

/** A history and the number of customers who have it. */
export interface WeightedHistory extends History {
  readonly weight: number;
}

/** Histories with equal ones as one term with a weight, so that cost grows with distinct histories. */
export interface Histories {
  readonly customers: number;
  readonly distinct: readonly WeightedHistory[];
  /** Customers with more than i repeat purchases, i = 0, 1, … */
  readonly more: readonly number[];
  /** The distinct histories as the likelihoods read them. */
  readonly columns: Columns;
}

/**
 * The distinct histories by x, T and t_x, so that the order of the rows changes nothing, and where each went. Whole
 * numbers are sorted by counting them, last key first, which compares nothing.
 */
export function collapse(
  histories: readonly (History & { readonly weight?: number })[],
): Histories & { readonly places: Int32Array } {
  const { times, latest, ends } = placesOf(histories);
  const xs = new Int32Array(histories.length);
  for (let i = 0; i < xs.length; i++) xs[i] = histories[i]!.x;
  const most = xs.reduce((high, x) => Math.max(high, x), 0);
  const byTimes = countingSort(ends, times.length, countingSort(latest, times.length));
  const order = countingSort(xs, most + 1, byTimes);
  const places = new Int32Array(histories.length);
  const firsts = new Int32Array(histories.length);
  let count = 0;
  for (let k = 0; k < order.length; k++) {
    const at = order[k]!;
    const last = count > 0 ? firsts[count - 1]! : -1;
    const isSame = last >= 0 && xs[last] === xs[at] && ends[last] === ends[at] && latest[last] === latest[at];
    if (!isSame) firsts[count++] = at;
    places[at] = count - 1;
  }
  const weights = new Float64Array(count);
  for (let i = 0; i < places.length; i++) weights[places[i]!]! += histories[i]!.weight ?? 1;
  const of = (column: Int32Array) => firsts.subarray(0, count).map((at) => column[at]!);
  const distinctPlaces = { times, latest: of(latest), ends: of(ends) };
  const distinct = Array.from({ length: count }, (_, place): WeightedHistory => ({
    x: xs[firsts[place]!]!,
    t_x: times[distinctPlaces.latest[place]!]!,
    T: times[distinctPlaces.ends[place]!]!,
    weight: weights[place]!,
  }));
  return { ...totalled(distinct, columnsOf(distinct, distinctPlaces)), places };
}

/** Distinct histories with what follows from them. */
export const counted = (distinct: readonly WeightedHistory[]): Histories =>
  totalled(distinct, columnsOf(distinct, placesOf(distinct)));

function totalled(distinct: readonly WeightedHistory[], columns: Columns): Histories {
  const most = columns.runs.reduce((high, { x }) => Math.max(high, x), 0);
  const more = Array.from({ length: most }, () => 0);
  let customers = 0;
  for (const { x, weight } of distinct) {
    customers += weight;
    if (x > 0) more[x - 1]! += weight;
  }
  for (let i = most - 2; i >= 0; i--) more[i]! += more[i + 1]!;
  return { customers, distinct, more, columns };
}

/** The same with times in another unit. */
export const rescaled = ({ distinct, columns, ...counts }: Histories, unit: number): Histories => ({
  ...counts,
  distinct: distinct.map(({ x, t_x, T, weight }) => ({ x, t_x: t_x / unit, T: T / unit, weight })),
  columns: inUnit(columns, unit),
});

/** Every n-th history, where a sample is enough. */
export const sampled = ({ distinct }: Histories, every: number): Histories =>
  counted(distinct.filter((_, index) => index % every === 0));

/** The longest observation of all. */
export const longestOf = ({ distinct }: Histories): number =>
  distinct.reduce((longest, { T }) => Math.max(longest, T), 0);
