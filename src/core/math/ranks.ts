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
  const ranks = new Int32Array(values.length);
  const own = new Float64Array(1);
  const ownWords = new Int32Array(own.buffer);
  let found = new Float64Array(64);
  let words = new Int32Array(found.buffer);
  let slots = new Int32Array(2 * found.length);
  let count = 0;
  for (let i = 0; i < ranks.length; i++) {
    // −0 + 0 is 0: equal values have equal bits.
    own[0] = values[i]! + 0;
    const slot = slotOf(slots, words, ownWords[0]!, ownWords[1]!);
    let place = slots[slot]!;
    if (place === 0) {
      found[count] = own[0]!;
      place = slots[slot] = ++count;
      // The table grows with the different values: few of them among many stay close together in memory.
      if (count === found.length) {
        const larger = new Float64Array(2 * count);
        larger.set(found);
        found = larger;
        words = new Int32Array(found.buffer);
        slots = new Int32Array(2 * found.length);
        for (let k = 0; k < count; k++) slots[slotOf(slots, words, words[2 * k]!, words[2 * k + 1]!)] = k + 1;
      }
    }
    ranks[i] = place - 1;
  }
  const distinct = found.slice(0, count).sort();
  const sorted = new Int32Array(distinct.buffer);
  const rankOf = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    const slot = slotOf(slots, words, sorted[2 * rank]!, sorted[2 * rank + 1]!);
    rankOf[slots[slot]! - 1] = rank;
  }
  for (let i = 0; i < ranks.length; i++) ranks[i] = rankOf[ranks[i]!]!;
  return { distinct, ranks };
}
