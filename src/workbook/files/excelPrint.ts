import type { Cell, Row, Worksheet } from "exceljs";
import { sum } from "../../core/math/sum";
import { times } from "../../core/math/times";
import { columnLetters } from "../../sheet/a1";
import { pageBreaks } from "./pageBreaks";
import { type Printed, type PrintedText, pageRows, reach } from "./pageRows";
import { A4, MARGINS, pageFormat } from "./paper";

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
  const format = pageFormat(sum(times(columns, printed.widthOf)));
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
  const onPage = pageRows(printed, rows, textsIn(target));
  if (printed.charts.length === 0 && !onPage.some(({ begins }) => begins === "section")) return;
  if (canBeNamed) target.pageSetup.printArea = `A$1:${columnLetters(columns)}$${rows}`;
  const repeated = sum(times(frozen, printed.heightOf));
  for (const row of pageBreaks(onPage, format.capacity - repeated))
    target.getRow(row).addPageBreak(1, LAST_COLUMN);
}

/** The texts of a row as far as they tell what it is. */
const textsIn =
  (target: Worksheet) =>
  (row: number): PrintedText[] =>
    filledCells(target.getRow(row + 1)).map(({ font }) => ({
      isBold: font?.bold === true,
      size: font?.size ?? 0,
    }));

function filledCells(row: Row): Cell[] {
  const cells: Cell[] = [];
  row.eachCell((cell) => {
    const shown = cell.formula ? cell.result : cell.value;
    if (cell.master === cell && shown !== null && shown !== undefined && shown !== "") cells.push(cell);
  });
  return cells;
}
