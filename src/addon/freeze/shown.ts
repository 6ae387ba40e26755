import { type Cell, isDate, isErrorValue } from "../../sheet/cell";
import { writeCells } from "../spreadsheet/inputs";
import { type Area, boundsOf, joinedAreas, placed, single, valuesIn } from "../spreadsheet/areas";
import { clear, rangeOf } from "../spreadsheet/blocks";
import { type FormulaTab } from "../spreadsheet/formulaTabs";
import { isUnfinished } from "../spreadsheet/unfinished";
import { changeFormats, frozenDate, generalFormat } from "./dateFormats";
import { spilledAreas } from "./spill";
import { cellName } from "../spreadsheet/a1";

/** A tab about to be frozen, with what it shows. */
export interface ShownTab extends FormulaTab {
  readonly values: readonly (readonly Cell[])[];
}

/** A tab whose formulas are cleared: how far they had spilled, and the formats that are the cells' own. */
export interface ClearedTab extends ShownTab {
  readonly areas: readonly Area[];
  readonly formats: readonly (readonly string[])[];
}

/** Reads what a tab shows. */
export const shownTab = (tab: FormulaTab): ShownTab => ({
  ...tab,
  values: tab.sheet.getDataRange().getValues() as Cell[][],
});

/** Cells of ours that show an error or have not loaded. */
export const brokenCells = ({ name, cells, values }: ShownTab): string[] =>
  cells.flatMap((place) => {
    const shown = values[place.row - 1]![place.column - 1]!;
    const isUnread = typeof shown === "string" && isUnfinished(shown);
    return isErrorValue(shown) || isUnread ? [cellName(name, place)] : [];
  });

/** Clears the formulas of ours on tabs, which tells how far they had spilled. */
export function clearFormulas(tabs: readonly ShownTab[]): ClearedTab[] {
  for (const { sheet, cells } of tabs) clear(sheet, cells.map(single));
  SpreadsheetApp.flush();
  return tabs.map(afterClearing);
}

function afterClearing(tab: ShownTab): ClearedTab {
  const { sheet, values, formulas, cells } = tab;
  const { row, column } = boundsOf(cells.map(single));
  // What stands above and before all results is as it was.
  const below = { row, column, rows: values.length - row + 1, columns: values[0]!.length - column + 1 };
  const after = values.map((own) => own.slice());
  (rangeOf(sheet, below).getValues() as Cell[][]).forEach((own, index) =>
    after[row - 1 + index]!.splice(column - 1, own.length, ...own),
  );
  const areas = spilledAreas(values, after, formulas, cells);
  const results = boundsOf(areas);
  return { ...tab, areas, formats: placed(results, rangeOf(sheet, results).getNumberFormats()) };
}

/** Cells of a result that are errors. */
export const errorsIn = ({ name, values, areas }: ClearedTab): string[] =>
  areas.flatMap((area) =>
    valuesIn(values, area).flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        isErrorValue(cell) ? [cellName(name, { row: area.row + row, column: area.column + column })] : [],
      ),
    ),
  );

/** Writes the values in as few calls as there are blocks of cells; a date without a format of its own shows as one. */
export function write({ sheet, values, formats, areas }: ClearedTab): void {
  for (const block of joinedAreas(areas)) {
    const cells = valuesIn(values, block);
    writeCells(rangeOf(sheet, block), cells);
    changeFormats(
      sheet,
      block,
      formats,
      (row, column) => isDate(cells[row]![column]),
      (format) => (generalFormat.test(format) ? frozenDate : format),
    );
  }
}
