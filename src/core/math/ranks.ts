/** The different values in ascending order, and the place of each value among them: quick where few values differ. */
export function ranksOf(values: ArrayLike<number>): {
  readonly distinct: Float64Array;
  readonly ranks: Int32Array;
} {
  const found = new Map<number, number>();
  const ranks = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let place = found.get(values[i]!);
    if (place === undefined) found.set(values[i]!, (place = found.size));
    ranks[i] = place;
  }
  const asFound = Float64Array.from(found.keys());
  const distinct = asFound.slice().sort();
  distinct.forEach((value, rank) => found.set(value, rank));
  const rankOf = Int32Array.from(asFound, (value) => found.get(value)!);
  for (let i = 0; i < ranks.length; i++) ranks[i] = rankOf[ranks[i]!]!;
  return { distinct, ranks };
}
