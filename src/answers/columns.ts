import type { FoundColumn, FoundTable, Meaning } from "../recognition/types";
import { columnLetters, quotedTab } from "../sheet/a1";
import { type Term, apply } from "../recipe/term";

/** The cells of a column of a table below its header, or next to it. */
export function cellsOf(table: FoundTable, column: number): string {
  if (table.isAcross) {
    const end = table.isOpen ? column : `${columnLetters(table.lastRow)}${column}`;
    return `${quotedTab(table.tab)}!${columnLetters(table.firstRow)}${column}:${end}`;
  }
  const letter = columnLetters(column);
  const end = table.isOpen ? letter : `${letter}${table.lastRow}`;
  return `${quotedTab(table.tab)}!${letter}${table.firstRow}:${end}`;
}

/** The cells of a table's columns from one to another, from a row on, as far down as the table goes or to another row. */
export function blockOf(
  table: FoundTable,
  first: number,
  last: number,
  row: number,
  lastRow: number | "" = table.isOpen ? "" : table.lastRow,
): string {
  return `${quotedTab(table.tab)}!${columnLetters(first)}${row}:${columnLetters(last)}${lastRow}`;
}

/** A row of the tab as wide as the table. */
export function rowOf(table: FoundTable, row: number): string {
  const [first, last] = [table.columns[0]!, table.columns[table.columns.length - 1]!];
  return `${quotedTab(table.tab)}!${columnLetters(first.column)}${row}:${columnLetters(last.column)}${row}`;
}

/** The number of a row, by its first cell in the table. */
export const rowTerm = ({ tab, columns }: FoundTable, row: number): Term =>
  apply("ROW_OF", { range: `${quotedTab(tab)}!${columnLetters(columns[0]!.column)}${row}` }, row);

/** The cell with the header of a column, or its first cell where there is none. */
export function headerOf(table: FoundTable, column: number): string {
  const row = table.headerRow ?? table.firstRow;
  return `${quotedTab(table.tab)}!${table.isAcross ? `${columnLetters(row)}${column}` : `${columnLetters(column)}${row}`}`;
}

export const columnOf = (table: FoundTable, meaning: Meaning): FoundColumn | undefined =>
  table.columns.find((column) => column.meaning === meaning);

/** A table with its header in the first row, as far down as it goes; one with periods across is turned. */
export function tableCells(table: FoundTable): Term {
  const { columns, headerRow = table.firstRow, lastRow, isAcross, isOpen } = table;
  const [first, last] = [columns[0]!.column, columns[columns.length - 1]!.column];
  if (!isAcross) return { range: blockOf(table, first, last, headerRow) };
  const end = isOpen ? last : `${columnLetters(lastRow)}${last}`;
  return apply("TRANSPOSE", { range: `${quotedTab(table.tab)}!${columnLetters(headerRow)}${first}:${end}` });
}

/** The cells of a column, one below the other. */
export const cellsTerm = (table: FoundTable, column: number): Term => {
  const cells = { range: cellsOf(table, column) };
  return table.isAcross ? apply("TRANSPOSE", cells) : cells;
};
