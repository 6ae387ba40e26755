import { type DayNumber, millisecondsPerDay } from "./day";

/** A day so many months after another, the last of the month where it is shorter. */
export function monthsAfter(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * millisecondsPerDay);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / millisecondsPerDay;
}
