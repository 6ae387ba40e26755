import type { DataGrid, GridCell } from "../../report/dataGrid";
import { headerRow } from "../../report/live";
import { literal } from "../spreadsheet/cells";
import { dayFromIso } from "../../sheet/date";
import { formulaNotation } from "../spreadsheet/notation";
import { makeWay } from "../spreadsheet/ownArea";
import { spreadsheetZone } from "../spreadsheet/zone";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows below the results that later data may fill. */
const spare = 200;

/** Writes the figures that the report shows. */
export function writeData(sheet: Sheet, grid: DataGrid): void {
  const zone = spreadsheetZone();
  const { cells, columns, formats } = grid;
  makeWay(sheet, { rows: grid.rows + spare, columns });
  const written = formulaNotation(sheet.getRange(1, 1), "setValue");
  const input = (cell: GridCell): unknown => {
    if ("formula" in cell) return written(cell.formula);
    const { literal: value } = cell;
    if (typeof value === "object") return zone.dateOf(dayFromIso(value.date)!);
    return typeof value === "string" ? literal(value) : value;
  };
  for (const { column, columns: width, rows, format } of formats)
    sheet.getRange(headerRow + 1, column, rows, width).setNumberFormat(format);
  sheet.getRange(1, 1, cells.length, columns).setValues(cells.map((row) => row.map(input)));
  SpreadsheetApp.flush();
  sheet.getRange(1, 1, headerRow, columns).setFontWeight("bold");
  sheet.setFrozenRows(headerRow);
}
