import { type DayNumber, dayFromCalendar } from "../core/day";
import { normalised } from "./labels";

/** The months' names in English, German, French, Spanish, Italian, Portuguese and Dutch, and what none begins with: mrz. */
const names = [
  "january januar janner jaenner janvier enero gennaio janeiro januari",
  "february februar feber fevrier febrero febbraio fevereiro februari",
  "march marz maerz mrz mars marzo marco maart mrt",
  "april avril abril aprile",
  "may mai mayo maggio maio mei",
  "june juni juin junio giugno junho",
  "july juli juillet julio luglio julho",
  "august aout agosto augustus",
  "september septembre septiembre setiembre settembre setembro",
  "october oktober octobre octubre ottobre outubro",
  "november novembre noviembre novembro",
  "december dezember decembre diciembre dicembre dezembro",
].map((month) => month.split(" "));

/**
 * The month that a word in small letters without accents is the name of, or three letters and more of its beginning, from 1;
 * 0 where there is none, or more than one, as of jui.
 */
export function monthNamed(name: string): number {
  const isBegun = (month: readonly string[]) => month.some((one) => one.startsWith(name));
  const [month, another] = name.length < 3 ? [] : names.flatMap((one, at) => (isBegun(one) ? [at + 1] : []));
  return another === undefined ? (month ?? 0) : 0;
}

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
