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
