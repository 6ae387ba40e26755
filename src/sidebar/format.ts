import type { SentCell } from "../sheet/sentCell";
import type { FigureUnit } from "../answers/figures";
import type { FactUnit } from "../answers/headline/headline";
import type { SaidFigure } from "../answers/sentence";

/** How figures are written for this workbook. */
export interface Notation {
  /** Of the spreadsheet, as Intl knows it. */
  readonly locale: string;
  /** ISO code; "" where none is known. */
  readonly currency: string;
  /** One period, such as "month". */
  readonly period: string;
}

/** With a minus sign, for which Intl has a hyphen in most languages. */
const number = (value: number, { locale }: Notation, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(locale, options).format(value).replace("-", "−");

export const money = (value: number, notation: Notation): string => moneyAs(value, value, notation);

/** An amount with as many decimals as another one has. */
export function moneyAs(value: number, other: number, notation: Notation): string {
  const maximumFractionDigits = Math.abs(other) >= 1000 ? 0 : 2;
  const { currency } = notation;
  return number(value, notation, {
    ...(currency && { style: "currency", currency }),
    minimumFractionDigits: maximumFractionDigits,
    maximumFractionDigits,
  });
}

const share = (value: number, notation: Notation) =>
  number(value, notation, { style: "percent", maximumFractionDigits: 1 });

/** A share as a field holds it: with as many digits as it has. */
export const sharePrecisely = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 4 }).format(value);

/** A change with its sign. */
export const change = (value: number, notation: Notation) =>
  number(value, notation, { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" });

const count = (value: number, notation: Notation) => number(value, notation, { maximumFractionDigits: 1 });

/** A figure in its unit. */
export function inUnit(cell: SentCell | undefined, unit: FigureUnit | FactUnit, notation: Notation): string {
  if (typeof cell !== "number") return "–";
  if (unit === "money") return money(cell, notation);
  if (unit === "share") return share(cell, notation);
  if (unit === "count" || unit === "number") return count(cell, notation);
  return unit === "ratio"
    ? `${count(cell, notation)} : 1`
    : `${count(cell, notation)} ${notation.period}${cell === 1 ? "" : "s"}`;
}

/** A figure in a sentence. */
export function figureInWords({ value, unit }: SaidFigure, notation: Notation): string {
  if (unit === "money") return money(value, notation);
  return unit === "share"
    ? share(value, notation)
    : number(value, notation, { maximumFractionDigits: unit === "count" || value >= 10 ? 0 : 1 });
}

/** What a currency is written with, such as £; "" for none. */
function currencySign({ locale, currency }: Notation): string {
  if (!currency) return "";
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

/** The number format of a cell that shows a figure of this unit. */
export function cellFormat(unit: FigureUnit, notation: Notation): string {
  const sign = currencySign(notation);
  if (unit === "money") return sign ? `"${sign}"#,##0.00` : "#,##0.00";
  return unit === "share" ? "0.0%" : "#,##0.0";
}

/** The period that begins on a day: "June 2026", or the day itself where periods are shorter than a month. */
export function periodOf(day: string, { locale, period }: Notation): string {
  const date = new Date(day);
  const options = { timeZone: "UTC", year: "numeric" } as const;
  if (period === "year") return new Intl.DateTimeFormat(locale, options).format(date);
  return new Intl.DateTimeFormat(locale, {
    ...options,
    month: "long",
    ...((period === "day" || period === "week") && { day: "numeric" }),
  }).format(date);
}

/** A cell as a person reads it. */
export function inWords(cell: SentCell, notation: Notation): string {
  if (typeof cell === "number")
    return number(cell, notation, { maximumFractionDigits: 2, useGrouping: false });
  return typeof cell === "object" ? cell.date : String(cell);
}
