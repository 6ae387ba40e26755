import type { IRange } from "@univerjs/core";
import { columnLetters, columnNumber } from "../../sheet/a1";

/** A rectangle of cells; positions are counted from 0. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle as Univer has it. */
export function rangeOf({ row, column, rows, columns }: Rectangle): IRange {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}

/** A range of Univer's as a rectangle. */
export function rectangleOf({ startRow, startColumn, endRow, endColumn }: IRange): Rectangle {
  const [rows, columns] = [endRow - startRow + 1, endColumn - startColumn + 1];
  return { row: startRow, column: startColumn, rows, columns };
}

/** A cell in A1 notation. */
export const cellToA1 = (row: number, column: number): string => `${columnLetters(column + 1)}${row + 1}`;

/** A rectangle in A1 notation; one cell without the colon. */
export function toA1({ row, column, rows, columns }: Rectangle): string {
  const first = cellToA1(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellToA1(row + rows - 1, column + columns - 1)}`;
}

/**
 * The rectangle that A1 notation means on a sheet of this size; open ends (A2:A, 3:3) reach its edge.
 * @throws Error as Sheets does where the text is not a range.
 */
export function parseA1(a1: string, sheetRows: number, sheetColumns: number): Rectangle {
  const match = /^\$?([A-Z]+)?\$?(\d+)?(?:(:)\$?([A-Z]+)?\$?(\d+)?)?$/.exec(a1.trim().toUpperCase());
  const [, letters, digits, colon, endLetters, endDigits] = match ?? [];
  const whole = letters !== undefined && digits !== undefined;
  if (!match || (colon ? (!letters && !digits) || (!endLetters && !endDigits) : !whole)) {
    throw new Error(`Range not found: ${a1}`);
  }
  const [row, lastRow] = span(digits, colon ? endDigits : digits, sheetRows, Number);
  const [column, lastColumn] = span(letters, colon ? endLetters : letters, sheetColumns, columnNumber);
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** First and last index from 0; a missing end is the sheet's edge. */
function span(
  start: string | undefined,
  end: string | undefined,
  size: number,
  read: (text: string) => number,
): [number, number] {
  const first = start === undefined ? 0 : read(start) - 1;
  const last = end === undefined ? size - 1 : read(end) - 1;
  return [Math.min(first, last), Math.max(first, last)];
}
