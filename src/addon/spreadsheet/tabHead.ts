import { writeCells } from "./inputs";

/** The color of what explains something. */
export const quiet = "#5f6368";

/** Writes what a tab is, and below it what it is for. */
export function writeHead(sheet: GoogleAppsScript.Spreadsheet.Sheet, title: string, text: string): void {
  writeCells(sheet.getRange(1, 1, 2), [[title], [text]]);
  sheet.getRange(1, 1).setFontSize(14).setFontWeight("bold");
}
