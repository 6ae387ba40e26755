import { type DayNumber, dayFromCalendar } from "../core/day";
import { normalised } from "./labels";

/** Beginnings of the months' names in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const beginnings = [
  /^(jan|ene|gen)/,
  /^fe[bv]/,
  /^(mar|mrt|mrz|maa)/,
  /^(apr|avr|abr)/,
  /^(ma[yig]|mei)/,
  /^(jun|juin|giu)/,
  /^(jul|juil|lug)/,
  /^(aug|aou|ago)/,
  /^se[pt]/,
  /^(o[ck]t|out|ott)/,
  /^nov/,
  /^(de[cz]|dic)/,
];

/** The month that a word in small letters without accents begins like the name of, from 1; 0 where there is none. */
export const monthNamed = (name: string): number =>
  beginnings.findIndex((beginning) => beginning.test(name)) + 1;

const yearFirst = /^(\d{4}) (\w+)$/;
const monthThenYear = /^(?:([a-z]{3,12}) ?|(\d{1,2}) (?=\d{4}$))(\d{4}|\d\d)$/;

/**
 * The first day of the month that a header names: `2026-01`, `01/2026`, `Jan 2026`, `janvier 2026`, `Mär-26`. Undefined
 * for everything else, among it `1/26`, which may be a day.
 */
export function dayFromMonthText(text: string): DayNumber | undefined {
  const match = monthThenYear.exec(normalised(text).replace(yearFirst, "$2 $1"));
  if (!match) return undefined;
  const [, name, number, year] = match;
  const month = name ? monthNamed(name) : Number(number);
  return dayFromCalendar(Number(year) + (year!.length === 2 ? 2000 : 0), month, 1);
}
