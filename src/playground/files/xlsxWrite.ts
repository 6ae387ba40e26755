import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { SheetsNoteModel } from "@univerjs/sheets-note";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Workbook, Worksheet } from "exceljs";
import type { Book } from "../services/book";
import { knownTo, writeCells } from "./excelCells";
import { toArgb } from "./excelColor";
import { writeLayout } from "./excelLayout";
import { writeRules } from "./excelRules";
import type { Known } from "./excelSupport";

/** The bytes of an .xlsx file: formulas with their present results, also of custom functions, and formats. */
export async function xlsxFromBook(book: Book): Promise<ArrayBuffer> {
  const { default: exceljs } = await import("exceljs");
  book.flush();
  const file = new exceljs.Workbook();
  const known = knownTo(book);
  for (const sheet of book.workbook.getSheets()) writeSheet(book, sheet, known, addSheet(file, sheet));
  return await file.xlsx.writeBuffer();
}

function addSheet(file: Workbook, sheet: FWorksheet): Worksheet {
  const color = sheet.getSheet().getTabColor();
  return file.addWorksheet(sheet.getSheetName(), {
    state: sheet.isSheetHidden() ? "hidden" : "visible",
    ...(color && { properties: { tabColor: { argb: toArgb(color) } } }),
  });
}

function writeSheet(book: Book, sheet: FWorksheet, known: Known, target: Worksheet): void {
  const injector = sheet.getInject();
  const place = [book.workbook.getId(), sheet.getSheetId()] as const;
  const { columns } = writeCells(book, sheet, known, target);
  const notes =
    injector
      .get(SheetsNoteModel)
      .getSheetNotes(...place)
      ?.values() ?? [];
  for (const { row, col, note } of notes) target.getCell(row + 1, col + 1).note = note;
  writeRules(injector.get(ConditionalFormattingRuleModel).getSubunitRules(...place) ?? [], target);
  writeLayout(sheet.getSheet().getConfig(), columns, (column) => sheet.getColumnWidth(column), target);
}
