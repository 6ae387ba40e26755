import { refusal } from "../../core/refusal";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Whether a tab has cells: one may hold a chart, a timeline or connected data instead, and refuses all that asks for cells. */
export const hasCells = (sheet: Sheet): boolean =>
  String(sheet.getType()) === String(SpreadsheetApp.SheetType.GRID);

/** The tabs that have cells. */
export const cellTabs = (): Sheet[] => SpreadsheetApp.getActive().getSheets().filter(hasCells);

/** The tabs without cells. */
export const otherTabs = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet[] =>
  spreadsheet.getSheets().filter((sheet) => !hasCells(sheet));

/** The open tab, where it has cells. */
export function openTab(): Sheet {
  const sheet = SpreadsheetApp.getActive().getActiveSheet();
  if (hasCells(sheet)) return sheet;
  throw refusal(
    `The open tab, ${sheet.getName()}, is a chart or connected data, without cells. Open a tab with cells, then try again`,
  );
}

/** Does something that may open other tabs, then opens the one again that was open. */
export function keepingOpen<Result>(work: () => Result): Result {
  const open = SpreadsheetApp.getActive().getActiveSheet();
  try {
    return work();
  } finally {
    try {
      open.activate();
    } catch {
      // Nothing depends on which tab is open.
    }
  }
}

/** The tab of that name. */
export function sheetNamed(name: unknown): Sheet {
  const sheet = typeof name === "string" ? SpreadsheetApp.getActive().getSheetByName(name) : null;
  if (!sheet || !hasCells(sheet))
    throw refusal(`tab must be one of this spreadsheet, with cells, got ${JSON.stringify(name)}`);
  return sheet;
}

/** A new tab, behind the others. */
export function addTab(name: string): Sheet {
  const spreadsheet = SpreadsheetApp.getActive();
  return spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
}

/** The tab of that name, made where it is missing. */
export const ownTab = (name: string): Sheet =>
  SpreadsheetApp.getActive().getSheetByName(name) ?? addTab(name);

/** Whether someone else's cells are on the tab of that name: its first cell does not hold what the add-on begins it with. */
export function isSomeoneElses(name: string, first = name): boolean {
  const sheet = SpreadsheetApp.getActive().getSheetByName(name);
  if (sheet === null) return false;
  return !hasCells(sheet) || (sheet.getLastRow() > 0 && sheet.getRange(1, 1).getValue() !== first);
}

export const renameFirst = (name: string): string =>
  `The tab ${name} was not made by CLV, so it was not changed. Rename it, then try again`;

/** Makes the tab large enough for a result, which does not spill over its edge. */
export function makeRoom(sheet: Sheet, lastRow: number, lastColumn: number): void {
  const rows = lastRow - sheet.getMaxRows();
  const columns = lastColumn - sheet.getMaxColumns();
  if (rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), rows);
  if (columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), columns);
}

const reference = /^(?:'((?:[^']|'')+)'|([A-Za-z_]+))!([A-Z]{1,3}\d+(?::(?:[A-Z]{1,3}\d*|\d+))?)$/;

/** The tab and the cells of a reference such as 'My orders'!B5:B or 'My figures'!B5:5, the only kind that the sidebar sends. */
export function partsOf(text: unknown): { readonly tab: string; readonly cells: string } {
  const [, quoted, word, cells] = (typeof text === "string" && reference.exec(text)) || [];
  if (!cells) throw refusal(`reference must be one such as Orders!B2:B, got ${JSON.stringify(text)}`);
  return { tab: quoted?.replace(/''/g, "'") ?? word!, cells };
}

export function rangeOf(text: unknown): GoogleAppsScript.Spreadsheet.Range {
  const { tab, cells } = partsOf(text);
  return sheetNamed(tab).getRange(cells);
}
