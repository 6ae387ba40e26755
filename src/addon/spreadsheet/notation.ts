import { withSemicolons } from "../../recipe/text";

/**
 * How the spreadsheet wants formulas written that Apps Script sets. It should take commas in every locale; a formula
 * in a cell that is going to be overwritten tells.
 */
export function formulaNotation(cell: GoogleAppsScript.Spreadsheet.Range): (formula: string) => string {
  cell.setFormula("=MAX(1, 2)");
  SpreadsheetApp.flush();
  const takesCommas = cell.getValue() === 2;
  cell.clearContent();
  return takesCommas ? (formula) => formula : withSemicolons;
}
