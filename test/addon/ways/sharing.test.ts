// Copies to share, of values and without customers, whatever Sheets is like.
import { afterAll, describe, expect, test } from "@jest/globals";
import {
  type Refusals,
  contents,
  cutShort,
  customers,
  disposeAll,
  hostileWays,
  onceByLocale,
  openShop,
  shield,
  wayNames,
} from "../../support/hostileWays";
import type { SharedWorkbook } from "../../support/sharing";

afterAll(disposeAll);

const copied = (book: SharedWorkbook, withoutCustomers: boolean) => {
  const said = JSON.parse(
    book.workbook.call("answer", ["prepareCopy", JSON.stringify({ withoutCustomers })]) as string,
  ) as string;
  const copy = book.copies.at(-1);
  return { said, title: copy?.workbook.book.workbook.getName(), held: copy && contents(copy) };
};

const usual = onceByLocale((book) => [false, true].map((without) => copied(book, without).held));

const halfDone =
  "(not ready to share) was made, but could not be changed and still contains everything: do not share it; delete it (beside it). Sheets said: ";
const refusals: Refusals = {
  "a tab is protected": halfDone + shield,
  "a range is protected": halfDone + shield,
  "a copy can only be read": `${halfDone}You do not have permission to perform that action.`,
  "no copy can be made": "No copy was made. Sheets said: You do not have permission to perform that action.",
  "a cell is still being computed": 'No copy was made: these cells show an error or "Loading..."',
};

describe.each(wayNames)("%s", (name) => {
  test("copies hold the same, without customers none of their names; or are not passed off as ready", () => {
    const book = openShop(hostileWays[name]);
    const before = contents(book);
    cutShort(name, book, () => copied(book, true));
    const refused = refusals[name];
    for (const withoutCustomers of [false, true]) {
      const { said, title, held } = copied(book, withoutCustomers);
      const shown = held?.flatMap(([, texts]) => texts.flat()) ?? [];
      const wasMade = book.copies.length > 0;
      const ends = refused === undefined ? "(to share)" : "(not ready to share)";
      expect(said).toContain(refused ?? "(to share) holds values");
      expect(title).toBe(wasMade ? `Untitled workbook ${ends}` : undefined);
      const isAsUsual = refused === undefined;
      expect(isAsUsual ? held : []).toEqual(isAsUsual ? usual(name)[Number(withoutCustomers)] : []);
      const hasNames = shown.some((text) => customers.includes(text));
      expect(isAsUsual && hasNames).toBe(isAsUsual && !withoutCustomers);
    }
    expect(contents(book)).toEqual(before);
  });
});
