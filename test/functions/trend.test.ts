import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf, readable } from "../support/call";
import { given, months, total } from "../support/monthlyFigures";

describe("CLV_TREND", () => {
  const table = call("CLV_TREND", column(...months), ...given, 3) as Cell[][];

  test("holds in each row what CLV_ROLLING gives for the rows up to it", () => {
    for (let rows = 3; rows <= months.length; rows++) {
      const upTo = given.map((cells) => cells.slice(0, rows));
      expect(table[rows]![4]).toBe(call("CLV_ROLLING", ...upTo, 3));
    }
  });

  test("compares with the row before, and with the one 12 rows before for months", () => {
    const value = (row: number) => table[row]![4] as number;
    expect(table[18]![5]).toBeCloseTo(value(18) - value(17), 9);
    expect(table[18]![6]).toBeCloseTo(value(18) / value(17) - 1, 12);
    expect(table[18]![7]).toBeCloseTo(value(18) / value(6) - 1, 12);
    expect(table[14]![7]).toBe("");
  });

  test("compares with the row 4 rows before for quarters and 52 before for weeks", () => {
    const quarters = months.map((_, index) => new Date(Date.UTC(2020, 3 * index, 1)));
    const quarterly = call("CLV_TREND", column(...quarters), ...given, 1) as number[][];
    expect(quarterly[5]![7]).toBeCloseTo(quarterly[5]![4]! / quarterly[1]![4]! - 1, 12);
    const weeks = Array.from({ length: 60 }, (_, index) => new Date(Date.UTC(2025, 0, 6 + 7 * index)));
    const flat = (value: number) => column(...weeks.map((_, index) => value + index));
    const weekly = call("CLV_TREND", column(...weeks), flat(1000), flat(100), flat(2), 1) as number[][];
    expect(weekly[52]![7]).toBe("");
    expect(weekly[53]![7]).toBeCloseTo(weekly[53]![4]! / weekly[1]![4]! - 1, 12);
  });

  test("leaves blank what has no full window, no churn or no customers", () => {
    const [revenues, counts, churn] = [
      column(100, 100, 100, 100),
      column(10, 10, 0, 10),
      column("", 0, 1, 1),
    ];
    expect(
      readable(
        call("CLV_TREND", column("2026-01", "2026-02", "2026-03", "2026-04"), revenues, counts, churn, 1),
      ),
    ).toEqual([
      [
        "Period",
        "Revenue per customer",
        "Churn rate",
        "Lifetime",
        "CLV",
        "Change",
        "Change %",
        "Year-ago change %",
      ],
      ["2026-01-01", "", "", "", "", "", "", ""],
      ["2026-02-01", 10, 0, "", "", "", "", ""],
      ["2026-03-01", "", "", "", "", "", "", ""],
      ["2026-04-01", 10, 0.1, 10, 100, "", "", ""],
    ]);
  });

  test("takes the columns of CLV_KPIS as they are", () => {
    const orders = [
      column("Ann", "Bo", "Cy", "Ann", "Bo", "Ann", "Cy"),
      column(
        "2026-01-05",
        "2026-01-20",
        "2026-01-21",
        "2026-02-10",
        "2026-02-11",
        "2026-03-01",
        "2026-03-05",
      ),
      column(100, 50, 50, 70, 30, 20, 10),
    ];
    const kpis = call("CLV_KPIS", ...orders, "month", 1) as Cell[][];
    const columnOf = (title: string) => kpis.map((row) => [row[kpis[0]!.indexOf(title)]!]);
    const trend = call(
      "CLV_TREND",
      ...["Period", "Revenue", "Customers", "Churn rate"].map((title) => columnOf(title)),
      1,
    ) as Cell[][];
    // March: revenue 30 of 2 customers is 15 each; 1 of February's 2 is lost
    expect(trend[3]!.slice(1, 5)).toEqual([15, 0.5, 2, 30]);
  });

  test("wants periods in order and without a gap", () => {
    const figures = [column(100, 100, 100), column(10, 10, 10), column(1, 1, 1), 1];
    expect(messageOf("CLV_TREND", column("2026-01", "2026-02", "2026-04"), ...figures)).toBe(
      "CLV_TREND: period must be one month after another, oldest first, without a gap, got 2026-04-01 after 2026-02-01 in row 3",
    );
    expect(messageOf("CLV_TREND", column("2026-03", "2026-02", "2026-01"), ...figures)).toBe(
      "CLV_TREND: period must be days, weeks, months, quarters or years in order, oldest first, got 2026-02-01 after 2026-03-01 in row 2",
    );
    expect(messageOf("CLV_TREND", column("2026-01", "", "2026-03"), ...figures)).toBe(
      "CLV_TREND: period must be a date in every row, got an empty cell in row 2",
    );
    expect(
      messageOf("CLV_TREND", column("Q1", "Q2", "Q3"), column(1, 2, 3), column(1, 2, 3), column(0, 1, 1)),
    ).toBe(
      'CLV_TREND: period must be a date, or text such as 2026-03-31 or 2026-03, got "Q1" in row 1, "Q2" in row 2, "Q3" in row 3',
    );
  });
});

describe("CLV_BRIDGE", () => {
  test("effects add up to the change, and from and to are the drivers of the two windows", () => {
    const figure = fc.integer({ min: 1, max: 1_000_000 });
    const rows = fc.array(
      fc.record({
        revenue: figure,
        customers: fc.integer({ min: 10, max: 5000 }),
        margin: fc.double({ min: 0.01, max: 1, noNaN: true }),
      }),
      { minLength: 4, maxLength: 18 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 3 }), (periods, window) => {
        const cells = (pick: (row: (typeof periods)[number]) => number) => column(...periods.map(pick));
        const table = call(
          "CLV_BRIDGE",
          column(...months.slice(0, periods.length)),
          cells((row) => row.revenue),
          cells((row) => row.customers),
          cells((row) => Math.ceil(row.customers / 10)),
          window,
          cells((row) => row.margin),
        ) as number[][];
        const body = table.slice(1);
        const effects = body.slice(1, -1).map((row) => row[3]!);
        const [then, now] = [body[0]![3]!, body[body.length - 1]![3]!];
        expect(total(effects)).toBeCloseTo(now - then, 9 - Math.ceil(Math.log10(Math.max(now, then, 1))));
        const product = (side: 1 | 2) => body.slice(1, -1).reduce((value, row) => value * row[side]!, 1);
        expect(product(1) / then).toBeCloseTo(1, 9);
        expect(product(2) / now).toBeCloseTo(1, 9);
      }),
    );
  });

  test("goes back 12 rows, or as far as the data go", () => {
    const all = call("CLV_BRIDGE", column(...months), ...given, 3) as Cell[][];
    expect(readable(all[1]![1]!)).toBe("2024-06-01");
    const few = call(
      "CLV_BRIDGE",
      column(...months.slice(0, 5)),
      ...given.map((cells) => cells.slice(0, 5)),
      3,
    ) as Cell[][];
    expect(readable(few[1]![1]!)).toBe("2024-03-01");
    expect(few.map((row) => row[0])).toEqual([
      "Driver",
      "CLV then",
      "Revenue per customer",
      "Lifetime",
      "CLV now",
    ]);
  });

  test("says where there is nothing to compare with", () => {
    expect(messageOf("CLV_BRIDGE", column(...months), ...given, 18)).toBe(
      "CLV_BRIDGE: window must leave an earlier window with figures and churn to compare with, got 18 of 18 rows",
    );
    expect(messageOf("CLV_BRIDGE", column(...months), ...given, 6, "", 13)).toBe(
      "CLV_BRIDGE: periods_back must reach a window of 6 rows full of figures with churn, got 13",
    );
  });
});
