import { type DayNumber, isoFromDay } from "../day";
import { type Period, periodOf, periods } from "../period";
import { refusal } from "../refusal";

/** How many periods make a year. */
export const periodsPerYear: Readonly<Record<Period, number>> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};

/** Longest gap in days from one period to the next. */
const longestGap: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 62, quarter: 184, year: 731 };

function follows(before: DayNumber, day: DayNumber, period: Period): boolean {
  if (period === "week") return day - before === 7;
  return periodOf(day, period) - periodOf(before, period) === 1 && day - before <= longestGap[period];
}

/**
 * The period of which the days are one each, in order and without a gap; undefined for a single day. The first two
 * decide which one it is.
 */
export function spacingOf(days: readonly DayNumber[], place: (index: number) => string): Period | undefined {
  if (days.length < 2) return undefined;
  const first = days[0]!;
  const period = periods.find((candidate) => follows(first, days[1]!, candidate));
  const broken = period
    ? days.findIndex((day, index) => index > 0 && !follows(days[index - 1]!, day, period))
    : 1;
  if (period && broken < 0) return period;
  const expectation = period
    ? `one ${period} after another, oldest first, without a gap`
    : "days, weeks, months, quarters or years in order, oldest first";
  throw refusal(
    `period must be ${expectation}, got ${isoFromDay(days[broken]!)} after ${isoFromDay(days[broken - 1]!)} in ${place(broken)}`,
  );
}
