import { functions } from "../../functions";
import { calledFunctions } from "../../formula/calls";
import { quotedTab } from "../../recipe/tabName";
import { letters } from "../../answers/columns";
import type { Area } from "./areas";

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The tab that keeps the formulas of frozen cells. */
export const keptTab = "CLV Formulas";

/** A cell whose formula calls one of our functions; row and column count from 1. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** A tab with formulas of ours, and all formulas on it. */
export interface FormulaTab {
  readonly sheet: Sheet;
  readonly name: string;
  readonly formulas: readonly (readonly string[])[];
  readonly cells: readonly FormulaCell[];
}

const names = new Set(functions.map(({ name }) => name));

/** The names of our functions that a formula calls. */
export const ownCalls = (formula: string): string[] =>
  /CLV/i.test(formula) ? calledFunctions(formula).filter((name) => names.has(name)) : [];

/** Those of the tabs that hold formulas of ours. */
export function formulaTabs(sheets: readonly Sheet[]): FormulaTab[] {
  return sheets.flatMap((sheet) => {
    const name = sheet.getName();
    if (name === keptTab) return [];
    const formulas = sheet.getDataRange().getFormulas();
    const cells = formulas.flatMap((texts, row) =>
      texts.flatMap((formula, column) =>
        ownCalls(formula).length > 0 ? [{ row: row + 1, column: column + 1, formula }] : [],
      ),
    );
    return cells.length > 0 ? [{ sheet, name, formulas, cells }] : [];
  });
}

export const a1Of = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${letters(column)}${row}`;

/** An area as its tab's getRange takes it. */
export const notationOf = ({ row, column, rows, columns }: Area): string =>
  rows * columns === 1
    ? a1Of({ row, column })
    : `${a1Of({ row, column })}:${a1Of({ row: row + rows - 1, column: column + columns - 1 })}`;

/** The area of cells such as $B$2:C5, without open ends. */
export function areaIn(cells: string): Area {
  const corners = cells.split(":").map((corner) => /^\$?([A-Z]+)\$?(\d+)$/.exec(corner)!);
  const [first, last] = [corners[0]!, corners[corners.length - 1]!];
  const [row, column] = [Number(first[2]), numberOf(first[1]!)];
  return { row, column, rows: Number(last[2]) - row + 1, columns: numberOf(last[1]!) - column + 1 };
}

/** The number of a column by its letters, from 1. */
const numberOf = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export const cellName = (tab: string, place: { readonly row: number; readonly column: number }): string =>
  `${quotedTab(tab)}!${a1Of(place)}`;

/** A few of many names, and how many more there are. */
export function fewOf(all: readonly string[]): string {
  const more = all.length - 5;
  return all.slice(0, 5).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
