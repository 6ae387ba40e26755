import { type IWorkbookData, type IWorksheetData, LocaleType, type IStyleData } from "@univerjs/core";

/** A sheet to be: its name, and what of it differs from an empty one. */
export type SheetDraft = Partial<IWorksheetData> & { readonly name: string };

/** Spare rows below and columns beside the data of a sheet. */
export const SPARE_ROWS = 100;
export const SPARE_COLUMNS = 6;

/** Rows and columns of an empty sheet, as in Google Sheets. */
const EMPTY = { rowCount: 1000, columnCount: 26 };

/** Look of a cell without a style of its own. */
const DEFAULT_STYLE: IStyleData = { ff: "Arial", fs: 10 };

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
    ...{ id, name, appVersion: "0.25.1", locale: LocaleType.EN_US },
    ...{ sheetOrder: ids as string[], sheets: Object.fromEntries(entries), styles, defaultStyle: DEFAULT_STYLE },
  };
}

/** A workbook with one empty sheet. */
export function emptySnapshot(id: string, name = "Untitled workbook"): IWorkbookData {
  return createSnapshot(id, name, [{ name: "Sheet1" }]);
}
