import { formatOfUnit } from "../report/formats";
import { type TableChart, chartOf } from "../pictures/chart";
import { darkest, palest } from "../pictures/style";
import { waterfallChart, waterfallFormulas, waterfallTitles } from "../pictures/waterfall";
import type { Picture } from "../sheet/picture";
import { makeRoom } from "./spreadsheet/sheets";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows and columns that a live result may grow by, and still be drawn. */
const [spareRows, spareColumns] = [24, 12];

const size = { width: 640, height: 300 };

/** A table in the upper left corner of a tab of its own. */
interface Table {
  readonly sheet: Sheet;
  readonly cells: readonly (readonly unknown[])[];
  /** How many of its columns the data do not decide. */
  readonly fixedColumns: number;
  readonly money: string;
}

/** Draws a table beside itself, or shades it. */
export function draw(table: Table, picture: Picture): void {
  const { sheet, cells } = table;
  if (picture.kind === "shades") shade(table);
  else if (picture.kind === "waterfall") drawWaterfall(table, picture);
  else {
    const chart = chartOf(picture)!;
    const titles = cells[0]!.map(String);
    const places = chart.columns.map((title) => titles.indexOf(title) + 1);
    insertChart(sheet, chart, { row: 1, places, rows: cells.length + spareRows, beside: titles.length });
  }
}

/** Shades the columns that the data decide, without the first ones if they are alike, as retention is at age 0. */
function shade({ sheet, cells, fixedColumns }: Table): void {
  const [header, ...rows] = cells;
  const isAlike = (column: number) =>
    rows.every((row) => row[column] === rows[0]![column] || row[column] === "");
  const first = isAlike(fixedColumns) ? fixedColumns + 1 : fixedColumns;
  const columns = header!.length - first + spareColumns;
  const height = rows.length + spareRows;
  makeRoom(sheet, 1 + height, first + columns);
  const rule = SpreadsheetApp.newConditionalFormatRule()
    .setGradientMinpoint(palest)
    .setGradientMaxpoint(darkest)
    .setRanges([sheet.getRange(2, first + 1, height, columns)])
    .build();
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule]);
}

/** Draws from cells below the table, which follow it. */
function drawWaterfall(
  { sheet, cells, money }: Table,
  { caption, label, effect }: Picture & { kind: "waterfall" },
) {
  const titles = cells[0]!.map(String);
  const [steps, effects] = [label, effect].map((one) => titles.indexOf(one) + 1) as [number, number];
  const [rows, top] = [cells.length - 1, cells.length + 3];
  const at = (column: number) => (row: number) => sheet.getRange(2 + row, column).getA1Notation();
  makeRoom(sheet, top + rows, waterfallTitles.length);
  sheet
    .getRange(top - 1, 1)
    .setValue("The picture is drawn from these cells")
    .setFontColor("#5f6368");
  sheet
    .getRange(top, 1, 1, waterfallTitles.length)
    .setValues([[...waterfallTitles]])
    .setFontWeight("bold");
  sheet
    .getRange(top + 1, 1, rows, waterfallTitles.length)
    .setValues(waterfallFormulas(at(steps), at(effects), rows));
  sheet.getRange(top + 1, 2, rows, waterfallTitles.length - 1).setNumberFormat(formatOfUnit("money", money));
  insertChart(sheet, waterfallChart(caption), {
    row: top,
    places: waterfallTitles.map((_, index) => index + 1),
    rows: rows + 1,
    beside: titles.length,
  });
}

interface Place {
  /** The row of the titles, and how many there are with it. */
  readonly row: number;
  readonly rows: number;
  /** The columns that the chart takes. */
  readonly places: readonly number[];
  /** The columns that it must leave free. */
  readonly beside: number;
}

function insertChart(
  sheet: Sheet,
  { type, options }: TableChart,
  { row, rows, places, beside }: Place,
): void {
  makeRoom(sheet, row + rows - 1, beside + 2);
  const builder = sheet.newChart().setChartType(Charts.ChartType[type]);
  places.forEach((column) => builder.addRange(sheet.getRange(row, column, rows, 1)));
  builder.setNumHeaders(1).setPosition(2, beside + 2, 0, 0);
  Object.entries({ ...options, ...size }).forEach(([name, value]) => builder.setOption(name, value));
  sheet.insertChart(builder.build());
}
