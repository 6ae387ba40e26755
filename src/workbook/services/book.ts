import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { Realm } from "../engine/realm";
import type { SpreadsheetZone } from "../engine/zone";
import type { ChartStore } from "../charts/chartStore";
import type { Host } from "./host";
import type { Ways } from "./ways/ways";

/** An open workbook and what is needed to read and write it as Apps Script does. */
export interface Book {
  readonly workbook: FWorkbook;
  readonly formulas: FormulaDataModel;
  readonly charts: ChartStore;
  readonly realm: Realm;
  readonly zone: SpreadsheetZone;
  readonly host: Host;
  readonly ways: Ways;
  /** HTML files of the add-on by name without ending. */
  readonly pages: Readonly<Record<string, string>>;
  /** Calculates what is out of date; every read begins with it. */
  readonly flush: () => void;
  /** Lets results come that do not come at once, as where a script waits. */
  readonly settle: () => void;
}

/** One cell as stored, spilled results included. */
export interface StoredCell {
  readonly data: Nullable<ICellData>;
  readonly style: Nullable<IStyleData>;
}

/**
 * Reads a cell by its position counted from 0. Univer's own FRange.getValues() is of no use here: its interceptors
 * turn dates into text.
 */
export function storedCell(book: Book, sheet: FWorksheet, row: number, column: number): StoredCell {
  const worksheet = sheet.getSheet();
  const own = worksheet.getCellMatrix().getValue(row, column);
  const spilled = spilledCells(book, sheet)?.[row]?.[column];
  // A format given to a cell holds also for what spills into it.
  const isFormatted = () =>
    own?.s && worksheet.getComposedCellStyleByCellData(row, column, own).n?.pattern !== undefined;
  const data =
    spilled && !own?.f && !own?.si ? { ...spilled, s: isFormatted() ? own!.s : (spilled.s ?? own?.s) } : own;
  const style =
    typeof data?.v === "number" ? worksheet.getComposedCellStyleByCellData(row, column, data) : undefined;
  return { data, style };
}

/** The number format of a cell; what stands for none where it has none. */
export function numberFormat(book: Book, sheet: FWorksheet, row: number, column: number): string {
  const worksheet = sheet.getSheet();
  const cell = storedCell(book, sheet, row, column);
  const style = cell.style ?? worksheet.getComposedCellStyle(row, column);
  return style?.n?.pattern || book.ways.noFormat;
}

/** Rows and columns up to the last cell with something in it, spilled results included. */
export function usedSize(book: Book, sheet: FWorksheet): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  const reach = (row: number, column: number) => {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  };
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (cell && ((cell.v != null && cell.v !== "") || cell.f || cell.si)) reach(row, column);
    });
  for (const [row, cells] of Object.entries(spilledCells(book, sheet) ?? {})) {
    for (const column of Object.keys(cells ?? {})) reach(Number(row), Number(column));
  }
  return { rows, columns };
}

function spilledCells(
  book: Book,
  sheet: FWorksheet,
): Nullable<Record<number, Nullable<Record<number, Nullable<ICellData>>>>> {
  return book.formulas.getArrayFormulaCellData()?.[book.workbook.getId()]?.[sheet.getSheetId()];
}
