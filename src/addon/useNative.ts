import { nativeFormula } from "./spreadsheet/nativeFormula";
import type { Cell } from "../sheet/cell";
import { single } from "./spreadsheet/areas";
import { writeFormulas } from "./spreadsheet/blocks";
import { drop, keep, keptNotation, nativeMark } from "./freeze/kept";
import type { Tell } from "./progress";
import { isSomeoneElses, renameFirst } from "./spreadsheet/sheets";
import { type FormulaCell, type Sheet, formulaTabs, ownCalls } from "./spreadsheet/formulaTabs";
import { cellName } from "./spreadsheet/a1";
import { keptTab } from "./spreadsheet/ownTabs";
import { listed } from "../sheet/fault";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** How far two results may be apart, relative, to be the same. */
const tolerance = 1e-9;

/** Replaces the CLV formulas of a tab, or of some of its cells, by Sheets' own functions where these give the same. */
export function useNative(sheet: Sheet, selection: Range | null, tell: Tell): string {
  if (isSomeoneElses(keptTab)) return renameFirst(keptTab);
  const tab = sheet.getName();
  const where = selection ? "in the selected cells" : "on this tab";
  const cells = (formulaTabs([sheet])[0]?.cells ?? []).filter((cell) => !selection || isIn(selection, cell));
  if (cells.length === 0) return `There is no CLV formula ${where}`;
  const replaced = cells.flatMap((cell) => {
    const formula = nativeFormula(cell.formula);
    return formula === undefined ? [] : [{ ours: cell, native: { ...cell, formula } }];
  });
  const without = cells.filter(({ formula }) => nativeFormula(formula) === undefined);
  tell("Replacing CLV formulas with built-in ones");
  // Kept before anything is replaced: what stops halfway can be restored.
  const first =
    replaced.length === 0
      ? 0
      : keep(
          replaced.map(({ ours }) => ({
            ...ours,
            tab,
            area: single(ours),
            values: nativeMark,
            hasDates: false,
          })),
        );
  const before = valuesOf(sheet);
  const written = replaced.length === 0 ? String : keptNotation();
  const writeAll = (cells: readonly FormulaCell[]) =>
    writeFormulas(
      sheet,
      cells.map((cell) => ({ ...cell, formula: written(cell.formula) })),
    );
  writeAll(replaced.map(({ native }) => native));
  SpreadsheetApp.flush();
  tell("Comparing the results");
  const after = valuesOf(sheet);
  const isDifferent = ({ ours }: (typeof replaced)[number]) =>
    !isSame(valueAt(before, ours), valueAt(after, ours));
  const differing = replaced.filter(isDifferent);
  writeAll(differing.map(({ ours }) => ours));
  if (differing.length > 0)
    drop(replaced.flatMap((one, index) => (differing.includes(one) ? first + index : [])));
  const live = replaced.filter((one) => !differing.includes(one));
  return report(
    live.length,
    without.map((cell) => `${cellName(tab, cell)} (${ownCalls(cell.formula).join(", ")})`),
    differing.map(({ ours }) => cellName(tab, ours)),
  );
}

const valuesOf = (sheet: Sheet) => sheet.getDataRange().getValues() as Cell[][];

const valueAt = (values: readonly (readonly Cell[])[], { row, column }: FormulaCell): Cell =>
  values[row - 1]?.[column - 1] ?? "";

const isSame = (a: Cell, b: Cell) =>
  a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= tolerance * Math.abs(a));

const isIn = (range: Range, { row, column }: FormulaCell) =>
  row >= range.getRow() &&
  row <= range.getLastRow() &&
  column >= range.getColumn() &&
  column <= range.getLastColumn();

function report(live: number, without: readonly string[], differing: readonly string[]): string {
  const formulas = live === 1 ? "1 formula now uses" : `${live} formulas now use`;
  const done = `${formulas} only Sheets' own functions and ${live === 1 ? "stays" : "stay"} live for everyone. Restore CLV formulas in the menu brings ${live === 1 ? "the CLV formula" : "the CLV formulas"} back`;
  return [
    live === 0 ? "No formula was replaced" : done,
    ...(without.length > 0
      ? [`No built-in equivalent: ${listed(without)}. Turn them into values to share them`]
      : []),
    ...(differing.length > 0
      ? [`Not changed, since the built-in formula gives a different result: ${listed(differing)}`]
      : []),
  ].join("\n");
}
