import { isoFromDay } from "../../core/day";
import { type Cell, isDate, isReadableDate } from "../../sheet/cell";
import { dayFromDate, dayFromIso } from "../../sheet/date";
import type { Zone } from "../../sheet/zone";
import type { SentCell } from "../../sheet/sentCell";

/** Rows of cells as JSON. */
export function sentRows(rows: readonly (readonly Cell[])[], zone: Zone): SentCell[][] {
  zone.prepare(rows.flatMap((row) => row.filter(isReadableDate)));
  return rows.map((row) => row.map((cell) => (isDate(cell) ? sentDate(cell, zone) : cell)));
}

/** A cell of JSON as Sheets holds it. */
export const heldCell = (cell: SentCell, zone: Zone): Cell =>
  typeof cell === "object" ? zone.dateOf(dayFromIso(cell.date)!) : cell;

function sentDate(date: Date, zone: Zone): SentCell {
  const day = isReadableDate(date) ? dayFromDate(date, zone) : undefined;
  return day === undefined ? String(date) : { date: isoFromDay(day) };
}
