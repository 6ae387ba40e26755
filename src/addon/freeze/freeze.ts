import { type Cell, isDate } from "../../sheet/cell";
import { boundsOf, placed, single, valuesIn } from "../spreadsheet/areas";
import { clear, rangeOf, writeFormulas } from "../spreadsheet/blocks";
import { type Keeping, drop, keep, keepAreas, keptNotation, valuesPrint } from "./kept";
import { type ClearedTab, brokenCells, clearFormulas, errorsIn, shownTab, write } from "./shown";
import { type Tell, eachWithProgress } from "../progress";
import { isSomeoneElses, renameFirst } from "../spreadsheet/sheets";
import { type Sheet, formulaTabs } from "../spreadsheet/formulaTabs";
import { generalFormat } from "./dateFormats";
import { cellName } from "../spreadsheet/a1";
import { keptTab } from "../spreadsheet/ownTabs";
import { listed } from "../../sheet/fault";

const count = (number: number) => `${number} CLV formula${number === 1 ? "" : "s"}`;

const refused = (broken: readonly string[]) =>
  `Nothing was changed: these cells show an error or "Loading...", which would become their value. Correct them, or wait until they have loaded, and try again: ${listed(broken)}`;

/** Turns every CLV formula of the tabs into what it shows, and keeps the formulas; returns the message for the person. */
export function freeze(sheets: readonly Sheet[], where: string, tell: Tell): string {
  if (isSomeoneElses(keptTab)) return renameFirst(keptTab);
  tell("Looking for CLV formulas");
  const found = formulaTabs(sheets);
  if (found.length === 0) return `There is no CLV formula to turn into a value ${where}`;
  const tabs = eachWithProgress(found, tell, ({ name }) => `Reading the results on “${name}”`, shownTab);
  const broken = tabs.flatMap(brokenCells);
  if (broken.length > 0) return refused(broken);
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
  // Kept before anything is cleared: what stops halfway can be restored.
  const first = keep(keepings);
  const own = keepings.map((_, index) => first + index);
  const takeBack = () => {
    const written = keptNotation();
    for (const { sheet, cells } of tabs)
      writeFormulas(
        sheet,
        cells.map((cell) => ({ ...cell, formula: written(cell.formula) })),
      );
    drop(own);
  };
  tell("Finding how far the results reach");
  const cleared = clearFormulas(tabs);
  const spilledErrors = cleared.flatMap(errorsIn);
  if (spilledErrors.length > 0) {
    takeBack();
    return refused(spilledErrors);
  }
  keepAreas(first, cleared.flatMap(frozenCells));
  eachWithProgress(cleared, tell, ({ name }) => `Writing the values on “${name}”`, write);
  SpreadsheetApp.flush();
  const otherwise = cleared.flatMap(writtenOtherwise);
  if (otherwise.length > 0) {
    cleared.forEach(({ sheet, areas }) => clear(sheet, areas));
    takeBack();
    return `Nothing was changed: Sheets does not write these results as shown. Please report it: ${listed(otherwise)}`;
  }
  return `${count(keepings.length)} ${keepings.length === 1 ? "is now a value" : "are now values"}, kept on the tab CLV Formulas. Restore CLV formulas in the menu brings ${keepings.length === 1 ? "it" : "them"} back`;
}

/** Results that do not read as they were shown, now that they are values. */
function writtenOtherwise({ sheet, name, values, areas, cells }: ClearedTab): string[] {
  const results = boundsOf(areas);
  const now = placed(results, rangeOf(sheet, results).getValues() as Cell[][]);
  return areas.flatMap((area, index) =>
    valuesPrint(valuesIn(now, area)) === valuesPrint(valuesIn(values, area))
      ? []
      : [cellName(name, cells[index]!)],
  );
}

/** What is to be kept of a tab's formulas. */
const frozenCells = ({ name, cells, areas, values, formats }: ClearedTab): Keeping[] =>
  areas.map((area, index) => {
    const [shown, own] = [valuesIn(values, area), valuesIn(formats, area)];
    const isDated = (cell: Cell, row: number, column: number) =>
      isDate(cell) && generalFormat.test(own[row]![column]!);
    const hasDates = shown.some((row, r) => row.some((cell, c) => isDated(cell, r, c)));
    return { ...cells[index]!, tab: name, area, values: valuesPrint(shown), hasDates };
  });
