import { type Currency, currencyMarked, currencyPattern, isCode } from "./currency";

/** What a text says about money: a number, more than one number depending on the country, or no number. */
export type AmountReading = number | "ambiguous" | undefined;

const sign = "([-+]?)";
/** Digits with points and commas, and between digits with spaces and apostrophes. */
const digits = "((?:[\\d.,]|[ '’](?=\\d))+)";
const currency = `(${currencyPattern})?`;
const withCurrency = new RegExp(`^${sign} ?${currency} ?${sign} ?${digits} ?${sign} ?${currency} ?${sign}$`);

const directionMarks = /[\u200e\u200f\u061c]/g;
const minusSigns = /[\u2212\u2013]/g;
const brackets = /^([^()\d]*)\(([^()]*)\)([^()\d]*)$/;
const longestAmount = 60;
/** No decimals, written as dashes behind the mark: 39,- and 39,-- */
const dashes = /(\d)([.,])(?:--?|—)(?=\D*$)/;

/** What stands before the decimals of an amount. */
export type DecimalMark = "." | ",";

/** An amount as text, taken apart; undefined for text that is none. */
function partsOf(text: string, decimal?: DecimalMark) {
  const trimmed = text.trim();
  if (trimmed.length > longestAmount || /[\t\r\n]/.test(trimmed)) return undefined;
  const bare = trimmed.replace(directionMarks, "").replace(minusSigns, "-").replace(/\s+/g, " ").trim();
  const unbracketed = bare.replace(brackets, "$1$2$3").trim();
  const inBrackets = unbracketed !== bare;
  const body = unbracketed.replace(dashes, "$1");
  const mark = body === unbracketed ? decimal : (dashes.exec(unbracketed)![2] as DecimalMark);
  const match = withCurrency.exec(body);
  if (!match) return undefined;
  const signs = match[1]! + match[3]! + match[5]! + match[7]!;
  if (signs.length > (inBrackets ? 0 : 1)) return undefined;
  return {
    digits: body === unbracketed ? match[4]! : `${match[4]!}${mark!}00`,
    size: readDigits(match[4]!, mark),
    isNegative: inBrackets || signs === "-",
    marks: [match[2], match[6]].filter((mark) => mark !== undefined),
  };
}

/**
 * Reads an amount written as text in any common notation: `€1.234,56`, `$1,234.56`, `1 234,56 EUR`, `12-`, `(12.00)`
 * for minus. `1,234` is 1234 to some and 1.234 to others: "ambiguous", unless the decimal mark is known.
 */
export function readAmount(text: string, decimal?: DecimalMark): AmountReading {
  const parts = partsOf(text, decimal);
  if (typeof parts?.size !== "number") return parts?.size;
  return parts.isNegative ? 0 - parts.size : parts.size;
}

/** The digits of an amount written as text, with the marks between them; undefined for any other text. */
export const digitsOf = (text: string): string | undefined => {
  const parts = partsOf(text);
  return parts?.size === undefined ? undefined : parts.digits;
};

/** The currency in which text says an amount, of `$12.00 CAD` the one that its code names; undefined where it names none. */
export function currencyOf(text: string): Currency | undefined {
  const marks = partsOf(text)?.marks ?? [];
  const telling = marks.find(isCode) ?? marks[0];
  return telling === undefined ? undefined : currencyMarked(telling);
}

const withOneMark = /^\d*[.,]?\d+$/;
const couldBeGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** Thousands between points, commas, spaces or apostrophes, then decimals behind another mark. */
const inThousands = /^(\d{1,3}([.,'’ ])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/;
/** Lakhs and crores: 12,34,567.89. */
const inLakhs = /^(\d{1,2}(,)(?:\d\d,)+\d{3})(?:\.(\d+))?$/;

/** Reads digits with points and commas, or with spaces or apostrophes between the thousands: 1 234 567, 1'234'567. */
function readDigits(text: string, decimal: DecimalMark | undefined): AmountReading {
  if (withOneMark.test(text)) {
    const isGrouped = couldBeGrouped.test(text);
    if (isGrouped && decimal === undefined) return "ambiguous";
    return Number(isGrouped && !text.includes(decimal!) ? text.replace(/\D/, "") : text.replace(",", "."));
  }
  const match = inThousands.exec(text) ?? inLakhs.exec(text);
  return match ? Number(`${match[1]!.replace(/\D/g, "")}.${match[3] ?? 0}`) : undefined;
}
