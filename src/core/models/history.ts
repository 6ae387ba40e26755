import { countingSort } from "../math/countingSort";
import { ranksOf } from "../math/ranks";
import { type Columns, columnsOf, inUnit } from "./columns";

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
  /** Customers with more than i repeat purchases, i = 0, 1, … */
  readonly more: readonly number[];
  readonly columns: Columns;
}

/** Pairs of x and T up to which each has a counter. */
const mostCounted = 2 ** 18;

/** Whole numbers below `size` in the order of x and T, equal for equal ones. */
function pairsOf(xs: Int32Array, ends: Int32Array, xSize: number, endSize: number) {
  const pairs = new Float64Array(xs.length);
  for (let i = 0; i < pairs.length; i++) pairs[i] = xs[i]! * endSize + ends[i]!;
  if (xSize * endSize <= mostCounted) return { pairs: new Int32Array(pairs), size: xSize * endSize };
  const { ranks, distinct } = ranksOf(pairs);
  return { pairs: ranks, size: distinct.length };
}

/**
 * The distinct histories by x, T and t_x, so that the order of the rows changes nothing, and where each went. Whole
 * numbers are sorted by counting them, last key first, which compares nothing.
 */
export function collapse(
  histories: readonly (History & { readonly weight?: number })[],
): Histories & { readonly places: Int32Array } {
  const { length } = histories;
  const xs = new Int32Array(length);
  const both = new Float64Array(2 * length);
  let most = 0;
  for (let i = 0; i < length; i++) {
    const { x, t_x, T } = histories[i]!;
    xs[i] = x;
    both[i] = t_x;
    both[length + i] = T;
    if (x > most) most = x;
  }
  const { distinct: times, ranks } = ranksOf(both);
  const latest = ranks.subarray(0, length);
  const ends = ranks.subarray(length);
  const { pairs, size } = pairsOf(xs, ends, most + 1, times.length);
  const order = countingSort(pairs, size, countingSort(latest, times.length));
  const places = new Int32Array(length);
  const firsts = new Int32Array(length);
  let count = 0;
  for (let k = 0, last = -1; k < length; k++) {
    const at = order[k]!;
    if (last < 0 || pairs[last] !== pairs[at] || latest[last] !== latest[at]) firsts[count++] = last = at;
    places[at] = count - 1;
  }
  const weights = new Float64Array(count);
  for (let i = 0; i < length; i++) weights[places[i]!]! += histories[i]!.weight ?? 1;
  return { ...totalled(columnsOf(firsts.subarray(0, count), times, xs, latest, ends, weights)), places };
}

function totalled(columns: Columns): Histories {
  const most = columns.runs[columns.runs.length - 1]?.x ?? 0;
  const more = Array.from({ length: most }, () => 0);
  let customers = 0;
  for (const { x, from, to } of columns.runs)
    for (let place = from; place < to; place++) {
      customers += columns.weights[place]!;
      if (x > 0) more[x - 1]! += columns.weights[place]!;
    }
  for (let i = most - 2; i >= 0; i--) more[i]! += more[i + 1]!;
  return { customers, more, columns };
}

export function distinctOf({
  columns: { times, latest, ends, weights, runs },
}: Histories): WeightedHistory[] {
  const found: WeightedHistory[] = [];
  for (const { x, from, to } of runs)
    for (let place = from; place < to; place++)
      found.push({ x, t_x: times[latest[place]!]!, T: times[ends[place]!]!, weight: weights[place]! });
  return found;
}

/** How many differ. */
export const countOf = ({ columns }: Histories): number => columns.weights.length;

/** The same with times in another unit. */
export const rescaled = ({ columns, ...counts }: Histories, unit: number): Histories => ({
  ...counts,
  columns: inUnit(columns, unit),
});

/** Every n-th history, where a sample is enough. */
export function sampled({ columns }: Histories, every: number): Histories {
  const { times, latest, ends, weights, runs } = columns;
  const xs = new Int32Array(weights.length);
  for (const { x, from, to } of runs) xs.fill(x, from, to);
  const rows = Int32Array.from({ length: Math.ceil(xs.length / every) }, (_, k) => k * every);
  const own = Float64Array.from(rows, (row) => weights[row]!);
  return totalled(columnsOf(rows, times, xs, latest, ends, own));
}

/** The longest observation of all. */
export const longestOf = ({ columns: { times, ends } }: Histories): number =>
  ends.reduce((longest, end) => Math.max(longest, times[end]!), 0);
