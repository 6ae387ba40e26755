import { formatOfUnit } from "../report/formats";
import type { Chart } from "../report/page";
import { type TableChart, chartOf } from "../pictures/chart";
import { darkest, palest } from "../pictures/style";
import { waterfallChart, waterfallFormulas, waterfallTitles } from "../pictures/waterfall";
import type { Picture } from "../sheet/picture";
import { writeCells } from "./spreadsheet/inputs";
import { makeRoom } from "./spreadsheet/sheets";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Rows and columns that a live result may grow by, and still be drawn. */
const [spareRows, spareColumns] = [24, 12];

/** Rows up to which a table has its picture below it, where it is seen at once. */
const shortTable = 15;

const size = { width: 640, height: 300 };

/** The color of cells that only a picture needs. */
const quiet = "#80868b";

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
    insertChart(sheet, chart, {
      places,
      rows: cells.length + spareRows,
      height: cells.length,
      beside: titles.length,
    });
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
  shadeBySize(sheet, [sheet.getRange(2, first + 1, height, columns)]);
}

/** Shades areas, each by the size of its own figures. */
export function shadeBySize(sheet: Sheet, areas: readonly Range[]): void {
  const rules = areas.map((area) =>
    SpreadsheetApp.newConditionalFormatRule()
      .setGradientMinpoint(palest)
      .setGradientMaxpoint(darkest)
      .setRanges([area])
      .build(),
  );
  addRules(sheet, rules);
}

/** Adds rules to those that a tab has. */
export function addRules(
  sheet: Sheet,
  rules: readonly GoogleAppsScript.Spreadsheet.ConditionalFormatRule[],
): void {
  if (rules.length > 0) sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...rules]);
}

/** Draws from cells next to the table, which follow it. */
function drawWaterfall(
  { sheet, cells, money }: Table,
  { caption, label, effect }: Picture & { kind: "waterfall" },
) {
  const titles = cells[0]!.map(String);
  const [steps, effects] = [label, effect].map((one) => titles.indexOf(one) + 1) as [number, number];
  const [rows, columns, first] = [cells.length - 1, waterfallTitles.length, titles.length + 2];
  const at = (column: number) => (row: number) => sheet.getRange(2 + row, column).getA1Notation();
  makeRoom(sheet, cells.length, first + columns - 1);
  writeCells(sheet.getRange(1, first, 1, columns), [waterfallTitles]).setFontWeight("bold");
  writeCells(
    sheet.getRange(2, first, rows, columns),
    waterfallFormulas(at(steps), at(effects), rows).map((row) => row.map((formula) => ({ formula }))),
  );
  sheet.getRange(2, first + 1, rows, columns - 1).setNumberFormat(formatOfUnit("money", money));
  sheet.getRange(1, first, cells.length, columns).setFontColor(quiet);
  sheet.setColumnWidth(first, sheet.getColumnWidth(steps));
  sheet.getRange(1, first).setNote("The picture is drawn from these cells.");
  insertChart(sheet, waterfallChart(caption), {
    places: waterfallTitles.map((_, index) => first + index),
    rows: cells.length,
    height: cells.length,
    beside: titles.length,
  });
}

interface Place {
  /** How many rows of them, that of the titles included. */
  readonly rows: number;
  /** How many rows the table has now. */
  readonly height: number;
  /** The columns that the chart takes. */
  readonly places: readonly number[];
  /** The columns that it must leave free. */
  readonly beside: number;
}

function insertChart(sheet: Sheet, chart: TableChart, { rows, height, places, beside }: Place): void {
  const isShort = height <= shortTable;
  const [row, column] = isShort ? [height + 2, 1] : [2, beside + 2];
  makeRoom(sheet, Math.max(rows, row), column);
  const ranges = places.map((one) => sheet.getRange(1, one, rows, 1));
  placeChart(sheet, chart, ranges, { row, column, ...size });
}

/** Where a chart stands, and its pixels. */
interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  /** Pixels to the right of the column's edge, and below that of the row. */
  readonly right?: number;
  readonly down?: number;
}

/** A chart of columns that begin with their titles. */
export function placeChart(
  sheet: Sheet,
  { type, options }: Pick<Chart, "type" | "options">,
  ranges: readonly Range[],
  { row, column, right = 0, down = 0, ...pixels }: ChartPlace,
): void {
  const builder = sheet.newChart().setChartType(Charts.ChartType[type]);
  ranges.forEach((range) => builder.addRange(range));
  builder.setNumHeaders(1).setPosition(row, column, right, down);
  Object.entries({ ...options, ...pixels }).forEach(([name, value]) => builder.setOption(name, value));
  sheet.insertChart(builder.build());
}
