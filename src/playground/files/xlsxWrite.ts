import type { IStyleData, Nullable } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { CellValue, Workbook, Worksheet } from "exceljs";
import { sheetsError } from "../engine/errors";
import { isDateFormat } from "../engine/values";
import { DAY } from "../engine/zone";
import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { SheetsNoteModel } from "@univerjs/sheets-note";
import { type Book, storedCell, usedSize } from "../services/book";
import { toArgb } from "./excelColor";
import { toExcel } from "./excelFormula";
import { areaName, writeLayout } from "./excelLayout";
import { writeRules } from "./excelRules";
import { toExcelStyle } from "./excelStyle";

const EPOCH = Date.UTC(1899, 11, 30);

/** The bytes of an .xlsx file: formulas with their present results, also of custom functions, and formats. */
export async function xlsxFromBook(book: Book): Promise<ArrayBuffer> {
  const { default: exceljs } = await import("exceljs");
  book.flush();
  const file = new exceljs.Workbook();
  for (const sheet of book.workbook.getSheets()) writeSheet(book, sheet, addSheet(file, sheet));
  return await file.xlsx.writeBuffer();
}

function addSheet(file: Workbook, sheet: FWorksheet): Worksheet {
  const color = sheet.getSheet().getTabColor();
  return file.addWorksheet(sheet.getSheetName(), {
    state: sheet.isSheetHidden() ? "hidden" : "visible",
    ...(color && { properties: { tabColor: { argb: toArgb(color) } } }),
  });
}

function writeSheet(book: Book, sheet: FWorksheet, target: Worksheet): void {
  const { rows, columns } = formattedSize(book, sheet);
  const univer = sheet.getSheet();
  const place = [book.workbook.getId(), sheet.getSheetId()] as const;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const { data, style } = storedCell(book, sheet, r, c);
      if (!data) continue;
      const shown = style ?? univer.getComposedCellStyle(r, c);
      const formula = data.f || data.si ? sheet.getRange(r, c).getFormula() : "";
      const cell = target.getCell(r + 1, c + 1);
      cell.value = cellValue(data, shown, formula, formula && spillArea(book, sheet, r, c));
      Object.assign(cell, toExcelStyle(shown ?? {}));
    }
  }
  for (const { row, col, note } of sheet
    .getInject()
    .get(SheetsNoteModel)
    .getSheetNotes(...place)
    ?.values() ?? [])
    target.getCell(row + 1, col + 1).note = note;
  writeRules(
    sheet
      .getInject()
      .get(ConditionalFormattingRuleModel)
      .getSubunitRules(...place) ?? [],
    target,
  );
  writeLayout(univer.getConfig(), columns, (column) => sheet.getColumnWidth(column), target);
}

/** Rows and columns up to the last cell with something in it or a style of its own. */
function formattedSize(book: Book, sheet: FWorksheet): { rows: number; columns: number } {
  let { rows, columns } = usedSize(book, sheet);
  const matrix = sheet.getSheet().getCellMatrix();
  matrix.forValue((row, column, cell) => {
    if (!cell?.s) return;
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  });
  return { rows, columns };
}

function cellValue(
  data: { v?: Nullable<unknown>; t?: Nullable<number> },
  style: Nullable<IStyleData>,
  formula: string,
  spill: string,
): CellValue {
  const value = plainValue(data, style);
  if (!formula) return value as CellValue;
  const array = spill === "" ? {} : { shareType: "array", ref: spill };
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

/** The area which a formula's result fills, in A1 notation; "" where it is one cell. */
function spillArea(book: Book, sheet: FWorksheet, row: number, column: number): string {
  const areas = book.formulas.getArrayFormulaRange()?.[book.workbook.getId()]?.[sheet.getSheetId()];
  const area = areas?.[row]?.[column];
  return !area || storedCell(book, sheet, row, column).data?.v === "#SPILL!" ? "" : areaName(area);
}
