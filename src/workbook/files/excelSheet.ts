import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { SheetsNoteModel } from "@univerjs/sheets-note";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Workbook, Worksheet } from "exceljs";
import { cellToA1 } from "../services/a1";
import type { Book } from "../services/book";
import type { PlacedChart, SheetCharts } from "./drawing/addCharts";
import { writeCells } from "./excelCells";
import { toArgb } from "./excelColor";
import { formulasOf } from "./excelFormulaCells";
import { writeLayout } from "./excelLayout";
import { writePrint } from "./excelPrint";
import { writeRules } from "./excelRules";
import { DEFAULT_FONT } from "./excelStyle";
import type { Known } from "./excelSupport";

/** A sheet as it stands in the file, and what exceljs has not written of it. */
export interface WrittenSheet extends SheetCharts {
  readonly hasArrays: boolean;
}

/** Writes all of a sheet that exceljs can write. */
export function writeSheet(
  book: Book,
  sheet: FWorksheet,
  known: Known,
  allCharts: readonly PlacedChart[],
  target: Worksheet,
): WrittenSheet {
  const univer = sheet.getSheet();
  const charts = allCharts.filter(({ spec }) => spec.sheetId === sheet.getSheetId());
  const formulaOf = formulasOf(book, sheet, known, placesIn(allCharts, sheet));
  const { rows, columns, hasArrays } = writeCells(book, sheet, formulaOf, target);
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

/** Adds an empty sheet to a file. */
export function addSheet(file: Workbook, name: string, sheet: FWorksheet): Worksheet {
  const color = sheet.getSheet().getTabColor();
  return file.addWorksheet(name, {
    state: sheet.isSheetHidden() ? "hidden" : "visible",
    ...(color && { properties: { tabColor: { argb: toArgb(color) } } }),
  });
}

function writeNotes({ workbook }: Book, sheet: FWorksheet, target: Worksheet): void {
  const notes = sheet.getInject().get(SheetsNoteModel).getSheetNotes(workbook.getId(), sheet.getSheetId());
  for (const { row, col, note } of notes?.values() ?? []) {
    const cell = target.getCell(row + 1, col + 1);
    cell.note = note;
    // exceljs does not read the note of a cell without a value and without a style.
    if (Object.keys(cell.style).length === 0) cell.font = DEFAULT_FONT;
  }
}

/** The cells of a sheet whose values charts show, wherever these are. */
function placesIn(charts: readonly PlacedChart[], sheet: FWorksheet): ReadonlySet<string> {
  const cells = charts.flatMap(({ table }) => table.series.flatMap((series) => series.cells));
  const places = cells.flatMap(({ place }) => (place?.sheetId === sheet.getSheetId() ? [place] : []));
  return new Set(places.map(({ row, column }) => cellToA1(row, column)));
}
