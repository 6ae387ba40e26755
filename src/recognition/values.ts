import { monthNamed as monthBegunBy } from "../sheet/month";
import type { SentCell } from "../sheet/sentCell";
import { currencyOf } from "./header";
import type { DateNotation, DecimalMark } from "./types";

export const isDate = (cell: SentCell): cell is { readonly date: string } => typeof cell === "object";
/** Nothing, or a dash, which stands for it among amounts. */
export const isBlank = (cell: SentCell | undefined): boolean =>
  cell === undefined ||
  (typeof cell === "string" && /^\s*(?:(?:R?\$|[€£¥])?\s*[-\u2013\u2014]\s*[€£$]?)?\s*$/.test(cell));

export const shown = (cell: SentCell): string => (isDate(cell) ? cell.date : String(cell).trim());

/** How a date written as text is written; undefined for any other text. */
export function dateNotation(text: string): DateNotation | undefined {
  const trimmed = text.trim();
  if (/^\d{4}-\d{1,2}-\d{1,2}([T ]\d.*)?$/.test(trimmed)) return "iso";
  if (/^\d{4}([-./])\d{1,2}\1\d{1,2}(([T ]|, ?)\d.*)?$/.test(trimmed)) return "yearFirst";
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})([ T,].*)?$/.exec(trimmed);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[3])];
    // 98-12-31
    if (first > 31 && numbers[4]!.length === 2) return second <= 12 ? "yearFirst" : undefined;
    if (Math.max(first, second) > 31 || Math.min(first, second) > 12 || first * second === 0)
      return undefined;
    // Nobody writes the month first before a full stop.
    if (first > 12 || numbers[2] === ".") return second > 12 ? undefined : "dayFirst";
    return second > 12 ? "monthFirst" : "ambiguous";
  }
  const named = /^(\d{1,2}[. -]+)?([a-z\u00c0-\u017f]{3,10})[., -]+(\d{1,2}[,-] ?)?(\d{4}|\d\d)\b/i.exec(
    trimmed,
  );
  if (named && (named[1] ?? named[3]) && monthNamed(named[2]!) !== undefined) return "named";
  return undefined;
}

/** True for numbers such as 20261231. */
export const isCompactDate = (cell: SentCell): boolean =>
  typeof cell === "number" && /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(String(cell));

/** The notation of a column: what is certain in one cell holds for those that could be either. */
export function notationOf(texts: readonly string[]): DateNotation | undefined {
  const short = shortNotationOf(texts);
  if (short) return short;
  const seen = new Set(texts.map(dateNotation));
  seen.delete(undefined);
  if (seen.has("dayFirst") && seen.has("monthFirst")) return "ambiguous";
  return (["dayFirst", "monthFirst", "ambiguous", "named", "yearFirst", "iso"] as const).find((notation) =>
    seen.has(notation),
  );
}

/**
 * Where all dates are like 26-01-31, either end may be the year: it is the one that stays much the same while the other
 * goes through the days of months. Undefined where that says nothing new.
 */
function shortNotationOf(texts: readonly string[]): DateNotation | undefined {
  const parts = texts.map((text) => /^(\d\d)([-/])(\d\d)\2(\d\d)(?:[ T,].*)?$/.exec(text.trim()));
  const isYearFirst = parts.every((part) => part && Number(part[3]) <= 12 && Number(part[4]) <= 31);
  if (!isYearFirst || texts.length === 0) return undefined;
  const [first, last] = [1, 4].map((at) => [...new Set(parts.map((part) => Number(part![at])))]) as [
    number[],
    number[],
  ];
  if (first.length > last.length) return undefined;
  const goesThroughMonths = last.length > 2 * first.length && Math.max(...last) - Math.min(...last) > 9;
  if (goesThroughMonths) return "yearFirst";
  return parts[0]![2] === "-" ? "ambiguous" : undefined;
}

const amount =
  /^\(?[-+\u2212]? ?(?:[A-Z]{3}|[A-Z]{0,2} ?\$|[€£¥₹]|kr\.?|Fr\.?|R\$|S\/|zł)? ?[-+\u2212]?(\d{1,3}(?:[ '\u00a0\u202f’]\d{3})+(?:[.,]\d+)?|[\d.,]*\d[\d.,]*) ?(?:[A-Za-z]{3}|[€£$¥₹]|kr\.?|zł|[-\u2013\u2014]{1,2})?-?\)?$/;

/** Nothing after the decimal mark, as in 39,- and 39,-- */
const even = /[,.][-\u2013\u2014]{1,2}$/;

/** The digits and marks of an amount written as text; undefined for any other text. */
export function amountDigits(text: string): string | undefined {
  return amount.exec(text.trim())?.[1];
}

/** The amount in a cell, written as text with a decimal mark that the column tells. */
export function amountOf(cell: SentCell, decimal: DecimalMark | undefined): number | undefined {
  if (typeof cell === "number") return cell;
  const digits = typeof cell === "string" ? amountDigits(cell) : undefined;
  if (digits === undefined || decimal === "ambiguous") return undefined;
  const plain = digits.replace(decimal === "comma" ? /[^\d,]/g : /[^\d.]/g, "").replace(",", ".");
  return (/^\(|[-\u2212]/.test((cell as string).trim().replace(even, "")) ? -1 : 1) * Number(plain);
}

/** The decimal mark of amounts written as text; undefined where none has a mark. */
export function decimalOf(texts: readonly string[], isMoney = false): DecimalMark | undefined {
  const marks = new Set(
    texts.map((text) => {
      const digits = amountDigits(text) ?? "";
      const mark = markOf(digits);
      // Nobody writes money with three decimals.
      return mark === "ambiguous" && (isMoney || currencyOf(text))
        ? named(digits.includes(",") ? "." : ",")
        : mark;
    }),
  );
  if (marks.has("point") && marks.has("comma")) return "ambiguous";
  return (["point", "comma", "ambiguous"] as const).find((mark) => marks.has(mark));
}

function markOf(digits: string): DecimalMark | undefined {
  const marks = digits.replace(/[^.,]/g, "");
  if (marks === "") return undefined;
  const last = marks[marks.length - 1]!;
  const after = digits.length - digits.lastIndexOf(last) - 1;
  if (marks.length === 1)
    return after === 3 && !digits.startsWith("0") && !/[ '’\u00a0\u202f]/.test(digits)
      ? "ambiguous"
      : named(last);
  // Several of one mark stand between thousands.
  if (marks === last.repeat(marks.length)) return named(last === "." ? "," : ".");
  return named(last);
}

const named = (mark: string) => (mark === "." ? "point" : "comma");

/** The month that a word begins like the name of, from 1. */
export function monthNamed(name: string): number | undefined {
  const plain = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return monthBegunBy(plain) || undefined;
}

/** A month counted from year 0 that a cell names, such as 2026-01, Jan 2026 or a date; undefined for any other. */
export function monthOf(cell: SentCell): number | undefined {
  if (isDate(cell)) return fromParts(cell.date.slice(0, 4), Number(cell.date.slice(5, 7)));
  if (typeof cell !== "string") return undefined;
  const text = cell.trim();
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})(-\d\d)?$/.exec(text);
  if (yearFirst) return fromParts(yearFirst[1]!, Number(yearFirst[2]));
  const yearLast = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (yearLast) return fromParts(yearLast[2]!, Number(yearLast[1]));
  const words = /^([a-z\u00c0-\u017f]{3,10})[. '/\u2019-]+(\d{4}|\d{2})$/i.exec(text);
  return words ? fromParts(words[2]!, monthNamed(words[1]!)) : undefined;
}

function fromParts(year: string, month: number | undefined): number | undefined {
  if (month === undefined || month < 1 || month > 12) return undefined;
  return (year.length === 2 ? 2000 + Number(year) : Number(year)) * 12 + month - 1;
}
