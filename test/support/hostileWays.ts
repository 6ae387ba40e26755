// Every way in which a spreadsheet may be, or Sheets may behave, otherwise than the local workbook by default.
import { type Ways, usualWays } from "../../src/workbook/services/ways/ways";
import { type SharedWorkbook, openShared, orders } from "./sharing";

const commas = { locale: "de_DE", typed: new Set(["setValue"] as const) };
const noCommas = { locale: "de_DE", typed: new Set(["setValue", "setFormula"] as const) };

/** What Sheets says to who changes cells that are protected. */
export const shield =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

/** What it says to a script that has had its six minutes. */
export const timeUp = "Exceeded maximum execution time";

const german = new Map([
  ["#N/A", "#NV"],
  ["#REF!", "#BEZUG!"],
  ["#VALUE!", "#WERT!"],
  ["#NAME?", "#NAME?"],
  ["#ERROR!", "#FEHLER!"],
]);

/** Customers whose names a spreadsheet would rather read as something else. */
export const customers: readonly string[] = ["=1+1", "007", "1-2", "@SUM(A1)", "TRUE", "Ann", "+49 170"];

/** Tab of orders, with results of every kind next to them, and one that may be a chart's. */
const sheets = {
  Orders: {
    ...Object.fromEntries(
      Object.entries(orders).map(([cell, value]) => {
        const [, number] = /^C(\d)$/.exec(String(value)) ?? [];
        return [cell, number ? `'${customers[Number(number)]}` : value];
      }),
    ),
    F2: "=CLV_KPIS(A2:A, B2:B, C2:C)",
    F20: "=CLV(100.5, 36, 0.8)",
    F21: "=SUM(CLV({100, 200}, 36))",
    F23: "=CLV(100, 36)",
  },
  Customers: {
    A1: "=CLV_CUSTOMERS(Orders!A2:A, Orders!B2:B, Orders!C2:C)",
    M1: "Orders of all",
    N1: "=SUM(B2:B)",
  },
  Chart: {},
};

/** Each way by what it is, and what it is compared with: the same locale in a Sheets that is as usual. */
export const hostileWays = {
  "another locale, by which text is read as typed": { locale: "fr_FR", reads: "as typed" },
  "text is read as an American types it": { reads: "as typed" },
  "setValue takes formulas as typed": commas,
  "setValue and setFormula take formulas as typed": noCommas,
  "an apostrophe stays in the text": { apostrophe: "stays" },
  "an apostrophe does nothing": { apostrophe: "does nothing" },
  "a cell without a format has one": { noFormat: "0.###############" },
  "an argument left out is blank text": { omitted: "" },
  "a tab holds a chart and no cells": { objectTabs: new Set(["Chart"]) },
  "a tab is protected": { refuses: (tab) => (tab === "Orders" ? shield : undefined) },
  "a range is protected": {
    refuses: (tab, cells) => (tab === "Orders" && /^F2\b/.test(cells ?? "") ? shield : undefined),
  },
  "a copy can only be read": { copies: "can be read" },
  "no copy can be made": { copies: "none" },
  "results come while a script waits": { results: "while it waits", loading: "Chargement…" },
  "results come after the run": { results: "after the run", loading: "Wird geladen..." },
  "a cell is still being computed": { unfinished: new Map([["Orders!F23", "Cargando..."]]) },
  "errors have German names": { locale: "de_DE", errorWords: german },
  "somebody else is at work": { isLocked: true },
  "pages are read as HTML": { pages: "read as HTML" },
  "several accounts are signed in": { accounts: "several" },
  "the six minutes are over": { fails: (call) => (call > 60 ? timeUp : undefined) },
} as const satisfies Readonly<Record<string, Partial<Ways>>>;

export type WayName = keyof typeof hostileWays;

export const wayNames = Object.keys(hostileWays) as WayName[];

/** The words of refusal where something is not done, by the way that is in its way. */
export type Refusals = Partial<Record<WayName, string>>;

const open: SharedWorkbook[] = [];

/** Ends all workbooks that were opened. */
export const disposeAll = (): void => open.splice(0).forEach((book) => book.dispose());

/**
 * A shop in a Sheets that is as usual or not; a chart's tab is among its own. What is prepared is so while Sheets is as
 * usual.
 */
export function openShop(
  ways: Partial<Ways> = {},
  prepare: (book: SharedWorkbook) => void = () => {},
): SharedWorkbook {
  const book = openShared(sheets, ways, prepare);
  open.push(book);
  return book;
}

/** Lets the menu know what the data are, as inserting a result does. */
export function setupOf({ workbook }: SharedWorkbook): void {
  const question = (name: string, given: unknown) =>
    JSON.parse(workbook.call("answer", [name, JSON.stringify(given)]) as string) as unknown;
  const found = question("readTab", "Orders");
  const tables = question("settle", { tables: found, active: "Orders" }) as readonly unknown[];
  const answer = question("answerFrom", { table: tables[0], tables, changes: {} }) as { setup: unknown };
  question("saveSetup", answer.setup);
}

/** The same in a Sheets as usual, of the locale of a way. */
export function usualShop(name: WayName): SharedWorkbook {
  const { locale = "en_US" }: Partial<Ways> = hostileWays[name];
  return openShop({ locale });
}

/** What once was worked out for each locale. */
export function onceByLocale<Outcome>(work: (book: SharedWorkbook) => Outcome): (name: WayName) => Outcome {
  const known = new Map<string, Outcome>();
  return (name) => {
    const { locale = "en_US" }: Partial<Ways> = hostileWays[name];
    if (!known.has(locale)) known.set(locale, work(usualShop(name)));
    return known.get(locale)!;
  };
}

/** What the tabs show and hold, but for the one that may be a chart's. */
export const contents = ({ workbook }: SharedWorkbook, wanted: (tab: string) => boolean = () => true) =>
  workbook.services.SpreadsheetApp.getActive()
    .getSheets()
    .filter((sheet) => sheet.getName() !== "Chart" && wanted(sheet.getName()))
    .map((sheet) => {
      const range = sheet.getDataRange();
      return [sheet.getName(), range.getDisplayValues(), range.getFormulas()] as const;
    });

/** Does something once that the six minutes end, where they do; then there is time again, as for the next run of a script. */
export function cutShort(name: WayName, { workbook }: SharedWorkbook, work: () => unknown): void {
  if (name !== "the six minutes are over") return;
  let said = "";
  try {
    work();
  } catch (error) {
    said = (error as Error).message;
  }
  if (!said.includes(timeUp)) throw new Error("The time did not end it");
  workbook.book.ways.fails = usualWays().fails;
}
