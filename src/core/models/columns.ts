/** Customers with the same number of repeat purchases, as a stretch of the columns. */
export interface Run {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** Distinct histories in typed columns, in the order of x, T and t_x: t_x is `times[latest]`, T is `times[ends]`. */
export interface Columns {
  /** Ascending. There are few, since orders are by the day: what depends on a time alone is computed once for each. */
  readonly times: Float64Array;
  readonly latest: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float64Array;
  readonly runs: readonly Run[];
  /** Customers with each time as T, and their repeat purchases: all that the purchases themselves need of them. */
  readonly customersAt: Float64Array;
  readonly repeatsAt: Float64Array;
}

/** Of rows in the order of their histories, one of each. */
export function columnsOf(
  rows: Int32Array,
  times: Float64Array,
  xs: Int32Array,
  rowLatest: Int32Array,
  rowEnds: Int32Array,
  weights: Float64Array,
): Columns {
  const latest = new Int32Array(rows.length);
  const ends = new Int32Array(rows.length);
  const customersAt = new Float64Array(times.length);
  const repeatsAt = new Float64Array(times.length);
  const runs: Run[] = [];
  for (let from = 0; from < rows.length;) {
    const x = xs[rows[from]!]!;
    let to = from;
    for (; to < rows.length && xs[rows[to]!] === x; to++) {
      const end = rowEnds[rows[to]!]!;
      latest[to] = rowLatest[rows[to]!]!;
      ends[to] = end;
      customersAt[end]! += weights[to]!;
      repeatsAt[end]! += weights[to]! * x;
    }
    runs.push({ x, from, to });
    from = to;
  }
  return { times, latest, ends, weights, runs, customersAt, repeatsAt };
}

/** The same in another unit of time. */
export const inUnit = (columns: Columns, unit: number): Columns => ({
  ...columns,
  times: columns.times.map((time) => time / unit),
});
