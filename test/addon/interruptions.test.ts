// Apps Script stops a script after six minutes, and its services fail now and then: whatever was done by then stays.
import { afterEach, describe, expect, test } from "@jest/globals";
import { type SharedWorkbook, openShared } from "../support/sharing";
import { atEachCall, stoppedAt, timedOut } from "../support/interrupted";

const open: SharedWorkbook[] = [];
afterEach(() => {
  for (const { workbook } of open.splice(0)) workbook.dispose();
});

const small = {
  Orders: {
    A1: "Customer",
    B1: "Date",
    C1: "Amount",
    A2: "Ann",
    B2: new Date(Date.UTC(2026, 0, 5)),
    C2: 10,
    A3: "'007",
    B3: new Date(Date.UTC(2026, 1, 5)),
    C3: 20,
    E1: "=CLV_CUSTOMERS(A2:A, B2:B, C2:C)",
    E9: "=-CLV(100, 36, 80%)",
  },
  Other: { A1: "=CLV(100, 36)", A2: "=A1*2" },
};

const opened = () => {
  const book = openShared(small);
  open.push(book);
  return book;
};

const contents = ({ sheet }: SharedWorkbook) =>
  Object.keys(small).map((name) => {
    const range = sheet(name).getDataRange();
    return [JSON.stringify(range.getValues()), range.getFormulas(), range.getNumberFormats()];
  });

/** Restores until nothing is left; what the last message said. */
const restore = (book: SharedWorkbook) => book.choose("thawFormulas");
const nothing = "There is nothing to restore: the tab CLV Formulas keeps no formula";

describe("whatever call stops it, and all calls after", () => {
  test.each([["freezeFormulas"], ["useNativeFormulas"]])(
    "%s: restoring, also after doing it again, brings every formula back, cell for cell",
    (item) => {
      const book = opened();
      const before = contents(book);
      const calls = atEachCall((k) => {
        const isStopped = stoppedAt(book.workbook, k, () => book.choose(item));
        if (k % 2 === 0) book.choose(item);
        const message = restore(book);
        expect([k, message]).not.toEqual([k, expect.stringContaining("could not be brought back")]);
        expect([k, contents(book)]).toEqual([k, before]);
        expect([k, restore(book)]).toEqual([k, nothing]);
        return isStopped;
      });
      expect(calls).toBeGreaterThanOrEqual(20);
    },
  );

  test("restoring: restoring again brings back the rest, and a formula that has to stay is never lost", () => {
    const book = opened();
    const before = contents(book);
    atEachCall((k) => {
      book.choose("freezeFormulas");
      const cell = book.sheet("Other").getRange("A1");
      const value = cell.getValue();
      cell.setValue("mine");
      const isStopped = stoppedAt(book.workbook, k, () => restore(book));
      restore(book);
      expect([k, cell.getValue()]).toEqual([k, "mine"]);
      cell.setValue(value);
      expect([k, restore(book)]).toEqual([k, expect.stringContaining("1 CLV formula is back")]);
      expect([k, contents(book)]).toEqual([k, before]);
      return isStopped;
    });
  });
});

describe("a call that fails", () => {
  test("is told, with how to get back", () => {
    const book = opened();
    let message = "";
    stoppedAt(book.workbook, 30, () => (message = book.choose("freezeFormulas")), "once");
    expect(message).toContain(`Turn CLV formulas into values stopped. Sheets said: ${timedOut}\n`);
    expect(message).toContain("No formula is lost: choose Restore CLV formulas");
  });
});
