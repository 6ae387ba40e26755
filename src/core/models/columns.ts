import { ranksOf } from "../math/ranks";

/** Customers with the same number of repeat purchases, as a stretch of the columns. */
export interface Run {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** Places of the times of histories in the list of all different times. */
export interface Places {
  /** Ascending. There are few, since orders are by the day: what depends on a time alone is computed once for each. */
  readonly times: Float64Array;
  readonly latest: Int32Array;
  readonly ends: Int32Array;
}

/** Distinct histories in typed columns: t_x is `times[latest]`, T is `times[ends]`. */
export interface Columns extends Places {
  readonly weights: Float64Array;
  readonly runs: readonly Run[];
  /** Customers with each time as T, and their repeat purchases: all that the purchases themselves need of them. */
  readonly customersAt: Float64Array;
  readonly repeatsAt: Float64Array;
}

interface Times {
  readonly t_x: number;
  readonly T: number;
}

export function placesOf(histories: readonly Times[]): Places {
  const count = histories.length;
  const both = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    both[i] = histories[i]!.t_x;
    both[count + i] = histories[i]!.T;
  }
  const { distinct, ranks } = ranksOf(both);
  return { times: distinct, latest: ranks.subarray(0, count), ends: ranks.subarray(count) };
}

export function columnsOf(
  histories: readonly { readonly x: number; readonly weight: number }[],
  places: Places,
): Columns {
  const { times, ends } = places;
  const weights = new Float64Array(histories.length);
  const customersAt = new Float64Array(times.length);
  const repeatsAt = new Float64Array(times.length);
  const runs: Run[] = [];
  for (let from = 0; from < histories.length;) {
    const { x } = histories[from]!;
    let to = from;
    for (; to < histories.length && histories[to]!.x === x; to++) {
      weights[to] = histories[to]!.weight;
      customersAt[ends[to]!]! += weights[to]!;
      repeatsAt[ends[to]!]! += weights[to]! * x;
    }
    runs.push({ x, from, to });
    from = to;
  }
  return { ...places, weights, runs, customersAt, repeatsAt };
}

/** The same in another unit of time. */
export const inUnit = (columns: Columns, unit: number): Columns => ({
  ...columns,
  times: columns.times.map((time) => time / unit),
});
