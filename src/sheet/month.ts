import { type DayNumber, dayFromCalendar } from "../core/day";
import { normalised } from "./labels";

/** Beginnings of the months' names in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const beginnings: readonly (readonly string[])[] = [
  ["jan", "ene", "gen"],
  ["feb", "fev"],
  ["mar", "mrt", "maa"],
  ["apr", "avr", "abr"],
  ["may", "mai", "mag", "mei"],
  ["jun", "juin", "giu"],
  ["jul", "juil", "lug"],
  ["aug", "aou", "ago"],
  ["sep", "set"],
  ["oct", "okt", "out", "ott"],
  ["nov"],
  ["dec", "dez", "dic"],
];

function monthNamed(name: string): number | undefined {
  const index = beginnings.findIndex((starts) => starts.some((start) => name.startsWith(start)));
  return index < 0 ? undefined : index + 1;
}

/**
 * The first day of the month that a header names: `2026-01`, `01/2026`, `Jan 2026`, `janvier 2026`, `Mär-26`. Undefined
 * for everything else, among it `1/26`, which may be a day.
 */
export function dayFromMonthText(text: string): DayNumber | undefined {
  const words = normalised(text);
  const named =
    /^([a-z]{3,12}) ?(\d{4}|\d{2})$/.exec(words) ?? swapped(/^(\d{4}) ([a-z]{3,12})$/.exec(words));
  if (named) {
    const month = monthNamed(named[1]!);
    return month === undefined ? undefined : dayFromCalendar(yearOf(named[2]!), month, 1);
  }
  const numbers = /^(\d{1,2}) (\d{4})$/.exec(words) ?? swapped(/^(\d{4}) (\d{1,2})$/.exec(words));
  return numbers ? dayFromCalendar(Number(numbers[2]), Number(numbers[1]), 1) : undefined;
}

const swapped = (match: RegExpExecArray | null) => match && [match[0], match[2]!, match[1]!];

const yearOf = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));
