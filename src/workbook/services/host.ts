import type { IWorkbookData } from "@univerjs/core";
import type { Ways } from "./ways/ways";

/** An entry of a menu: an item that calls a function of the bundle, or a menu of its own. */
export type MenuEntry =
  | { readonly caption: string; readonly functionName: string }
  | { readonly caption: string; readonly entries: readonly MenuEntry[] };

/** A page of the add-on, as HtmlService made it. */
export interface HtmlPage {
  readonly title: string;
  readonly content: string;
}

/** A copy of the workbook, open next to it: its Spreadsheet, and where a person finds it. */
export interface WorkbookCopy {
  readonly spreadsheet: object;
  readonly url: () => string;
}

/** What surrounds the spreadsheet and shows what the add-on asks for: the browser page, or a test. */
export interface Host {
  readonly showMenu: (caption: string, entries: readonly MenuEntry[]) => void;
  readonly showSidebar: (page: HtmlPage) => void;
  /** Shows a message and waits for the answer: the name of a button of `Ui.Button`. */
  readonly alert: (title: string, message: string, buttons: string) => string;
  /** Shows a passing message; negative seconds mean until dismissed. */
  readonly toast: (message: string, title: string, seconds: number) => void;
  /** Opens a copy that is stored so, in a Sheets that behaves in these ways. */
  readonly copy: (snapshot: IWorkbookData, ways: Ways) => WorkbookCopy;
}

/** A host without a screen. */
export const silentHost: Host = {
  showMenu() {},
  showSidebar() {},
  alert: () => "OK",
  toast() {},
  copy: ({ name }) => {
    throw new Error(`There is nowhere to put ${name}`);
  },
};
