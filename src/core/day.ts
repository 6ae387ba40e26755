/** A day as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DayNumber = number;

export const millisecondsPerDay = 86_400_000;

/** Day number of a calendar date, month 1 to 12; undefined where the calendar has no such date. */
export function dayFromCalendar(year: number, month: number, dayOfMonth: number): DayNumber | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? date.getTime() / millisecondsPerDay : undefined;
}

/** A day number as ISO text, such as 2026-03-31. */
export const isoFromDay = (day: DayNumber): string =>
  new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
