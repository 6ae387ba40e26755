import { type Cell, isBlank, isReadableDate } from "./cell";
import { shown } from "./fault";
import { isHeader } from "./header";
import { cellOf, isRange, toRange, usedLength } from "./range";
import type { Reader } from "./reader";
import type { Zone } from "./zone";

/** One column as it was found, whatever its cells hold. */
interface LooseColumn {
  readonly cells: readonly Cell[];
  /** The value of each cell; undefined where it is blank or cannot be read. */
  readonly values: readonly unknown[];
  /** Number of cells up to the last that is not blank. */
  readonly length: number;
}

/** Columns that belong together, read without refusing any row. */
export interface LooseRows {
  readonly hasHeader: boolean;
  readonly columns: readonly LooseColumn[];
  /** Indexes of the rows that are not the header and hold anything. */
  readonly rows: readonly number[];
  /** Where a row stands, such as "row 7". */
  readonly place: (row: number) => string;
  /** A cell and its place, as messages show them. */
  readonly shown: (column: number, row: number) => string;
}

/**
 * Reads ranges as rows; of a range of several columns the first counts. `numberOf` says by what number a row is known
 * whose index in the range it gets.
 */
export function readLoosely(
  readers: readonly Reader<unknown>[],
  given: readonly unknown[],
  zone: Zone,
  numberOf: (row: number) => number,
): LooseRows {
  const allCells = readers.map((_, index) => cellsOf(given[index]));
  const isAcross = given.some(isRange) && given.every((one) => !isRange(one) || toRange(one).length === 1);
  const firstCells = allCells.map((cells, index) => ({ cell: cells[0]!, reader: readers[index]! }));
  const hasHeader = isHeader(firstCells, zone);
  const columns = allCells.map((cells, index): LooseColumn => {
    zone.prepare(cells.filter(isReadableDate));
    const length = usedLength(cells);
    const values = cells
      .slice(0, length)
      .map((cell) => (isBlank(cell) ? undefined : readers[index]!.read(cell, zone)));
    return { cells, values, length };
  });
  const last = Math.max(0, ...columns.map(({ length }) => length));
  const rows: number[] = [];
  for (let row = hasHeader ? 1 : 0; row < last; row++) {
    if (columns.some(({ cells }) => !isBlank(cells[row]))) rows.push(row);
  }
  const place = (row: number) => `${isAcross ? "column" : "row"} ${numberOf(row)}`;
  return {
    hasHeader,
    columns,
    rows,
    place,
    shown: (column, row) => `${shown(columns[column]!.cells[row], zone)} in ${place(row)}`,
  };
}

/** The cells of a column or row; a single cell is one. */
export function cellsOf(given: unknown): readonly Cell[] {
  if (!isRange(given)) return [(cellOf(given) ?? "") as Cell];
  const range = toRange(given);
  return range.length === 1 ? range[0]! : range.map((row) => row[0]!);
}
