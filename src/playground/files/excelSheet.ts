import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { SheetsNoteModel } from "@univerjs/sheets-note";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Workbook, Worksheet } from "exceljs";
import type { Book } from "../services/book";
import type { PlacedChart, SheetCharts } from "./drawing/addCharts";
import { placeOf, writeCells } from "./excelCells";
import { toArgb } from "./excelColor";
import { writeLayout } from "./excelLayout";
import { writePrint } from "./excelPrint";
import { writeRules } from "./excelRules";
import type { Known } from "./excelSupport";

/** A sheet as it stands in the file, and what exceljs has not written of it. */
export interface WrittenSheet extends SheetCharts {
  readonly hasArrays: boolean;
}

/** Adds a sheet to a file: all that exceljs can write. */
export function writeSheet(
  book: Book,
  sheet: FWorksheet,
  known: Known,
  allCharts: readonly PlacedChart[],
  file: Workbook,
): WrittenSheet {
  const target = addSheet(file, sheet);
  const univer = sheet.getSheet();
  const charts = allCharts.filter(({ spec }) => spec.sheetId === sheet.getSheetId());
  const { rows, columns, hasArrays } = writeCells(book, sheet, known, placesIn(allCharts, sheet), target);
  writeNotes(book, sheet, target);
  const rules = sheet.getInject().get(ConditionalFormattingRuleModel);
  writeRules(rules.getSubunitRules(book.workbook.getId(), sheet.getSheetId()) ?? [], target);
  writeLayout(univer.getConfig(), columns, (column) => sheet.getColumnWidth(column), target);
  const grid = {
    heightOf: (row: number) => (univer.getRowVisible(row) ? sheet.getRowHeight(row) : 0),
    widthOf: (column: number) => (univer.getColVisible(column) ? sheet.getColumnWidth(column) : 0),
  };
  writePrint({ rows, columns, charts: charts.map(({ spec }) => spec), ...grid }, target);
  return { sheet: target.id, grid, charts, hasArrays };
}

function addSheet(file: Workbook, sheet: FWorksheet): Worksheet {
  const color = sheet.getSheet().getTabColor();
  return file.addWorksheet(sheet.getSheetName(), {
    state: sheet.isSheetHidden() ? "hidden" : "visible",
    ...(color && { properties: { tabColor: { argb: toArgb(color) } } }),
  });
}

function writeNotes({ workbook }: Book, sheet: FWorksheet, target: Worksheet): void {
  const notes = sheet.getInject().get(SheetsNoteModel).getSheetNotes(workbook.getId(), sheet.getSheetId());
  for (const { row, col, note } of notes?.values() ?? []) target.getCell(row + 1, col + 1).note = note;
}

/** The cells of a sheet whose values charts show, wherever these are. */
function placesIn(charts: readonly PlacedChart[], sheet: FWorksheet): ReadonlySet<string> {
  const cells = charts.flatMap(({ table }) => table.series.flatMap((series) => series.cells));
  const places = cells.flatMap(({ place }) => (place?.sheetId === sheet.getSheetId() ? [place] : []));
  return new Set(places.map(({ row, column }) => placeOf(row, column)));
}
