import type { Cell, Row, Worksheet } from "exceljs";
import { type ChartSpec, chartSize } from "../charts/chartSpec";
import { columnLetters } from "../services/a1";
import { ending, type Grid } from "./drawing/drawing";
import { pageBreaks, type PageRow } from "./pageBreaks";
import { A4, MARGINS, pageFormat } from "./paper";

/** What of a sheet is printed, and how large its rows and columns are: 0 pixels where they are hidden. */
export interface Printed extends Grid {
  readonly rows: number;
  readonly columns: number;
  readonly charts: readonly ChartSpec[];
}

/** From this size on (points), bold text alone in its row is the heading of a section. */
const HEADING_SIZE = 12;

/** As far as a break reaches. */
const LAST_COLUMN = 16_384;

const MILLIMETRES_PER_INCH = 25.4;

/**
 * Makes a sheet fit to be printed: paper, margins, page numbers, titles that are frozen again on each page. A page
 * with headings or charts is also given breaks, so that none of them is cut.
 */
export function writePrint(printed: Printed, target: Worksheet): void {
  const [rows, columns] = reach(printed);
  if (rows === 0 || columns === 0) return;
  const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);
  const format = pageFormat(indexes(columns).reduce((sum, column) => sum + printed.widthOf(column), 0));
  const frozen = target.views[0]?.state === "frozen" ? (target.views[0].ySplit ?? 0) : 0;
  // exceljs writes a name with an apostrophe in a way that Excel cannot read.
  const canBeNamed = !target.name.includes("'");
  const inches = Object.entries(MARGINS).map(([side, size]) => [side, size / MILLIMETRES_PER_INCH]);
  target.pageSetup = {
    paperSize: A4,
    orientation: format.isAcross ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: format.wide,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: Object.fromEntries(inches),
    ...(frozen > 0 && canBeNamed && { printTitlesRow: `1:${frozen}` }),
  };
  target.headerFooter.oddFooter = "&C&8&A — page &P of &N";
  const onPage = pageRows(printed, target, rows);
  if (printed.charts.length === 0 && !onPage.some(({ begins }) => begins === "section")) return;
  if (canBeNamed) target.pageSetup.printArea = `A$1:${columnLetters(columns - 1)}$${rows}`;
  const repeated = indexes(frozen).reduce((sum, row) => sum + printed.heightOf(row), 0);
  for (const row of pageBreaks(onPage, format.capacity - repeated))
    target.getRow(row).addPageBreak(1, LAST_COLUMN);
}

/** Rows and columns up to the last one with a cell or a chart. */
function reach({ rows, columns, charts, heightOf, widthOf }: Printed): [rows: number, columns: number] {
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

function pageRows(printed: Printed, target: Worksheet, count: number): PageRow[] {
  const spans = printed.charts.map((chart) => {
    const { row, y } = chart.anchor;
    return { first: row, last: ending(row, y + chartSize(chart).height, printed.heightOf)[0] };
  });
  let keepsNext = false;
  return Array.from({ length: count }, (_, row) => {
    const cells = filledCells(target.getRow(row + 1));
    const isBold = cells.length > 0 && cells.every(({ font }) => font?.bold);
    const isSpace = cells.length === 0 && !spans.some(({ first, last }) => row >= first && row <= last);
    const isInChart = spans.some(({ first, last }) => row >= first && row < last);
    // The space below a title belongs to it.
    keepsNext = isBold || isInChart || (isSpace && keepsNext);
    const isTitle = isBold && cells.length === 1;
    const size = cells[0]?.font?.size ?? 0;
    const isChart = spans.some(({ first }) => row === first);
    const title = size >= HEADING_SIZE ? "section" : "part";
    const begins = isTitle ? title : isChart ? "chart" : undefined;
    return { height: printed.heightOf(row), begins, keepsNext };
  });
}

function filledCells(row: Row): Cell[] {
  const cells: Cell[] = [];
  row.eachCell((cell) => {
    const shown = cell.formula ? cell.result : cell.value;
    if (cell.master === cell && shown !== null && shown !== undefined && shown !== "") cells.push(cell);
  });
  return cells;
}
