import { instantAt, serialAt } from "../engine/serial";

/** The serial number, as sheets store dates, of a calendar day; months count from 1 and may run past 12. */
export function serial(year: number, month: number, day: number): number {
  return serialAt(Date.UTC(year, month - 1, day));
}

/** The months of the sample: January 2024 to June 2026. */
export const MONTHS = 30;

/** First and last day of the sample, which all its sheets share. */
export const FIRST_DAY = serial(2024, 1, 1);
export const LAST_DAY = serial(2026, 6, 30);

/** First day of a month of the sample, counted from 0. */
export function monthStart(index: number): number {
  return serial(2024, 1 + index, 1);
}

/** Month of the sample, counted from 0, in which a day falls. */
export function monthOf(day: number): number {
  const date = new Date(instantAt(day));
  return (date.getUTCFullYear() - 2024) * 12 + date.getUTCMonth();
}

/** Month of the year, from 1. */
export function calendarMonth(day: number): number {
  return (monthOf(day) % 12) + 1;
}
