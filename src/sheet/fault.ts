import { isoFromDay } from "../core/day";
import { grouped } from "../core/grouped";
import { refusal } from "../core/refusal";
import { type Cell, isBlank, isDate, isErrorValue, isReadableDate } from "./cell";
import type { Reader } from "./reader";
import type { Zone } from "./zone";

/** A cell that could not be read: which argument it belongs to, what it holds, and where in the range it stands. */
export interface Fault {
  readonly argument: string;
  readonly reader: Pick<Reader<unknown>, "expected" | "advice">;
  readonly cell: unknown;
  /** Where in the range, such as "row 7"; undefined for an argument of one cell. */
  readonly place: string | undefined;
}

const mostShown = 5;
const longestText = 40;

/** A cell as an error message shows it. */
export function shown(cell: unknown, zone: Zone): string {
  if (cell === undefined) return "nothing";
  if (isBlank(cell)) return "an empty cell";
  if (typeof cell === "boolean") return String(cell).toUpperCase();
  if (isDate(cell)) return shownDate(cell, zone);
  if (typeof cell === "number") return String(cell);
  if (typeof cell !== "string") return "something that is not a cell value";
  const text = cell.trim();
  return isErrorValue(text) ? text.replace(/\.+$/, "") : quoted(text);
}

function shownDate(date: Date, zone: Zone): string {
  const iso = isReadableDate(date) ? isoFromDay(zone.dayOf(date)) : "";
  if (iso.startsWith("1899-")) return "a time without a day";
  return iso.length === "2026-03-31".length ? iso : "a date that does not exist";
}

/** Text in quotes, cut where it is too long for a message. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longestText + 2));
  return JSON.stringify(
    characters.length > longestText ? `${characters.slice(0, longestText).join("")}…` : text,
  );
}

/** Refuses cells that could not be read. */
export function refuseFaults(faults: readonly Fault[], zone: Zone): void {
  if (faults.length > 0) throw refusal(describeFaults(faults, zone));
}

/**
 * One message for all faults: each argument with its expectation and its cells, the first five of them with their
 * places, then how many more there are.
 */
export function describeFaults(faults: readonly Fault[], zone: Zone): string {
  const demandOf = ({ argument, reader }: Fault) => `${argument} must be ${reader.expected}`;
  const parts = Array.from(grouped(faults.slice(0, mostShown), demandOf), ([demand, own]) => {
    const cells = own.map(({ cell, place }) => shown(cell, zone) + (place ? ` in ${place}` : ""));
    const whatToDo = own.map(({ reader, cell }) => reader.advice?.(cell as Cell)).find(Boolean);
    return `${demand}, got ${cells.join(", ")}${whatToDo ? ` (${whatToDo})` : ""}`;
  });
  return parts.join("; ") + andMore(faults.length - mostShown);
}

/** The first five of a list, and how many more there are. */
export const listed = (items: readonly string[]): string =>
  items.slice(0, mostShown).join(", ") + andMore(items.length - mostShown);

export const andMore = (count: number): string => (count > 0 ? `, and ${count} more` : "");
