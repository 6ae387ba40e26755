import { cellTabs } from "../spreadsheet/sheets";
import { pageText } from "../page";
import type { Trial } from "./cells";

const pages = ["Server", "Sidebar", "Catalogue"];

/** How often each of some words comes, such as GRID 3, OBJECT 1. */
function counted(words: readonly string[]): string {
  const kinds = Array.from(new Set(words)).sort();
  return kinds.map((kind) => `${kind} ${words.filter((word) => word === kind).length}`).join(", ");
}

/** What the add-on finds around it: its files, the kinds of tabs, limits, protection. */
export const surroundingTrials: readonly Trial[] = [
  {
    name: "All files belong to one version",
    expected: String(pages.length),
    got: () => String(pages.map(pageText).length),
  },
  {
    name: "What HtmlService makes of the files that it reads as HTML",
    expected: "",
    got: () => {
      const isChanged = (page: string) =>
        HtmlService.createHtmlOutputFromFile(page).getContent().trim() !==
        HtmlService.createTemplateFromFile(page).getRawContent().trim();
      const changed = pages.filter(isChanged);
      return changed.length === 0 ? "left as they are" : `written anew: ${changed.join(", ")}`;
    },
  },
  {
    name: "Kinds of tabs",
    expected: "",
    got: () =>
      counted(
        SpreadsheetApp.getActive()
          .getSheets()
          .map((sheet) => String(sheet.getType())),
      ),
  },
  {
    name: "Cells, of ten million",
    expected: "",
    got: () => String(cellTabs().reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0)),
  },
  {
    name: "Protected tabs and ranges",
    expected: "",
    got: () => {
      const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
      const many = (type: GoogleAppsScript.Spreadsheet.ProtectionType) =>
        SpreadsheetApp.getActive().getProtections(type).length;
      return `${many(SHEET)}, ${many(RANGE)}`;
    },
  },
  {
    name: "Somebody else’s work can be waited for",
    expected: "yes",
    got: () => ((LockService.getDocumentLock() as object | null) ? "yes" : "no"),
  },
];
