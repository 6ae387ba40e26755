import type { Cell } from "../../sheet/cell";
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
