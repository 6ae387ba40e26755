import { isoFromDay } from "../../core/day";
import { type Cell, isDate, isReadableDate } from "../../sheet/cell";
import { dayFromDate } from "../../sheet/date";
import type { Zone } from "../../sheet/zone";
import type { SentCell } from "../../sheet/sentCell";

/** Rows of cells as JSON. */
export function sentRows(rows: readonly (readonly Cell[])[], zone: Zone): SentCell[][] {
  zone.prepare(rows.flatMap((row) => row.filter(isReadableDate)));
  return rows.map((row) => row.map((cell) => (isDate(cell) ? sentDate(cell, zone) : cell)));
}

function sentDate(date: Date, zone: Zone): SentCell {
  const day = isReadableDate(date) ? dayFromDate(date, zone) : undefined;
  return day === undefined ? String(date) : { date: isoFromDay(day) };
}

/** Text that a cell shows as it is: what begins like a formula would become one. */
export function inert(text: string): string {
  return /^[=+\-@']/.test(text) ? `'${text}` : text;
}

/** The same of text that reads as a number or a date too. */
export const literal = (text: string): string => (text === "" ? "" : `'${text}`);
