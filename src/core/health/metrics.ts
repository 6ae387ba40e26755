import { sum } from "../math/sum";

/** Something known of each customer, such as how often it logs in; undefined where a value is missing. */
export interface Metric {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

/** The mean of the values that are there; there is at least one. */
export function meanOf({ values }: Metric): number {
  const known = values.filter((value) => value !== undefined);
  return sum(known) / known.length;
}

/** A metric's values, a missing one counted as the mean. */
export function filledOf(metric: Metric): Float64Array {
  const mean = meanOf(metric);
  return Float64Array.from(metric.values, (value) => value ?? mean);
}

/** A column with mean 0 and standard deviation 1, and what made it so. */
export interface Standardised {
  readonly values: Float64Array;
  readonly mean: number;
  readonly deviation: number;
}

/** Below this share of the largest value, what varies is rounding. */
const least = 1e-12;

/** A column standardised; undefined where it is the same in every row. */
export function standardised(column: Float64Array): Standardised | undefined {
  const mean = column.reduce((total, value) => total + value, 0) / column.length;
  const values = column.map((value) => value - mean);
  const deviation = Math.sqrt(values.reduce((total, value) => total + value * value, 0) / column.length);
  const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(deviation > least * largest)) return undefined;
  return { values: values.map((value) => value / deviation), mean, deviation };
}

/** Share of a column's variance that the others must leave for it to tell anything of its own. */
const ownVariance = 1e-8;

/**
 * Which of standardised columns are no sum of the ones before them, by orthogonalising one after the other; a column that
 * is undefined tells nothing.
 */
export function areIndependent(columns: readonly (Standardised | undefined)[]): boolean[] {
  const basis: Float64Array[] = [];
  return columns.map((column) => {
    if (!column) return false;
    const rest = column.values.slice();
    // Twice, since the first pass leaves rounding of what it takes away.
    for (let pass = 0; pass < 2; pass++)
      for (const one of basis) {
        const along = one.reduce((total, value, row) => total + value * rest[row]!, 0);
        one.forEach((value, row) => (rest[row]! -= along * value));
      }
    const length = Math.sqrt(rest.reduce((total, value) => total + value * value, 0));
    if (!(length * length > ownVariance * rest.length)) return false;
    basis.push(rest.map((value) => value / length));
    return true;
  });
}
