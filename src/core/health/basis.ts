import { sum } from "../math/sum";

/** Columns with the same span that are easier to search with: each has mean 0, variance 1, and no correlation with another. */
export interface Basis {
  readonly columns: readonly Float64Array[];
  /** Which of the given columns it stands for: those that vary and are not a sum of the ones before them. */
  readonly used: readonly number[];
  /** Columns that are the same in every row. */
  readonly constant: readonly number[];
  /** Means of the used columns. */
  readonly means: readonly number[];
  /** How much of the basis adds up to one of each used column: the inverse of the triangle that leads back. */
  readonly back: readonly (readonly number[])[];
  /** Of the triangle that leads from the basis to the used columns. */
  readonly logDeterminant: number;
  /** How many times the others blow up the variance of each used column's coefficient. */
  readonly inflation: readonly number[];
}

/** Below this share of the largest value, what varies is rounding. */
const leastDeviation = 1e-12;
/** Share of a column's variance that the ones before it must leave for it to tell anything of its own. */
const ownVariance = 1e-8;

const times = (a: Float64Array, b: Float64Array) =>
  a.reduce((total, value, row) => total + value * b[row]!, 0);

/** The basis of columns, by orthogonalising one after the other (Gram and Schmidt). */
export function basisOf(given: readonly Float64Array[]): Basis {
  const columns: Float64Array[] = [];
  const used: number[] = [];
  const constant: number[] = [];
  const means: number[] = [];
  /** How each used column is made up of the basis; the last share is that of its own direction. */
  const triangle: number[][] = [];
  const variances: number[] = [];
  given.forEach((values, index) => {
    const size = values.length;
    const mean = values.reduce((total, value) => total + value, 0) / size;
    const rest = values.map((value) => value - mean);
    const variance = times(rest, rest) / size;
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (!(Math.sqrt(variance) > leastDeviation * largest)) {
      constant.push(index);
      return;
    }
    const shares = columns.map(() => 0);
    // Twice, since the first pass leaves rounding of what it takes away.
    for (let pass = 0; pass < 2; pass++)
      columns.forEach((one, k) => {
        const share = times(one, rest) / size;
        shares[k]! += share;
        one.forEach((value, row) => (rest[row]! -= share * value));
      });
    const left = times(rest, rest) / size;
    if (!(left > ownVariance * variance)) return;
    const own = Math.sqrt(left);
    columns.push(rest.map((value) => value / own));
    triangle.push([...shares, own]);
    used.push(index);
    means.push(mean);
    variances.push(variance);
  });
  const back = inverseOf(triangle);
  return {
    columns,
    used,
    constant,
    means,
    back,
    logDeterminant: sum(triangle.map((shares) => Math.log(shares[shares.length - 1]!))),
    inflation: variances.map((variance, k) => variance * sum(back[k]!.map((value) => value * value))),
  };
}

/** The inverse of an upper triangle that is given by its columns, each down to the diagonal; by rows. */
function inverseOf(triangle: readonly (readonly number[])[]): number[][] {
  const inverse = triangle.map(() => triangle.map(() => 0));
  for (let column = 0; column < triangle.length; column++)
    for (let row = column; row >= 0; row--) {
      let rest = row === column ? 1 : 0;
      for (let k = row + 1; k <= column; k++) rest -= triangle[k]![row]! * inverse[k]![column]!;
      inverse[row]![column] = rest / triangle[row]![row]!;
    }
  return inverse;
}
