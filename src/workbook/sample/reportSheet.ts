import { BooleanNumber, type ICellData, type IRange } from "@univerjs/core";
import { gridSize, type SheetDraft } from "../engine/snapshot";
import { waterfallFormulas, waterfallTitles } from "../../pictures/waterfall";
import type { Picture } from "../../sheet/picture";
import { cellToA1 } from "../services/a1";
import { cell } from "./dataSheets";
import { GROWTH, chartRow, endOf, hasChart, headRows, placesIn, waterfallColumn } from "./places";
import { type Report, type ReportTable, calledBy, columnStyles, pictureOf } from "./reportTable";
import type { StyleId } from "./styles";

/** Pixels. */
const HEIGHTS = { title: 44, tableTitle: 30, text: 36, formula: 36, picture: 300, head: 38, row: 22 };
const WIDTHS: Partial<Record<StyleId, number>> = {
  text: 110,
  share: 64,
  date: 96,
  month: 88,
  quarter: 108,
  whole: 82,
  percent: 82,
};
const WIDTH = 102;
const GAP_WIDTH = 28;

/** How far titles and texts may reach over the cells next to them. */
const TITLE_COLUMNS = 8;

interface Layout {
  readonly cells: Record<number, Record<number, ICellData>>;
  readonly merges: IRange[];
  readonly heights: Record<number, { h: number }>;
}

/** A sheet of tables with live formulas, laid out with room to grow. */
export function reportSheet({ name, title, bands, widths = {} }: Report): SheetDraft {
  const layout: Layout = { cells: {}, merges: [], heights: { 0: { h: HEIGHTS.title } } };
  put(layout, 0, 0, cell(title, "sheetTitle"));
  layout.merges.push({ startRow: 0, endRow: 0, startColumn: 0, endColumn: TITLE_COLUMNS - 1 });
  for (const { table, top, head } of placesIn(bands)) addTable(layout, top, head, table);
  const row = endOf(bands);
  const tables = bands.flat();
  const columns = Math.max(
    ...tables.map((table) =>
      pictureOf(table)?.kind === "waterfall"
        ? waterfallColumn(table) + waterfallTitles.length
        : table.column + columnStyles(table).length,
    ),
  );
  const headRow = 1 + headRows(bands[0]!) + 1;
  return {
    name,
    cellData: layout.cells,
    mergeData: layout.merges,
    rowData: layout.heights,
    columnData: Object.fromEntries(
      Array.from({ length: columns }, (_, c) => [c, { w: widths[c] ?? widthOf(tables, c) }]),
    ),
    // A picture would take the place of what scrolls.
    ...(bands.length === 1 &&
      !hasChart(bands[0]!) && { freeze: { xSplit: 0, ySplit: headRow, startRow: headRow, startColumn: -1 } }),
    ...gridSize(row, columns),
    tabColor: "#ceead6",
    showGridlines: BooleanNumber.FALSE,
  };
}

/** The cells of a waterfall, next to the table that it is of. */
function addWaterfall(layout: Layout, head: number, table: ReportTable, { label, effect }: Waterfall): void {
  const titles = calledBy(table).columns!.map(({ name }) => name);
  const at = (title: string) => (row: number) =>
    cellToA1(head + 1 + row, table.column + titles.indexOf(title));
  const first = waterfallColumn(table);
  put(layout, head - 2, first, cell("The picture is drawn from these cells:", "tableText"));
  layout.merges.push({
    startRow: head - 2,
    endRow: head - 2,
    startColumn: first,
    endColumn: first + waterfallTitles.length - 1,
  });
  waterfallTitles.forEach((title, c) =>
    put(layout, head, first + c, cell(title, headingOf(c ? "money" : "text"))),
  );
  waterfallFormulas(at(label), at(effect), table.rows - 1).forEach((formulas, row) =>
    formulas.forEach((f, c) =>
      put(layout, head + 1 + row, first + c, { ...(f && { f }), s: c ? "money" : "text" }),
    ),
  );
}

type Waterfall = Picture & { readonly kind: "waterfall" };

function addTable(layout: Layout, top: number, head: number, table: ReportTable): void {
  const { title, text, formula, column, rows, rowStyles, spareColumns = 0 } = table;
  const columns = columnStyles(table);
  const spare = Array<StyleId>(spareColumns).fill(columns.at(-1)!);
  const reach = Math.min(columns.length, TITLE_COLUMNS);
  const lines = [
    { data: cell(title, "tableTitle"), h: HEIGHTS.tableTitle },
    { data: cell(text, "tableText"), h: HEIGHTS.text },
    { data: cell(formula, "formulaText"), h: HEIGHTS.formula },
  ];
  lines.forEach(({ data, h }, index) => {
    put(layout, top + index, column, data);
    layout.heights[top + index] = { h };
    const [startRow, endColumn] = [top + index, column + reach - 1];
    layout.merges.push({ startRow, endRow: startRow, startColumn: column, endColumn });
  });
  if (head > chartRow(top)) layout.heights[chartRow(top)] = { h: HEIGHTS.picture };
  const picture = pictureOf(table);
  if (picture?.kind === "waterfall") addWaterfall(layout, head, table, picture);
  layout.heights[head] = { h: HEIGHTS.head };
  columns.forEach((style, c) => put(layout, head, column + c, { s: headingOf(style) }));
  put(layout, head, column, { f: formula, s: headingOf(columns[0]!) });
  for (let line = 1; line < rows + GROWTH; line++) {
    layout.heights[head + line] ??= { h: HEIGHTS.row };
    [...(rowStyles?.[line] ?? columns), ...spare].forEach((style, c) =>
      put(layout, head + line, column + c, { s: style }),
    );
  }
}

function put({ cells }: Layout, row: number, column: number, data: ICellData | undefined): void {
  (cells[row] ??= {})[column] = data ?? {};
}

function headingOf(style: StyleId): StyleId {
  if (style === "share") return "headingAge";
  return ["text", "month", "quarter", "date"].includes(style) ? "headingLeft" : "headingRight";
}

function widthOf(tables: readonly ReportTable[], column: number): number {
  const styles = tables.flatMap((table) => columnStyles(table)[column - table.column] ?? []);
  if (tables.some((table) => pictureOf(table)?.kind === "waterfall" && column > waterfallColumn(table)))
    return WIDTH;
  return styles.length === 0 ? GAP_WIDTH : Math.max(...styles.map((style) => WIDTHS[style] ?? WIDTH));
}
