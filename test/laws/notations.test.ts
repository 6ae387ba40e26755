import { describe, expect, test } from "@jest/globals";
import { typedCell } from "../../src/workbook/files/typed";
import { readCsv } from "../../src/workbook/files/csvRows";
import { amountOf, dateNotation, dayOf, decimalOf } from "../../src/recognition/words/values";
import { call } from "../support/call";

/** What a reader makes of one cell: a number, or nothing where it refuses it or does not know. */
type Reading = number | undefined;

const attempt = (read: () => number): Reading => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** The revenue that CLV_KPIS finds in one order, and -1 its loss where it is a refund. */
const byFunction = (amount: unknown, date: unknown = "2026-01-05"): Reading =>
  attempt(() => {
    const table = call(
      "CLV_KPIS",
      [["Ann"], ["Ann"]],
      [["2026-01-05"], [date]],
      [[5000], [amount]],
    ) as number[][];
    return table.slice(1).reduce((sum, row) => sum + row[1]!, 0) - 5000;
  });

const byRows = (amount: unknown): Reading =>
  attempt(() => {
    const table = [
      ["Who", "Day", "Paid"],
      ["Ann", "2026-01-05", amount],
    ];
    return (call("CLV_ROWS", table, "customer: Who, date: Day, amount: Paid") as number[][])[1]![2]!;
  });

const byRecognition = (amount: string): Reading => amountOf(amount, decimalOf([amount]));

/** The cell that a CSV file gives, in a file of nothing else. */
const imported = (written: string): string | number => importedColumn([written])[0]!;

/** The cells of a column that a CSV file gives. */
function importedColumn(column: readonly string[]): (string | number)[] {
  const { rows, typed } = readCsv(["a;b", ...column.map((value) => `"${value}";x`)].join("\n"));
  return rows.slice(1).map((row) => typed(row[0]!, 0).v);
}

describe("an amount is the same to the functions, CLV_ROWS, what finds tables and the CSV import", () => {
  test.each<readonly [string, number]>([
    ["1234", 1234],
    ["-12", -12],
    ["1234.5", 1234.5],
    ["1234,5", 1234.5],
    ["1234.567", 1234.567],
    ["0.125", 0.125],
    ["0,125", 0.125],
    ["1,234.56", 1234.56],
    ["1.234,56", 1234.56],
    ["1.234.567", 1234567],
    ["1,234,567", 1234567],
    ["1 234 567", 1234567],
    ["1 234,56", 1234.56],
    ["1'234.50", 1234.5],
    ["12,34,567.89", 1234567.89],
    ["€1.234,56", 1234.56],
    ["$1,234.56", 1234.56],
    ["1.234,56 €", 1234.56],
    ["1 234,56 EUR", 1234.56],
    ["1\u00a0234,56\u00a0€", 1234.56],
    ["1\u202f234,56\u00a0€", 1234.56],
    ["CHF 1’234.50", 1234.5],
    ["R$ 1.234,56", 1234.56],
    ["US$ 12.50", 12.5],
    ["12.50 usd", 12.5],
    ["Rs.500", 500],
    ["kr. 1.234,50", 1234.5],
    ["1 234,50 zł", 1234.5],
    ["Fr. 112.50", 112.5],
    ["Fr. -112.50", -112.5],
    ["€ -112,50", -112.5],
    ["-112,50 €", -112.5],
    ["−112,50 €", -112.5],
    ["$-112.50", -112.5],
    ["-$112.50", -112.5],
    ["USD -112.50", -112.5],
    ["112,50- EUR", -112.5],
    ["112.50-", -112.5],
    ["(112.50)", -112.5],
    ["$ (112.50)", -112.5],
    ["($1,234.56)", -1234.56],
    ["(12,50) EUR", -12.5],
    ["39,-", 39],
    ["39,--", 39],
    ["€ 1.180,-", 1180],
    ["+12", 12],
    ["007", 7],
  ])("%s", (written, amount) => {
    const cell = imported(written);
    expect([
      byFunction(written),
      byRows(written),
      byRecognition(written),
      byFunction(cell),
      byRows(cell),
    ]).toEqual(Array.from({ length: 5 }, () => expect.closeTo(amount, 9) as unknown));
  });

  test.each(["1,234", "1.234", "12,345", "-1.234"])("%s alone is nobody's guess", (written) => {
    const cell = imported(written);
    expect([
      byFunction(written),
      byRows(written),
      byRecognition(written),
      byFunction(cell),
      byRows(cell),
    ]).toEqual(Array.from({ length: 5 }, () => undefined));
  });

  test.each(["n/a", "12 apples", "1 23", "(5", "5)", "--5", "1,23,45", "abc", "12 34", "#REF!"])(
    "%s is no amount to anybody",
    (written) => {
      const cell = imported(written);
      expect([
        byFunction(written),
        byRows(written),
        byRecognition(written),
        byFunction(cell),
        byRows(cell),
      ]).toEqual(Array.from({ length: 5 }, () => undefined));
    },
  );

  test("1,234 among others is read as they are, by CLV_ROWS, what finds tables and the CSV import", () => {
    const rows = (amounts: readonly unknown[]) =>
      (
        call(
          "CLV_ROWS",
          [["Who", "Day", "Paid"], ...amounts.map((amount) => ["Ann", "2026-01-05", amount])],
          "customer: Who, date: Day, amount: Paid",
        ) as number[][]
      )
        .slice(1)
        .map((row) => row[2]);
    for (const [column, amounts] of [
      [
        ["1.234", "12,50"],
        [1234, 12.5],
      ],
      [
        ["1.234", "12.50"],
        [1.234, 12.5],
      ],
      [
        ["1,234", "12.50"],
        [1234, 12.5],
      ],
      [
        ["1,234", "12,50"],
        [1.234, 12.5],
      ],
    ] as const) {
      expect(rows(column)).toEqual(amounts);
      expect(rows(importedColumn(column))).toEqual(amounts);
      expect(column.map((text) => amountOf(text, decimalOf(column)))).toEqual(amounts);
    }
  });
});

const dayNumber = (date: unknown) => (date as Date).getTime() / 86_400_000;

/** The day of an order, as the functions take it; they read no dates but ISO ones, and refuse others. */
const dayByFunction = (date: unknown): Reading =>
  attempt(() => dayNumber((call("CLV_CUSTOMERS", [["Ann"]], [[date]], [[1]]) as unknown[][])[1]![1]));

const dayByRows = (date: unknown): Reading =>
  attempt(() =>
    dayNumber(
      (
        call(
          "CLV_ROWS",
          [
            ["Who", "Day", "Paid"],
            ["Ann", date, 1],
          ],
          "customer: Who, date: Day, amount: Paid",
        ) as unknown[][]
      )[1]![1],
    ),
  );

const dayByRecognition = (text: string): Reading => dayOf(text, dateNotation(text));

describe("a date is the same day to CLV_ROWS and what finds tables, and to the functions and the CSV import where they read it", () => {
  test.each<readonly [string, string]>([
    ["2026-12-31", "2026-12-31"],
    ["2026-12-31 10:15", "2026-12-31"],
    ["2026-12-31T10:15:00Z", "2026-12-31"],
    ["2026-12-31 10:15:00 +0500", "2026-12-31"],
    ["2026-1-5", "2026-01-05"],
    ["2026/12/31", "2026-12-31"],
    ["2026.12.31 10:15", "2026-12-31"],
    ["31.12.2026", "2026-12-31"],
    ["31.12.26", "2026-12-31"],
    ["3.4.2026 10:15 Uhr", "2026-04-03"],
    ["31/12/2026", "2026-12-31"],
    ["12/31/2026, 10:15 AM", "2026-12-31"],
    ["31-12-2026", "2026-12-31"],
    ["31 Dec 2026", "2026-12-31"],
    ["Dec 31, 2026", "2026-12-31"],
    ["18-Sep-2026 10:05", "2026-09-18"],
    ["31. Dezember 2026", "2026-12-31"],
    ["14. März 2025", "2025-03-14"],
    ["31 décembre 2026", "2026-12-31"],
    ["31-déc.-26", "2026-12-31"],
    ["3 de agosto de 2026", "2026-08-03"],
    ["3 gennaio 2026", "2026-01-03"],
    ["3 de fevereiro de 2026", "2026-02-03"],
    ["3 mei 2026", "2026-05-03"],
    ["Thu, 31 Dec 2026 10:15:00 +0100", "2026-12-31"],
  ])("%s", (written, iso) => {
    const day = Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
    expect([dayByRows(written), dayByRecognition(written)]).toEqual([day, day]);
    expect([day, undefined]).toContain(dayByFunction(written));
    // Serial numbers of sheets count from 1899-12-30.
    const { v, pattern } = typedCell(written);
    expect(pattern === undefined ? written : Math.floor(Number(v)) - 25_569).toBe(
      pattern === undefined ? v : day,
    );
  });

  test.each(["03/04/2026", "05-06-2026", "1/2/26"])("%s alone is nobody's guess", (written) => {
    expect([dayByRows(written), dayByRecognition(written), dayByFunction(written)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(typedCell(written).v).toBe(written);
  });

  test.each(["2026-02-30", "45/13/2026", "someday", "31.12.", "31.12.2026 - 31.01.2027"])(
    "%s is no date to anybody",
    (written) => {
      expect([dayByRows(written), dayByRecognition(written), dayByFunction(written)]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(typedCell(written).v).toBe(written);
    },
  );
});
