import { type DayNumber, dayFromCalendar, isoFromDay, millisecondsPerDay } from "../day";
import { refusal } from "../refusal";
import type { Stretches } from "./impact";

/** The same day of the month so many months later, or the last day of a month that is too short for it. */
function laterByMonths(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * millisecondsPerDay);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, ofYear] = [Math.floor(month / 12), (((month % 12) + 12) % 12) + 1];
  for (let wanted = date.getUTCDate(); ; wanted--) {
    const found = dayFromCalendar(year, ofYear, wanted);
    if (found !== undefined) return found;
  }
}

/** As many months before a day as from it on, of which the data must hold the latter whole. */
export function stretchesAround(start: DayNumber, months: number, lastDay: DayNumber): Stretches {
  const end = laterByMonths(start, months);
  if (end - 1 > lastDay) {
    let whole = 0;
    while (laterByMonths(start, whole + 1) - 1 <= lastDay) whole++;
    throw refusal(
      whole > 0
        ? `months must be at most ${whole}, the whole months of data from start on, got ${months}: wait for more, or compare fewer`
        : `start must be at least a month before ${isoFromDay(lastDay)}, the latest date, got ${isoFromDay(start)}`,
    );
  }
  return { from: laterByMonths(start, -months), start, end };
}
