import { type ChartSpec, chartSize } from "../charts/chartSpec";
import { ending, type Grid } from "./drawing/drawing";
import type { PageRow } from "./pageBreaks";

/** What of a sheet is printed, and how large its rows and columns are: 0 pixels where they are hidden. */
export interface Printed extends Grid {
  readonly rows: number;
  readonly columns: number;
  readonly charts: readonly ChartSpec[];
}

/** From this size on (points), bold text alone in its row is the heading of a section. */
const HEADING_SIZE = 12;

/** A text that fills a cell; its size in points. */
export interface PrintedText {
  readonly isBold: boolean;
  readonly size: number;
}

/** Rows and columns up to the last one with a cell or a chart. */
export function reach({
  rows,
  columns,
  charts,
  heightOf,
  widthOf,
}: Printed): [rows: number, columns: number] {
  const ends = charts.map((chart) => {
    const { width, height } = chartSize(chart);
    const { row, column, x, y } = chart.anchor;
    return [ending(row, y + height, heightOf)[0] + 1, ending(column, x + width, widthOf)[0] + 1] as const;
  });
  return [
    Math.max(rows, ...ends.map(([row]) => row)),
    Math.max(columns, ...ends.map(([, column]) => column)),
  ];
}

/** The rows as far as pages are concerned: what begins with each, and which of them stay together. */
export function pageRows(
  printed: Printed,
  count: number,
  textsIn: (row: number) => readonly PrintedText[],
): PageRow[] {
  const spans = printed.charts.map((chart) => {
    const { row, y } = chart.anchor;
    return { first: row, last: ending(row, y + chartSize(chart).height, printed.heightOf)[0] };
  });
  let keepsNext = false;
  return Array.from({ length: count }, (_, row) => {
    const cells = textsIn(row);
    const isBold = cells.length > 0 && cells.every(({ isBold: bold }) => bold);
    const isSpace = cells.length === 0 && !spans.some(({ first, last }) => row >= first && row <= last);
    const isInChart = spans.some(({ first, last }) => row >= first && row < last);
    // The space below a title belongs to it.
    keepsNext = isBold || isInChart || (isSpace && keepsNext);
    const isTitle = isBold && cells.length === 1;
    const size = cells[0]?.size ?? 0;
    const isChart = spans.some(({ first }) => row === first);
    const title = size >= HEADING_SIZE ? "section" : "part";
    const begins = isTitle ? title : isChart ? "chart" : undefined;
    return { height: printed.heightOf(row), begins, keepsNext };
  });
}
