import { afterEach, describe, expect, test } from "@jest/globals";
import { busy } from "../support/words";
import { type SharedWorkbook, openShared, orders } from "../support/sharing";

const open: SharedWorkbook[] = [];
afterEach(() => {
  for (const book of open.splice(0)) book.dispose();
});

const spreadsheetOf = ({ workbook }: SharedWorkbook) => workbook.services.SpreadsheetApp.getActive();

/** A workbook of this name, and the copies of it. */
function opened(...given: Parameters<typeof openShared>) {
  const book = openShared(...given);
  spreadsheetOf(book).rename("Business");
  open.push(book);
  return { book, copies: book.copies };
}

const valuesOf = (book: SharedWorkbook, tab: string) => book.sheet(tab).getDataRange().getValues();
const formulasOf = (book: SharedWorkbook) =>
  book.names().flatMap((name) => book.sheet(name).getDataRange().getFormulas().flat().filter(Boolean));

const segmented = Object.fromEntries(
  Array.from({ length: 41 }, (_, row) => [
    `D${row + 1}`,
    row === 0 ? "Segment" : row % 7 === 1 ? "small" : "large",
  ]),
);
const business = {
  Orders: { ...orders, ...segmented },
  Results: {
    A1: "=CLV_CUSTOMERS(Orders!A2:A, Orders!B2:B, Orders!C2:C)",
    L1: "=CLV_KPIS(Orders!A2:A, Orders!B2:B, Orders!C2:C)",
    A20: "=CLV_SEGMENTS(Orders!A2:A, Orders!B2:B, Orders!C2:C, Orders!D2:D)",
    N30: "=SUM(Orders!C2:C)",
    N31: "=Orders!A3",
    N32: "Ask C3 about it",
  },
};

const lost =
  "Formulas that show nothing without the add-on: CLV_CUSTOMERS (1), CLV_KPIS (1), CLV_SEGMENTS (1)";

const byHand =
  "Instead, choose File › Make a copy, end the copy’s name with “(to share)”, open it and choose Make a copy to share there: it changes that copy itself";

describe("a copy to share", () => {
  test("with everything holds values in place of CLV formulas, and the spreadsheet itself stays as it is", () => {
    const { book, copies } = opened(business);
    const before = [formulasOf(book), JSON.stringify(valuesOf(book, "Results"))];
    const { workbook } = book;
    expect(workbook.call("answer", ["prepareCopy", '{"withoutCustomers":false}'])).toBe(
      JSON.stringify(
        `The copy Business (to share) holds values in place of CLV formulas: beside it\n${lost}`,
      ),
    );
    expect([formulasOf(book), JSON.stringify(valuesOf(book, "Results"))]).toEqual(before);
    expect(formulasOf(copies[0]!)).toEqual(["=SUM(Orders!C2:C)", "=Orders!A3"]);
    expect(JSON.stringify(valuesOf(copies[0]!, "Results"))).toBe(before[1]);
  });

  test("without customers holds no row, result or name of one, and no group of fewer than five", () => {
    const { book, copies } = opened(business);
    const own = valuesOf(book, "Results");
    const { workbook } = book;
    expect(JSON.parse(workbook.call("answer", ["prepareCopy", '{"withoutCustomers":true}']) as string)).toBe(
      [
        "The copy Business (to share) holds values only: beside it",
        lost,
        "Left out, since they list customers: Orders",
        "Results by customer and notes are gone, names of customers replaced, groups under 5 customers blank. Still look through the copy before you share it: pictures, and words next to results, are unchanged",
      ].join("\n"),
    );
    const [copy] = copies;
    expect(copy!.names()).toEqual(["Results"]);
    expect(formulasOf(copy!)).toEqual([]);
    const shared = copy!.sheet("Results").getRange(1, 1, own.length, own[0]!.length).getValues();
    expect(shared.flat().filter((cell) => /^C\d$/.test(String(cell)))).toEqual([]);
    expect(shared.slice(0, 15).every((row) => row.slice(0, 10).every((cell) => cell === ""))).toBe(true);
    expect(JSON.stringify(shared.map((row) => row.slice(11, 19)).slice(0, 7))).toBe(
      JSON.stringify(own.map((row) => row.slice(11, 19)).slice(0, 7)),
    );
    expect([shared[29]![13], shared[30]![13]]).toEqual([own[29]![13], "(customer)"]);
    const segments = [19, 20, 21].map((row) => shared[row]!.slice(0, 11));
    expect(segments[0]).toEqual(own[19]!.slice(0, 11));
    const small = segments.find(([name]) => name === "small")!;
    expect(small).toEqual(["small", "under 5", "", "", "", "", "", "", "", "", ""]);
    const large = segments.find(([name]) => name === "large")!;
    expect(large[1]).toBe(6);
    // neither by what all have, nor by the share of the others
    expect(large[3]).toBe("");
    expect(shared[22]!.slice(0, 11)).toEqual(["All", ...Array<string>(10).fill("")]);
    expect(own[22]![1]).toBe(Number(own[20]![1]) + Number(own[21]![1]));
  });

  test("without customers holds neither clean rows nor the table that they come from, whatever their columns are called", () => {
    const notes = { ...orders, A1: "W", B1: "X", C1: "Y", D1: "Z" };
    const { book, copies } = opened({
      Notes: notes,
      Clean: { A1: '=CLV_ROWS(Notes!A1:D, "customer: W, date: X, amount: Y")' },
    });
    const clean = valuesOf(book, "Clean");
    expect(clean[0]).toEqual(["Customer", "Date", "Amount", "Segment", "Row"]);
    expect(clean.length).toBeGreaterThan(5);
    book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":true}']);
    const shared = copies[0]!.names().flatMap((name) => valuesOf(copies[0]!, name).flat());
    const names = new Set(clean.slice(1).map(([name]) => name));
    expect(shared.filter((cell) => names.has(cell))).toEqual([]);
  });

  test("without customers holds nothing of a tab or a column that is not understood, and names it", () => {
    const persons = Array.from({ length: 50 }, (_, row) => [`Person ${row}`, `+49 170 ${5_000_000 + row}`]);
    const ads = Array.from({ length: 12 }, (_, row) => [
      new Date(Date.UTC(2025, row, 1)),
      200 + row,
      `Agent ${row}`,
    ]);
    const cells = (rows: readonly (readonly unknown[])[]) =>
      Object.fromEntries(
        rows.flatMap((row, r) => row.map((cell, c) => [`${"ABCDEFG"[c]!}${r + 1}`, cell] as const)),
      );
    const { book, copies } = opened({
      ...business,
      Contacts: cells([["Name", "Phone"], ...persons]),
      Remarks: { A1: "Call Mrs Miller" },
      "Ad spend": cells([["Month", "Ad spend", "Who"], ...ads]),
      Board: cells([
        ["", "The board", "", ""],
        ["", "Worth of a customer", "", "=CLV(100, 36)"],
        ["", "Months a customer stays", "", "=CLV_LIFETIME(2%)"],
        ["", "", "", ""],
        ...persons.slice(0, 8).map(([name], row) => ["", name, 100 + row, `=CLV(C${row + 5}, 36)`]),
      ]),
    });
    const beside = persons.map(([name, phone], row) => [`W${row + 1}`, name, `X${row + 1}`, phone] as const);
    for (const [a, name, b, phone] of beside) {
      book.sheet("Results").getRange(a).setValue(name);
      book.sheet("Results").getRange(b).setValue(phone);
    }
    const told = JSON.parse(
      book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":true}']) as string,
    ) as string;
    expect(told).toContain("Left out, since CLV does not recognise what they hold: Contacts, Remarks\n");
    expect(told).toContain("Columns left out for the same reason: Ad spend (Who)");
    const [copy] = copies;
    expect(copy!.names()).toEqual(["Results", "Ad spend", "Board"]);
    const shown = copy!.names().flatMap((name) => valuesOf(copy!, name).flat().map(String));
    expect(shown.filter((text) => /Person|\+49|Agent|Miller/.test(text))).toEqual([]);
    expect(valuesOf(copy!, "Ad spend")[3]!.slice(1)).toEqual([202]);
    expect(shown).toContain("Churn rate");
    // The label of a figure stays; next to a formula that was filled down nothing does.
    expect(valuesOf(copy!, "Board")[1]!.slice(1)).toEqual(["Worth of a customer", "", 3600]);
    expect(valuesOf(copy!, "Board")[2]!.slice(1)).toEqual(["Months a customer stays", "", 50]);
    expect(valuesOf(copy!, "Board")[5]!.slice(1, 2)).toEqual([""]);
  });

  test("asks first what to leave out, and makes none where a person changes their mind", () => {
    const { book, copies } = opened(business);
    const asked: string[][] = [];
    for (const answer of ["CANCEL", "NO"]) {
      Object.assign(book.workbook.book.host, {
        alert: (...what: string[]) => {
          asked.push(what);
          return answer;
        },
      });
      book.workbook.call("prepareCopyToShare", []);
    }
    expect(asked).toEqual([
      [
        "Make a copy to share",
        "Leave out individual customers, groups under 5, and anything CLV does not recognise? Choose No to keep everything, with values in place of CLV formulas",
        "YES_NO_CANCEL",
      ],
      ["", "Nothing was changed, and no copy was made", "OK"],
      asked[0],
      ["", `The copy Business (to share) holds values in place of CLV formulas: beside it\n${lost}`, "OK"],
    ]);
    expect(copies).toHaveLength(1);
  });

  test("says what to do by hand where none can be made", () => {
    const { book } = opened({ Orders: { A1: "=CLV(1, 2)" } }, { copies: "none" });
    expect(
      JSON.parse(book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":true}']) as string),
    ).toBe(
      [
        "No copy was made. Sheets said: You do not have permission to perform that action.",
        byHand,
        "Formulas that show nothing without the add-on: CLV (1)",
      ].join("\n"),
    );
  });

  test("that was made but can't be changed is not passed off as ready, neither by the message nor by its name", () => {
    const { book, copies } = opened({ Orders: { A1: "=CLV(1, 2)" } }, { copies: "can be read" });
    expect(
      JSON.parse(book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":false}']) as string),
    ).toBe(
      [
        "The copy Business (not ready to share) was made, but could not be changed and still contains everything: do not share it; delete it (beside it). Sheets said: You do not have permission to perform that action.",
        byHand,
        "Formulas that show nothing without the add-on: CLV (1)",
      ].join("\n"),
    );
    expect(spreadsheetOf(copies[0]!).getName()).toBe("Business (not ready to share)");
  });

  test("that someone made by hand holds the same as one made from the menu, once its owner agrees", () => {
    const { book, copies } = opened(business);
    book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":true}']);
    const contents = (shared: SharedWorkbook) =>
      shared.names().map((name) => [name, JSON.stringify(valuesOf(shared, name))]);
    const byMenu = contents(copies[0]!);
    spreadsheetOf(book).rename("Business (to share)");
    const asked: string[] = [];
    const ask = (answer: string) =>
      Object.assign(book.workbook.book.host, {
        alert: (_: string, text: string) => (asked.push(text), answer),
      });
    const before = contents(book);
    ask("NO");
    expect(book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":true}'])).toBe(
      '"Nothing was changed, and no copy was made"',
    );
    expect(contents(book)).toEqual(before);
    ask("YES");
    book.workbook.book.ways.isLocked = true;
    expect(() => book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":true}'])).toThrow(busy);
    expect(contents(book)).toEqual(before);
    book.workbook.book.ways.isLocked = false;
    expect(book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":true}'])).toContain(
      "This spreadsheet now holds values only",
    );
    expect(asked[0]).toContain("the change is permanent");
    expect(contents(book)).toEqual(byMenu);
    expect(copies).toHaveLength(1);
  });

  test.each([
    [{ A1: 1 }, "Nothing to do: this spreadsheet has no CLV formulas, so File › Make a copy loses nothing"],
    [
      { A1: "=CLV(-1, 2)" },
      'No copy was made: these cells show an error or "Loading...", which would stay in the copy. Correct them, or wait until they have loaded, and try again: Orders!A1',
    ],
  ])("is not made of a spreadsheet with %j", (cells, message) => {
    const { book, copies } = opened({ Orders: cells });
    expect(
      JSON.parse(book.workbook.call("answer", ["prepareCopy", '{"withoutCustomers":false}']) as string),
    ).toBe(message);
    expect(copies).toEqual([]);
  });
});
