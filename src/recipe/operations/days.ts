import { dayFromCalendar } from "../../core/day";
import { type Period, daysPer } from "../../core/period";
import { isBlank } from "../../sheet/cell";
import type { Operation } from "./values";

/** Days, and times in other units. */
export const daysOperations: Readonly<Record<string, Operation>> = {
  DATE: {
    text: (year, month, day) => `DATE(${year}, ${month}, ${day})`,
    value: ([year, month, day], { zone }) =>
      zone.dateOf(dayFromCalendar(year as number, month as number, day as number)!),
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
