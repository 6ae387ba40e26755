import { type DayNumber, dayFromCalendar } from "../../core/day";
import { type Period, daysPer } from "../../core/period";
import { refusal } from "../../core/refusal";
import { type Cell, isBlank, isReadableDate } from "../../sheet/cell";
import { dayFromDate, dayFromIso } from "../../sheet/date";
import type { Zone } from "../../sheet/zone";
import { type Operation, cellsOf } from "./values";

function daysOf(cells: readonly Cell[], zone: Zone): (DayNumber | undefined)[] {
  zone.prepare(cells.filter(isReadableDate));
  return cells.map((cell) => {
    if (isReadableDate(cell)) return dayFromDate(cell, zone);
    return typeof cell === "string" ? dayFromIso(cell) : undefined;
  });
}

function latestDay(cells: readonly Cell[], zone: Zone): DayNumber {
  const days = daysOf(cells, zone).filter((day) => day !== undefined);
  if (days.length === 0) throw refusal("the data must hold dates, got none that can be read");
  return days.reduce((latest, day) => Math.max(latest, day));
}

/** Days, and times in other units. */
export const daysOperations: Readonly<Record<string, Operation>> = {
  DATE: {
    text: (year, month, day) => `DATE(${year}, ${month}, ${day})`,
    value: ([year, month, day], { zone }) =>
      zone.dateOf(dayFromCalendar(year as number, month as number, day as number)!),
  },
  MAX: {
    text: (...dates) => `MAX(${dates.join(", ")})`,
    value: (dates, { zone }) => zone.dateOf(latestDay(dates.flatMap(cellsOf), zone)),
  },
  /** So many periods in months of 1461 ÷ 48 days; blank for none. No decimals: not all locales write them with a point. */
  MONTHS_IN: {
    text: (periods, period) =>
      `IF(${periods}="", "", ${periods}*SWITCH(${period}, "day", 48/1461, "week", 336/1461, "quarter", 3, "year", 12, 1))`,
    value: ([periods, period]) =>
      isBlank(periods)
        ? ""
        : (Number(periods) * daysPer[isBlank(period) ? "month" : (period as Period)]) / daysPer.month,
  },
};
