import { type DayNumber, isoFromDay } from "../core/day";
import { readAmount } from "./amount";
import { type Cell, isDate, isErrorValue, isReadableDate } from "./cell";
import { dayFromDate, dayFromIso, dayFromIsoMonth } from "./date";
import { saysLeft } from "./written/flags";
import type { Zone } from "./zone";

/** Turns one cell that is not blank into a value, or says what it should have been. */
export interface Reader<T> {
  /** What the cell must be, to follow "must be". */
  readonly expected: string;
  /** The value; undefined where the cell does not hold one. */
  readonly read: (cell: Cell, zone: Zone) => T | undefined;
  /** What to do about an unreadable cell, where the expectation alone does not say it. */
  readonly advice?: (cell: Cell) => string | undefined;
  /** True where text in the first row of a range may be its header. */
  readonly mayHaveHeader?: true;
  /** True where cells may be amounts of money, which in one column are in one currency. */
  readonly isAmount?: true;
}

export interface Bounds {
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
}

function isWithin(
  value: number,
  { atLeast = -Infinity, above = -Infinity, atMost = Infinity }: Bounds,
): boolean {
  return value >= atLeast && value > above && value <= atMost;
}

function inWords({ atLeast, above, atMost }: Bounds): string {
  if (atLeast !== undefined && atMost !== undefined) return ` between ${atLeast} and ${atMost}`;
  if (atLeast !== undefined) return ` of ${atLeast} or more`;
  if (above === undefined) return "";
  return ` above ${above}${atMost === undefined ? "" : ` and at most ${atMost}`}`;
}

function numberFrom(cell: Cell): number | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== "string") return undefined;
  const reading = readAmount(cell);
  return typeof reading === "number" ? reading : undefined;
}

function adviceOnNumber(cell: Cell): string | undefined {
  if (typeof cell !== "string" || readAmount(cell) !== "ambiguous") return undefined;
  return "as text it can be read in two ways: make it a number";
}

function readerWithin(
  bounds: Bounds,
  what: string,
  valueOf: (cell: Cell) => number | undefined,
  advice: Reader<number>["advice"] = adviceOnNumber,
): Reader<number> {
  return {
    expected: what + inWords(bounds),
    read: (cell) => {
      const value = valueOf(cell);
      return value !== undefined && isWithin(value, bounds) ? value : undefined;
    },
    advice,
    mayHaveHeader: true,
  };
}

/** A number, or text that reads as one without doubt. */
export const numberReader = (bounds: Bounds = {}): Reader<number> => ({
  ...readerWithin(bounds, "a number", numberFrom),
  isAmount: true,
});

/** A whole number. */
export const wholeNumberReader = (bounds: Bounds): Reader<number> =>
  readerWithin(bounds, "a whole number", (cell) => {
    const value = numberFrom(cell);
    return Number.isSafeInteger(value) ? value : undefined;
  });

const percentText = /^(.*\d)\s*%$/;

function rateFrom(cell: Cell): number | undefined {
  const percent = typeof cell === "string" ? percentText.exec(cell.trim()) : null;
  if (!percent) return numberFrom(cell);
  const value = numberFrom(percent[1]!);
  return value === undefined ? undefined : value / 100;
}

function adviceOnRate(cell: Cell): string | undefined {
  const value = numberFrom(cell);
  if (value === undefined) return adviceOnNumber(cell);
  return value > 1 && value <= 100
    ? `write ${value}% or ${Number((value / 100).toPrecision(12))}`
    : undefined;
}

/** A rate as a fraction: 5%, 0.05, or the text "5%". */
export const rateReader = (bounds: Bounds = { atLeast: 0, atMost: 1 }): Reader<number> =>
  readerWithin(bounds, "a rate", rateFrom, adviceOnRate);

/** The day that a cell names, as a date or as ISO text. */
export function dayFrom(cell: Cell, zone: Zone): DayNumber | undefined {
  if (isReadableDate(cell)) return dayFromDate(cell, zone);
  return typeof cell === "string" ? dayFromIso(cell) : undefined;
}

/** A figure that may be a count or a rate; written as text with %, it is a rate. */
export interface CountOrRate {
  readonly value: number;
  readonly isPercent: boolean;
}

/** A count, or a rate as a fraction, of which the whole column says which. */
export const countOrRateReader: Reader<CountOrRate> = {
  expected: "a number of 0 or more, or a rate such as 5%",
  read: (cell) => {
    const value = rateFrom(cell);
    const isPercent = typeof cell === "string" && percentText.test(cell.trim());
    return value !== undefined && value >= 0 && !(isPercent && value > 1) ? { value, isPercent } : undefined;
  },
  advice: adviceOnNumber,
  mayHaveHeader: true,
};

const beginningOf1900 = Date.UTC(1900, 0, 1, 12);

export function adviceOnDate(cell: Cell): string | undefined {
  if (typeof cell === "number") return "format the cell as a date";
  if (isReadableDate(cell) && cell.getTime() < beginningOf1900) return "write a date from 1900-01-01 on";
  if (typeof cell === "string" && /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(cell.trim())) {
    return "as text, day and month can be confused";
  }
  return undefined;
}

/** A sheet date or ISO text, as a day number. */
export const dateReader: Reader<DayNumber> = {
  expected: "a date, or text such as 2026-03-31",
  read: dayFrom,
  advice: adviceOnDate,
  mayHaveHeader: true,
};

/** The date that stands for a period: like a date, or a month as text (`2026-03`), which is its first day. */
export const periodReader: Reader<DayNumber> = {
  expected: "a date, or text such as 2026-03-31 or 2026-03",
  read: (cell, zone) => dayFrom(cell, zone) ?? (typeof cell === "string" ? dayFromIsoMonth(cell) : undefined),
  advice: adviceOnDate,
  mayHaveHeader: true,
};

/** A name or number that identifies something, as trimmed text: the number 7 and the text "7" are the same. */
export const identityReader: Reader<string> = {
  expected: "a name or a number",
  read: (cell, zone) => {
    if (typeof cell === "string") return isErrorValue(cell) ? undefined : cell.trim();
    if (typeof cell === "boolean") return String(cell).toUpperCase();
    if (isDate(cell)) {
      const day = isReadableDate(cell) ? dayFromDate(cell, zone) : undefined;
      return day === undefined ? undefined : isoFromDay(day);
    }
    return Number.isFinite(cell) ? String(cell) : undefined;
  },
};

/** TRUE or FALSE: a cell of either, 1 or 0, or the words. */
export const flagReader: Reader<boolean> = {
  expected: "TRUE or FALSE",
  read: (cell) => {
    if (typeof cell === "boolean") return cell;
    const word =
      typeof cell === "string" || typeof cell === "number" ? String(cell).trim().toLowerCase() : "";
    return word === "true" || word === "1" ? true : word === "false" || word === "0" ? false : undefined;
  },
};

/** Whether someone has left, as people write it. */
export const leftReader: Reader<boolean> = {
  expected: "yes or no, TRUE or FALSE, 1 or 0, or the date of leaving",
  read: (cell) =>
    saysLeft(cell) ?? (typeof cell === "string" && dayFromIso(cell) !== undefined ? true : undefined),
};

/** One of a few words; case does not matter. */
export function choiceReader<T extends string>(choices: readonly T[]): Reader<T> {
  const quoted = choices.map((choice) => `"${choice}"`);
  return {
    expected: `${quoted.slice(0, -1).join(", ")} or ${quoted[quoted.length - 1]}`,
    read: (cell) => {
      if (typeof cell !== "string") return undefined;
      const wanted = cell.trim().toLowerCase();
      return choices.find((choice) => choice.toLowerCase() === wanted);
    },
  };
}
