import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { call, readable } from "../../support/call";
import { cleanTable, errorOf, orders, ofOrders } from "../../support/cleanRows";

describe("columns are named by their headers", () => {
  const table = [
    ["Created at", "Total", "Email"],
    ["2026-01-05", 40, "ann@x.org"],
  ];
  const expected = [
    ["Customer", "Date", "Amount", "Segment", "Row"],
    ["ann@x.org", "2026-01-05", 40, "", 2],
  ];

  test.each([
    "customer: Email, date: Created at, amount: Total",
    "amount: Total,date:Created at,customer:Email",
    "Customer: email; Date: created AT; Amount: total",
    "customer: Email\ndate: Created at\namount: Total",
  ])("%j", (columns) => {
    expect(cleanTable(table, columns)).toEqual(expected);
  });

  test("in a range of two columns, blank lines and a title line apart", () => {
    const columns = [
      ["Meaning", "Column"],
      ["customer", "Email"],
      ["Date", "Created at"],
      ["", ""],
      ["amount", "Total"],
      ["refund", ""],
    ];
    expect(cleanTable(table, columns)).toEqual(expected);
  });

  test("columns may move", () => {
    const moved = table.map(([date, total, email]) => ["x", email, date, total]);
    expect(cleanTable([["Note", ...moved[0]!.slice(1)], moved[1]!], ofMoved)).toEqual(expected);
  });
  const ofMoved = "customer: Email, date: Created at, amount: Total";

  test("a header may hold commas, colons, brackets and the words for meanings", () => {
    const odd = [
      ["Account: customer: Name, date: today", "Day (local)", "Sum, net: EUR"],
      ["Ann", "2026-01-05", 40],
    ];
    const columns =
      "customer: Account: customer: Name, date: today, date: Day (local), amount: Sum, net: EUR";
    expect(cleanTable(odd, columns)[1]).toEqual(["Ann", "2026-01-05", 40, "", 2]);
  });

  test.each([
    [
      "customer: Mail, date: Created at, amount: Total",
      'CLV_ROWS: columns must name headers of the table, got "Mail" for customer: the table has "Created at", "Total", "Email"',
    ],
    [
      "customer: Email, customer: Total, date: Created at",
      "CLV_ROWS: columns must name customer once, got it twice",
    ],
    [
      "customer: Email, date: Created at",
      "CLV_ROWS: columns must name amount, or quantity and price, in a table of orders, got none",
    ],
    [
      "customer: Email, date: Created at, amount: Total, mrr: Total",
      "CLV_ROWS: columns must name what a table of orders has, got mrr: use any of customer, date, amount, quantity, price, order, refund, fee, tax, status, currency, segment, channel",
    ],
    [
      "customer: Email, amount: Total",
      "CLV_ROWS: columns must name a date (orders), a start (subscriptions), a period (figures), spend, or for tables with one row per customer a tenure, orders or a frequency, got none of them",
    ],
    [
      "Email, Created at, Total",
      'CLV_ROWS: columns must be text such as "customer: Email, date: Created at, amount: Total", or a range of two columns, meaning and header, got "Email, Created at, Total"',
    ],
  ])("%j is refused", (columns, message) => {
    expect(errorOf(table, columns)).toBe(message);
  });

  test("a header that appears twice is refused", () => {
    const twice = [
      ["Who", "Day", "Sum", "Sum"],
      ["Ann", "2026-01-05", 1, 2],
    ];
    expect(errorOf(twice, "customer: Who, date: Day, amount: Sum")).toBe(
      'CLV_ROWS: columns must name headers that appear once, got "Sum" for amount, which appears 2 times among "Who", "Day", "Sum", "Sum": give each its own header, or name the column by number, such as amount: #3',
    );
  });

  test("columns may be named by number, along with others by header", () => {
    const twice = [
      ["Who", "Day", "Sum", "Sum", ""],
      ["Ann", "2026-01-05", 1, 2, "DE"],
    ];
    expect(cleanTable(twice, "customer: Who, date: #2, amount: #4, segment: #5")[1]).toEqual([
      "Ann",
      "2026-01-05",
      2,
      "DE",
      2,
    ]);
    expect(errorOf(twice, "customer: Who, date: #2, amount: #6")).toBe(
      "CLV_ROWS: columns must name columns of the table, got #6 for amount: the table has 5",
    );
    expect(errorOf(twice, "customer: Who, date: #0, amount: #3")).toContain("got #0 for date");
  });

  test("a header such as #1 is meant before the column with that number", () => {
    const numbered = [
      ["Paid", "#1", "#"],
      [5, "Ann", "2026-01-05"],
    ];
    expect(cleanTable(numbered, "customer: #1, date: #3, amount: Paid")[1]).toEqual([
      "Ann",
      "2026-01-05",
      5,
      "",
      2,
    ]);
  });

  test("a table without a header gives the rows of the same table with one, numbered from 1", () => {
    const cell = fc.constantFrom<unknown>(
      "31.12.2025",
      "2026-01-06",
      new Date("2026-01-05"),
      "1 Feb 2026",
      "",
    );
    const row = fc.tuple(
      fc.constantFrom<unknown>("Ann", "Bo", 7, "", "Total"),
      cell,
      fc.integer({ max: 99 }),
    );
    const numbers = "customer: #1, date: #2 (d.m.y), amount: #3";
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
        fc.pre(rows.some(([who, date]) => who !== "" && who !== "Total" && date !== ""));
        const withHeader = cleanTable(orders(...rows), ofOrders).slice(1);
        const without = cleanTable(rows, numbers).slice(1);
        expect(without).toEqual(withHeader.map((cells) => [...cells.slice(0, 4), Number(cells[4]) - 1]));
        expect(cleanTable([["Who", "When", "How much"], ...rows], numbers).slice(1)).toEqual(withHeader);
      }),
    );
  });

  test("a table without a header may have one row; errors and rows left out count from 1", () => {
    const numbers = [
      ["customer", "#1", ""],
      ["date", "#2", "d.m.y"],
      ["amount", "#3", ""],
    ];
    expect(cleanTable([["Ann", "01.02.2026", 5]], numbers)[1]).toEqual(["Ann", "2026-02-01", 5, "", 1]);
    expect(errorOf([["Ann", "soon", 5]], numbers)).toContain('got "soon" in row 1');
    expect(
      readable(
        call(
          "CLV_ROWS_LEFT_OUT",
          [
            ["Ann", "", 5],
            ["Bo", "2026-01-05", 7],
          ],
          numbers,
        ),
      ),
    ).toEqual([
      ["Reason", "Rows", "Amount", "First rows"],
      ["No date", 1, 5, 1],
    ]);
    expect(errorOf([["Who", "Day", "Paid"]], numbers)).toBe(
      "CLV_ROWS: table must be a range with a header row and rows below it, got less than two rows",
    );
  });

  test("a word that is not a meaning is refused in a range", () => {
    expect(
      errorOf(table, [
        ["custmer", "Email"],
        ["date", "Created at"],
      ]),
    ).toContain('columns must name meanings, got "custmer" in row 1: use one of customer, date');
  });

  test("columns without a header are never the column that someone names", () => {
    const bare = [
      ["Who", "", "Day", "Paid"],
      ["Ann", "x", "2026-01-05", 10],
    ];
    expect(cleanTable(bare, ofOrders)[1]).toEqual(["Ann", "2026-01-05", 10, "", 2]);
    expect(errorOf(bare, "customer: Whom, date: Day, amount: Paid")).toBe(
      'CLV_ROWS: columns must name headers of the table, got "Whom" for customer: the table has "Who", "Day", "Paid"',
    );
  });

  test("headers further down, or in the first column, are pointed out", () => {
    expect(errorOf([["Report", "", ""], ["", "", ""], ...orders(["Ann", "2026-01-05", 1])], ofOrders)).toBe(
      "CLV_ROWS: table must begin with its header row, got the headers in row 3: begin the range there",
    );
    const across = [
      ["Month", "2026-01", "2026-02"],
      ["Revenue", 100, 110],
      ["Customers", 10, 11],
    ];
    expect(errorOf(across, "period: Month, revenue: Revenue, customers: Customers")).toBe(
      "CLV_ROWS: table must have its headers in the first row, got them in the first column: write TRANSPOSE(…) around it",
    );
  });

  test("a date that does not exist says nothing of where headers are", () => {
    const broken = [
      [new Date(NaN), "Day", "Paid"],
      ["Ann", new Date(8.64e15), new Date(NaN)],
    ];
    expect(errorOf(broken, ofOrders)).toBe(
      'CLV_ROWS: columns must name headers of the table, got "Who" for customer: the table has "Day", "Paid"',
    );
  });

  test("a table without rows is refused", () => {
    expect(errorOf([["Who", "Day"]], ofOrders)).toBe(
      "CLV_ROWS: table must be a range with a header row and rows below it, got less than two rows",
    );
  });
});
