import type { IResources } from "@univerjs/core";
import {
  CFRuleType,
  CFValueType,
  type IConditionFormattingRule,
  SHEET_CONDITIONAL_FORMATTING_PLUGIN,
} from "@univerjs/sheets-conditional-formatting";
import { type TableChart, chartOf } from "../../pictures/chart";
import { darkest, palest } from "../../pictures/style";
import { waterfallChart, waterfallTitles } from "../../pictures/waterfall";
import type { Picture } from "../../sheet/picture";
import { CHARTS } from "../charts/chartStore";
import type { ChartSpec } from "../charts/chartSpec";
import { type PlacedTable, chartRow, placesIn, tallest, waterfallColumn } from "./places";
import { type Report, calledBy, columnStyles, pictureOf } from "./reportTable";

/** Pixels, within the row that a sheet keeps for it. */
const SIZE = { width: 620, height: 284 };

/** The pictures of the sheets of tables, as a snapshot keeps them; `idOf` gives the id of a sheet by its name. */
export function pictures(reports: readonly Report[], idOf: (name: string) => string): IResources {
  const drawn = reports.flatMap(({ name, bands }) =>
    placesIn(bands).flatMap((place) => {
      const picture = pictureOf(place.table);
      return picture ? [{ sheetId: idOf(name), place, picture }] : [];
    }),
  );
  const charts = drawn.flatMap(({ sheetId, place, picture }) => chart(sheetId, place, picture) ?? []);
  const rules: Record<string, IConditionFormattingRule[]> = {};
  for (const { sheetId, place, picture } of drawn)
    if (picture.kind === "shades") (rules[sheetId] ??= []).push(shades(place, `${sheetId} ${place.head}`));
  return [
    { name: CHARTS, data: JSON.stringify(charts.map((spec, index) => ({ ...spec, id: index + 1 }))) },
    { name: SHEET_CONDITIONAL_FORMATTING_PLUGIN, data: JSON.stringify(rules) },
  ];
}

function chart(sheetId: string, place: PlacedTable, picture: Picture): ChartSpec | undefined {
  const { table, top } = place;
  if (picture.kind === "waterfall") {
    const columns = waterfallTitles.map((_, index) => waterfallColumn(table) + index);
    return specOf(sheetId, place, waterfallChart(picture.caption), columns, table.rows);
  }
  const found = chartOf(picture);
  if (!found) return undefined;
  const titles = calledBy(table).columns!.map(({ name }) => name);
  const columns = found.columns.map((title) => table.column + titles.indexOf(title));
  return top === undefined ? undefined : specOf(sheetId, place, found, columns, tallest(table));
}

const specOf = (
  sheetId: string,
  { table, top, head }: PlacedTable,
  { type, options }: TableChart,
  columns: readonly number[],
  rows: number,
): ChartSpec => ({
  id: 0,
  sheetId,
  type,
  ranges: columns.map((column) => ({ sheetId, row: head, column, rows, columns: 1 })),
  headers: 1,
  options: { ...options, ...SIZE },
  anchor: { row: chartRow(top), column: table.column, x: 4, y: 8 },
});

/** Darker is more, in the columns that the data decide; of shares all have the first one. */
function shades({ table, head }: PlacedTable, cfId: string): IConditionFormattingRule {
  const fixed = table.column + calledBy(table).columns!.length;
  const first = table.age === "share" ? fixed + 1 : fixed;
  const last = table.column + columnStyles(table).length + (table.spareColumns ?? 0) - 1;
  const range = {
    startRow: head + 1,
    endRow: head + tallest(table) - 1,
    startColumn: first,
    endColumn: last,
  };
  const point = (index: number, color: string, type: CFValueType) => ({ index, color, value: { type } });
  return {
    cfId,
    ranges: [range],
    stopIfTrue: false,
    rule: {
      type: CFRuleType.colorScale,
      config: [point(0, palest, CFValueType.min), point(1, darkest, CFValueType.max)],
    },
  };
}
