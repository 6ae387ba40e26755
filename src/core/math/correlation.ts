import { sum } from "./sum";

/** Pearson's correlation, each pair counting so often; undefined below two pairs, or where one side does not vary. */
export function correlation(
  x: readonly number[],
  y: readonly number[],
  weights?: readonly number[],
): number | undefined {
  const weighted = (of: (index: number) => number) =>
    sum(x.map((_, index) => (weights ? weights[index]! : 1) * of(index)));
  const pairs = weighted(() => 1);
  const [meanX, meanY] = [x, y].map((values) => weighted((index) => values[index]!) / pairs) as [
    number,
    number,
  ];
  const together = weighted((index) => (x[index]! - meanX) * (y[index]! - meanY));
  const spread = (values: readonly number[], mean: number) =>
    Math.sqrt(weighted((index) => (values[index]! - mean) ** 2));
  const both = spread(x, meanX) * spread(y, meanY);
  return pairs >= 2 && both > 0 ? together / both : undefined;
}
