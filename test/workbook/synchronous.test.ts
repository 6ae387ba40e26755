import { describe, expect, test } from "@jest/globals";
import { engineAnew, openProbe, type Probe } from "../support/workbook";

/** Formulas from every corner of the engine, each in a cell of column F; blanks leave room for what spills. */
const formulas = [
  "=SUM(C2:C61)",
  "=F1*2",
  "=F2+F1",
  "=COUNTA(A2:A)",
  '=INDIRECT("F"&2)',
  "=SUM(OFFSET(F1,0,0,3,1))",
  '=SUM(INDIRECT("F1:F4"))',
  "=SORT(UNIQUE(D2:D61))",
  "",
  "",
  "",
  "=COUNTA(F8#)",
  "=IF(F4>1,SUM(H1:H20),0)",
  "=MAX(H:H)",
  '=SUMPRODUCT((D2:D61="pro")*C2:C61)',
  '=VLOOKUP("C07",A2:C61,3,FALSE)',
  "=INDEX(A2:A61,MATCH(MAX(C2:C61),C2:C61,0))",
  "=LET(x,F1,y,F2,x+y)",
  "=REDUCE(0,C2:C10,LAMBDA(a,b,a+b))",
  "=BYROW(C2:C4,LAMBDA(r,SUM(r)))",
  "",
  "",
  '=AVERAGEIFS(C2:C,D2:D,"team")',
  '=XLOOKUP("pro",D2:D,C2:C)',
  '=TEXT(B2,"yyyy-mm")',
  "=EDATE(B2,1)",
  "=F26+F1",
  "=SCAN(0,C2:C4,LAMBDA(a,b,a+b))",
  "",
  "",
  '=IFERROR(FAIL(F1),"caught")',
  "=SUM(GRID(C2:C3*0+2,3))",
  "=1/0",
];

const besides = { H1: "=F1/100", H2: "=INDEX(F8:F10,2)", H3: "=SUM(GRID(3,3))", H4: "=OFFSET(F1,1,0)+H1" };

/** What is done to the sheet, one after the other. */
const states: Readonly<Record<string, (book: Probe) => void>> = {
  "formulas set": (book) => {
    formulas.forEach((formula, i) => formula && book.set({ [`F${i + 1}`]: formula }));
    book.set(besides);
  },
  "values changed": (book) => book.set({ C3: 5000, D4: "zeta" }),
  "a spill blocked": (book) => book.set({ F9: "block" }),
  "the spill free again": (book) => void sheetOf(book).getRange("F9").clearContent(),
  "rows inserted": (book) => void book.book.workbook.getActiveSheet().insertRows(2, 3),
  "a formula removed": (book) => void sheetOf(book).getRange("F1").clearContent(),
};

const sheetOf = (book: Probe) => book.services.SpreadsheetApp.getActiveSheet();

function fill(book: Probe): void {
  const plans = ["basic", "pro", "team"];
  const rows = Array.from({ length: 60 }, (_, i) => {
    const amount = i % 17 === 5 ? "" : ((i * 7919) % 1000) / 4;
    return [
      `C${String(i % 23).padStart(2, "0")}`,
      `2026-01-${String((i % 28) + 1).padStart(2, "0")}`,
      amount,
      plans[i % 3],
    ];
  });
  sheetOf(book)
    .getRange("A1:D61")
    .setValues([["customer", "date", "amount", "plan"], ...rows]);
}

/** Everything the sheet shows, after each of the states. */
async function run(synchronous: boolean): Promise<Record<string, unknown>> {
  const book = openProbe({ synchronous, timeZone: "UTC" }, engineAnew().openWorkbook);
  const shown: Record<string, unknown> = {};
  fill(book);
  if (!synchronous) await book.calculated();
  for (const [state, change] of Object.entries(states)) {
    change(book);
    if (!synchronous) await book.calculated();
    shown[state] = sheetOf(book).getRange("E1:J40").getValues();
  }
  book.dispose();
  return shown;
}

describe("calculation within the call", () => {
  test("gives what Univer's own asynchronous calculation gives, in every state of the sheet", async () => {
    const expected = await run(false);
    const actual = await run(true);
    expect(actual).toEqual(expected);
    const blanks = (expected["formulas set"] as unknown[][]).filter((row) => row[1] === "");
    expect(blanks.length).toBeLessThan(12);
  });

  test("a result can be read in the turn in which its precedent was written", () => {
    const book = openProbe();
    book.set({ A1: 1, A2: "=A1+1", A3: "=A2+1" });
    book.set({ A1: 10 });
    expect(sheetOf(book).getRange("A3").getValue()).toBe(12);
  });
});
