import { sum } from "./sum";

/** M C M′: the covariance of linear combinations, a row of M each, of what has the covariance C. */
export const congruent = (
  rows: readonly (readonly number[])[],
  matrix: readonly (readonly number[])[],
): number[][] => {
  const half = rows.map((row) => matrix.map((column) => sum(column.map((value, k) => value * row[k]!))));
  return half.map((one) => rows.map((row) => sum(row.map((value, k) => value * one[k]!))));
};
