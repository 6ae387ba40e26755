import type { DayNumber } from "../../day";
import { times } from "../../math/times";
import { firstDayOf, periodOf } from "../../period";

/** A calendar month to come, or what is left of it. */
export interface MonthAhead {
  readonly firstDay: DayNumber;
  /** Days from `as_of` to its start and to its end. */
  readonly from: number;
  readonly to: number;
  /** How much of the month it is. */
  readonly share: number;
}

/** So many calendar months after a day; the first is the rest of one that has begun by then. */
export function monthsAhead(as_of: DayNumber, count: number): MonthAhead[] {
  const first = periodOf(as_of + 1, "month");
  return times(count, (index) => {
    const begin = firstDayOf(first + index, "month");
    const end = firstDayOf(first + index + 1, "month");
    const firstDay = Math.max(begin, as_of + 1);
    return {
      firstDay,
      from: firstDay - 1 - as_of,
      to: end - 1 - as_of,
      share: (end - firstDay) / (end - begin),
    };
  });
}
