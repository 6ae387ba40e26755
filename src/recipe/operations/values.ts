import { type Cell, isDate } from "../../sheet/cell";
import type { Zone } from "../../sheet/zone";

/** What a term is worth: one cell, or rows of cells. */
export type Value = Cell | readonly (readonly Cell[])[];

/** What operations know of the spreadsheet. */
export interface Workplace {
  readonly zone: Zone;
  /** As Intl knows it, such as en-US. */
  readonly locale: string;
}

/** Something that a recipe does by Sheets' own functions: its text in a formula, and the same on values. */
export interface Operation {
  readonly text: (...args: string[]) => string;
  readonly value: (args: readonly Value[], place: Workplace) => Value;
}

export type Grid = readonly (readonly Cell[])[];

export const gridOf = (value: Value): Grid => (Array.isArray(value) ? (value as Grid) : [[value as Cell]]);
export const cellsOf = (value: Value): Cell[] => gridOf(value).flat();

/** Each cell of the first value with the cell in the same place of the second, which may be a single one. */
export function pairwise(first: Value, second: Value, combine: (a: Cell, b: Cell) => Cell): Value {
  if (!Array.isArray(first)) return combine(first as Cell, second as Cell);
  const others = Array.isArray(second) ? (second as Grid) : undefined;
  return (first as Grid).map((row, r) =>
    row.map((cell, c) => combine(cell, others ? (others[r]?.[c] ?? "") : (second as Cell))),
  );
}

export const arithmetic = (compute: (a: number, b: number) => number) => (a: Cell, b: Cell) => {
  if (a === "") return "";
  const result = compute(isDate(a) ? NaN : Number(a), isDate(b) ? NaN : Number(b));
  return Number.isFinite(result) ? result : "#VALUE!";
};

/** The text for those rows of a table that meet a condition; one row alone goes without FILTER, which may take the condition to be one of columns. */
export const filtered = (table: string, condition: string): string =>
  `IF(ROWS(${table})=1, IF(OR(${condition}), ${table}, NA()), FILTER(${table}, ${condition}))`;
