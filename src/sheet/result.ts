import type { DayNumber } from "../core/day";
import { refusal } from "../core/refusal";
import type { Cell } from "./cell";
import type { ColumnDoc, Unit, UnitCell } from "./unit";
import type { Zone } from "./zone";

/** A day in a result, to become a date in the cell. */
interface DayCell {
  readonly day: DayNumber;
}

/** What a computation puts into one cell; undefined and "" both leave it blank. */
export type ResultCell = number | string | DayCell | UnitCell | undefined;

/** A table: its columns, whose titles become the header row, and its rows. */
export interface ResultTable {
  readonly columns: readonly ColumnDoc[];
  readonly rows: readonly (readonly ResultCell[])[];
}

const beyond = (what: string, bound: string) =>
  refusal(`the result must be ${what} that a cell can hold, got one beyond ${bound}`);

/** The value of one cell, safe to return to Sheets. Formulas may hand on longer text than a cell holds. */
export function finishedCell(cell: ResultCell, zone: Zone): Cell {
  if (typeof cell === "object") return "day" in cell ? zone.dateOf(cell.day) : finishedCell(cell.value, zone);
  if (typeof cell === "number") return finite(cell);
  if (cell && cell.length > 50_000) throw beyond("text", "50,000 characters");
  return cell || "";
}

/** A number that a cell can hold. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw beyond("a number", "1.8e308");
  return value === 0 ? 0 : value;
}

/** A rectangular grid of values that Sheets can hold. */
export function finishedGrid(rows: ResultTable["rows"], zone: Zone): Cell[][] {
  const days: DayNumber[] = [];
  for (const row of rows)
    for (const cell of row) if (typeof cell === "object" && "day" in cell) days.push(cell.day);
  zone.prepareDays(days);
  return rows.map((row) => row.map((cell) => finishedCell(cell, zone)));
}

/** A table with its header row as values that Sheets can hold. */
export const finishedTable = ({ columns, rows }: ResultTable, zone: Zone): Cell[][] => [
  columns.map(({ name }) => name),
  ...finishedGrid(rows, zone),
];

/** The unit of each cell of a table below its header. */
export const unitsOf = ({ columns, rows }: ResultTable): Unit[][] =>
  rows.map((row) => row.map((cell, index) => unitOf(cell, columns[index]!.unit)));

function unitOf(cell: ResultCell, ofColumn: ColumnDoc["unit"]): Unit {
  if (ofColumn !== "by row") return ofColumn;
  if (typeof cell === "object") return "unit" in cell ? cell.unit : "date";
  return typeof cell === "string" ? "text" : "number";
}
