import { inLocalNotation } from "../../formula/local";

/** The calls by which formulas are written; Sheets may want them differently from each. */
type Call = "setFormula" | "setValue";

/**
 * How a call of Apps Script wants formulas: with commas in every locale, or as a person of the spreadsheet's locale
 * types them. A formula in a cell that is going to be overwritten tells; setFormulas is as setFormula, and setValues as
 * setValue.
 */
export function formulaNotation(
  cell: GoogleAppsScript.Spreadsheet.Range,
  call: Call,
): (formula: string) => string {
  cell[call]("=MAX(1, 2)");
  SpreadsheetApp.flush();
  const takesCommas = cell.getValue() === 2;
  cell.clearContent();
  return takesCommas ? (formula) => formula : inLocalNotation;
}
