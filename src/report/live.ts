import { columnLetters, columnNumber, quotedTab } from "../sheet/a1";
import type { Term } from "../recipe/term";
import type { DataTable } from "./dataTable";

/** Where the tables stand on their tab: title, header, rows below. */
export const dataTab = "CLV Report data";
export const [titleRow, headerRow, firstRow] = [1, 2, 3];

const onTab = (cells: string) => `${quotedTab(dataTab)}!${cells}`;
const at = (cells: string): Term => ({ range: onTab(cells) });

/** One cell of a table; rows count from 0 below the header, columns from 0. */
export const cellAt = ({ column }: DataTable, row: number, place: number): string =>
  onTab(`${columnLetters(column + place)}${firstRow + row}`);

/** The letters of a table's column by its title. */
function lettersOf({ key, column, columns }: DataTable, title: string | number): string {
  const place = columns.findIndex(({ name }) => name === title);
  if (place < 0) throw new Error(`${key} has no column ${title}`);
  return columnLetters(column + place);
}

/** One cell of a table; rows count from 0 below the header. */
export const cellOf = (table: DataTable, row: number, title: string | number): Term =>
  at(`${lettersOf(table, title)}${firstRow + row}`);

/** The only value of a table whose column is called as the table is. */
export const valueOf = (table: DataTable): Term => cellOf(table, 0, table.title);

/** The cell that holds the formula of a whole table. */
export const cornerOf = ({ column }: DataTable): Term => at(`${columnLetters(column)}${headerRow}`);

/** The cells of a column below its title, open-ended since tables grow with the data. */
export const columnOf = (table: DataTable, title: string | number): Term => {
  const letter = lettersOf(table, title);
  return at(`${letter}${firstRow}:${letter}`);
};

/** A whole table with its header. */
export const wholeOf = ({ column, columns }: DataTable): Term =>
  at(`${columnLetters(column)}${headerRow}:${columnLetters(column + columns.length - 1)}`);

/** Cells of the data tab by their columns and rows, from 1; without a last row as far as there are any. */
export interface Area {
  readonly column: number;
  readonly row: number;
  readonly lastColumn: number;
  readonly lastRow: number | undefined;
}

const reference = new RegExp(`^${quotedTab(dataTab)}!([A-Z]+)(\\d+)(?::([A-Z]+)(\\d*))?$`);

/** The cells that a reference names; undefined for those of another tab. */
export function areaOnTab(text: string): Area | undefined {
  const [, first, row, last, lastRow] = reference.exec(text) ?? [];
  if (!first) return undefined;
  const end = last ? (lastRow ? Number(lastRow) : undefined) : Number(row);
  return {
    column: columnNumber(first),
    row: Number(row),
    lastColumn: columnNumber(last ?? first),
    lastRow: end,
  };
}
