/** The middle of the values, or the mean of the two in the middle; undefined where there are none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = Float64Array.from(values).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined ? undefined : (low + high!) / 2;
}
