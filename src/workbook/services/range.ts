import type { FRange } from "@univerjs/sheets/facade";
import { cellToA1, type Rectangle, toA1 } from "./a1";
import { numberFormat, storedCell } from "./book";
import { isDateFormat } from "../engine/values";
import { cellInput, cellValue, displayValue, textInput } from "./cells";
import type { RichTextValue } from "./richText";
import { type RangeEditing, rangeEditing } from "./rangeEditing";
import { type RangeNotes, rangeNotes } from "./rangeNotes";
import { type RangeStyles, rangeStyles } from "./rangeStyles";
import { readCells } from "./readCells";
import type { SheetInternal } from "./sheetInternal";
import { guarded } from "./ways/guards";

/** What a range knows of its sheet. */
export interface SheetOfRange {
  readonly internal: SheetInternal;
  readonly getName: () => string;
  readonly getRange: (row: number, column: number, numRows?: number, numColumns?: number) => Range;
  readonly activate: () => unknown;
}

/** The part of Apps Script's Range which the add-on uses. */
export interface Range
  extends RangeContent<Range>, RangeEditing<Range>, RangeStyles<Range>, RangeNotes<Range> {}

/** A Range of a sheet; the rectangle counts from 0, what the methods return from 1, as in Apps Script. */
export function createRange(sheet: SheetOfRange, area: Rectangle): Range {
  const check = (rows: readonly (readonly unknown[])[]) => checkShape(rows, area);
  const self = () => range;
  const range: Range = {
    ...rangeContent(sheet, area, self),
    ...rangeEditing(sheet.internal, area, self),
    ...rangeStyles(sheet.internal, area, check, self),
    ...rangeNotes(sheet.internal, area, self),
  };
  return guarded(range, sheet.internal.book.ways, sheet.getName(), () => toA1(area));
}

type RangeContent<Self> = ReturnType<typeof rangeContent<Self>>;

function rangeContent<Self>(sheet: SheetOfRange, area: Rectangle, self: () => Self) {
  const { book, worksheet } = sheet.internal;
  const univer = (): FRange => worksheet.getRange(area.row, area.column, area.rows, area.columns);
  const read = <Value>(cell: (row: number, column: number) => Value): Value[][] => {
    book.flush();
    return readCells(book, area, (row, column) => cell(area.row + row, area.column + column));
  };
  const stored = (row: number, column: number) => storedCell(book, worksheet, row, column);
  const unfinished = (row: number, column: number) =>
    book.ways.unfinished.size > 0
      ? book.ways.unfinished.get(`${sheet.getName()}!${cellToA1(row, column)}`)
      : undefined;
  const said = <Value>(value: Value) =>
    typeof value === "string" ? (book.ways.errorWords.get(value) ?? value) : value;
  const values = () =>
    read(
      (row, column) => unfinished(row, column) ?? said(cellValue(stored(row, column), book.realm, book.zone)),
    );
  const write = (
    rows: readonly (readonly unknown[])[],
    call: "setValue" | "setFormula" = "setValue",
  ): Self => {
    checkShape(rows, area);
    const input = (value: unknown, row: number, column: number) => {
      const { s, ...plain } = cellInput(value, book.zone, book.ways, call);
      // A date keeps the date format that its cell has.
      const isKept = s && isDateFormat(numberFormat(book, worksheet, area.row + row, area.column + column));
      return s && !isKept ? { ...plain, s } : plain;
    };
    univer().setValues(rows.map((row, at) => row.map((value, column) => input(value, at, column))));
    return self();
  };
  const first = () => sheet.getRange(area.row + 1, area.column + 1);
  const everywhere = (value: unknown) =>
    Array.from({ length: area.rows }, () => Array(area.columns).fill(value));

  return {
    getSheet: () => sheet,
    getA1Notation: () => toA1(area),
    getRow: () => area.row + 1,
    getColumn: () => area.column + 1,
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getLastRow: () => area.row + area.rows,
    getLastColumn: () => area.column + area.columns,
    getValues: values,
    getValue: () => first().getValues()[0]![0],
    getDisplayValues: () =>
      read((row, column) => unfinished(row, column) ?? said(displayValue(stored(row, column)))),
    getDisplayValue: () => first().getDisplayValues()[0]![0]!,
    getFormulas: () => read((row, column) => worksheet.getRange(row, column).getFormula()),
    getFormula: () => first().getFormulas()[0]![0]!,
    getNumberFormats: () => read((row, column) => numberFormat(book, worksheet, row, column)),
    getNumberFormat: () => first().getNumberFormats()[0]![0]!,
    isBlank: () => values().every((row) => row.every((value) => value === "")),
    setValues: (rows: readonly (readonly unknown[])[]) => write(rows),
    setValue: (value: unknown) => write(everywhere(value)),
    setRichTextValues: (rows: readonly (readonly RichTextValue[])[]) => {
      checkShape(rows, area);
      univer().setValues(rows.map((row) => row.map((value) => textInput(value.getText()))));
      return self();
    },
    setFormulas: (formulas: readonly (readonly string[])[]) =>
      write(
        formulas.map((row) => row.map(asFormula)),
        "setFormula",
      ),
    setFormula: (formula: string) => write(everywhere(asFormula(formula)), "setFormula"),
    setNumberFormat: (format: string) => {
      univer().setNumberFormat(ownFormat(format));
      return self();
    },
    setNumberFormats: (formats: readonly (readonly string[])[]) => {
      checkShape(formats, area);
      univer().setNumberFormats(formats.map((row) => row.map(ownFormat)));
      return self();
    },
    offset: (rows: number, columns: number, numRows = area.rows, numColumns = area.columns) =>
      sheet.getRange(area.row + 1 + rows, area.column + 1 + columns, numRows, numColumns),
    activate: () => {
      sheet.activate();
      univer().activate();
      return self();
    },
  };
}

/** General is Sheets' word for a cell without a format of its own. */
function ownFormat(format: string): string {
  return format === "General" ? "" : format;
}

function asFormula(formula: string): string {
  return formula === "" || formula.startsWith("=") ? formula : `=${formula}`;
}

function checkShape(
  rows: readonly (readonly unknown[])[],
  { rows: height, columns: width }: Rectangle,
): void {
  if (rows.length !== height) {
    throw new Error(
      `The number of rows in the data does not match the number of rows in the range. ` +
        `The data has ${rows.length} but the range has ${height}.`,
    );
  }
  const other = rows.find((row) => row.length !== width);
  if (other) {
    throw new Error(
      `The number of columns in the data does not match the number of columns in the range. ` +
        `The data has ${other.length} but the range has ${width}.`,
    );
  }
}
