import { type DayNumber, dayFromCalendar } from "../../core/day";
import type { Period } from "../../core/period";
import type { Cell } from "../cell";
import { dayFromMonthText, monthNamed } from "../month";
import { wordsOf } from "./words";

/** A month, quarter or year that a cell names. */
export interface WholePeriod {
  readonly firstDay: DayNumber;
  readonly unit: Period;
}

const quarter = /^(?:((?:19|20)\d\d)[-/. ]?[qtk]([1-4])|[qtk]([1-4])[-/. ]?((?:19|20)\d\d))$/i;
const year = /^(?:fy ?|gj ?)?((?:19|20)\d\d)$/i;
const compactMonth = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/;

const whole = (firstDay: DayNumber | undefined, unit: Period): WholePeriod | undefined =>
  firstDay === undefined ? undefined : { firstDay, unit };

/** The month, quarter or year that text or a number names: Jan 2026, 01/2026, 202601, Q1 2026, 2026-T1, 2026, FY2026. */
export function wholePeriod(cell: Cell): WholePeriod | undefined {
  if (typeof cell !== "string" && typeof cell !== "number") return undefined;
  const text = String(cell).trim();
  if (text.length > 20 || !/\d/.test(text)) return undefined;
  const month = compactMonth.exec(text);
  if (month) return whole(dayFromCalendar(Number(month[1]), Number(month[2]), 1), "month");
  const years = year.exec(text);
  if (years) return whole(dayFromCalendar(Number(years[1]), 1, 1), "year");
  const quarters = quarter.exec(text);
  if (quarters) {
    const [, before, first, second, after] = quarters;
    return whole(dayFromCalendar(Number(before ?? after), 3 * Number(first ?? second) - 2, 1), "quarter");
  }
  return typeof cell === "string" ? whole(dayFromMonthText(text), "month") : undefined;
}

/** The month that text names without a year, from 1; undefined for any other text. */
export function bareMonth(text: string): number | undefined {
  const word = wordsOf(text);
  return (/^[a-z]{3,12}$/.test(word) && monthNamed(word)) || undefined;
}
