// A report of live formulas, whatever Sheets is like.
import { afterAll, describe, expect, test } from "@jest/globals";
import {
  type Refusals,
  contents,
  cutShort,
  disposeAll,
  hostileWays,
  onceByLocale,
  openShop,
  wayNames,
} from "../../support/hostileWays";
import type { SharedWorkbook } from "../../support/sharing";
import { busy } from "../../support/words";

afterAll(disposeAll);

const own = (tab: string) => tab.startsWith("CLV ");
const build = (book: SharedWorkbook) => [book.choose("buildReport"), contents(book, own)] as const;
const usual = onceByLocale(build);

const refusals: Refusals = { "somebody else is at work": busy };

describe.each(wayNames)("%s", (name) => {
  test("a report is the same, cell for cell, and leaves the data alone; or nothing is built", () => {
    const book = openShop(hostileWays[name]);
    const data = (tab: string) => !own(tab);
    const before = contents(book, data);
    cutShort(name, book, () => build(book));
    const refused = refusals[name];
    expect(build(book)).toEqual(refused === undefined ? usual(name) : [refused, []]);
    expect(contents(book, data)).toEqual(before);
  });
});
