import type { DayNumber } from "../core/day";
import { refusal } from "../core/refusal";
import type { Cell } from "./cell";
import type { Zone } from "./zone";

/** A day in a result, to become a date in the cell. */
export interface DayCell {
  readonly day: DayNumber;
}

/** What a computation puts into one cell; undefined and "" both leave it blank. */
export type ResultCell = number | string | DayCell | undefined;

/** A table with its header row. */
export type ResultTable = readonly (readonly ResultCell[])[];

/** Columns of a table and how each is computed from a record: header and cell stay side by side. */
export type Columns<R> = Readonly<Record<string, (record: R) => ResultCell>>;

/** Header row and one row for each record. */
export function tableOf<R>(columns: Columns<R>, records: readonly R[]): ResultTable {
  const cells = Object.values(columns);
  return [Object.keys(columns), ...records.map((record) => cells.map((cell) => cell(record)))];
}

/** The value of one cell, safe to return to Sheets. */
export function finishedCell(value: ResultCell, zone: Zone): Cell {
  if (value === undefined) return "";
  if (typeof value === "object") return zone.dateOf(value.day);
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) {
    throw refusal("the result must be a number that a cell can hold, got one beyond 1.8e308");
  }
  return value === 0 ? 0 : value;
}

/** A rectangular grid of values that Sheets can hold. */
export function finishedTable(table: ResultTable, zone: Zone): Cell[][] {
  zone.prepareDays(daysIn(table));
  return table.map((row) => row.map((value) => finishedCell(value, zone)));
}

const daysIn = (table: ResultTable): DayNumber[] =>
  table.flatMap((row) => row.flatMap((value) => (typeof value === "object" ? [value.day] : [])));
