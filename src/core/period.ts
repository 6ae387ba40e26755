import { type DayNumber, millisecondsPerDay } from "./day";

export type Period = "day" | "week" | "month" | "quarter" | "year";

export const periods: readonly Period[] = ["day", "week", "month", "quarter", "year"];

/** Mean length in days: a week is 7, a year 365.25, a month a twelfth of a year. */
export const daysPer: Readonly<Record<Period, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

const monthsPer = { month: 1, quarter: 3, year: 12 };

/** 1970-01-01 was a Thursday; calendar weeks begin on Monday (ISO 8601). */
const daysFromMondayToEpoch = 3;

/** Number of the calendar period that holds a day; consecutive periods have consecutive numbers. */
export function periodOf(day: DayNumber, period: Period): number {
  if (period === "day") return day;
  if (period === "week") return Math.floor((day + daysFromMondayToEpoch) / 7);
  const date = new Date(day * millisecondsPerDay);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / monthsPer[period]);
}

/** True where the calendar period that holds a day ends with it. */
export const isOver = (day: DayNumber, period: Period): boolean =>
  periodOf(day + 1, period) > periodOf(day, period);

/** First day of the calendar period with this number. */
export function firstDayOf(index: number, period: Period): DayNumber {
  if (period === "day") return index;
  if (period === "week") return index * 7 - daysFromMondayToEpoch;
  const date = new Date(0);
  date.setUTCFullYear(0, index * monthsPer[period], 1);
  return date.getTime() / millisecondsPerDay;
}
