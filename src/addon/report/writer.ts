import type { ComputedTable, DataTable } from "../../report/dataTable";
import { cellAt, firstRow, headerRow } from "../../report/live";
import {
  type Area,
  type Content,
  type Page,
  type PageCell,
  columnWidth,
  pageColumns,
} from "../../report/page";
import type { Mode } from "../../report/report";
import { verdicts } from "../../report/verdicts";
import { runsOf } from "../../core/runs";
import { columnLetters } from "../../sheet/a1";
import { addRules, placeChart, shadeBySize } from "../picture";
import { heldCell } from "../spreadsheet/cells";
import { type Input, writeCells as writeAll } from "../spreadsheet/inputs";
import { makeWay } from "../spreadsheet/ownArea";
import { spreadsheetZone } from "../spreadsheet/zone";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the figures of the page are. */
interface Figures {
  readonly mode: Mode;
  readonly computed: ReadonlyMap<string, ComputedTable>;
  readonly tables: ReadonlyMap<string, DataTable>;
}

const [ruleColor, gapColor] = ["#c4c9cf", "#ffffff"];

/** Writes the page to its tab: whole areas at a time, since each call costs. */
export function writePage(sheet: Sheet, data: Sheet, page: Page, figures: Figures): void {
  const size = { rows: page.heights.length, columns: pageColumns };
  makeWay(sheet, size);
  formatCells(sheet, page);
  const areaOf = ({ row, column, rows, columns }: Area) => sheet.getRange(row, column, rows, columns);
  page.merges.forEach((area) => areaOf(area).mergeAcross());
  const { SOLID, SOLID_THICK } = SpreadsheetApp.BorderStyle;
  page.lines.forEach((area) => areaOf(area).setBorder(null, null, true, null, null, null, ruleColor, SOLID));
  page.cards.forEach((area) =>
    areaOf(area).setBorder(null, null, null, true, null, null, gapColor, SOLID_THICK),
  );
  shadeBySize(sheet, page.shaded.map(areaOf));
  judge(sheet, page, figures);
  sheet.setColumnWidths(1, pageColumns, columnWidth);
  for (const { from, count, value } of runsOf(page.heights))
    sheet.setRowHeightsForced(from + 1, count, value);
  sheet.setHiddenGridlines(true);
  writeCells(sheet, page, figures);
  for (const { row, chart } of page.charts) {
    const { column } = figures.tables.get(chart.table)!;
    const range = data.getRange(headerRow, column, firstRow - headerRow + chart.rows, chart.columns);
    placeChart(sheet, chart, [range], {
      row,
      column: 1,
      down: 4,
      width: pageColumns * columnWidth,
      height: chart.height,
    });
  }
}

/** One value for each cell of the page: a cell's own, or the one that the others have. */
function grid<T>({ heights, cells }: Page, otherwise: T, value: (cell: PageCell) => T): T[][] {
  const rows = heights.map(() => Array.from({ length: pageColumns }, () => otherwise));
  for (const cell of cells) rows[cell.row - 1]![cell.column - 1] = value(cell);
  return rows;
}

const areaOfPage = (sheet: Sheet, { heights }: Page) => sheet.getRange(1, 1, heights.length, pageColumns);

function formatCells(sheet: Sheet, page: Page): void {
  areaOfPage(sheet, page)
    .setNumberFormats(grid(page, "General", ({ format }) => format || "General"))
    .setFontSizes(grid(page, 10, ({ style }) => style.size ?? 10))
    .setFontWeights(grid(page, "normal", ({ style }) => (style.isBold ? "bold" : "normal")))
    .setFontColors(grid(page, "#000000", ({ style }) => style.color ?? "#000000"))
    .setBackgrounds(grid<string>(page, "#ffffff", ({ style }) => style.background ?? "#ffffff"))
    .setHorizontalAlignments(grid(page, "left", ({ style }) => style.align ?? "left"))
    .setVerticalAlignment("middle")
    .setWrap(true);
}

function writeCells(sheet: Sheet, page: Page, figures: Figures): void {
  const zone = spreadsheetZone();
  const input = (content: Content): Input => {
    if (typeof content !== "object") return content;
    const { table, row, column, ifBlank = "" } = content;
    if (figures.mode === "live") {
      const cell = cellAt(figures.tables.get(table)!, row, column);
      // A reference to an empty cell is 0 in other spreadsheet programs.
      return { formula: `=IF(${cell}="", "${ifBlank}", ${cell})` };
    }
    const held = figures.computed.get(table)!.rows[row]?.[column] ?? "";
    return heldCell(held === "" ? ifBlank : held, zone);
  };
  writeAll(
    areaOfPage(sheet, page),
    grid<Input>(page, "", ({ content }) => input(content)),
  );
}

/** Shows which targets are met: of what follows the data by rules that follow the words, and else for good. */
function judge(sheet: Sheet, { judged }: Page, { mode, computed }: Figures): void {
  const kinds = Object.values(verdicts);
  if (mode === "fixed") {
    for (const { row, column, rows, columns, caption } of judged) {
      const said =
        typeof caption === "object"
          ? computed.get(caption.table)!.rows[caption.row]![caption.column]
          : caption;
      const kind = kinds.find(({ mark }) => typeof said === "string" && said.startsWith(mark));
      if (kind)
        sheet.getRange(row, column, rows, columns).setBackground(kind.background).setFontColor(kind.color);
    }
    return;
  }
  const rules = judged.flatMap(({ row, column, rows, columns }) => {
    const range = sheet.getRange(row, column, rows, columns);
    const words = `$${columnLetters(column)}$${row + rows - 1}`;
    return kinds.map(({ mark, background, color }) =>
      SpreadsheetApp.newConditionalFormatRule()
        // Without a comma a formula is the same in every locale.
        .whenFormulaSatisfied(`=LEFT(${words})="${mark}"`)
        .setBackground(background)
        .setFontColor(color)
        .setRanges([range])
        .build(),
    );
  });
  addRules(sheet, rules);
}
