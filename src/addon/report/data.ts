import type { DataGrid, GridCell } from "../../report/dataGrid";
import { headerRow } from "../../report/live";
import { notationOf } from "../spreadsheet/a1";
import { heldCell } from "../spreadsheet/cells";
import { type Input, writeCells } from "../spreadsheet/inputs";
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
  const input = (cell: GridCell): Input => ("formula" in cell ? cell : heldCell(cell.literal, zone));
  for (const format of new Set(formats.map((one) => one.format))) {
    const areas = formats.filter((one) => one.format === format);
    sheet
      .getRangeList(areas.map((area) => notationOf({ ...area, row: headerRow + 1 })))
      .setNumberFormat(format);
  }
  writeCells(
    sheet.getRange(1, 1, cells.length, columns),
    cells.map((row) => row.map(input)),
  );
  SpreadsheetApp.flush();
  sheet.getRange(1, 1, headerRow, columns).setFontWeight("bold");
  sheet.setFrozenRows(headerRow);
}
