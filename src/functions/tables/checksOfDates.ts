import { type DayNumber, isoFromDay } from "../../core/day";
import { firstDayOf, periodOf } from "../../core/period";
import { daysApart, earliestDay } from "../../core/purchases/daysApart";
import { counted } from "../../sheet/words";
import { type Check, type RevenueRow, found } from "./checks";

const dateInPlace = ({ day, place }: RevenueRow) => `${isoFromDay(day)} in ${place}`;

/** Dates that are likely to be slips. No function knows today: a date in the future is found by standing apart. */
export function checksOfOddDates(rows: readonly RevenueRow[]): Check[] {
  const isEarly = ({ day }: RevenueRow) => day < earliestDay;
  const apart = daysApart(rows.map(({ day }) => day))?.first ?? Infinity;
  return [
    found("Dates before 1990", rows.filter(isEarly), dateInPlace, "warning", "look for a wrong year"),
    found(
      "Dates that stand apart",
      rows.filter(({ day }) => day >= apart),
      dateInPlace,
      "warning",
      "after a gap longer than any three before it together; look for a wrong date, since the latest one counts as today",
    ),
  ];
}

/** From when to when, and whether the last month is over. */
export function checksOfSpan(
  rows: readonly RevenueRow[],
  [first, last]: readonly [DayNumber, DayNumber],
  areMonths: boolean,
): Check[] {
  const month = periodOf(last, "month");
  const isOver = areMonths || last === firstDayOf(month + 1, "month") - 1;
  const inLastMonth = rows.filter(({ day }) => periodOf(day, "month") === month).length;
  const span = `${isoFromDay(first)} to ${isoFromDay(last)}, ${counted(last - first + 1, "day")}`;
  const unfinished = `the data end on ${isoFromDay(last)}: the figures of that month are not final`;
  return [
    ["Span of data", rows.length, "ok", span],
    ["Unfinished last month", isOver ? 0 : inLastMonth, isOver ? "ok" : "note", isOver ? "" : unfinished],
  ];
}
