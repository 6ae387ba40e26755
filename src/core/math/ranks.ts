/** A table of places by the bits of values, of which at least half the slots are free. */
interface Slots {
  readonly places: Int32Array;
  readonly shift: number;
}

const free = -1;

const emptySlots = (bits: number): Slots => ({
  places: new Int32Array(2 ** bits).fill(free),
  shift: 32 - bits,
});

/** The slot of a value, or the free one where it belongs: multiplicative hashing (D. Knuth 1998, TAOCP 3, section 6.4). */
function slotOf(
  { places, shift }: Slots,
  found: ArrayLike<number>,
  value: number,
  low: number,
  high: number,
): number {
  let slot = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) >>> shift;
  while (places[slot] !== free && found[places[slot]!] !== value) slot = (slot + 1) & (places.length - 1);
  return slot;
}

/** The slots of other values, each with its place among them. */
function slotsFor(found: readonly number[], bits: number): Slots {
  const slots = emptySlots(bits);
  const words = new Int32Array(Float64Array.from(found).buffer);
  found.forEach((value, place) => {
    slots.places[slotOf(slots, found, value, words[2 * place]!, words[2 * place + 1]!)] = place;
  });
  return slots;
}

/**
 * The different values in ascending order, and the place of each value among them. They are found again by their bits, which
 * takes a third to a fifth of the time of a Map of numbers.
 */
export function ranksOf(values: ArrayLike<number>): {
  readonly distinct: Float64Array;
  readonly ranks: Int32Array;
} {
  const own = new Float64Array(values.length);
  // −0 + 0 is 0: equal values have equal bits.
  for (let i = 0; i < own.length; i++) own[i] = values[i]! + 0;
  const words = new Int32Array(own.buffer);
  const ranks = new Int32Array(own.length);
  const found: number[] = [];
  let bits = 10;
  let slots = emptySlots(bits);
  for (let i = 0; i < own.length; i++) {
    const slot = slotOf(slots, found, own[i]!, words[2 * i]!, words[2 * i + 1]!);
    const place = slots.places[slot]!;
    ranks[i] = place === free ? found.length : place;
    if (place !== free) continue;
    slots.places[slot] = found.length;
    found.push(own[i]!);
    if (2 * found.length > slots.places.length) slots = slotsFor(found, (bits += 2));
  }
  const distinct = Float64Array.from(found).sort();
  const sortedWords = new Int32Array(distinct.buffer);
  const rankOf = new Int32Array(distinct.length);
  distinct.forEach((value, rank) => {
    const slot = slotOf(slots, found, value, sortedWords[2 * rank]!, sortedWords[2 * rank + 1]!);
    rankOf[slots.places[slot]!] = rank;
  });
  for (let i = 0; i < ranks.length; i++) ranks[i] = rankOf[ranks[i]!]!;
  return { distinct, ranks };
}
