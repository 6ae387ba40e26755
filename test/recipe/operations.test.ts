import { describe, expect, test } from "@jest/globals";
import { operations } from "../../src/recipe/operations";
import type { Value } from "../../src/recipe/operations/values";
import type { Term } from "../../src/recipe/term";
import { termText } from "../../src/recipe/text";
import { termValue } from "../../src/recipe/value";
import type { Cell } from "../../src/sheet/cell";
import { openProbe } from "../support/workbook";
import { utc } from "../support/zones";

const day = (iso: string) => new Date(iso);

/** A sheet of orders with what exports have: blanks, text among numbers, refunds, one customer in two ways. */
const rows: readonly (readonly Cell[])[] = [
  ["ann@x.org", 100, 3, "Paid", new Date("2026-01-05")],
  ["Bo", 12.5, "", "failed", new Date("2026-02-27")],
  ["Cy", "x", 2, "PAID", ""],
  ["", "", "", "", ""],
  ["Ann@x.org", -7, 4, "refunded", new Date("2026-03-31")],
  ["Di", 1, 1, "paid", ""],
];

/** Rates of months, the first of which has none. */
const rates: readonly (readonly Cell[])[] = ["", 1.02, 0.97, 1, 0.875, 1.25].map((rate, month) => [
  new Date(Date.UTC(2026, month, 1)),
  rate,
]);

/** Customers with the chance to be active, what they would bring, and their standing. */
const predicted: readonly (readonly Cell[])[] = [
  ["Ann", 0.5, 100, "can still be saved"],
  ["Bo", 0.9, 50, "active"],
  ["Cy", 0.25, "", "can still be saved"],
];

/**
 * Spend and customers won. By day, from the middle of a month on: of January to April the whole months are February and
 * March. By month, in E and F. C and D are months, G and H quarters.
 */
const spent: readonly (readonly Cell[])[] = [
  [day("2026-01-20"), 500, day("2026-01-01"), 90, day("2025-10-15"), 1, day("2025-07-01"), 9],
  [day("2026-02-01"), 40, day("2026-02-01"), 3, day("2025-11-15"), 2, day("2025-10-01"), 4],
  [day("2026-02-27"), 60, day("2026-03-01"), 5, day("2025-12-15"), 4, day("2026-01-01"), 2],
  [day("2026-03-31"), 20, day("2026-04-01"), 7, day("2026-01-15"), 8, "", ""],
  [day("2026-04-02"), 900, "", "", day("2026-02-15"), 16, "", ""],
];

const apply = (name: string, ...to: Term[]): Term => ({ apply: name, to });
const range = (column: string): Term => ({ range: `Data!${column}1:${column}` });
const cells = (a1: string): Term => ({ range: `Data!${a1}` });
const rateOf = (column: string): Term => ({ range: `Rates!${column}1:${column}` });

const spentIn = (column: string): Term => ({ range: `Spent!${column}1:${column}` });

const cases: readonly (readonly [claim: string, term: Term])[] = [
  ["a sum of two", apply("PLUS", 12, -2.5)],
  ["what is above 0", apply("RISE", 3)],
  ["nothing above 0", apply("RISE", -3)],
  ["what is below 0", apply("FALL", apply("PLUS", 1, -4))],
  ["nothing below 0", apply("FALL", 4)],
  ["the foot of a step down", apply("FOOT", 5, 3)],
  ["the foot of a step through 0", apply("FOOT", 5, -3)],
  ["a product", apply("PRODUCT", 12, apply("SUM", range("B")))],
  ["a quotient", apply("QUOTIENT", apply("SUM", range("B")), apply("COUNT", range("A")))],
  ["what stands beside the latest date", apply("AT_LATEST", range("E"), range("A"))],
  ["the segment that another table has of a customer", apply("LOOK_UP", range("A"), range("A"), range("D"))],
  ["the sum of a column", apply("SUM", range("C"))],
  ["how many cells of a column are filled", apply("COUNT", range("A"))],
  ["a column of a table", apply("COLUMN", { range: "Data!A1:D5" }, 2)],
  ["a table without one of its rows", apply("WITHOUT_FINDING", { range: "Data!A1:D5" }, "Bo")],
  ["how many cells of a column are numbers", apply("NUMBERS", range("C"))],
  ["texts and numbers one after the other", apply("JOIN", "of ", 12, " months")],
  ["a word for a cell with a formula", apply("IF_LIVE", { range: "Live!A1" }, "live", "frozen")],
  ["a word for a blank cell", apply("IF_BLANK", { range: "Data!A4" }, "none", "some")],
  ["a word for a filled cell", apply("IF_BLANK", { range: "Data!A2" }, "none", "some")],
  ["the day of a date", apply("DATE", 2026, 2, 28)],
  ["numbers from 1", apply("NUMBERS_FROM_1", 5)],
  ["three weeks in months", apply("MONTHS_IN", 3, "week")],
  ["two quarters in months", apply("MONTHS_IN", 2, "quarter")],
  ["an amount of money in words", apply("IN_MONEY", "€", -1234.5, -1234.5)],
  ["an amount below 100 in words", apply("IN_MONEY", "", 12.345, 12.345)],
  ["an amount beside a large one in words", apply("IN_MONEY", "$", 6.6, 5000)],
  ["a share in words", apply("IN_PERCENT", 0.1234)],
  ["a number in words", apply("IN_DECIMALS", 6.94, 1)],
  ["a month in ISO notation", apply("IN_ISO", apply("CELL", range("E"), 2, 1), 7)],
  ["a day in ISO notation", apply("IN_ISO", apply("CELL", range("E"), 2, 1), 10)],
  ["a word for what is above 0", apply("IF_ABOVE", 3, "more", "less")],
  ["a word for what is not", apply("IF_ABOVE", 0, "more", "less")],
  ["a word for an amount that is shown", apply("IF_SHOWN", -0.5, 100, "some", "none")],
  ["a word for one that is not beside a large one", apply("IF_SHOWN", -0.4, 100, "some", "none")],
  ["a word for one that is beside a small one", apply("IF_SHOWN", 0.4, 99, "some", "none")],
  ["tables beside each other", apply("BESIDE", { range: "Data!B1:B3" }, { range: "Data!A1:A3" })],
  ["the mean of the last numbers", apply("MEAN_OF_LAST", range("C"), 2)],
  ["rows as columns, blank cells too", apply("TRANSPOSE", { range: "Data!A4:E4" })],
  ["the row of a cell", apply("ROW_OF", { range: "Data!A4" }, 4)],
  ["a cell of a table", apply("CELL", { range: "Data!A1:D5" }, 2, 1)],
  ["a cell of a table's last row", apply("LAST_ROW", { range: "Data!A1:D5" }, 3)],
  ["one of two for a number", apply("IF_NUMBER", { range: "Data!B1" }, "number", "none")],
  ["the other for text", apply("IF_NUMBER", { range: "Data!B3" }, "number", "none")],
  ["the other for a blank cell", apply("IF_NUMBER", { range: "Data!C2" }, "number", "none")],
  ["what reads 3.0 is 3", apply("IF_LEAST", 2.95, 3, 1, "met", "missed")],
  ["what reads 2.9 is not", apply("IF_LEAST", 2.94, 3, 1, "met", "missed")],
  ["what reads 1.5 though it is kept as a little less", apply("IF_LEAST", 1.45, 1.5, 1, "met", "missed")],
  ["at most what it reads", apply("IF_MOST", 0.03049, 0.03, 3, "met", "missed")],
  ["more than what it reads", apply("IF_MOST", 0.0305, 0.03, 3, "met", "missed")],
  ["below 0", apply("IF_LEAST", -0.25, -0.2, 1, "met", "missed")],
  ["a whole number in a sentence", apply("JOIN", "Target ", apply("IN_FEW_DIGITS", 12))],
  ["one with decimals", apply("JOIN", apply("IN_FEW_DIGITS", apply("PRODUCT", 100, 0.0225)), "%")],
  ...["day", "week", "month", "quarter", "year", ""].map(
    (period) => [`how many are in a year: ${period}`, apply("PERIODS_A_YEAR", period)] as const,
  ),
  ["the product of the latest rates", apply("PRODUCT_OF_LATEST", rateOf("B"), rateOf("A"), 3)],
  ["none where there are too few", apply("PRODUCT_OF_LATEST", rateOf("B"), rateOf("A"), 7)],
  ["none where one of them is blank", apply("PRODUCT_OF_LATEST", rateOf("B"), rateOf("A"), 6)],
  ["the same by the last row", apply("LOOK_UP_LAST", cells("A1:A6"), cells("A1:A6"), cells("D1:D6"))],
  ["names as another list calls them", apply("RENAMED", cells("A1:A6"), cells("A1:A2"), cells("D1:D2"))],
  ["who has left", apply("HAVE_LEFT", cells("A1:A6"), cells("A1:A5"), cells("A2:A3"))],
  ["who is not marked", apply("NOT_MARKED", cells("A1:A6"), cells("C1:C6"))],
  ["who is marked by a word that says no", apply("NOT_MARKED", cells("A1:A6"), cells("D1:D6"), "paid")],
  ["days before a day", apply("DAYS_BEFORE", cells("E1:E6"), apply("DATE", 2026, 4, 1), "Days since ")],
  [
    "days before an end, where there is one",
    apply("DAYS_BEFORE", cells("E1:E2"), apply("DATE", 2026, 4, 1), "Days since ", cells("E2:E3")),
  ],
  [
    "what was spent on each of those won meanwhile",
    apply("SPEND_PER_NEW", spentIn("B"), spentIn("A"), spentIn("D"), spentIn("C")),
  ],
  [
    "the same of spend that is written down once a month",
    apply("SPEND_PER_NEW", spentIn("F"), spentIn("E"), spentIn("D"), spentIn("C")),
  ],
  [
    "the same of customers won in quarters",
    apply("SPEND_PER_NEW", spentIn("F"), spentIn("E"), spentIn("H"), spentIn("G")),
  ],
  [
    "nothing where spend and customers share no period",
    apply("SPEND_PER_NEW", spentIn("B"), spentIn("A"), spentIn("H"), spentIn("G")),
  ],
  ["who can still be saved", apply("SAVEABLE", { range: "Predicted!A1:D3" }, 1, 2, 3, 4)],
  [
    "who is worth keeping",
    apply("WORTH_KEEPING", { range: "Predicted!A1:D3" }, 1, 3, 12, { range: "Predicted!B1:B3" }),
  ],
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

test("every operation is among them", () => {
  const used = (term: Term): string[] =>
    typeof term === "object" && term !== null && "apply" in term
      ? [term.apply, ...term.to.flatMap(used)]
      : [];
  expect(
    Object.keys(operations).filter((name) => !cases.some(([, term]) => used(term).includes(name))),
  ).toEqual([]);
});

describe("an operation computes what its formula shows", () => {
  test.each(cases)("%s", (_, term) => {
    const { services } = openProbe({ code: "\n", timeZone: "UTC" });
    const spreadsheet = services.SpreadsheetApp.getActive();
    const asText = (cell: Cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell);
    spreadsheet
      .insertSheet("Data")
      .getRange(1, 1, rows.length, rows[0]!.length)
      .setValues(rows.map((row) => row.map(asText)));
    spreadsheet
      .insertSheet("Rates")
      .getRange(1, 1, rates.length, 2)
      .setValues(rates.map((row) => row.slice()));
    spreadsheet
      .insertSheet("Predicted")
      .getRange(1, 1, predicted.length, 4)
      .setValues(predicted.map((row) => row.slice()));
    spreadsheet
      .insertSheet("Spent")
      .getRange(1, 1, spent.length, 8)
      .setValues(spent.map((row) => row.slice()));
    spreadsheet.insertSheet("Live").getRange("A1").setFormula("=1+1");
    const shown = spreadsheet.insertSheet("Shown");
    shown.insertRowsAfter(shown.getMaxRows(), 1000);
    shown.getRange("A1").setFormula(`=${termText(term, () => "")}`);
    const value = termValue(term, {
      zone: utc,
      locale: "en-US",
      range: (reference) => {
        const cells = spreadsheet.getRange(reference).getValues() as Cell[][];
        return cells.length === 1 && cells[0]!.length === 1 ? cells[0]![0]! : cells;
      },
      setting: () => "",
      run: () => "",
    });
    expect(trimmed(shown.getRange("A1:A900").getValues() as Cell[][])).toEqual(trimmed(value));
  });
});

test("what was spent on each customer won is of the periods that lie whole in both", () => {
  const by = (...columns: string[]) =>
    termValue(apply("SPEND_PER_NEW", ...columns.map(spentIn)), {
      zone: utc,
      locale: "en-US",
      range: (reference) => {
        const column = "ABCDEFGH".indexOf(/!([A-H])/.exec(reference)![1]!);
        return spent.map((row) => [row[column]!]);
      },
      setting: () => "",
      run: () => "",
    });
  // February and March; February alone; the last quarter of 2025.
  expect([by("B", "A", "D", "C"), by("F", "E", "D", "C"), by("F", "E", "H", "G")]).toEqual([
    (40 + 60 + 20) / (3 + 5),
    16 / 3,
    (1 + 2 + 4) / 4,
  ]);
});
