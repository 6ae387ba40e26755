import { BooleanNumber, type ICellData, type IRange } from "@univerjs/core";
import { gridSize, type SheetDraft } from "../engine/snapshot";
import { cell } from "./dataSheets";
import type { Report, ReportTable } from "./reports";
import type { StyleId } from "./styles";

/** Pixels. */
const HEIGHTS = { title: 44, tableTitle: 30, text: 36, formula: 36, head: 36, row: 22 };
const WIDTHS: Partial<Record<StyleId, number>> = { text: 110, share: 62, date: 96, month: 92 };
const WIDTH = 88;
const GAP_WIDTH = 28;

/** Rows kept free for results to grow: styled as those above, and between two bands. */
const GROWTH = 8;

/** How far a title may reach over the cells beside it. */
const TITLE_COLUMNS = 8;

interface Layout {
  readonly cells: Record<number, Record<number, ICellData>>;
  readonly merges: IRange[];
  readonly heights: Record<number, { h: number }>;
}

/** A sheet of tables with live formulas, laid out with room to grow. */
export function reportSheet({ name, title, bands, widths = {}, frozenColumns = 0 }: Report): SheetDraft {
  const layout: Layout = { cells: {}, merges: [], heights: { 0: { h: HEIGHTS.title } } };
  put(layout, 0, 0, cell(title, "sheetTitle"));
  let row = 1;
  for (const band of bands) {
    for (const table of band) addTable(layout, row, table);
    row += HEAD_ROWS + Math.max(...band.map(({ rows }) => rows)) + GROWTH;
  }
  const tables = bands.flat();
  const columns = Math.max(...tables.map(({ column, columns: styles }) => column + styles.length));
  const frozenRows = bands.length === 1 ? HEAD_ROWS + 2 : 0;
  return {
    name,
    cellData: layout.cells,
    mergeData: layout.merges,
    rowData: layout.heights,
    columnData: Object.fromEntries(
      Array.from({ length: columns }, (_, c) => [c, { w: widths[c] ?? widthOf(tables, c) }]),
    ),
    freeze: freeze(frozenRows, frozenColumns),
    ...gridSize(row, columns),
    tabColor: "#34a853",
    showGridlines: BooleanNumber.FALSE,
  };
}

/** Rows of a table above its heading: title, text and formula. */
const HEAD_ROWS = 3;

function addTable(layout: Layout, top: number, table: ReportTable): void {
  const { title, text, formula, column, columns, rows, rowStyles } = table;
  const reach = Math.min(columns.length, TITLE_COLUMNS);
  const lines = [
    { data: cell(title, "section"), h: HEIGHTS.tableTitle },
    { data: cell(text, "lead"), h: HEIGHTS.text },
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
    (rowStyles?.[line] ?? columns).forEach((style, c) => put(layout, head + line, column + c, { s: style }));
  }
}

function put({ cells }: Layout, row: number, column: number, data: ICellData | undefined): void {
  (cells[row] ??= {})[column] = data ?? {};
}

function headingOf(style: StyleId): StyleId {
  if (style === "share") return "headingAge";
  return ["text", "textWrapped", "month", "date"].includes(style) ? "headingLeft" : "headingRight";
}

function widthOf(tables: readonly ReportTable[], column: number): number {
  const styles = tables.flatMap((table) => table.columns[column - table.column] ?? []);
  return styles.length === 0 ? GAP_WIDTH : Math.max(...styles.map((style) => WIDTHS[style] ?? WIDTH));
}

function freeze(rows: number, columns: number): SheetDraft["freeze"] {
  return {
    xSplit: columns,
    ySplit: rows,
    startRow: rows === 0 ? -1 : rows,
    startColumn: columns === 0 ? -1 : columns,
  };
}
