import type { DayNumber } from "../../day";
import { sum } from "../../math/sum";
import { times } from "../../math/times";
import { daysPer, firstDayOf, periodOf } from "../../period";
import { buyersOf, firstDay } from "../../purchases/buyers";
import { monthsBeforeNew } from "../../purchases/firstMonths";
import type { CustomerHistory } from "../../purchases/history";

/** How many customers are won in a month. */
export interface Arrivals {
  readonly mean: number;
  /** Of the number of one month, beyond what chance alone makes of a mean (Poisson). */
  readonly excess: number;
  /** Of the mean. */
  readonly errorOfMean: number;
  /** On how many months it rests; 0 where the number is given. */
  readonly months: number;
  /** Months at the start of the data whose customers look older than the data, and do not count. */
  readonly monthsLeftOut: number;
}

const mostMonths = 12;

/** A number that somebody gives: it is certain, and in it so many come. */
export const plannedArrivals = (mean: number): Arrivals => ({
  mean,
  excess: -mean,
  errorOfMean: 0,
  months: 0,
  monthsLeftOut: 0,
});

/**
 * The mean of the last 12 whole months, or of as many as there are. The month in which the data begin counts where they
 * begin with it, or where there is no other.
 */
export function arrivalsOf(histories: readonly CustomerHistory[], as_of: DayNumber): Arrivals {
  const buyers = buyersOf(histories);
  const monthsLeftOut = monthsBeforeNew(buyers, as_of);
  const from = firstDay(buyers) + Math.round(monthsLeftOut * daysPer.month);
  const after = periodOf(as_of + 1, "month");
  const begun = periodOf(from, "month");
  const isWhole = firstDayOf(begun, "month") === from;
  const earliest = Math.min(after - 1, isWhole ? begun : begun + 1);
  const first = Math.max(earliest, after - mostMonths);
  const counts = times(after - first, () => 0);
  for (const buyer of buyers) {
    const index = periodOf(buyer.first, "month") - first;
    if (index >= 0 && index < counts.length) counts[index]! += 1;
  }
  const months = counts.length;
  const mean = sum(counts) / months;
  const variance = months > 1 ? sum(counts.map((count) => (count - mean) ** 2)) / (months - 1) : mean;
  return {
    mean,
    excess: Math.max(0, variance - mean),
    errorOfMean: Math.max(variance, mean) / months,
    months,
    monthsLeftOut,
  };
}
