import { type Cell, isDate, isErrorValue } from "../../sheet/cell";
import { type Area, joinedAreas, single, spilledAreas, valuesIn } from "./areas";
import { clear, writeFormulas } from "./cells";
import { type Keeping, keep, keepAreas, keepOnly, keptFormulas, literal, valuesPrint } from "./kept";
import { type FormulaTab, type Sheet, cellName, fewOf, formulaTabs } from "./tabs";

/** A tab about to be frozen, with what it shows. */
interface ShownTab extends FormulaTab {
  readonly values: readonly (readonly Cell[])[];
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
  const tabs = found.map((tab): ShownTab => {
    const range = tab.sheet.getDataRange();
    return { ...tab, values: range.getValues() as Cell[][], formats: range.getNumberFormats() };
  });
  const nothing = valuesPrint([[""]]);
  const keepings = tabs.flatMap(({ name, cells }) =>
    cells.map((cell): Keeping => ({ ...cell, tab: name, area: single(cell), values: nothing })),
  );
  // Kept before anything is cleared: what stops halfway can be thawed.
  const earlier = keptFormulas().map(({ index }) => index);
  const first = keep(keepings);
  for (const { sheet, cells } of tabs) clear(sheet, cells.map(single));
  SpreadsheetApp.flush();
  const areas = tabs.map((tab) => ({ tab, areas: areasOf(tab) }));
  const spilledErrors = areas.flatMap(({ tab, areas: all }) => all.flatMap((area) => errorsIn(tab, area)));
  if (spilledErrors.length > 0) {
    for (const { sheet, cells } of tabs) writeFormulas(sheet, cells);
    keepOnly(earlier);
    return refused(spilledErrors);
  }
  for (const { tab, areas: all } of areas) write(tab, all);
  keepAreas(
    first,
    areas.flatMap(({ tab, areas: all }) =>
      all.map((area, index) => ({
        ...tab.cells[index]!,
        tab: tab.name,
        area,
        values: valuesPrint(valuesIn(tab.values, area)),
      })),
    ),
  );
  return `${count(keepings.length)} ${keepings.length === 1 ? "is a value" : "are values"} now and kept on the tab CLV Formulas. Thaw CLV formulas in the menu brings ${keepings.length === 1 ? "it" : "them"} back`;
}

function areasOf({ sheet, values, formulas, cells }: ShownTab): Area[] {
  const after = sheet.getRange(1, 1, values.length, values[0]!.length).getValues() as Cell[][];
  return spilledAreas(values, after, formulas, cells);
}

const errorsIn = ({ name, values }: ShownTab, area: Area): string[] =>
  valuesIn(values, area).flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      isErrorValue(cell) ? [cellName(name, { row: area.row + row, column: area.column + column })] : [],
    ),
  );

const generalFormat = /^(|General|0\.#+)$/i;

/** Writes the values in as few calls as there are blocks of cells; a date without a format of its own shows as one. */
function write({ sheet, values, formats }: ShownTab, areas: readonly Area[]): void {
  for (const block of joinedAreas(areas)) {
    const range = sheet.getRange(block.row, block.column, block.rows, block.columns);
    const cells = valuesIn(values, block);
    range.setValues(cells.map((row) => row.map(fixed)));
    for (let column = 0; column < block.columns; column++) {
      const dated = cells.flatMap((row, index) => (isDate(row[column]) ? [index] : []));
      if (dated.length === 0) continue;
      const [first, rows] = [dated[0]!, dated[dated.length - 1]! - dated[0]! + 1];
      const own = valuesIn(formats, { row: block.row + first, column: block.column + column, rows, columns: 1 });
      range
        .offset(first, column, rows, 1)
        .setNumberFormats(own.map(([format]) => [generalFormat.test(format!) ? "yyyy-mm-dd" : format!]));
    }
  }
}
