import { refusal } from "../../core/refusal";
import { type Cell, isBlank, isErrorValue, isReadableDate } from "../cell";
import { type Range, toRange, usedSize } from "../range";
import { isoFromDay } from "../../core/day";
import { isNA, saysNothing } from "../written/nothing";
import { wordsOf } from "../written/words";
import type { Zone } from "../zone";
import { type ColumnName, asHeader, placesOf, readColumnNames } from "./columnNames";
import { type Meaning, type TableKind, areWords, kindOf, meaningsOf } from "./meanings";

/** A table of which someone has said what its columns mean. */
export interface MappedTable {
  readonly kind: TableKind;
  /** Number of rows of data, up to the last that holds anything. */
  readonly length: number;
  /** Where a row of data stands in the range of the table, counted from 1. */
  readonly rowNumber: (row: number) => number;
  readonly placeOf: (row: number) => string;
  readonly zone: Zone;
  readonly has: (meaning: Meaning) => boolean;
  /** The cells of a column, its header not among them; undefined where no column has the meaning. */
  readonly cells: (meaning: Meaning) => readonly Cell[] | undefined;
  readonly headerOf: (meaning: Meaning) => string;
  /** The words of a header, in small letters without accents. */
  readonly headerWords: (meaning: Meaning) => string;
  /** How the column is written, where that is said. */
  readonly told: (meaning: Meaning) => string | undefined;
  /** All cells of a row of data, from 0 for the first. */
  readonly row: (row: number) => readonly Cell[];
  readonly headers: readonly string[];
}

/**
 * Finds the columns that are named among the headers of a table, whatever their order. Where all are named by number, the
 * table has a header only where its first row holds titles.
 */
export function mappedTable(table: unknown, columns: unknown, zone: Zone): MappedTable {
  const range = Array.isArray(table) ? toRange(table) : [];
  const size = usedSize(range);
  if (size.rows < 1) throw refusal("table must be a range with rows, got nothing");
  const titles = range[0]!.map((cell) => headerText(cell, zone));
  const names = readColumnNames(columns, titles);
  const isByHeader = names.some(({ number }) => number === undefined);
  if (isByHeader && size.rows < 2) throw noRows();
  if (isByHeader) refuseHeadersElsewhere(range, names, zone);
  const places = placesOf(names, titles);
  const first = isByHeader || holdsTitles(range[0]!, places) ? 1 : 0;
  if (size.rows === first) throw noRows();
  const headers = first > 0 ? titles : titles.map((_, at) => `#${at + 1}`);
  const told = new Map(names.map((name) => [name.meaning, name.told]));
  const kind = kindOf((meaning) => places.has(meaning));
  if (!kind) {
    throw refusal(
      "columns must name a date (orders), a start (subscriptions), a period (figures), spend, or for tables with one row per customer a tenure, orders or a frequency, got none of them",
    );
  }
  const known: readonly string[] = meaningsOf[kind];
  const strange = Array.from(places.keys()).find((meaning) => !known.includes(meaning));
  if (strange)
    throw refusal(
      `columns must name what a table of ${kind} has, got ${strange}: use any of ${known.join(", ")}`,
    );
  const length = size.rows - first;
  const cellsOf = new Map<Meaning, readonly Cell[]>();
  places.forEach((place, meaning) => {
    cellsOf.set(
      meaning,
      Array.from({ length }, (_, row) => orBlank(range[row + first]![place]!, meaning)),
    );
  });
  const headerOf = (meaning: Meaning) => headers[places.get(meaning)!]!.trim();
  return {
    kind,
    length,
    rowNumber: (row) => row + first + 1,
    placeOf: (row) => `row ${row + first + 1}`,
    zone,
    headers,
    has: (meaning) => places.has(meaning),
    cells: (meaning) => cellsOf.get(meaning),
    headerOf,
    headerWords: (meaning) => wordsOf(headerOf(meaning)),
    told: (meaning) => told.get(meaning),
    row: (row) => range[row + first]!,
  };
}

/** A cell, blank where it says that there is nothing in it. */
const orBlank = (cell: Cell, meaning: Meaning): Cell =>
  typeof cell === "string" && saysNothing(cell) && !(meaning === "segment" && isNA(cell)) ? "" : cell;

const noRows = () =>
  refusal("table must be a range with a header row and rows below it, got less than two rows");

/** The cells of a column that the kind of table cannot do without. */
export function neededCells(table: MappedTable, meaning: Meaning): readonly Cell[] {
  const cells = table.cells(meaning);
  if (!cells) throw refusal(`columns must name ${meaning} in a table of ${table.kind}, got none`);
  return cells;
}

/** True where a first row holds text without a digit wherever a number or a date is due. */
function holdsTitles(row: readonly Cell[], places: ReadonlyMap<Meaning, number>): boolean {
  const due = Array.from(places).flatMap(([meaning, at]) =>
    areWords(meaning) || isBlank(row[at]) ? [] : [row[at]],
  );
  return (
    due.length > 0 && due.every((cell) => typeof cell === "string" && !/\d/.test(cell) && !isErrorValue(cell))
  );
}

/** Rows above the header, such as a title, that a table may be taken with by mistake. */
const mostAbove = 20;

/** Says so where all headers stand in a row further down, or in the first column. */
function refuseHeadersElsewhere(range: Range, names: readonly ColumnName[], zone: Zone): void {
  const wanted = names.filter(({ number }) => number === undefined);
  const hasAll = (cells: readonly Cell[]) => {
    const texts = cells.map((cell) => asHeader(headerText(cell, zone)));
    return wanted.every(({ header }) => texts.includes(asHeader(header)));
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
