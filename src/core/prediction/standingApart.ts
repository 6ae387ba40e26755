import type { DayNumber } from "../day";
import { sum } from "../math/sum";
import type { CustomerHistory } from "../purchases/history";

/** A stretch without a purchase of anybody, longer than the data explain. */
export interface Quiet {
  readonly after: DayNumber;
  /** The next purchase, undefined where the stretch lasts up to the end. */
  readonly before: DayNumber | undefined;
  /** Purchases after it. */
  readonly purchases: number;
}

/** Share of the span from which on a stretch counts, and how many of the earlier ones together it must exceed. */
const leastShare = 0.1;
const comparedGaps = 3;

/**
 * The latest stretch without a purchase that takes a tenth of the span or more and is longer than any three before it
 * together: the purchases after it stand apart, as one dated wrong does, and make everybody look quiet for long.
 */
export function quietStretch(customers: readonly CustomerHistory[], to: DayNumber): Quiet | undefined {
  const purchases = customers.flatMap(({ purchaseDays }) => purchaseDays).sort((a, b) => a - b);
  const days = Array.from(new Set(purchases));
  const span = to - (days[0] ?? to);
  const longest: number[] = [];
  let found: Quiet | undefined;
  days.forEach((after, index) => {
    const before = days[index + 1];
    const gap = (before ?? to) - after;
    if (gap >= leastShare * span && longest.length === comparedGaps && gap > sum(longest))
      found = { after, before, purchases: purchases.filter((day) => day > after).length };
    longest.push(gap);
    longest.sort((a, b) => b - a);
    longest.length = Math.min(longest.length, comparedGaps);
  });
  return found;
}
