import type { FWorksheet } from "@univerjs/sheets/facade";
import { splitReference } from "../../formula/template";
import { parseA1 } from "./a1";
import { type Book, usedSize } from "./book";
import { type SheetCharts, sheetCharts } from "./charts";
import { type SheetRules, sheetRules } from "./conditionalFormats";
import { createRange, type Range } from "./range";
import type { SheetInternal } from "./sheetInternal";
import { type SheetLayout, sheetLayout } from "./sheetLayout";
import { guarded, objectSheet } from "./ways/guards";

/** The part of Apps Script's RangeList which the add-on uses. */
interface RangeList {
  readonly getRanges: () => Range[];
  readonly clearContent: () => RangeList;
  readonly setNumberFormat: (format: string) => RangeList;
}

/** The part of Apps Script's Sheet which the add-on uses. */
export interface Sheet extends SheetLayout<Sheet>, SheetCharts, SheetRules {
  readonly getSheetId: () => number;
  readonly getName: () => string;
  readonly getType: () => keyof typeof SheetType;
  readonly setName: (name: string) => Sheet;
  readonly getMaxRows: () => number;
  readonly getMaxColumns: () => number;
  readonly getLastRow: () => number;
  readonly getLastColumn: () => number;
  readonly getDataRange: () => Range;
  /** By A1 notation, or by first row and column from 1 and size. */
  readonly getRange: (from: string | number, column?: number, numRows?: number, numColumns?: number) => Range;
  /** Areas of the sheet by their A1 notations. */
  readonly getRangeList: (notations: readonly string[]) => RangeList;
  readonly getActiveRange: () => Range;
  readonly getActiveCell: () => Range;
  readonly activate: () => Sheet;
  readonly clearNotes: () => Sheet;
  readonly internal: SheetInternal;
}

/** Apps Script's SpreadsheetApp.SheetType. */
export const SheetType = { GRID: "GRID", OBJECT: "OBJECT" } as const;

/** A Sheet over Univer's worksheet. */
export function createSheet(book: Book, worksheet: FWorksheet): Sheet {
  const size = () => {
    book.flush();
    return usedSize(book, worksheet);
  };
  const internal = { book, worksheet };
  const sheetById = (id: string) => {
    const other = book.workbook.getSheetBySheetId(id);
    return other ? createSheet(book, other) : undefined;
  };
  const everywhere = () => sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
  const isObject = () => book.ways.objectTabs.has(worksheet.getSheetName());
  const sheet: Sheet = {
    internal,
    ...sheetLayout(internal, () => sheet),
    ...sheetCharts(internal, sheetById),
    ...sheetRules(internal, () => sheet),
    getSheetId: () => numericId(worksheet.getSheetId()),
    getName: () => worksheet.getSheetName(),
    getType: () => (isObject() ? SheetType.OBJECT : SheetType.GRID),
    setName: (name) => {
      worksheet.setName(name);
      return sheet;
    },
    getMaxRows: () => worksheet.getMaxRows(),
    getMaxColumns: () => worksheet.getMaxColumns(),
    getLastRow: () => size().rows,
    getLastColumn: () => size().columns,
    getDataRange: () => {
      const { rows, columns } = size();
      return createRange(sheet, {
        row: 0,
        column: 0,
        rows: Math.max(1, rows),
        columns: Math.max(1, columns),
      });
    },
    getRange: (from, column = 1, numRows = 1, numColumns = 1) => {
      if (typeof from === "string") {
        const area = parseA1(splitReference(from).cells, worksheet.getMaxRows(), worksheet.getMaxColumns());
        return createRange(sheet, area);
      }
      checkInside(sheet, from, column, numRows, numColumns);
      return createRange(sheet, { row: from - 1, column: column - 1, rows: numRows, columns: numColumns });
    },
    getRangeList: (notations) => {
      const ranges = notations.map((notation) => sheet.getRange(notation));
      const list: RangeList = {
        getRanges: () => ranges,
        clearContent: () => {
          ranges.forEach((range) => range.clearContent());
          return list;
        },
        setNumberFormat: (format) => {
          ranges.forEach((range) => range.setNumberFormat(format));
          return list;
        },
      };
      return list;
    },
    getActiveRange: () => {
      const active = worksheet.getActiveRange()?.getRange();
      if (!active) return sheet.getRange(1, 1);
      const { startRow, startColumn, endRow, endColumn } = active;
      return sheet.getRange(
        startRow + 1,
        startColumn + 1,
        endRow - startRow + 1,
        endColumn - startColumn + 1,
      );
    },
    getActiveCell: () => sheet.getActiveRange().offset(0, 0, 1, 1),
    clearNotes: () => {
      everywhere().setNote(null);
      return sheet;
    },
    activate: () => {
      book.workbook.setActiveSheet(worksheet);
      return sheet;
    },
  };
  return isObject() ? objectSheet(sheet) : guarded(sheet, book.ways, worksheet.getSheetName());
}

/** Apps Script's ids of sheets are numbers, Univer's are text. */
function numericId(id: string): number {
  return Array.from(id).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2 ** 31, 7);
}

function checkInside(sheet: Sheet, row: number, column: number, numRows: number, numColumns: number): void {
  if (row < 1) throw new Error("The starting row of the range is too small.");
  if (column < 1) throw new Error("The starting column of the range is too small.");
  if (numRows < 1) throw new Error("The number of rows in the range must be at least 1.");
  if (numColumns < 1) throw new Error("The number of columns in the range must be at least 1.");
  if (row + numRows - 1 > sheet.getMaxRows() || column + numColumns - 1 > sheet.getMaxColumns()) {
    throw new Error("The coordinates of the range are outside the dimensions of the sheet.");
  }
}
