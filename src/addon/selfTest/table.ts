import { ownTab } from "../spreadsheet/sheets";
import type { Sheet } from "./cells";

/** The tab of the outcomes. */
export const resultTab = "CLV self-test";

/** What its first cell says. */
export const firstTitle = "Check";

/** A row of the outcomes: what was tried, what was to come out, what did, and whether that is the same. */
export type Outcome = readonly [name: string, expected: string, got: string, result: string];

const titles: Outcome = [firstTitle, "Expected", "Got", "Result"];
const reportColumn = 6;

/** Text that no spreadsheet takes for a formula, with or without an apostrophe. */
const shown = (text: string) => (/^[=+\-@']/.test(text) ? `› ${text}` : text);

function writeRow(sheet: Sheet, row: number, outcome: Outcome): void {
  sheet
    .getRange(row, 1, 1, titles.length)
    .setNumberFormat("@")
    .setValues([outcome.map(shown)]);
}

/** A new table of outcomes, which are written as soon as they are known; what stops the check leaves them. */
export function newTable(): { readonly add: (outcome: Outcome) => void; readonly sheet: Sheet } {
  const sheet = ownTab(resultTab);
  sheet.getRange(1, 1, sheet.getMaxRows(), reportColumn).clearContent();
  writeRow(sheet, 1, titles);
  sheet.getRange(1, 1, 1, titles.length).setFontWeight("bold");
  [360, 160, 300, 90, 20, 300].forEach((width, column) => sheet.setColumnWidth(column + 1, width));
  return { sheet, add: adding(sheet) };
}

/** Adds outcomes below those that are there. */
function adding(sheet: Sheet): (outcome: Outcome) => void {
  let last = outcomesOn(sheet).length + 1;
  return (outcome) => {
    writeRow(sheet, ++last, outcome);
    SpreadsheetApp.flush();
  };
}

/** Puts an outcome in the place of the one of that name, or below the others. */
export function setOutcome(sheet: Sheet, outcome: Outcome): void {
  const rows = outcomesOn(sheet);
  const at = rows.findIndex(([name]) => name === outcome[0]);
  writeRow(sheet, (at < 0 ? rows.length : at) + 2, outcome);
  SpreadsheetApp.flush();
}

/** The outcomes that are there. */
export function outcomesOn(sheet: Sheet): string[][] {
  const rows = sheet.getRange(1, 1, Math.max(2, sheet.getLastRow()), titles.length).getDisplayValues();
  return rows.slice(1).filter(([name]) => name !== "");
}

/** The id of a file, by which others could ask for it; Sheets names it in some errors. */
const fileId = /\b[\w-]{30,}\b/g;

/**
 * All outcomes as text, to be copied into a report of a fault: none of them is of the spreadsheet's data, and none says
 * which spreadsheet it is.
 */
export const reportText = (sheet: Sheet): string =>
  outcomesOn(sheet)
    .map(([name, expected, got, result]) =>
      [
        result === "failed" ? "FAILED " : "",
        name,
        ": ",
        got,
        result === "failed" ? ` (expected ${expected})` : "",
      ].join(""),
    )
    .join("\n")
    .replace(fileId, "…");

/** Writes it into one cell. */
export function writeReportCell(sheet: Sheet): void {
  sheet
    .getRange(1, reportColumn, 2)
    .setNumberFormat("@")
    .setValues([
      ["To report a fault, copy the cell below: it contains none of your data"],
      [reportText(sheet).slice(0, 49_000)],
    ]);
}
