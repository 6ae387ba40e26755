import { dayFromCalendar } from "../../core/day";
import { type Period, daysPer } from "../../core/period";
import { type Cell, isBlank, isDate } from "../../sheet/cell";
import { dayFromIso } from "../../sheet/date";
import { type Operation, cellsOf } from "./values";

/** Days, and times in other units. */
export const daysOperations: Readonly<Record<string, Operation>> = {
  DATE: {
    text: (year, month, day) => `DATE(${year}, ${month}, ${day})`,
    value: ([year, month, day], { zone }) =>
      zone.dateOf(dayFromCalendar(year as number, month as number, day as number)!),
  },
  /**
   * How many days dates are before a day, or without one before the latest of them; next to an end by then, before that.
   * What is not a date stays, behind words.
   */
  DAYS_BEFORE: {
    text: (dates, day, words, ends) => {
      const today = `IF(${day}="", MAX(${dates}), ${day})`;
      const last = ends ? `IF(ISNUMBER(${ends})*(${ends}>0)*(${ends}<=${today}), ${ends}, ${today})` : today;
      return `ARRAYFORMULA(IF(${dates}="", "", IF(ISNUMBER(${dates}), INT(${last})-INT(${dates}), IFERROR(INT(${last})-DATEVALUE(${dates}), ${words}&${dates}))))`;
    },
    value: ([dates, day, words, ends], { zone }) => {
      const dayIn = (cell: Cell | undefined) =>
        isDate(cell)
          ? zone.dayOf(cell)
          : typeof cell === "string"
            ? dayFromIso(cell.slice(0, 10))
            : undefined;
      const cells = cellsOf(dates!);
      const today =
        dayIn(day as Cell) ?? cells.reduce<number>((latest, one) => Math.max(latest, dayIn(one) ?? 0), 0);
      const endOf = ends === undefined ? [] : cellsOf(ends);
      return cells.map((cell, row) => {
        const [own, end] = [dayIn(cell), dayIn(endOf[row])];
        if (own === undefined) return [cell === "" ? "" : `${String(words)}${String(cell)}`];
        return [(end !== undefined && end <= today ? end : today) - own];
      });
    },
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
