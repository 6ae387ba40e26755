import { type Cell, isDate, isErrorValue } from "../../sheet/cell";
import { type Area, joinedAreas, single, spilledAreas, valuesIn } from "./areas";
import { changeFormats, clear, frozenDate, generalFormat, writeFormulas } from "./cells";
import { type Keeping, keep, keepAreas, keepOnly, keptFormulas, literal, valuesPrint } from "./kept";
import { type FormulaTab, type Sheet, cellName, fewOf, formulaTabs } from "./tabs";

/** A tab about to be frozen, with what it shows. */
interface ShownTab extends FormulaTab {
  readonly values: readonly (readonly Cell[])[];
}

/** A tab whose formulas are cleared: how far they had spilled, and the formats that are the cells' own. */
interface ClearedTab extends ShownTab {
  readonly areas: readonly Area[];
  readonly formats: readonly (readonly string[])[];
}

/** What freezing writes into a cell; text never reads as anything else. */
const fixed = (cell: Cell) => (typeof cell === "string" ? literal(cell) : cell);

const count = (number: number) => `${number} CLV formula${number === 1 ? "" : "s"}`;

const refused = (broken: readonly string[]) =>
  `Nothing was frozen: an error or "Loading..." would be kept for good. Correct these cells, or wait until they have loaded, and freeze again: ${fewOf(broken)}`;

/** Cells of ours that show an error or have not loaded. */
const brokenCells = ({ sheet, name, cells }: FormulaTab): string[] => {
  const shown = sheet.getDataRange().getDisplayValues();
  return cells.flatMap((place) =>
    isErrorValue(shown[place.row - 1]![place.column - 1]) ? [cellName(name, place)] : [],
  );
};

/** Turns every CLV formula of the tabs into what it shows, and keeps the formulas; the answer is what to tell. */
export function freeze(sheets: readonly Sheet[], where: string): string {
  const found = formulaTabs(sheets);
  if (found.length === 0) return `There is no CLV formula to freeze ${where}`;
  const broken = found.flatMap(brokenCells);
  if (broken.length > 0) return refused(broken);
  const tabs = found.map((tab): ShownTab => ({
    ...tab,
    values: tab.sheet.getDataRange().getValues() as Cell[][],
  }));
  const nothing = valuesPrint([[""]]);
  const keepings = tabs.flatMap(({ name, cells }) =>
    cells.map((cell): Keeping => ({
      ...cell,
      tab: name,
      area: single(cell),
      values: nothing,
      hasDates: false,
    })),
  );
  // Kept before anything is cleared: what stops halfway can be thawed.
  const earlier = keptFormulas().map(({ index }) => index);
  const first = keep(keepings);
  for (const { sheet, cells } of tabs) clear(sheet, cells.map(single));
  SpreadsheetApp.flush();
  const cleared = tabs.map(afterClearing);
  const spilledErrors = cleared.flatMap(errorsIn);
  if (spilledErrors.length > 0) {
    for (const { sheet, cells } of tabs) writeFormulas(sheet, cells);
    keepOnly(earlier);
    return refused(spilledErrors);
  }
  cleared.forEach(write);
  keepAreas(first, cleared.flatMap(frozenCells));
  return `${count(keepings.length)} ${keepings.length === 1 ? "is a value" : "are values"} now and kept on the tab CLV Formulas. Thaw CLV formulas in the menu brings ${keepings.length === 1 ? "it" : "them"} back`;
}

function afterClearing(tab: ShownTab): ClearedTab {
  const { sheet, values, formulas, cells } = tab;
  const range = sheet.getRange(1, 1, values.length, values[0]!.length);
  const areas = spilledAreas(values, range.getValues() as Cell[][], formulas, cells);
  return { ...tab, areas, formats: range.getNumberFormats() };
}

const errorsIn = ({ name, values, areas }: ClearedTab): string[] =>
  areas.flatMap((area) =>
    valuesIn(values, area).flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        isErrorValue(cell) ? [cellName(name, { row: area.row + row, column: area.column + column })] : [],
      ),
    ),
  );

/** What is to be kept of a tab's formulas. */
const frozenCells = ({ name, cells, areas, values, formats }: ClearedTab): Keeping[] =>
  areas.map((area, index) => {
    const [shown, own] = [valuesIn(values, area), valuesIn(formats, area)];
    const isDated = (cell: Cell, row: number, column: number) =>
      isDate(cell) && generalFormat.test(own[row]![column]!);
    const hasDates = shown.some((row, r) => row.some((cell, c) => isDated(cell, r, c)));
    return { ...cells[index]!, tab: name, area, values: valuesPrint(shown), hasDates };
  });

/** Writes the values in as few calls as there are blocks of cells; a date without a format of its own shows as one. */
function write({ sheet, values, formats, areas }: ClearedTab): void {
  for (const block of joinedAreas(areas)) {
    const cells = valuesIn(values, block);
    sheet
      .getRange(block.row, block.column, block.rows, block.columns)
      .setValues(cells.map((row) => row.map(fixed)));
    changeFormats(
      sheet,
      block,
      formats,
      (row, column) => isDate(cells[row]![column]),
      (format) => (generalFormat.test(format) ? frozenDate : format),
    );
  }
}
