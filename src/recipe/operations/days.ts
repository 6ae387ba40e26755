import { type DayNumber, dayFromCalendar } from "../../core/day";
import { type Period, daysPer, firstDayOf, periodOf } from "../../core/period";
import { refusal } from "../../core/refusal";
import { type Cell, isBlank, isDate, isReadableDate } from "../../sheet/cell";
import { dayFromDate, dayFromIso } from "../../sheet/date";
import type { Zone } from "../../sheet/zone";
import { type Operation, cellsOf, gridOf } from "./values";

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
  /** The rows of a table by periods up to a day; its header is not among them. */
  UP_TO: {
    text: (table, day) => `FILTER(${table}, CHOOSECOLS(${table}, 1)<=${day})`,
    value: ([table, day]) => {
      const rows = gridOf(table!).filter(([first]) => isDate(first) && isDate(day) && first <= day);
      if (rows.length === 0)
        throw refusal("the data must span a whole period, got less: take a shorter Period");
      return rows;
    },
  },
  /** The latest day in whose row another column has a number above 0. */
  LAST_ABOVE_ZERO: {
    text: (days, filled) => `MAX(FILTER(${days}, ISNUMBER(${filled})*(${filled}>0)))`,
    value: ([days, filled], { zone }) => {
      const marks = cellsOf(filled!);
      return zone.dateOf(
        latestDay(
          cellsOf(days!).filter((_, row) => typeof marks[row] === "number" && marks[row] > 0),
          zone,
        ),
      );
    },
  },
  /**
   * Columns by the days of their rows up to one, the oldest first. Rows without a day are left out, such as totals; so
   * are those of a year, whose numbers are below 9999.
   */
  OLDEST_FIRST: {
    text: (days, last, ...columns) =>
      `CHOOSECOLS(SORT(FILTER(HSTACK(${[days, ...columns].join(", ")}), ` +
      `ISNUMBER(${days})*(${days}>9999)*(${days}<=${last})), 1, TRUE), ${columns.map((_, at) => at + 2).join(", ")})`,
    value: ([days, last, ...columns], { zone }) => {
      const cells = columns.map(cellsOf);
      const end = latestDay(cellsOf(last!), zone);
      return daysOf(cellsOf(days!), zone)
        .flatMap((day, row) =>
          day !== undefined && day <= end ? [{ day, cells: cells.map((column) => column[row] ?? "") }] : [],
        )
        .sort((a, b) => a.day - b.day)
        .map((row) => row.cells);
    },
  },
  /** The mean of the latest numbers, as many as are asked for, by the days of their rows. */
  MEAN_OF_LATEST: {
    text: (cells, days, count) =>
      `LET(latest, ${days}, known, FILTER(HSTACK(ARRAYFORMULA(0-latest), ${cells}), ` +
      `ISNUMBER(latest)*(latest>9999)*ISNUMBER(${cells})), ` +
      `AVERAGE(CHOOSECOLS(ARRAY_CONSTRAIN(SORT(known, 1, TRUE), ${count}, 2), 2)))`,
    value: ([cells, days, count], { zone }) => {
      const beside = cellsOf(cells!);
      const numbers = daysOf(cellsOf(days!), zone)
        .flatMap((day, row) => {
          const number = beside[row];
          return day !== undefined && typeof number === "number" ? [{ day, number }] : [];
        })
        .sort((a, b) => b.day - a.day)
        .slice(0, count as number)
        .map(({ number }) => number);
      return numbers.length === 0
        ? "#N/A"
        : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    },
  },
  DATE: {
    text: (year, month, day) => `DATE(${year}, ${month}, ${day})`,
    value: ([year, month, day], { zone }) =>
      zone.dateOf(dayFromCalendar(year as number, month as number, day as number)!),
  },
  /** The latest of the dates that are no later than a day. */
  LATEST_BY: {
    text: (day, ...dates) =>
      `LET(all, VSTACK(${dates.join(", ")}), MAX(FILTER(all, ISNUMBER(all)*(all<=${day}))))`,
    value: ([day, ...dates], { zone }) => {
      const until = latestDay(cellsOf(day!), zone);
      const known = daysOf(dates.flatMap(cellsOf), zone).filter(
        (one): one is DayNumber => one !== undefined && one <= until,
      );
      if (known.length === 0) throw refusal("the data must hold a date that is not in the future, got none");
      return zone.dateOf(known.reduce((latest, one) => Math.max(latest, one)));
    },
  },
  MAX: {
    text: (...dates) => `MAX(${dates.join(", ")})`,
    value: (dates, { zone }) => zone.dateOf(latestDay(dates.flatMap(cellsOf), zone)),
  },
  /** So many periods in months of 1461 ÷ 48 days. No decimals: not all locales write them with a point. */
  MONTHS_IN: {
    text: (periods, period) =>
      `${periods}*SWITCH(${period}, "day", 48/1461, "week", 336/1461, "quarter", 3, "year", 12, 1)`,
    value: ([periods, period]) =>
      (Number(periods) * daysPer[isBlank(period) ? "month" : (period as Period)]) / daysPer.month,
  },
  /** The last day of the last whole period, a month where none is named, that ends no later than the latest date. */
  LAST_WHOLE: {
    text: (period, ...dates) =>
      `LET(d, MAX(${dates.join(", ")}), SWITCH(${period}, "day", d, "week", d-MOD(WEEKDAY(d, 2), 7), ` +
      `"quarter", EOMONTH(d+1, -1-MOD(MONTH(d+1)-1, 3)), "year", DATE(YEAR(d+1), 1, 0), EOMONTH(d+1, -1)))`,
    value: ([period, ...dates], { zone }) => {
      const day = latestDay(dates.flatMap(cellsOf), zone);
      const unit = isBlank(period) ? "month" : (period as Period);
      return zone.dateOf(firstDayOf(periodOf(day + 1, unit), unit) - 1);
    },
  },
};
