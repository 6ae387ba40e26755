import type { IStyleData, Nullable } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { CellValue, Worksheet } from "exceljs";
import { sheetsError } from "../engine/errors";
import { isDateFormat } from "../engine/values";
import { DAY } from "../engine/zone";
import { toA1 } from "../services/a1";
import { type Book, storedCell, usedSize } from "../services/book";
import { toExcel } from "./excelFormula";
import { toExcelStyle } from "./excelStyle";

/** Excel measures widths in characters. */
export const PIXELS_PER_CHARACTER = 7;

const EPOCH = Date.UTC(1899, 11, 30);

/** The bytes of an .xlsx file: formulas with their present results, also of custom functions, and formats. */
export async function xlsxFromBook(book: Book): Promise<ArrayBuffer> {
  const { default: exceljs } = await import("exceljs");
  book.flush();
  const file = new exceljs.Workbook();
  for (const sheet of book.workbook.getSheets())
    writeSheet(book, sheet, file.addWorksheet(sheet.getSheetName()));
  return await file.xlsx.writeBuffer();
}

function writeSheet(book: Book, sheet: FWorksheet, target: Worksheet): void {
  const { rows, columns } = usedSize(book, sheet);
  for (let c = 0; c < columns; c++)
    target.getColumn(c + 1).width = sheet.getColumnWidth(c) / PIXELS_PER_CHARACTER;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const { data, style } = storedCell(book, sheet, r, c);
      if (!data) continue;
      const shown = style ?? sheet.getSheet().getComposedCellStyle(r, c);
      const cell = target.getCell(r + 1, c + 1);
      cell.value = cellValue(data, shown, sheet.getRange(r, c).getFormula(), spillArea(book, sheet, r, c));
      Object.assign(cell, toExcelStyle(shown ?? {}));
    }
  }
}

function cellValue(
  data: { v?: Nullable<unknown>; t?: Nullable<number> },
  style: Nullable<IStyleData>,
  formula: string,
  spill: string | undefined,
): CellValue {
  const value = plainValue(data, style);
  if (!formula) return value as CellValue;
  const array = spill === undefined ? {} : { shareType: "array", ref: spill };
  return { formula: toExcel(formula), result: value ?? undefined, ...array } as CellValue;
}

function plainValue({ v, t }: { v?: unknown; t?: Nullable<number> }, style: Nullable<IStyleData>): unknown {
  if (v === null || v === undefined) return null;
  if (t === 3) return v === 1 || v === true || v === "TRUE";
  if (typeof v === "number" && isDateFormat(style?.n?.pattern)) return new Date(EPOCH + Math.round(v * DAY));
  return typeof v === "string" && v.startsWith("#") ? errorOrText(sheetsError(v)) : v;
}

function errorOrText(text: string): unknown {
  return /^#(N\/A|REF!|NAME\?|DIV\/0!|NULL!|VALUE!|NUM!)$/.test(text) ? { error: text } : text;
}

/** The area which a formula's result fills, in A1 notation; undefined where it is one cell. */
function spillArea(book: Book, sheet: FWorksheet, row: number, column: number): string | undefined {
  const areas = book.formulas.getArrayFormulaRange()?.[book.workbook.getId()]?.[sheet.getSheetId()];
  const area = areas?.[row]?.[column];
  if (!area || storedCell(book, sheet, row, column).data?.v === "#SPILL!") return undefined;
  return toA1({ row, column, rows: area.endRow - row + 1, columns: area.endColumn - column + 1 });
}
