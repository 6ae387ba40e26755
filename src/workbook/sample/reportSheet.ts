import { BooleanNumber, type ICellData, type IRange } from "@univerjs/core";
import { gridSize, type SheetDraft } from "../engine/snapshot";
import { cell } from "./dataSheets";
import { type Report, type ReportTable, columnStyles } from "./reports";
import type { StyleId } from "./styles";

/** Pixels. */
const HEIGHTS = { title: 44, tableTitle: 30, text: 36, formula: 36, head: 38, row: 22 };
const WIDTHS: Partial<Record<StyleId, number>> = {
  text: 110,
  share: 64,
  date: 96,
  month: 88,
  whole: 82,
  percent: 82,
};
const WIDTH = 102;
const GAP_WIDTH = 28;

/** Rows kept free for results to grow: styled as those above, and between two bands. */
const GROWTH = 8;

/** How far titles and texts may reach over the cells beside them. */
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
  let row = 1;
  for (const band of bands) {
    for (const table of band) addTable(layout, row, table);
    row += HEAD_ROWS + Math.max(...band.map(({ rows }) => rows)) + GROWTH;
  }
  const tables = bands.flat();
  const columns = Math.max(...tables.map((table) => table.column + columnStyles(table).length));
  const headRow = HEAD_ROWS + 2;
  return {
    name,
    cellData: layout.cells,
    mergeData: layout.merges,
    rowData: layout.heights,
    columnData: Object.fromEntries(
      Array.from({ length: columns }, (_, c) => [c, { w: widths[c] ?? widthOf(tables, c) }]),
    ),
    ...(bands.length === 1 && { freeze: { xSplit: 0, ySplit: headRow, startRow: headRow, startColumn: -1 } }),
    ...gridSize(row, columns),
    tabColor: "#ceead6",
    showGridlines: BooleanNumber.FALSE,
  };
}

/** Rows of a table above its heading: title, text and formula. */
const HEAD_ROWS = 3;

function addTable(layout: Layout, top: number, table: ReportTable): void {
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
  const head = top + lines.length;
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
  return ["text", "month", "date"].includes(style) ? "headingLeft" : "headingRight";
}

function widthOf(tables: readonly ReportTable[], column: number): number {
  const styles = tables.flatMap((table) => columnStyles(table)[column - table.column] ?? []);
  return styles.length === 0 ? GAP_WIDTH : Math.max(...styles.map((style) => WIDTHS[style] ?? WIDTH));
}
