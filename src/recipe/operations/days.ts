import { dayFromCalendar } from "../../core/day";
import { type Period, daysPer } from "../../core/period";
import { type Cell, isBlank, isDate } from "../../sheet/cell";
import { dayFromIso } from "../../sheet/date";
import { type Operation, gridOf } from "./values";

/** Days, and times in other units. */
export const daysOperations: Readonly<Record<string, Operation>> = {
  DATE: {
    text: (year, month, day) => `DATE(${year}, ${month}, ${day})`,
    value: ([year, month, day], { zone }) =>
      zone.dateOf(dayFromCalendar(year as number, month as number, day as number)!),
  },
  /** How many days dates are before a day, or without one before the latest of them; what is no date stays, behind words. */
  DAYS_BEFORE: {
    text: (dates, day, words) =>
      `ARRAYFORMULA(IF(${dates}="", "", IF(ISNUMBER(${dates}), INT(IF(${day}="", MAX(${dates}), ${day}))-INT(${dates}), IFERROR(INT(IF(${day}="", MAX(${dates}), ${day}))-DATEVALUE(${dates}), ${words}&${dates}))))`,
    value: ([dates, day, words], { zone }) => {
      const dayIn = (cell: Cell) =>
        isDate(cell)
          ? zone.dayOf(cell)
          : typeof cell === "string"
            ? dayFromIso(cell.slice(0, 10))
            : undefined;
      const rows = gridOf(dates!);
      const days = rows.flatMap((row) => row.flatMap((cell) => dayIn(cell) ?? []));
      const last = dayIn(day as Cell) ?? days.reduce((latest, one) => Math.max(latest, one), -Infinity);
      return rows.map((row) =>
        row.map((cell) => {
          const own = dayIn(cell);
          return own === undefined ? (cell === "" ? "" : `${String(words)}${String(cell)}`) : last - own;
        }),
      );
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
