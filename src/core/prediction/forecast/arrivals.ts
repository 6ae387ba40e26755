import type { DayNumber } from "../../day";
import { sum } from "../../math/sum";
import { times } from "../../math/times";
import { daysPer, firstDayOf, periodOf } from "../../period";
import { type Buyer, buyersOf, firstDay } from "../../purchases/buyers";
import { monthsBeforeNew } from "../../purchases/firstMonths";
import type { CustomerHistory } from "../../purchases/history";
import { type Seasons, noSeasons, seasonsOf } from "../seasons";

/** How many customers are won in a month. */
export interface Arrivals {
  /** In a usual month. */
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

/** A number that someone gives: it is certain, and in it so many come. */
export const plannedArrivals = (mean: number): Arrivals => ({
  mean,
  excess: -mean,
  errorOfMean: 0,
  months: 0,
  monthsLeftOut: 0,
});

/** The day from which on first purchases are those of new customers, and how many months lie before it. */
function newFrom(buyers: readonly Buyer[], as_of: DayNumber): { from: DayNumber; monthsLeftOut: number } {
  const monthsLeftOut = monthsBeforeNew(buyers, as_of);
  return { from: firstDay(buyers) + Math.round(monthsLeftOut * daysPer.month), monthsLeftOut };
}

/** New customers in each of the months before one, from `first` on. */
function arrivalsByMonth(buyers: readonly Buyer[], first: number, after: number): number[] {
  const counts = times(Math.max(0, after - first), () => 0);
  for (const buyer of buyers) {
    const index = periodOf(buyer.first, "month") - first;
    if (index >= 0 && index < counts.length) counts[index]! += 1;
  }
  return counts;
}

/** The seasons in which customers are won, from the whole months up to a day. */
export function seasonsOfArrivals(histories: readonly CustomerHistory[], as_of: DayNumber): Seasons {
  const buyers = buyersOf(histories);
  const { from } = newFrom(buyers, as_of);
  const first = periodOf(from, "month");
  const after = periodOf(as_of + 1, "month");
  const counts = arrivalsByMonth(
    buyers.filter((buyer) => buyer.first >= from),
    first,
    after,
  );
  const next = firstDayOf(first + 1, "month");
  const ofFirst = (next - from) / (next - firstDayOf(first, "month"));
  return seasonsOf(
    counts,
    counts.map((_, index) => (index === 0 ? ofFirst : 1)),
    after - 1,
  );
}

/**
 * The mean of the last 12 whole months, or of as many as there are, each by the index of its season. The month in which the
 * data begin counts where they begin with it, or where there is no other.
 */
export function arrivalsOf(
  histories: readonly CustomerHistory[],
  as_of: DayNumber,
  indexOf: Seasons["at"] = noSeasons.at,
): Arrivals {
  const buyers = buyersOf(histories);
  const { from, monthsLeftOut } = newFrom(buyers, as_of);
  const after = periodOf(as_of + 1, "month");
  const begun = periodOf(from, "month");
  const isWhole = firstDayOf(begun, "month") === from;
  const earliest = Math.min(after - 1, isWhole ? begun : begun + 1);
  const first = Math.max(earliest, after - mostMonths);
  const counts = arrivalsByMonth(buyers, first, after);
  const months = counts.length;
  const indices = counts.map((_, index) => indexOf(first + index));
  const mean = sum(counts) / sum(indices);
  const variance =
    months > 1
      ? sum(counts.map((count, month) => (count - mean * indices[month]!) ** 2 / indices[month]!)) /
        (months - 1)
      : mean;
  return {
    mean,
    excess: Math.max(0, variance - mean),
    errorOfMean: Math.max(variance, mean) / months,
    months,
    monthsLeftOut,
  };
}
