import { describe, expect, test } from "@jest/globals";
import { call, column, messageOf } from "../support/call";

const untitled = () =>
  call("CLV_KPIS", column("Ann", "Bo"), column("2026-01-05", "2026-02-05"), column(1, 2));

describe("a header row is skipped in all arguments together", () => {
  test.each([
    ["Customer", "Date", "Amount"],
    ["Customer", "Date", ""],
    ["Customer", "", "Amount"],
    ["", "Date", "Amount"],
    ["", "", "Amount"],
    ["Customer", "Order date (UTC)", "Total (EUR)"],
    ["Customer", "Date", "Revenue 2026"],
    ["Customer", "Date", "Rev 2026"],
    ["#", "#", "#"],
    ["Kunde", "Tag", "Erlös"],
    ["顧客", "日付", "金額"],
    [7, "Date", "Amount"],
  ])("%j | %j | %j", (customer, date, amount) => {
    expect(
      call(
        "CLV_KPIS",
        column(customer, "Ann", "Bo"),
        column(date, "2026-01-05", "2026-02-05"),
        column(amount, 1, 2),
      ),
    ).toEqual(untitled());
  });

  test("also in whole columns with blanks at the end", () => {
    expect(
      call(
        "CLV_KPIS",
        column("Customer", "Ann", "Bo", "", ""),
        column("Date", "2026-01-05", "2026-02-05", "", "", ""),
        column("Amount", 1, 2, "", "", ""),
      ),
    ).toEqual(untitled());
  });

  test("also in front of rows", () => {
    expect(
      call(
        "CLV_KPIS",
        [["Customer", "Ann", "Bo"]],
        [["Date", "2026-01-05", "2026-02-05"]],
        [["Amount", 1, 2]],
      ),
    ).toEqual(untitled());
  });

  test("also where rows and columns are mixed", () => {
    expect(
      call("CLV_KPIS", [["Customer", "Ann", "Bo"]], column("Date", "2026-01-05", "2026-02-05"), [
        ["Amount", 1, 2],
      ]),
    ).toEqual(untitled());
  });

  test("in series of figures", () => {
    expect(
      call("CLV_ROLLING", column("Revenue", 100, 300), column("Customers", 1, 1), column("Lost", 1, 1), 2),
    ).toBe(200);
    expect(call("CLV_CAC", [["Spend", 100, 300]], [["New", 1, 1]])).toBe(200);
  });

  test("in ranges of single values it gives a blank, so that results line up with their rows", () => {
    expect(call("CLV", column("Revenue", 10, 20), column("Lifetime", 1, 2))).toEqual(column("", 10, 40));
    expect(call("CLV", column("Revenue", 10, 20), 2)).toEqual(column("", 20, 40));
    expect(call("CLV", [["Revenue", 10, 20]], 2)).toEqual([["", 20, 40]]);
    expect(
      call(
        "CLV",
        [
          ["Basic", "Pro"],
          [10, 20],
        ],
        2,
      ),
    ).toEqual([
      ["", ""],
      [20, 40],
    ]);
  });

  test("in a column against a row, in each of them", () => {
    expect(call("CLV", column("Revenue", 1, 2), [["Lifetime", 10, 20]])).toEqual([
      ["", "", ""],
      ["", 10, 20],
      ["", 20, 40],
    ]);
    expect(call("CLV", column("Revenue", 1, 2), [[10, 20]])).toEqual([
      ["", ""],
      [10, 20],
      [20, 40],
    ]);
  });

  test("with nothing below it is not a figure", () => {
    expect(call("CLV", column("Revenue", ""), 2)).toEqual([[""]]);
    expect(messageOf("CLV_KPIS", column("Customer", ""), column("Date", ""), column("Amount", ""))).toBe(
      "CLV_KPIS: date must have at least one row with a customer and an amount next to it, got none",
    );
  });
});

describe("a dirty first row that is not a header is reported", () => {
  const kpis = (date: unknown, amount: unknown) =>
    messageOf("CLV_KPIS", column("Ann", "Bo"), column(date, "2026-01-05"), column(amount, 1));
  const dateIs = "CLV_KPIS: date must be a date, or text such as 2026-03-31, got";
  const amountIs = "CLV_KPIS: amount must be a number, got";

  test.each<[unknown, unknown, string]>([
    ["2026-01-01", "soon", `${amountIs} "soon" in row 1`],
    ["soon", 5, `${dateIs} "soon" in row 1`],
    ["Date", "5.00", `${dateIs} "Date" in row 1`],
    ["Date", "€5", `${dateIs} "Date" in row 1`],
    ["#REF!", "Amount", `${dateIs} #REF! in row 1; amount must be a number, got "Amount" in row 1`],
    ["#REF!", "#REF!", `${dateIs} #REF! in row 1; amount must be a number, got #REF! in row 1`],
    ["Loading...", "Loading...", `${dateIs} Loading in row 1; amount must be a number, got Loading in row 1`],
    [
      "03/04/2026",
      "1,234",
      `${dateIs} "03/04/2026" in row 1 (as text, day and month can be confused); amount must be a number, got "1,234" in row 1 (as text it can be read in two ways: make it a number)`,
    ],
    ["2026-02-30", "-", `${dateIs} "2026-02-30" in row 1; amount must be a number, got "-" in row 1`],
    [
      45000,
      "Amount",
      `${dateIs} 45000 in row 1 (format the cell as a date); amount must be a number, got "Amount" in row 1`,
    ],
    [true, "Amount", `${dateIs} TRUE in row 1; amount must be a number, got "Amount" in row 1`],
  ])("%j | %j", (date, amount, message) => {
    expect(kpis(date, amount)).toBe(message);
  });

  test("in a range of single values", () => {
    expect(messageOf("CLV", column("€1,234", 10), 2)).toBe(
      'CLV: average_revenue must be a number of 0 or more, got "€1,234" in row 1 (as text it can be read in two ways: make it a number)',
    );
    expect(messageOf("CLV", column("soon", 10), column(1, 2))).toBe(
      'CLV: average_revenue must be a number of 0 or more, got "soon" in row 1',
    );
  });

  test("and text below the first row always is", () => {
    expect(messageOf("CLV", column("Revenue", "Revenue", 10), 2)).toBe(
      'CLV: average_revenue must be a number of 0 or more, got "Revenue" in row 2',
    );
  });
});
