// A row of the history, and what it says of a past that has changed, whatever Sheets is like.
import { afterAll, describe, expect, test } from "@jest/globals";
import {
  type Refusals,
  contents,
  cutShort,
  disposeAll,
  hostileWays,
  onceByLocale,
  openShop,
  setupOf,
  wayNames,
} from "../../support/hostileWays";
import type { SharedWorkbook } from "../../support/sharing";
import { busy } from "../../support/words";

afterAll(disposeAll);

/** Two rows, between which an order of the past was changed. */
function twoRows(book: SharedWorkbook) {
  const first = book.choose("addToHistory");
  const cell = book.workbook.services.SpreadsheetApp.getActive().getRange("Orders!C5");
  const { refuses } = book.workbook.book.ways;
  book.workbook.book.ways.refuses = () => undefined;
  cell.setValue(1234.5);
  book.workbook.book.ways.refuses = refuses;
  return [first, book.choose("addToHistory"), contents(book, (tab) => tab === "CLV History")];
}

const usual = onceByLocale((book) => {
  setupOf(book);
  return twoRows(book);
});

const refusals: Refusals = { "somebody else is at work": busy };

describe.each(wayNames)("%s", (name) => {
  test("rows of the history are the same, and a changed past is pointed out; or nothing is written", () => {
    const book = openShop(hostileWays[name], setupOf);
    cutShort(name, book, () => book.choose("addToHistory"));
    const refused = refusals[name];
    expect(twoRows(book)).toEqual(refused === undefined ? usual(name) : [refused, refused, []]);
    expect(usual(name)[1]).toContain("The past has changed");
  });
});
