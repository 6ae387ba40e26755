/** Different values, in the order in which they were found, and a table of their places by their bits. */
interface Found {
  /** Room for half as many as there are slots. */
  readonly values: Float64Array;
  readonly words: Int32Array;
  readonly slots: Int32Array;
  readonly shift: number;
}

const free = -1;

function roomFor(bits: number): Found {
  const values = new Float64Array(2 ** (bits - 1));
  return {
    values,
    words: new Int32Array(values.buffer),
    slots: new Int32Array(2 ** bits).fill(free),
    shift: 32 - bits,
  };
}

/** The slot of a value, or the free one where it belongs: multiplicative hashing (D. Knuth 1998, TAOCP 3, section 6.4). */
function slotOf({ values, slots, shift }: Found, value: number, low: number, high: number): number {
  let slot = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) >>> shift;
  while (slots[slot] !== free && values[slots[slot]!] !== value) slot = (slot + 1) & (slots.length - 1);
  return slot;
}

function withMoreRoom({ values, words }: Found, bits: number): Found {
  const room = roomFor(bits);
  room.values.set(values);
  for (let place = 0; place < values.length; place++)
    room.slots[slotOf(room, values[place]!, words[2 * place]!, words[2 * place + 1]!)] = place;
  return room;
}

/**
 * The different values in ascending order, and the place of each value among them. They are found again by their bits, which
 * takes a third of the time of a Map of numbers, or less.
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
  let bits = 11;
  let found = roomFor(bits);
  let count = 0;
  for (let i = 0; i < own.length; i++) {
    const slot = slotOf(found, own[i]!, words[2 * i]!, words[2 * i + 1]!);
    const place = found.slots[slot]!;
    if (place !== free) ranks[i] = place;
    else {
      found.values[count] = own[i]!;
      found.slots[slot] = ranks[i] = count++;
      if (count === found.values.length) found = withMoreRoom(found, (bits += 2));
    }
  }
  const distinct = found.values.slice(0, count).sort();
  const sorted = new Int32Array(distinct.buffer);
  const rankOf = new Int32Array(count);
  for (let rank = 0; rank < count; rank++)
    rankOf[found.slots[slotOf(found, distinct[rank]!, sorted[2 * rank]!, sorted[2 * rank + 1]!)]!] = rank;
  for (let i = 0; i < ranks.length; i++) ranks[i] = rankOf[ranks[i]!]!;
  return { distinct, ranks };
}
