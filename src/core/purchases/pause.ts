import type { DayNumber } from "../day";
import { type Period, daysPer } from "../period";
import type { CustomerHistory } from "./history";

/** The pause after which a customer of these data can be taken for lost, and what it rests on. */
export interface UsualPause {
  readonly months: number;
  /** Purchases that were followed by so many quiet months before the last date. */
  readonly quiet: number;
  /** Those after which the customer did buy again. */
  readonly returned: number;
  /** False where no pause qualifies, and the longest stands for it. */
  readonly isTold: boolean;
}

export const candidates = [1, 2, 3, 4, 6, 9, 12, 18, 24] as const;
export const longest = candidates[candidates.length - 1]!;

/** Quiet stretches without which a share of them is chance, and how many there must be for each that ended in a return. */
export const leastQuiet = 20;
export const quietPerReturn = 10;

/**
 * The shortest pause of 1, 2, 3, 4, 6, 9, 12, 18 or 24 months (of 365.25 ÷ 12 days) after which at most one purchase in
 * ten was followed by another at all. It counts every purchase, the first and the latest of a customer alike, that was
 * followed by so many months without one, all of them before the last date; fewer than 20 of these tell nothing.
 */
export function usualPause(histories: readonly CustomerHistory[], lastDay: DayNumber): UsualPause {
  const gaps: number[] = [];
  const silences: number[] = [];
  for (const { purchaseDays } of histories) {
    purchaseDays.forEach((day, index) => {
      const next = purchaseDays[index + 1];
      if (next === undefined) silences.push(lastDay - day);
      else gaps.push(next - day);
    });
  }
  const at = (months: number) => {
    const isLonger = (days: number) => days > months * daysPer.month;
    const returned = gaps.filter(isLonger).length;
    return { months, quiet: returned + silences.filter(isLonger).length, returned };
  };
  for (const months of candidates) {
    const found = at(months);
    const isEnough = found.quiet >= leastQuiet && found.quiet >= quietPerReturn * found.returned;
    if (isEnough) return { ...found, isTold: true };
  }
  return { ...at(longest), isTold: false };
}

/** As many periods as cover a pause in months. */
export const periodsIn = (months: number, period: Period): number =>
  Math.ceil((months * daysPer.month) / daysPer[period]);
