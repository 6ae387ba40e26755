import { numfmt } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { times } from "../../core/math/times";
import { type Book, storedCell } from "../services/book";
import { displayValue } from "../services/cells";
import type { ChartSpec, SheetArea } from "./chartSpec";

/** What a chart shows: a label for each place on its axis, and series of as many values. */
export interface ChartTable {
  readonly labels: readonly string[];
  /** The cells of the labels; none where places are only numbered. */
  readonly labelCells: readonly ChartCell[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** Null where a cell holds no number. */
  readonly values: readonly (number | null)[];
  /** Number format of the first value; "" where it has none. */
  readonly format: string;
  /** The cells of the values, and those above them which make the name. */
  readonly cells: readonly ChartCell[];
  readonly heads: readonly ChartCell[];
}

/** A cell that a chart shows. */
export interface ChartCell {
  readonly text: string;
  readonly number: number | null;
  readonly format: string;
  /** Where it is, counted from 0; undefined for what only fills a gap between ranges of different sizes. */
  readonly place?: { readonly sheetId: string; readonly row: number; readonly column: number };
}

/** The cells of a chart's ranges as they are now. */
export function chartTable(book: Book, spec: ChartSpec): ChartTable {
  book.flush();
  const used = withoutBlankEnd(joinColumns(spec.ranges.map((range) => cellsOf(book, range))));
  const [heads, body] = [used.slice(0, spec.headers), used.slice(spec.headers)];
  const columns = used[0]?.length ?? 0;
  const domain = columns > 1 ? 1 : 0;
  return {
    labels: body.map((row, index) => (domain ? row[0]!.text : String(index + 1))),
    labelCells: domain ? body.map((row) => row[0]!) : [],
    series: Array.from({ length: columns - domain }, (_, index) => index + domain).map((column) => ({
      name: heads
        .map((row) => row[column]!.text)
        .filter(Boolean)
        .join(" "),
      values: body.map((row) => row[column]!.number),
      format: body.find((row) => row[column]!.number !== null)?.[column]!.format ?? "",
      cells: body.map((row) => row[column]!),
      heads: heads.map((row) => row[column]!).filter(({ text }) => text !== ""),
    })),
  };
}

/**
 * The numbers along the axis of a line chart that lie at different distances, as times of events do: Google's charts draw
 * these where they belong. Undefined for other labels.
 */
export function unevenNumbers({ labelCells }: ChartTable): readonly number[] | undefined {
  const numbers = labelCells.map(({ number, format }) => (/[dmy]/i.test(format) ? null : number));
  if (numbers.length < 3 || numbers.some((number) => number === null)) return undefined;
  const gaps = numbers.slice(1).map((number, index) => number! - numbers[index]!);
  return gaps.some((gap) => Math.abs(gap - gaps[0]!) > 1e-9) ? (numbers as number[]) : undefined;
}

/** A number as its format shows it. */
export function formatNumber(value: number, format: string): string {
  return format === "" || format === "General"
    ? value.toLocaleString("en-US", { maximumFractionDigits: 6 })
    : numfmt.format(format, value, { throws: false });
}

/** The cells of a range, hidden rows left out as in Sheets. */
function cellsOf(book: Book, area: SheetArea): ChartCell[][] {
  const sheet = book.workbook.getSheetBySheetId(area.sheetId);
  if (!sheet) return [];
  const worksheet = sheet.getSheet();
  const rows = times(area.rows, (row) => area.row + row).filter((row) => worksheet.getRowVisible(row));
  return rows.map((row) => times(area.columns, (column) => cellOf(book, sheet, row, area.column + column)));
}

function cellOf(book: Book, sheet: FWorksheet, row: number, column: number): ChartCell {
  const cell = storedCell(book, sheet, row, column);
  const value = cell.data?.v;
  return {
    text: displayValue(cell),
    number: typeof value === "number" ? value : null,
    format: cell.style?.n?.pattern ?? "",
    place: { sheetId: sheet.getSheetId(), row, column },
  };
}

const BLANK: ChartCell = { text: "", number: null, format: "" };

function joinColumns(grids: readonly ChartCell[][][]): ChartCell[][] {
  const height = Math.max(0, ...grids.map((grid) => grid.length));
  return times(height, (row) =>
    grids.flatMap((grid) => grid[row] ?? times(grid[0]?.length ?? 0, () => BLANK)),
  );
}

function withoutBlankEnd(rows: readonly ChartCell[][]): ChartCell[][] {
  const used = rows.map((row) => row.some(({ text }) => text !== ""));
  return rows.slice(0, used.lastIndexOf(true) + 1);
}
