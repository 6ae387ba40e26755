/** A cell as a message names it, such as Orders!F2. */
type CellName = string;

/**
 * How a spreadsheet may be, or Sheets may behave, otherwise than here by default. Nobody can try Sheets itself in a
 * test, so each way that someone has reported can be switched on, and each that nobody knows.
 */
export interface Ways {
  /** Of the spreadsheet, such as de_DE. */
  locale: string;
  /** The calls that take a formula as a person of the locale types it, instead of with commas. */
  typed: ReadonlySet<"setValue" | "setFormula">;
  /** Which text setValue reads as something else: what is a number or a date beyond doubt, or all that a person may type as one. */
  reads: "beyond doubt" | "as typed";
  /** What becomes of an apostrophe before text: it goes, it stays, or it goes and does not keep the text from being read. */
  apostrophe: "goes" | "stays" | "does nothing";
  /** What getNumberFormat says of a cell without a number format. */
  noFormat: string;
  /** How a date that a function of the add-on gives stands in its cell: as one of the spreadsheet's zone or of the script's, or as a number. */
  resultDates: "of the spreadsheet" | "of the script" | "numbers";
  /** What a function is given for an argument that is left out. */
  omitted: undefined | "";
  /** Tabs that hold a chart or connected data in place of cells. */
  objectTabs: ReadonlySet<string>;
  /** What Sheets says to a change of a tab, or of cells of it such as F2:G9; undefined where it takes it. */
  refuses: (tab: string, cells?: string) => string | undefined;
  /** What becomes of a copy: it can be changed, it can't be, or there is none. */
  copies: "can be changed" | "can be read" | "none";
  /** When a function of the add-on that is to compute anew while a script runs has its result: at once, once the script waits, or once it has ended. */
  results: "at once" | "while it waits" | "after the run";
  /** What a cell shows whose result is still to come. */
  loading: string;
  /** What cells show that are not calculated yet, whatever there is to calculate. */
  unfinished: ReadonlyMap<CellName, string>;
  /** What stands for an error, by its English name. */
  errorWords: ReadonlyMap<string, string>;
  /** Whether someone else holds the lock of the spreadsheet. */
  isLocked: boolean;
  /** What HtmlService makes of a page that it shows. */
  pages: "as they lie there" | "read as HTML";
  /** How many Google accounts the browser is signed in with: with several, the page's questions may go to the wrong one. */
  accounts: "one" | "several";
  /** What is said to a call of a service, by its number since this was set, its name and whose it is; undefined where it works. */
  fails: (call: number, name: string, service: object) => string | undefined;
}

export const takesAll = (): undefined => undefined;
export const worksAlways = (): undefined => undefined;

export const usualWays = (): Ways => ({
  locale: "en_US",
  typed: new Set(),
  reads: "beyond doubt",
  apostrophe: "goes",
  noFormat: "",
  resultDates: "of the spreadsheet",
  omitted: undefined,
  objectTabs: new Set(),
  refuses: takesAll,
  copies: "can be changed",
  results: "at once",
  loading: "Loading...",
  unfinished: new Map(),
  errorWords: new Map(),
  isLocked: false,
  pages: "as they lie there",
  accounts: "one",
  fails: worksAlways,
});

/** What Sheets says to who may only read. */
export const noRight = "You do not have permission to perform that action.";
