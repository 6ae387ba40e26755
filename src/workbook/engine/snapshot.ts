import { type IWorkbookData, type IWorksheetData, LocaleType, type IStyleData } from "@univerjs/core";

/** A sheet to be: its name, and what of it differs from an empty one. */
export type SheetDraft = Partial<IWorksheetData> & { readonly name: string };

/** Rows and columns of an empty sheet, as in Google Sheets. */
export const EMPTY = { rowCount: 1000, columnCount: 26 };

/** Spare rows below and columns next to the data of a sheet. */
const [SPARE_ROWS, SPARE_COLUMNS] = [100, 8];

/** The size of a grid for that many rows and columns of data, with room to work next to them. */
export function gridSize(rows: number, columns: number): { rowCount: number; columnCount: number } {
  return { rowCount: rows + SPARE_ROWS, columnCount: Math.max(columns + SPARE_COLUMNS, EMPTY.columnCount) };
}

/**
 * A workbook of these sheets. Its id must differ from that of every workbook opened before in this process:
 * Univer keeps parsed formulas by workbook id.
 */
export function createSnapshot(
  id: string,
  name: string,
  sheets: readonly SheetDraft[],
  styles: Record<string, IStyleData> = {},
): IWorkbookData {
  const ids = sheets.map((_, index) => `sheet-${index + 1}`);
  const entries = sheets.map((sheet, index) => [ids[index], { id: ids[index], ...EMPTY, ...sheet }]);
  return {
    id,
    name,
    appVersion: "0.25.1",
    locale: LocaleType.EN_US,
    sheetOrder: ids,
    sheets: Object.fromEntries(entries),
    styles,
  };
}

/** A workbook with one empty sheet. */
export function emptySnapshot(id: string): IWorkbookData {
  return createSnapshot(id, "Untitled workbook", [{ name: "Sheet1" }]);
}
