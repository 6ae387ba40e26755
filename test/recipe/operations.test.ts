import { describe, expect, test } from "@jest/globals";
import type { Value } from "../../src/recipe/operations/values";
import type { Term } from "../../src/recipe/term";
import { termText } from "../../src/recipe/text";
import { termValue } from "../../src/recipe/value";
import type { Cell } from "../../src/sheet/cell";
import { openProbe } from "../support/workbook";
import { utc } from "../support/zones";

/** A sheet of exports with what exports have: blanks, text, refunds, cents, years, dates as text. */
const rows: readonly (readonly Cell[])[] = [
  [
    "ann@x.org",
    100,
    3,
    "Paid",
    "31/01/2026",
    "month",
    40,
    new Date("2026-01-05"),
    "1.234,56 €",
    "18-Sep-2026",
    20260131,
    "Jan 2026",
    "Q1 2026",
    2026,
  ],
  [
    "Bo",
    12.5,
    "",
    "failed",
    "28/02/2026 10:15",
    "year",
    0,
    new Date("2026-02-27"),
    "(12,50)",
    "Sep-18-26 10:05",
    19991231,
    "März 2025",
    "2025-T4",
    "FY2025",
  ],
  [
    "Cy",
    "x",
    2,
    "PAID",
    "1/3/2026",
    "Yearly",
    5,
    "",
    17.5,
    "14. März 2025",
    "",
    "2025-12",
    "2026 q2",
    "2024",
  ],
  ["", "", "", "", "", "", "", "", "n/a", "n/a", "", "", "", ""],
  [
    "Ann@x.org",
    -7,
    4,
    "refunded",
    "2026-04-30",
    "",
    1,
    new Date("2026-03-31"),
    "USD 1,234-",
    "Août 3, 2025",
    "unknown",
    "01/2024",
    "n/a",
    "n/a",
  ],
  [
    "Di",
    1,
    1,
    "paid",
    "14.08.25",
    "month",
    1,
    "",
    "0,5 %",
    "3 juil. 98",
    "",
    "déc.-24",
    "Q3/2024",
    "GJ 2023",
  ],
  [
    "Di",
    1,
    1,
    "paid",
    "08/09/98 10:05 PM",
    "month",
    1,
    "",
    "",
    "Jan 14, 2025, 9:30:00 AM",
    "2026/4/5 7:38",
    "n/a",
    "",
    "",
  ],
  ["Di", 1, 1, "paid", "n/a", "month", 1, "", "-12%", new Date("2026-03-31"), "26-01-31", 202603, "", ""],
  [
    "Di",
    1,
    1,
    "paid",
    "2026-4-5 7:38",
    "month",
    1,
    "",
    "",
    "21 giugno 2024",
    "",
    new Date("2026-04-01"),
    new Date("2026-04-01"),
    new Date("2026-04-01"),
  ],
];

/** Rows as CLV_CUSTOMERS and CLV_PREDICT give them: one customer who is quiet for long, and one who is not. */
const customers: readonly (readonly Cell[])[] = [
  ["Ann", "", "", 5, 100, 20, 4, 8, 40, 20],
  ["Bo", "", "", 6, 90, 15, 5, 30, 31, 15],
];
const predictions: readonly (readonly Cell[])[] = [
  ["Ann", 5, 100, 0.5, 1, 20, 7, 1, 9, 107, 30],
  ["Bo", 6, 90, 0.9, 1, 15, 8, 1, 9, 98, 3],
];

const apply = (name: string, ...to: Term[]): Term => ({ apply: name, to });
const range = (column: string): Term => ({ range: `Data!${column}1:${column}` });

const cases: readonly (readonly [claim: string, term: Term])[] = [
  ["a product of two columns, blank where the first is", apply("PRODUCT", range("B"), range("C"))],
  ["cents as whole units", apply("QUOTIENT", range("B"), 100)],
  ["the segment that another table has of a customer", apply("LOOK_UP", range("A"), range("A"), range("D"))],
  ["the sum of a column", apply("SUM", range("G"))],
  ["how many cells of a column are filled", apply("COUNT", range("A"))],
  ["the latest date", apply("MAX", range("H"))],
  ["a column of a table", apply("COLUMN", { range: "Data!A1:D5" }, 2)],
  ["a table without one of its rows", apply("WITHOUT_FINDING", { range: "Data!A1:D5" }, "Bo")],
  ["how many cells of a column are numbers", apply("NUMBERS", range("G"))],
  ["numbers evenly apart", apply("NUMBERS_FROM", 5, 2, 3)],
  [
    "what comes at once and as much for each later time",
    apply("FIRST_AND_LATER", 7, { range: "Data!G1:G5" }),
  ],
  ["the sum of the first numbers", apply("SUM_OF_FIRST", range("G"), 3)],
  ["a blank for more first numbers than there are", apply("SUM_OF_FIRST", range("G"), 9)],
  ["totals for each member of the groups that have one", apply("MEAN_PER", range("C"), range("G"))],
  ["three weeks in months", apply("MONTHS_IN", 3, "week")],
  ["two quarters in months", apply("MONTHS_IN", 2, "quarter")],
  ["an amount of money in words", apply("IN_MONEY", "€", -1234.5, -1234.5)],
  ["an amount below 100 in words", apply("IN_MONEY", "", 12.345, 12.345)],
  ["an amount beside a large one in words", apply("IN_MONEY", "$", 6.6, 5000)],
  ["a share in words", apply("IN_PERCENT", 0.1234)],
  ["a number in words", apply("IN_DECIMALS", 6.94, 1)],
  ["a month in ISO notation", apply("IN_ISO", apply("MAX", range("H")), 7)],
  ["a day in ISO notation", apply("IN_ISO", apply("MAX", range("H")), 10)],
  ["a word for what is above 0", apply("IF_ABOVE", 3, "more", "less")],
  ["a word for what is not", apply("IF_ABOVE", 0, "more", "less")],
  ["a word for an amount that is shown", apply("IF_SHOWN", -0.5, 100, "some", "none")],
  ["a word for one that is not beside a large one", apply("IF_SHOWN", -0.4, 100, "some", "none")],
  ["a word for one that is beside a small one", apply("IF_SHOWN", 0.4, 99, "some", "none")],
  ["the last rows of a table that has a header only", apply("LAST_ROWS", { range: "Data!A1:D1" }, 2)],
  ["the last rows of a table", apply("LAST_ROWS", { range: "Data!A1:D5" }, 2)],
  ["rows with a number where there is a header only", apply("WITH_NUMBER", { range: "Data!A1:D1" }, 3)],
  ["tables beside each other", apply("BESIDE", { range: "Data!B1:B3" }, { range: "Data!A1:A3" })],
  ["the mean of the last numbers", apply("MEAN_OF_LAST", range("C"), 2)],
  ["rows as columns, blank cells too", apply("TRANSPOSE", { range: "Data!A4:N4" })],
  ["the largest of one row", apply("LARGEST", { range: "Data!A2:C2" }, 2, 10, 2, 1)],
  ["filled rows of which the first cell may be blank", apply("FILLED", { range: "Data!C1:D9" }, 1, 2)],
  ["who is quiet of two", apply("QUIET", { range: "Customers!A1:J2" }, { range: "Predictions!A1:K2" })],
  ["who is quiet of one", apply("QUIET", { range: "Customers!A1:J1" }, { range: "Predictions!A1:K1" })],
  ["a cell of a table's last row", apply("LAST_ROW", { range: "Data!A1:D5" }, 3)],
];

const epoch = 25_569;

/** A cell as both sides can say it: a date is its serial number. */
function said(cell: unknown): unknown {
  if (Object.prototype.toString.call(cell) === "[object Date]")
    return Math.round((cell as Date).getTime() / 86_400_000) + epoch;
  return typeof cell === "number" ? Number(cell.toPrecision(12)) : cell;
}

/** The first column without the blanks below the data. */
function trimmed(value: Value): unknown[] {
  const cells = (Array.isArray(value) ? (value as Cell[][]) : [[value as Cell]]).map(([cell]) => said(cell));
  while (cells.length > 1 && cells[cells.length - 1] === "") cells.pop();
  return cells;
}

describe("an operation computes what its formula shows", () => {
  test.each(cases)("%s", (_, term) => {
    const { services } = openProbe({ code: "\n", timeZone: "UTC" });
    const spreadsheet = services.SpreadsheetApp.getActive();
    const asText = (cell: Cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell);
    for (const [name, cells] of Object.entries({
      Data: rows,
      Customers: customers,
      Predictions: predictions,
    }))
      spreadsheet
        .insertSheet(name)
        .getRange(1, 1, cells.length, cells[0]!.length)
        .setValues(cells.map((row) => row.map(asText)));
    const shown = spreadsheet.insertSheet("Shown");
    shown.insertRowsAfter(1, 1000);
    shown.getRange("A1").setFormula(`=${termText(term, () => "")}`);
    const value = termValue(term, {
      zone: utc,
      locale: "en-US",
      range: (reference) => spreadsheet.getRange(reference).getValues() as Cell[][],
      setting: () => "",
      run: () => "",
    });
    expect(trimmed(shown.getRange("A1:A900").getValues() as Cell[][])).toEqual(trimmed(value));
  });
});
