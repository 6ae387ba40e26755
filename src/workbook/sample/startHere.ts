import { BooleanNumber, type ICellData, type IRange } from "@univerjs/core";
import { gridSize, type SheetDraft } from "../engine/snapshot";
import { columnLetters } from "../../sheet/a1";
import { cell } from "./dataSheets";
import { EXPLANATION, sections } from "./walkthrough";

/** Columns by number: the step's number, question, formula, result and further sheet. */
const [NUMBER, QUESTION, FORMULA, RESULT, SHEET] = [0, 1, 4, 7, 8];
const LAST = SHEET;

/** Pixels. */
const HEIGHTS = { title: 56, lead: 36, section: 44, step: 36, words: 40, line: 20, row: 24 };
/** Letters that fit into a line of a question. */
const LINE = 62;
const WIDTHS = { number: 44, first: 150, column: 126, spare: 110 };

const LEAD =
  "The other sheets hold the data of a made-up coffee roaster: orders, subscriptions, monthly figures, ad spend, usage.";

/** The way through the sidebar, by steps. */
const SIDEBAR = {
  title: "Let CLV do it: Extensions › CLV › Open CLV",
  steps: [
    "Open the sheet Orders, then choose Extensions › CLV › Open CLV: the sidebar says what a customer is worth, and how certain that is.",
    "Insert puts the value into a cell as a live formula; Build report lays out the whole story on a page to print.",
    "Your own data: File › Add a .csv file as a sheet, or File › Open an .xlsx file in place of this workbook. The sidebar finds the tables in it.",
  ],
} as const;

const BY_HAND =
  "Or type the formulas yourself. Every result below is a formula on the other sheets: change a figure there and it follows. " +
  "Type =CLV into an empty cell to see all functions.";

/** A sheet being laid out from top to bottom. */
interface Page {
  readonly cells: Record<number, Record<number, ICellData>>;
  readonly merges: IRange[];
  readonly heights: Record<number, { h: number }>;
  row: number;
}

/** The first sheet: the way through the sidebar, then questions with formulas and live results. */
export function startHereSheet(): SheetDraft {
  const page: Page = { cells: {}, merges: [], heights: {}, row: 0 };
  addLine(page, HEIGHTS.title, [QUESTION, LAST, cell("Customer lifetime value, step by step", "title")]);
  addLine(page, HEIGHTS.lead, [QUESTION, LAST, cell(LEAD, "lead")]);
  addSidebar(page);
  addLine(page, HEIGHTS.lead, [QUESTION, LAST, cell(BY_HAND, "lead")]);
  addSteps(page);
  const columns = Array.from({ length: 12 }, (_, c) => [c, { w: widthOf(c) }]);
  return {
    name: "Start here",
    cellData: page.cells,
    mergeData: page.merges,
    rowData: page.heights,
    columnData: Object.fromEntries(columns),
    ...gridSize(page.row, columns.length),
    showGridlines: BooleanNumber.FALSE,
  };
}

function addSidebar(page: Page): void {
  addLine(page, HEIGHTS.section, [QUESTION, LAST, cell(SIDEBAR.title, "section")]);
  SIDEBAR.steps.forEach((text, index) =>
    addLine(
      page,
      HEIGHTS.step,
      [NUMBER, NUMBER, cell(index + 1, "step")],
      [QUESTION, LAST, cell(text, "question")],
    ),
  );
}

function addSteps(page: Page): void {
  const rows = stepRows(page.row);
  let number = 0;
  for (const { title, steps } of sections((step) => `${columnLetters(RESULT + 1)}${rows[step - 1]! + 1}`)) {
    addLine(page, HEIGHTS.section, [QUESTION, LAST, cell(title, "section")]);
    for (const { question, formula, style, sheet } of steps) {
      number++;
      addLine(
        page,
        Math.max(HEIGHTS.step, HEIGHTS.line * linesIn(question)),
        [NUMBER, NUMBER, cell(number, "step")],
        [QUESTION, FORMULA - 1, cell(question, "question")],
        [FORMULA, RESULT - 1, cell(formula, "formula")],
        [RESULT, RESULT, { f: formula, s: style }],
        [SHEET, SHEET, sheet === undefined ? {} : cell(`› ${sheet}`, "pointer")],
      );
    }
  }
  addLine(page, HEIGHTS.section, [QUESTION, LAST, cell("In words", "section")]);
  addLine(page, HEIGHTS.row, [QUESTION, LAST, cell(EXPLANATION, "formulaLine")]);
  addLine(page, HEIGHTS.words, [QUESTION, LAST, { f: EXPLANATION, s: "words" }]);
}

/** How many lines a question takes in its columns. */
const linesIn = (question: string) =>
  question.split("\n").reduce((lines, part) => lines + Math.ceil(part.length / LINE), 0);

/** The row of each step, counted from 0, when the first section begins at a row. */
function stepRows(first: number): number[] {
  let row = first;
  return sections(() => "").flatMap(({ steps }) => {
    row++;
    return steps.map(() => row++);
  });
}

/** Adds one row; cells that reach over several columns are merged. */
function addLine(
  page: Page,
  height: number,
  ...parts: [from: number, to: number, data: ICellData | undefined][]
): void {
  const row = page.row++;
  page.heights[row] = { h: height };
  const cells: Record<number, ICellData> = (page.cells[row] = {});
  for (const [from, to, data] of parts) {
    for (let column = from; column <= to; column++) cells[column] = data?.s ? { s: data.s } : {};
    cells[from] = data ?? {};
    if (to > from) page.merges.push({ startRow: row, endRow: row, startColumn: from, endColumn: to });
  }
}

function widthOf(column: number): number {
  if (column === NUMBER) return WIDTHS.number;
  if (column === QUESTION) return WIDTHS.first;
  return column > LAST ? WIDTHS.spare : WIDTHS.column;
}
