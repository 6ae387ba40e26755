import { functions } from "../../functions";
import { calledFunctions } from "../../formula/calls";
import type { Place } from "./areas";
import { keptTab } from "./ownTabs";

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A cell whose formula calls one of our functions. */
export interface FormulaCell extends Place {
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
