import { sum } from "./sum";

/** Pearson's correlation; undefined below two pairs, or where one side does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | undefined {
  const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length];
  const together = sum(x.map((value, index) => (value - meanX) * (y[index]! - meanY)));
  const spread = (values: readonly number[], mean: number) =>
    Math.sqrt(sum(values.map((value) => (value - mean) ** 2)));
  const both = spread(x, meanX) * spread(y, meanY);
  return x.length >= 2 && both > 0 ? together / both : undefined;
}
