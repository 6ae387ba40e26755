/** What a positive definite matrix has. */
export interface Factored {
  readonly inverse: number[][];
  readonly logDeterminant: number;
}

/** The inverse and the logarithm of the determinant of a symmetric matrix; undefined where it is not positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): Factored | undefined {
  const size = matrix.length;
  const lower = matrix.map((row) => row.slice());
  let logDeterminant = 0;
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let left = matrix[i]![j]!;
      for (let k = 0; k < j; k++) left -= lower[i]![k]! * lower[j]![k]!;
      if (i === j) {
        if (!(left > 0)) return undefined;
        lower[j]![j] = Math.sqrt(left);
        logDeterminant += Math.log(left);
      } else lower[i]![j] = left / lower[j]![j]!;
    }
  }
  const inverse = matrix.map((_, column) => solved(lower, column));
  return { inverse, logDeterminant };
}

/** The solution for one column of the identity, by the lower triangle and then its transpose. */
function solved(lower: readonly (readonly number[])[], column: number): number[] {
  const size = lower.length;
  const x = lower.map((_, row) => (row === column ? 1 : 0));
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
