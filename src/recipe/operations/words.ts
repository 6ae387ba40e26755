import type { Cell } from "../../sheet/cell";
import { isDate } from "../../sheet/cell";
import { isoFromDay } from "../../core/day";
import type { Operation } from "./values";

const written = (value: number, digits: number, locale: string) =>
  value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Hundredths where they matter. */
const digitsOf = (value: number) => (Math.abs(value) >= 100 ? 0 : 2);

/** Sentences with figures in them. FIXED writes numbers as the spreadsheet's locale does; TEXT would want a pattern of it. */
export const wordsOperations: Readonly<Record<string, Operation>> = {
  /** Texts and numbers one after the other. */
  JOIN: {
    text: (...parts) => parts.join("&"),
    value: (parts) => parts.map((part) => String(part as Cell)).join(""),
  },
  IF_BLANK: {
    text: (cell, blank, otherwise) => `IF(${cell}="", ${blank}, ${otherwise})`,
    value: ([cell, blank, otherwise]) => (cell === "" ? blank! : otherwise!),
  },
  /** Words for a cell that holds a formula, and for one that has become a value, as by freezing. */
  IF_LIVE: {
    text: (cell, live, frozen) => `IF(ISFORMULA(${cell}), ${live}, ${frozen})`,
    value: ([, live]) => live!,
  },
  /** A word for what is above 0, and one for what is not. */
  IF_ABOVE: {
    text: (value, above, otherwise) => `IF(${value}>0, ${above}, ${otherwise})`,
    value: ([value, above, otherwise]) => (Number(value) > 0 ? above! : otherwise!),
  },
  /** Words for an amount that next to another one is shown as more than 0, and others where it is not. */
  IF_SHOWN: {
    text: (value, beside, shown, otherwise) =>
      `IF(ROUND(${value}, IF(ABS(${beside})>=100, 0, 2))=0, ${otherwise}, ${shown})`,
    value: ([value, beside, shown, otherwise]) =>
      Number(Math.abs(Number(value)).toFixed(digitsOf(Number(beside)))) === 0 ? otherwise! : shown!,
  },
  /** The size of an amount of money, behind its sign, as exactly as is fit next to another amount. */
  IN_MONEY: {
    text: (sign, value, beside) =>
      `${sign === '""' ? "" : `${sign}&`}FIXED(ABS(${value}), IF(ABS(${beside})>=100, 0, 2))`,
    value: ([sign, value, beside], { locale }) =>
      `${sign as string}${written(Math.abs(Number(value)), digitsOf(Number(beside)), locale)}`,
  },
  IN_DECIMALS: {
    text: (value, digits) => `FIXED(${value}, ${digits})`,
    value: ([value, digits], { locale }) => written(Number(value), digits as number, locale),
  },
  /** A share in hundredths. */
  IN_PERCENT: {
    text: (value) => `FIXED(100*${value}, 1)&"%"`,
    value: ([value], { locale }) => `${written(100 * Number(value), 1, locale)}%`,
  },
  /** A day in ISO notation, or the first characters of it: 7 for a month, 4 for a year. */
  IN_ISO: {
    text: (day, length) =>
      `LEFT(YEAR(${day})&"-"&RIGHT("0"&MONTH(${day}), 2)&"-"&RIGHT("0"&DAY(${day}), 2), ${length})`,
    value: ([day, length], { zone }) =>
      isDate(day) ? isoFromDay(zone.dayOf(day)).slice(0, length as number) : "",
  },
};
