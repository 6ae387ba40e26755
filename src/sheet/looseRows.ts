import { type Cell, isBlank, isReadableDate } from "./cell";
import { shown } from "./fault";
import { isHeader } from "./header";
import { cellOf, isRange, toRange } from "./range";
import type { Reader } from "./reader";
import type { Zone } from "./zone";

/** One cell as it was found, whatever it holds. */
export interface LooseCell<T> {
  readonly cell: Cell;
  readonly isBlank: boolean;
  /** Undefined where the cell is blank or cannot be read. */
  readonly value: T | undefined;
  readonly shown: () => string;
}

/** Rows of columns that belong together, read without refusing any; a blank row between others is left out. */
export interface LooseRows {
  readonly hasHeader: boolean;
  /** Number of cells that each range has up to its last that is not blank. */
  readonly lengths: readonly number[];
  readonly rows: readonly { readonly place: string; readonly cells: readonly LooseCell<unknown>[] }[];
}

/** Reads ranges as rows; of a range of several columns the first counts. */
export function readLoosely(
  readers: readonly Reader<unknown>[],
  given: readonly unknown[],
  zone: Zone,
): LooseRows {
  const columns = readers.map((_, index) => columnOf(given[index]));
  const isAcross = columns.length > 0 && given.every((one) => !isRange(one) || toRange(one).length === 1);
  const lengths = columns.map(usedLength);
  const length = Math.max(0, ...lengths);
  const firstCells = columns.map((cells, index) => ({ cell: cells[0] ?? "", reader: readers[index]! }));
  const hasHeader = length > 0 && isHeader(firstCells, zone);
  for (const cells of columns) zone.prepare(cells.filter(isReadableDate));
  const rows = Array.from({ length }, (_, row) => ({
    place: `${isAcross ? "column" : "row"} ${row + 1}`,
    cells: columns.map((cells, index) => looseCell(cells[row] ?? "", readers[index]!, zone)),
  }));
  return {
    hasHeader,
    lengths,
    rows: rows.slice(hasHeader ? 1 : 0).filter(({ cells }) => cells.some((cell) => !cell.isBlank)),
  };
}

function columnOf(given: unknown): readonly Cell[] {
  if (!isRange(given)) return [(cellOf(given) ?? "") as Cell];
  const range = toRange(given);
  return range.length === 1 ? range[0]! : range.map((row) => row[0]!);
}

function usedLength(cells: readonly Cell[]): number {
  let length = cells.length;
  while (length > 0 && isBlank(cells[length - 1])) length--;
  return length;
}

function looseCell(cell: Cell, reader: Reader<unknown>, zone: Zone): LooseCell<unknown> {
  const blank = isBlank(cell);
  return {
    cell,
    isBlank: blank,
    value: blank ? undefined : reader.read(cell, zone),
    shown: () => shown(cell, zone),
  };
}
