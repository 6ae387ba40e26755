import { describe, expect, test } from "@jest/globals";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day } from "../support/call";

const checkOf = (...given: unknown[]) => {
  const [header, ...rows] = call("CLV_CHECK", ...given) as [Cell[], ...[string, ...Cell[]][]];
  expect(header).toEqual(["Check", "Rows", "Status", "Advice"]);
  return Object.fromEntries(rows.map(([check, ...rest]) => [check, rest]));
};

const clean = {
  customer: ["Ann", "Bo", "Ann", "Cy", "Ann"],
  date: ["2026-01-05", "2026-01-20", "2026-02-10", "2026-02-11", "2026-02-28"],
  amount: [100, 50, 70, 40, 30],
};

/** The clean rows with more rows below them. */
const withRows = (...rows: readonly (readonly [Cell, Cell, Cell])[]) => [
  column(...clean.customer, ...rows.map((row) => row[0])),
  column(...clean.date, ...rows.map((row) => row[1])),
  column(...clean.amount, ...rows.map((row) => row[2])),
];

describe("CLV_CHECK", () => {
  test("finds nothing wrong with clean rows, and says what they hold", () => {
    const checks = checkOf(...withRows());
    const wrong = Object.entries(checks).filter(([, [, status]]) => status !== "ok");
    expect(wrong).toEqual([]);
    expect(checks["Rows read"]).toEqual([5, "ok", ""]);
    expect(checks["Span of data"]).toEqual([5, "ok", "2026-01-05 to 2026-02-28, 55 days"]);
    expect(checks["Repeat share"]).toEqual([1, "ok", "1 of 3 customers (33.3%) bought on more than one day"]);
  });

  test.each([
    ["Blank customer", ["", "2026-02-01", 10], "note", "row 6: left out of every table"],
    ["Blank date", ["Di", "", 10], "note", "row 6: left out of every table"],
    ["Blank amount", ["Di", "2026-02-01", ""], "note", "row 6: left out of every table"],
    ["Unreadable customer", ["#N/A", "2026-02-01", 10], "error", "#N/A in row 6: must be a name or a number"],
    [
      "Unreadable date",
      ["Di", "03/04/2026", 10],
      "error",
      '"03/04/2026" in row 6: must be a date, or text such as 2026-03-31',
    ],
    ["Unreadable amount", ["Di", "2026-02-01", "1,234"], "error", '"1,234" in row 6: must be a number'],
    [
      "Refunds (below 0)",
      ["Di", "2026-02-01", -10],
      "note",
      "row 6: netted within the customer's day; a day below 0 is no purchase",
    ],
    [
      "Zero amounts",
      ["Di", "2026-02-01", 0],
      "note",
      "row 6: each counts as a free order: leave them out if they are none",
    ],
    [
      "Exact duplicate rows",
      ["Bo", "2026-01-20", 50],
      "warning",
      "row 6 as row 2: remove them if they were exported twice; lines of one order may be alike",
    ],
    [
      "Dates before 1990 or far after the others",
      ["Di", "1926-01-01", 10],
      "warning",
      "1926-01-01 in row 6: look for a wrong year",
    ],
    [
      "Rows of totals",
      ["Grand Total", "2026-02-01", 290],
      "warning",
      '"Grand Total" in row 6: leave them out of the range, or they count as customers',
    ],
  ] as const)("finds %s and says where and what to do", (check, row, status, advice) => {
    expect(checkOf(...withRows(row))[check]).toEqual([1, status, advice]);
  });

  test("finds customers written in two ways", () => {
    expect(
      checkOf(...withRows(["ANN", "2026-02-12", 5], ["ann ", "2026-02-13", 5]))[
        "Customers that differ only by case or spaces"
      ],
    ).toEqual([
      5,
      "warning",
      '"Ann" and "ANN" and "ann": these count as different customers: write each in one way',
    ]);
  });

  test("finds a year far after all others", () => {
    const rows = Array.from({ length: 200 }, (_, index): [Cell, Cell, Cell] => [
      `C${index}`,
      "2026-02-01",
      10,
    ]);
    const checks = checkOf(...withRows(...rows, ["Di", "2062-02-01", 10]));
    expect(checks["Dates before 1990 or far after the others"]).toEqual([
      1,
      "warning",
      "2062-02-01 in row 206: look for a wrong year",
    ]);
  });

  test("lists five places and counts the others", () => {
    const rows = Array.from({ length: 7 }, (): [Cell, Cell, Cell] => ["Di", "2026-02-01", "n/a"]);
    expect(checkOf(...withRows(...rows))["Unreadable amount"]).toEqual([
      7,
      "error",
      '"n/a" in row 6, "n/a" in row 7, "n/a" in row 8, "n/a" in row 9, "n/a" in row 10, and 2 more: must be a number',
    ]);
  });

  test("says when the latest month is not over", () => {
    expect(checkOf(...withRows(["Di", "2026-03-10", 10]))["Unfinished last month"]).toEqual([
      1,
      "note",
      "the data end on 2026-03-10: the figures of that month are not final",
    ]);
  });

  test("warns where frequent customers also spend more each time", () => {
    // repeats 1 to 4 with values 10, 20, 30, 40: a correlation of 1
    const rows = [1, 2, 3, 4].flatMap((repeats) =>
      Array.from({ length: repeats + 1 }, (_, order): [Cell, Cell, Cell] => [
        `R${repeats}`,
        day(`2026-02-${10 + order}`),
        10 * repeats,
      ]),
    );
    const given = [0, 1, 2].map((index) => column(...rows.map((row) => row[index])));
    expect(checkOf(...given)["Frequency-value correlation"]).toEqual([
      4,
      "warning",
      "1: frequent customers also spend more each time, so a value predicted from both is unsure",
    ]);
  });

  test("does not fail for ranges of unequal size, or for no data at all", () => {
    const uneven = checkOf(column("Ann", "Bo", "Cy"), column("2026-01-05", "2026-01-06"), column(1, 2, 3));
    expect(uneven["Ranges of unequal size"]).toEqual([
      3,
      "error",
      "customer 3, date 2, amount 3 cells: make them end in the same row",
    ]);
    const none = checkOf(column("", ""), column("", ""), column("", ""));
    expect(none["Rows read"]).toEqual([0, "error", ""]);
    expect(none["Span of data"]).toEqual([0, "error", "no row has a customer, a date and an amount"]);
  });

  test("checks a grid of customers × months, and says which totals are left out", () => {
    const checks = checkOf([
      ["Customer", "2026-01", "2026-02", "Total"],
      ["Ann", 10, 20, 30],
      ["Bo", -5, "", -5],
      ["Total", 5, 20, 25],
    ]);
    expect(checks["Cells read"]).toEqual([3, "ok", "a grid of customers × periods"]);
    expect(checks["Totals left out"]).toEqual([2, "note", "Total, Total"]);
    expect(checks["Refunds (below 0)"]).toEqual([
      1,
      "note",
      "Bo: netted within the customer's day; a day below 0 is no purchase",
    ]);
    expect(
      checkOf([
        ["Customer", "2026-01"],
        ["Ann", "n/a"],
      ])["Cells read"],
    ).toEqual([0, "error", 'cube must be a number, got "n/a" in row 2, column 2']);
  });
});
