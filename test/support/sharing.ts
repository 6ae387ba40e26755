import { randomUUID } from "node:crypto";
import type { Host } from "../../src/workbook/services/host";
import type { Ways } from "../../src/workbook/services/ways/ways";
import { type Workbook, builtAddon, builtPages, openWorkbook } from "./workbook";

export interface SharedWorkbook {
  readonly workbook: Workbook;
  readonly sheet: (name: string) => ReturnType<typeof sheetOf>;
  /** Chooses an item of the menu; the answer is the message that it shows. */
  readonly choose: (item: string) => string;
  readonly names: () => string[];
  /** The copies that were made of it, each a workbook of its own, as in Sheets. */
  readonly copies: readonly SharedWorkbook[];
  /** Ends it and its copies. */
  readonly dispose: () => void;
}

function sheetOf(workbook: Workbook, name: string) {
  return workbook.services.SpreadsheetApp.getActive().getSheetByName(name)!;
}

/** A workbook with the built add-on and these cells by tab: the input of each by its A1 notation; and what else is prepared. */
export function openShared(
  tabs: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ways: Partial<Ways> = {},
  prepare: (book: SharedWorkbook) => void = () => {},
): SharedWorkbook {
  const kept = typed.get(tabs);
  const book = kept === undefined ? openTyped(tabs) : openKept(kept);
  if (kept === undefined) typed.set(tabs, keptOf(book));
  openFirst(book);
  prepare(book);
  if (Object.keys(ways).length === 0) return book;
  // Typed in a Sheets as usual, then opened in another.
  const other = copyOf(book, ways);
  book.workbook.dispose();
  openFirst(other);
  return other;
}

/** What has been typed once is opened the next time: typing takes longer. */
const typed = new WeakMap<object, string>();

function openTyped(tabs: Parameters<typeof openShared>[0]): SharedWorkbook {
  const book = openBook();
  const spreadsheet = book.workbook.services.SpreadsheetApp.getActive();
  Object.entries(tabs).forEach(([name, cells], index) => {
    const sheet = index === 0 ? spreadsheet.getActiveSheet().setName(name) : spreadsheet.insertSheet(name);
    for (const [cell, input] of Object.entries(cells)) sheet.getRange(cell).setValue(input);
  });
  return book;
}

const openFirst = ({ workbook }: SharedWorkbook) =>
  void workbook.services.SpreadsheetApp.getActive().getSheets()[0]!.activate();
const keptOf = ({ workbook }: SharedWorkbook) => JSON.stringify(workbook.book.workbook.save());
const openKept = (kept: string, ways: Partial<Ways> = {}) =>
  openBook({ ...(JSON.parse(kept) as Snapshot), id: randomUUID() }, ways);

/** A copy of a workbook, with everything calculated anew as on opening. */
export const copyOf = (book: SharedWorkbook, ways: Partial<Ways> = {}): SharedWorkbook =>
  openKept(keptOf(book), ways);

type Snapshot = NonNullable<Parameters<typeof openWorkbook>[0]["snapshot"]>;

function openBook(snapshot?: Snapshot, ways: Partial<Ways> = {}): SharedWorkbook {
  const messages: string[] = [];
  const copies: SharedWorkbook[] = [];
  const host: Partial<Host> = {
    alert: (_, message) => {
      messages.push(message);
      return "OK";
    },
    copy: (stored, itsWays) => {
      const copy = openBook(stored, itsWays);
      copies.push(copy);
      return { spreadsheet: copy.workbook.services.SpreadsheetApp.getActive(), url: () => "beside it" };
    },
  };
  const options = { code: builtAddon, pages: builtPages(), timeZone: "UTC", host, ways };
  const workbook = openWorkbook(snapshot ? { ...options, snapshot } : options);
  return {
    workbook,
    copies,
    dispose: () => [workbook, ...copies].forEach((one) => one.dispose()),
    sheet: (name) => sheetOf(workbook, name),
    choose: (item) => {
      workbook.call(item, []);
      return messages.pop()!;
    },
    names: () =>
      workbook.services.SpreadsheetApp.getActive()
        .getSheets()
        .map((sheet) => sheet.getName()),
  };
}

/** Orders of seven customers over six months, from A1 on. */
export const orders: Readonly<Record<string, unknown>> = Object.fromEntries(
  [
    ["Customer", "Date", "Amount"],
    ...Array.from({ length: 40 }, (_, index) => [
      `C${index % 7}`,
      new Date(Date.UTC(2026, index % 6, 1 + (index % 25))),
      10 + index * 1.25,
    ]),
  ].flatMap((row, index) => row.map((value, column) => [`${"ABC"[column]!}${index + 1}`, value])),
);

/** A workbook, empty or as stored, in which copies can be made, and the copy that was. */
export function openForCopying(snapshot?: Snapshot): {
  readonly workbook: Workbook;
  readonly copyMade: () => Workbook;
} {
  const { workbook, copies } = openBook(snapshot);
  return { workbook, copyMade: () => copies[0]!.workbook };
}
