import { type DayNumber, dayFromCalendar } from "../../core/day";
import { dayFromIso } from "../date";
import { monthNamed } from "../month";

/** In which order day, month and year stand where all three are numbers. */
export type DayOrder = "d.m.y" | "m.d.y" | "y.m.d";

export const dayOrders: readonly DayOrder[] = ["d.m.y", "m.d.y", "y.m.d"];

/** A time of day behind a date, whatever is written of its zone. */
const time =
  "(?:[t ,]+(?:(?:at|um|a|a las|as|alle|om|kl) )?\\d{1,2}(?:[:.h]\\d\\d|h| ?[ap]\\.?m| ?uhr)[^\\n]{0,40})?";
/** A weekday before a date. */
const weekday = "(?:[a-z]{2,10}[.,]? ?,? )?";

const threeNumbers = new RegExp(`^${weekday}(\\d{1,4})([./-]) ?(\\d{1,2})\\2 ?(\\d{1,4})${time}$`);
const dayThenMonth = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[ ./-]*(?:(?:de|of|di|d) )?([a-z]{3,12})\\.?[ ./,-]*(?:(?:de|del|of) )?'?(\\d{4}|\\d\\d)${time}$`,
);
const monthThenDay = new RegExp(
  `^${weekday}([a-z]{3,12})\\.?[ ./-]*(\\d{1,2})(?:st|nd|rd|th)?[ ,./-]+'?(\\d{4}|\\d\\d)${time}$`,
);
const yearThenMonth = new RegExp(`^(\\d{4})[ ./-]+([a-z]{3,12})\\.?[ ./-]+(\\d{1,2})${time}$`);

const yearOf = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900);

/** Small letters without accents, spaces single. */
const plain = (text: string) =>
  text
    .trim()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[\s\u200e\u200f]+/g, " ")
    .replace(/’/g, "'");

const fits = (length: number, isYear: boolean) => (isYear ? length === 2 || length === 4 : length <= 2);

function fromNumbers(parts: RegExpExecArray, order: DayOrder): DayNumber | undefined {
  const [first, second, third] = [parts[1]!, parts[3]!, parts[4]!];
  // Nobody writes the month first before a full stop.
  if (order === "m.d.y" && parts[2] === ".") return undefined;
  const isYearFirst = order === "y.m.d";
  if (!fits(first.length, isYearFirst) || !fits(third.length, !isYearFirst)) return undefined;
  if (isYearFirst) return dayFromCalendar(yearOf(first), Number(second), Number(third));
  const [month, day] = order === "d.m.y" ? [second, first] : [first, second];
  return dayFromCalendar(yearOf(third), Number(month), Number(day));
}

function fromNamedMonth(text: string): DayNumber | undefined {
  const fromParts = (year: string, month: string, day: string) =>
    dayFromCalendar(yearOf(year), monthNamed(month), Number(day));
  let parts = dayThenMonth.exec(text);
  if (parts && monthNamed(parts[2]!) > 0) return fromParts(parts[3]!, parts[2]!, parts[1]!);
  parts = monthThenDay.exec(text);
  if (parts && monthNamed(parts[1]!) > 0) return fromParts(parts[3]!, parts[1]!, parts[2]!);
  parts = yearThenMonth.exec(text);
  return parts ? fromParts(parts[1]!, parts[2]!, parts[3]!) : undefined;
}

/**
 * The day that a text names: 2026-12-31, 31.12.2026 10:15, 12/31/26, 31 Dec 2026, le 31 décembre 2026 … Where day, month and
 * year are numbers and no four digits come first, their order has to be known. Undefined for any other text.
 */
export function dayWritten(text: string, order: DayOrder | undefined): DayNumber | undefined {
  const iso = dayFromIso(text);
  if (iso !== undefined || !/\d/.test(text) || text.length > 80) return iso;
  const bare = plain(text);
  const numbers = threeNumbers.exec(bare);
  if (!numbers) return fromNamedMonth(bare);
  if (numbers[1]!.length === 4) return fromNumbers(numbers, "y.m.d");
  return order && fromNumbers(numbers, order);
}

/** The orders in which a text of three numbers names a day; none where the text needs no order or is something else. */
export function ordersOf(text: string): readonly DayOrder[] {
  const numbers = /\d{1,2}[./-] ?\d{1,2}[./-]/.test(text) ? threeNumbers.exec(plain(text)) : null;
  if (!numbers || numbers[1]!.length === 4) return [];
  return dayOrders.filter((order) => fromNumbers(numbers, order) !== undefined);
}

const compact = /^(?:19|20)\d{6}$/;

/** The day that a number such as 20261231 names. */
export const dayFromCompact = (number: number): DayNumber | undefined =>
  compact.test(String(number)) ? dayFromIso(String(number)) : undefined;
