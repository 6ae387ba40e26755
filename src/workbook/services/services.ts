import type { Book } from "./book";
import { Charts } from "./charts";
import { createHtmlService } from "./html";
import { createSpreadsheetApp } from "./spreadsheet";
import { createUtilities } from "./utilities";
import { watched } from "./ways/watched";

/**
 * The globals which Apps Script offers and the add-on uses. Beyond that they have only what tests need: to do what a
 * person does in a spreadsheet (hide a tab, take rows out, set a rule), and to see what came of it.
 */
export type Services = ReturnType<typeof createServices>;

/** The part of Apps Script's Lock which the add-on uses; whoever else may hold it is a switch. */
const createLock = (open: () => Book) => ({
  tryLock: () => !open().ways.isLocked,
  releaseLock: () => {},
});

/** The services over a workbook, which is asked for at each use since the bundle is loaded before it is open. */
export function createServices(open: () => Book) {
  return {
    Charts,
    SpreadsheetApp: watched(createSpreadsheetApp(open), () => open().ways),
    HtmlService: createHtmlService(open),
    Utilities: createUtilities(() => open().settle()),
    LockService: { getDocumentLock: () => createLock(open) },
  };
}
