/**
 * The slot of a value in a table of places, counted from 1, or the free one where it belongs, by its bits and those of the
 * values found: multiplicative hashing (D. Knuth 1998, TAOCP 3, section 6.4).
 */
function slotOf(slots: Int32Array, found: Int32Array, low: number, high: number): number {
  let slot = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) >>> (Math.clz32(slots.length) + 1);
  for (; ; slot = (slot + 1) & (slots.length - 1)) {
    const at = 2 * slots[slot]! - 2;
    if (at < 0 || (found[at] === low && found[at + 1] === high)) return slot;
  }
}

/**
 * The different values in ascending order, and the place of each value among them. They are found again by their bits, which
 * takes a third of the time of a Map of numbers, or less.
 */
export function ranksOf(values: ArrayLike<number>): {
  readonly distinct: Float64Array;
  readonly ranks: Int32Array;
} {
  const { length } = values;
  const own = new Float64Array(length);
  // −0 + 0 is 0: equal values have equal bits.
  for (let i = 0; i < length; i++) own[i] = values[i]! + 0;
  const words = new Int32Array(own.buffer);
  const ranks = new Int32Array(length);
  // Twice as many slots as values, and more, of which those that are never used cost nothing.
  const slots = new Int32Array(2 ** (33 - Math.clz32(length)));
  const found = new Float64Array(length);
  const foundWords = new Int32Array(found.buffer);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const slot = slotOf(slots, foundWords, words[2 * i]!, words[2 * i + 1]!);
    if (slots[slot] === 0) {
      found[count] = own[i]!;
      slots[slot] = ++count;
    }
    ranks[i] = slots[slot]! - 1;
  }
  const distinct = found.slice(0, count).sort();
  const sorted = new Int32Array(distinct.buffer);
  const rankOf = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    const slot = slotOf(slots, foundWords, sorted[2 * rank]!, sorted[2 * rank + 1]!);
    rankOf[slots[slot]! - 1] = rank;
  }
  for (let i = 0; i < length; i++) ranks[i] = rankOf[ranks[i]!]!;
  return { distinct, ranks };
}
