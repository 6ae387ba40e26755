import { refusal } from "../../core/refusal";
import { type Cell, isBlank, isReadableDate } from "../cell";
import { type Range, toRange, usedSize } from "../range";
import { isoFromDay } from "../../core/day";
import { wordsOf } from "../written/words";
import type { Zone } from "../zone";
import { type ColumnName, asHeader, placesOf, readColumnNames } from "./columnNames";
import { type Meaning, type TableKind, kindOf, meaningsOf } from "./meanings";

/** A table of which somebody has said what its columns mean. */
export interface MappedTable {
  readonly kind: TableKind;
  /** Number of rows below the header, up to the last that holds anything. */
  readonly length: number;
  readonly zone: Zone;
  readonly has: (meaning: Meaning) => boolean;
  /** The cells below a header; undefined where no column has the meaning. */
  readonly cells: (meaning: Meaning) => readonly Cell[] | undefined;
  readonly headerOf: (meaning: Meaning) => string;
  /** The words of a header, in small letters without accents. */
  readonly headerWords: (meaning: Meaning) => string;
  /** How the column is written, where that is said. */
  readonly told: (meaning: Meaning) => string | undefined;
  /** All cells of a row, from 0 for the first below the header. */
  readonly row: (row: number) => readonly Cell[];
  readonly headers: readonly string[];
}

/** Where a row of a table stands in its range, the header in row 1. */
export const rowNumber = (row: number): number => row + 2;
export const placeOf = (row: number): string => `row ${rowNumber(row)}`;

/** Finds the columns that are named among the headers of a table, whatever their order. */
export function mappedTable(table: unknown, columns: unknown, zone: Zone): MappedTable {
  const range = Array.isArray(table) ? toRange(table) : [];
  const size = usedSize(range);
  if (size.rows < 2)
    throw refusal("table must be a range with a header row and rows below it, got less than two rows");
  const headers = range[0]!.map((cell) => headerText(cell, zone));
  const names = readColumnNames(columns, headers);
  refuseHeadersElsewhere(range, names, zone);
  const places = placesOf(names, headers);
  const told = new Map(names.map((name) => [name.meaning, name.told]));
  const kind = kindOf((meaning) => places.has(meaning));
  if (!kind) {
    throw refusal(
      "columns must name a date (orders), a start (subscriptions), a period (figures), spend, or a tenure (one row a customer), got none of them",
    );
  }
  const known: readonly string[] = meaningsOf[kind];
  const strange = Array.from(places.keys()).find((meaning) => !known.includes(meaning));
  if (strange)
    throw refusal(
      `columns must name what a table of ${kind} has, got ${strange}: take any of ${known.join(", ")}`,
    );
  const length = size.rows - 1;
  const cellsOf = new Map<Meaning, readonly Cell[]>();
  places.forEach((place, meaning) => {
    cellsOf.set(
      meaning,
      Array.from({ length }, (_, row) => range[row + 1]![place]!),
    );
  });
  const headerOf = (meaning: Meaning) => headers[places.get(meaning)!]!.trim();
  return {
    kind,
    length,
    zone,
    headers,
    has: (meaning) => places.has(meaning),
    cells: (meaning) => cellsOf.get(meaning),
    headerOf,
    headerWords: (meaning) => wordsOf(headerOf(meaning)),
    told: (meaning) => told.get(meaning),
    row: (row) => range[row + 1]!,
  };
}

/** The cells of a column that the kind of table cannot do without. */
export function neededCells(table: MappedTable, meaning: Meaning): readonly Cell[] {
  const cells = table.cells(meaning);
  if (!cells) throw refusal(`columns must name ${meaning} in a table of ${table.kind}, got none`);
  return cells;
}

/** Rows above the header, such as a title, that a table may be taken with by mistake. */
const mostAbove = 20;

/** Says so where all headers stand in a row further down, or in the first column. */
function refuseHeadersElsewhere(range: Range, names: readonly ColumnName[], zone: Zone): void {
  const hasAll = (cells: readonly Cell[]) => {
    const texts = cells.map((cell) => asHeader(headerText(cell, zone)));
    return names.every(({ header }) => texts.includes(asHeader(header)));
  };
  const row = range.slice(0, mostAbove).findIndex(hasAll);
  if (row > 0) {
    throw refusal(
      `table must begin with its header row, got the headers in row ${row + 1}: begin the range there`,
    );
  }
  if (row < 0 && hasAll(range.map((cells) => cells[0]!))) {
    throw refusal(
      "table must have its headers in the first row, got them in the first column: write TRANSPOSE(…) around it",
    );
  }
}

function headerText(cell: Cell, zone: Zone): string {
  if (isBlank(cell)) return "";
  if (isReadableDate(cell)) return isoFromDay(zone.dayOf(cell));
  return typeof cell === "object" ? "" : String(cell);
}
