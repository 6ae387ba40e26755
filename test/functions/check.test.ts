import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day } from "../support/call";
import { laterByDays } from "../support/rows";

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
    // two months of three customers tell no pause
    expect(wrong.map(([check]) => check)).toEqual(["Usual pause"]);
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
      "row 6: netted within the customer's day, or subtracted from the latest purchase before; an order refunded in full is no purchase",
    ],
    [
      "Zero amounts",
      ["Di", "2026-02-01", 0],
      "note",
      "row 6: each counts as a free order: leave them out if they are not",
    ],
    [
      "Exact duplicate rows",
      ["Bo", "2026-01-20", 50],
      "warning",
      "row 6 as row 2: remove them if they were exported twice; lines of one order may be identical",
    ],
    ["Dates before 1990", ["Di", "1926-01-01", 10], "warning", "1926-01-01 in row 6: look for a wrong year"],
    [
      "Rows of totals",
      ["Grand Total", "2026-02-01", 290],
      "warning",
      '"Grand Total" in row 6: leave them out of the range, or they count as customers',
    ],
  ] as const)("finds %s and says where and what to do", (check, row, status, advice) => {
    expect(checkOf(...withRows(row))[check]).toEqual([1, status, advice]);
  });

  test("numbers rows as the sheet does: from the row where the ranges begin", () => {
    const checks = checkOf(...withRows(["", "2026-02-01", 10], ["Bo", "2026-01-20", 50]), 10);
    expect(checks["Blank customer"]![2]).toMatch(/^row 15: /);
    expect(checks["Exact duplicate rows"]![2]).toMatch(/^row 16 as row 11: /);
  });

  test("numbers rows as in the table they were read from", () => {
    const rows = withRows(["", "2026-02-01", 10], ["Bo", "2026-01-20", 50]);
    const places = [2, 3, 5, 6, 7, 9, 12];
    const checks = checkOf(...rows, "", column(...places));
    expect(checks["Blank customer"]![2]).toMatch(/^row 9: /);
    expect(checks["Exact duplicate rows"]![2]).toMatch(/^row 12 as row 3: /);
    const withHeader = ["Customer", "Date", "Amount"].map((title, at) => [[title], ...rows[at]!]);
    expect(checkOf(...withHeader, 4, column("Row", ...places))["Blank customer"]![2]).toMatch(/^row 12: /);
  });

  test("refuses a first row that no sheet has", () => {
    expect(() => checkOf(...withRows(), 0)).toThrow(
      "CLV_CHECK: first_row must be a whole number of 1 or more, got 0",
    );
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

  test("finds dates that come long after all others, and not what is dated before 1990 with them", () => {
    const checks = checkOf(...withRows(["Di", "2026-06-01", 10], ["Ed", "1926-01-01", 10]));
    expect(checks["Dates that stand apart"]).toEqual([
      1,
      "warning",
      "2026-06-01 in row 6: after a gap longer than any three before it together; look for a wrong date, since the latest one counts as today",
    ]);
    expect(checks["Dates before 1990"]![0]).toBe(1);
  });

  test("finds amounts in several currencies, where the other functions refuse them", () => {
    const checks = checkOf(
      ...withRows(["Di", "2026-02-20", "€10"], ["Di", "2026-02-21", "$20"], ["Di", "2026-02-22", "5 EUR"]),
    );
    expect(checks["Amounts in several currencies"]).toEqual([
      1,
      "error",
      '"€10" in row 6, "$20" in row 7: convert the amounts into one currency first',
    ]);
    const one = checkOf(...withRows(["Di", "2026-02-20", "€10"], ["Di", "2026-02-22", "5 EUR"]));
    expect(one["Amounts in several currencies"]).toEqual([0, "ok", ""]);
  });

  test("says what share was refunded", () => {
    // 290 and 10 paid, 30 refunded
    const rows = [
      ["Di", "2026-02-20", 10],
      ["Di", "2026-02-21", -10],
      ["Cy", "2026-02-22", -20],
    ] as const;
    expect(checkOf(...withRows(...rows))["Share refunded"]).toEqual([
      2,
      "note",
      "10% of what was paid was refunded",
    ]);
    expect(
      checkOf(column("Ann", "Ann"), column("2026-01-31", "2026-02-01"), column(4, -5))["Share refunded"],
    ).toEqual([1, "warning", "refunds of more than was paid: include the purchases that they belong to"]);
    expect(checkOf("Ann", "2026-01-31", -5)["Share refunded"]).toEqual([
      1,
      "warning",
      "refunds only: include the purchases that they belong to",
    ]);
  });

  test("shows the usual pause, and what it rests on", () => {
    // 25 customers who bought three times, 50 days apart, and one long after: quiet for a month 50 times and back
    const rows = Array.from({ length: 25 }, (_, customer) =>
      [0, 50, 100].map((gap): [Cell, Cell, Cell] => [`C${customer}`, laterByDays("2025-01-01", gap), 10]),
    ).flat();
    const given = (more: [Cell, Cell, Cell][]) =>
      [0, 1, 2].map((index) => column(...[...rows, ...more].map((row) => row[index])));
    expect(checkOf(...given([["Di", "2025-12-31", 10]]))["Usual pause"]).toEqual([
      25,
      "ok",
      "2 months: of 25 purchases followed by 2 quiet months, 0 (0%) had another later; inactive_after uses this by default",
    ]);
    expect(checkOf(...given([]))["Usual pause"]).toEqual([
      0,
      "note",
      "24 months, the longest, since the data show no shorter one: of 0 purchases followed by 24 quiet months, 0 had another later; give inactive_after if you know it",
    ]);
  });

  test("warns of a customer who brings in more than a fifth of the revenue, among ten or more", () => {
    const rows = Array.from({ length: 10 }, (_, index): [Cell, Cell, Cell] => [
      `C${index}`,
      "2026-02-20",
      10,
    ]);
    expect(checkOf(...withRows(...rows))["Share of the largest customer"]).toEqual([
      3,
      "warning",
      '"Ann" brought in 51.3% of the revenue: also look at the figures without this customer',
    ]);
    expect(checkOf(...withRows())["Share of the largest customer"]).toEqual([
      3,
      "ok",
      '"Ann" brought in 69% of the revenue',
    ]);
  });

  test("lists everything in one order, whatever is found", () => {
    const order = [
      "Rows read",
      "Ranges of unequal size",
      "Blank customer",
      "Blank date",
      "Blank amount",
      "Unreadable customer",
      "Unreadable date",
      "Unreadable amount",
      "Rows of totals",
      "Refunds (below 0)",
      "Zero amounts",
      "Exact duplicate rows",
      "Dates before 1990",
      "Dates that stand apart",
      "Customers that differ only by case or spaces",
      "Amounts in several currencies",
      "Share refunded",
      "Span of data",
      "Unfinished last month",
      "Usual pause",
      "Repeat share",
      "Share of the largest customer",
      "Frequency-value correlation",
    ];
    expect(Object.keys(checkOf(...withRows()))).toEqual(order);
    expect(Object.keys(checkOf(...withRows(["ANN", "1926-02-20", "$-10"], ["x", "y", "z"])))).toEqual(order);
  });

  test("never fails, whatever the cells hold", () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom<Cell>(
        "",
        " ",
        "#REF!",
        "Total",
        "03/04/2026",
        "1,234",
        "€5",
        "$5",
        true,
        NaN,
        Infinity,
      ),
      fc.date(),
      fc.double(),
      fc.string(),
      fc.integer({ min: -50, max: 100 }),
      fc.constantFrom<Cell>("2026-01-31", "2026-02-10", "9999-12-31", "1600-01-05"),
    );
    const columns = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(columns, (rows) => {
        const table = call("CLV_CHECK", ...[0, 1, 2].map((at) => rows.map((row) => [row[at]]))) as Cell[][];
        expect(
          table.every((row, index) => row.length === 4 && (index === 0 || Number.isFinite(row[1]))),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
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
      "1: frequent customers also spend more each time, so predicted values are less certain",
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
      "row 3, column 2: netted within the customer's day, or subtracted from the latest purchase before; an order refunded in full is no purchase",
    ]);
    expect(checks["Unfinished last month"]).toEqual([0, "ok", ""]);
    expect(
      checkOf([
        ["Customer", "2026-01"],
        ["Ann", "n/a"],
      ])["Cells read"],
    ).toEqual([0, "error", 'cube must be a number, got "n/a" in row 2, column 2']);
  });
});
