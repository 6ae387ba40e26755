import { digitsOf } from "../../sheet/amount";
import { monthNamed as monthBegunBy } from "../../sheet/month";
import type { SentCell } from "../../sheet/sentCell";
import { amountWritten, decimalMark, isDash } from "../../sheet/written/amounts";
import { dayFromCompact, dayWritten, ordersOf } from "../../sheet/written/days";
import { saysNothing } from "../../sheet/written/nothing";
import type { DateNotation, DecimalMark } from "../types";

export const isDate = (cell: SentCell): cell is { readonly date: string } => typeof cell === "object";
/** Nothing, or what stands for it: a dash among amounts, or NULL. */
export const isBlank = (cell: SentCell | undefined): boolean =>
  cell === undefined || (typeof cell === "string" && (isDash(cell) || saysNothing(cell)));

export const shown = (cell: SentCell): string => (isDate(cell) ? cell.date : String(cell).trim());

/** How a date written as text is written; undefined for any other text. */
export function dateNotation(text: string): DateNotation | undefined {
  const trimmed = text.trim();
  if (/^\d{4}-\d{1,2}-\d{1,2}([T ]\d.*)?$/.test(trimmed)) return "iso";
  // An identifier of eight digits may be a day by chance.
  if (/^\d*$/.test(trimmed)) return undefined;
  const orders = ordersOf(trimmed);
  const [isDayFirst, isMonthFirst] = [orders.includes("d.m.y"), orders.includes("m.d.y")];
  if (isDayFirst) return isMonthFirst ? "ambiguous" : "dayFirst";
  if (isMonthFirst) return "monthFirst";
  if (orders.length > 0) return "yearFirst";
  if (dayWritten(trimmed, undefined) === undefined) return undefined;
  return /^\d{4}\D\d/.test(trimmed) ? "yearFirst" : "named";
}

const orderIn = { dayFirst: "d.m.y", monthFirst: "m.d.y", yearFirst: "y.m.d" } as const;

/** The day that a cell names in a notation, as a number; undefined where it names none, or may name two. */
export function dayOf(cell: SentCell, notation: DateNotation | undefined): number | undefined {
  if (isDate(cell)) return dayWritten(cell.date, undefined);
  if (typeof cell === "number") return dayFromCompact(cell);
  return typeof cell === "string" ? dayWritten(cell, orderIn[notation as "dayFirst"]) : undefined;
}

/** True for numbers such as 20261231. */
export const isCompactDate = (cell: SentCell): boolean =>
  typeof cell === "number" && dayFromCompact(cell) !== undefined;

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

/** The digits and marks of an amount written as text; undefined for any other text. */
export const amountDigits = digitsOf;

const marks = { point: ".", comma: "," } as const;

/** The amount in a cell, written as text with a decimal mark that the column tells. */
export function amountOf(cell: SentCell, decimal: DecimalMark | undefined): number | undefined {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string" || decimal === "ambiguous") return undefined;
  const reading = amountWritten(cell, decimal && marks[decimal]);
  return typeof reading === "number" ? reading : undefined;
}

/** The decimal mark of amounts written as text; undefined where none has a mark. */
export function decimalOf(texts: readonly string[], isMoney = false): DecimalMark | undefined {
  const mark = decimalMark(texts, isMoney);
  return mark === "." ? "point" : mark === "," ? "comma" : mark;
}

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
