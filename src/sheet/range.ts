import { most } from "../core/math/extremes";
import { times } from "../core/math/times";
import { type Cell, isBlank, isDate } from "./cell";

/** A range as Apps Script passes it: rows of cells, all of one length. */
export type Range = readonly (readonly Cell[])[];

/** True for what comes from a range of several cells; a range of one cell counts as that cell. */
export const isRange = (given: unknown): given is Range =>
  Array.isArray(given) && !(given.length === 1 && Array.isArray(given[0]) && given[0].length === 1);

/** Stands for anything that is not a cell, some of which cannot even be turned into text. */
const noCell = Object.freeze({});

const isStrange = (given: unknown) => typeof given === "object" && given !== null && !isDate(given);

/** The one cell of an argument that is not a range. */
export function cellOf(given: unknown): unknown {
  const cell = Array.isArray(given) ? (given as unknown[][])[0]?.[0] : given;
  return isStrange(cell) ? noCell : cell;
}

/** The range with rows of equal length, whatever the caller passed; what Sheets passes, of which there is much, as it is. */
export function toRange(given: readonly unknown[]): Range {
  if (given.length === 0) return [[]];
  const rows = given.every(isOfCells) ? given : given.map(withCells);
  if (rows.every(({ length }) => length === rows[0]!.length)) return rows;
  const width = most(rows.map(({ length }) => length));
  return rows.map((row) => times(width, (column) => row[column] ?? ""));
}

const isOfCells = (row: unknown): row is Cell[] => Array.isArray(row) && !row.some(isStrange);

const withCells = (row: unknown) =>
  (Array.isArray(row) ? row : [row]).map((cell) => (isStrange(cell) ? noCell : cell) as Cell);

/** Number of cells up to the last that is not blank. */
export function usedLength(cells: readonly Cell[]): number {
  let length = cells.length;
  while (length > 0 && isBlank(cells[length - 1])) length--;
  return length;
}

/** Number of rows and of columns up to the last cell that is not blank. */
export function usedSize(range: Range): { readonly rows: number; readonly columns: number } {
  const lengths = range.map(usedLength);
  let rows = lengths.length;
  while (rows > 0 && lengths[rows - 1] === 0) rows--;
  return { rows, columns: most(lengths) };
}
