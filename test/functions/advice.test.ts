import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";

const months = (count: number) =>
  column(...Array.from({ length: count }, (_, index) => new Date(Date.UTC(2024, index, 1))));

const advised = (...given: unknown[]) => call("CLV_ADVICE", ...given) as Cell[][];

/** Rows by driver, each by the titles of its columns. */
function byDriver(table: readonly (readonly Cell[])[]): Record<string, Record<string, Cell>> {
  const [header, ...rows] = table;
  return Object.fromEntries(
    rows.map((row) => [row[1], Object.fromEntries(row.map((cell, at) => [header![at], cell]))]),
  );
}

const figures = fc
  .array(
    fc.record({
      revenue: fc.integer({ min: 1, max: 9_000 }),
      customers: fc.integer({ min: 1, max: 90 }),
      churn: fc.integer({ min: 1, max: 900 }).map((n) => n / 1000),
      margin: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
    }),
    { minLength: 3, maxLength: 14 },
  )
  .map((rows) => ({
    count: rows.length,
    revenue: rows.map((row) => row.revenue),
    customers: rows.map((row) => row.customers),
    churn: rows.map((row) => row.churn),
    margin: rows.map((row) => row.margin),
  }));

describe("CLV_ADVICE", () => {
  test("a driver's worth is what CLV_ROLLING gains when only that driver is 10% better in every row", () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 3 }), (rows, window) => {
        const rolling = (revenue: number[], churn: number[]) =>
          call(
            "CLV_ROLLING",
            column(...revenue),
            column(...rows.customers),
            column(...churn),
            window,
            0.5,
          ) as number;
        const columns = [rows.revenue, rows.customers, rows.churn].map((each) => column(...each));
        const found = byDriver(advised(months(rows.count), ...columns, 0.5, 40, window));
        const now = rolling(rows.revenue, rows.churn);
        const better = {
          "Revenue per customer":
            rolling(
              rows.revenue.map((one) => one * 1.1),
              rows.churn,
            ) - now,
          "Churn rate":
            rolling(
              rows.revenue,
              rows.churn.map((one) => one * 0.9),
            ) - now,
          "Gross margin": 0.1 * now,
          CAC: 4,
        };
        const customers = rows.customers[rows.count - 1]!;
        for (const [driver, worth] of Object.entries(better)) {
          expect(found[driver]!["Worth (a customer)"]).toBeCloseTo(worth, 6);
        }
        for (const driver of ["Revenue per customer", "Churn rate", "Gross margin"] as const)
          expect(found[driver]!["Worth in total"]).toBeCloseTo(better[driver] * customers, 4);
      }),
      { numRuns: 60 },
    );
  });

  test("the driver that is worth most comes first, ranks count from 1", () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 9_000 }), (rows, cac) => {
        const columns = [rows.revenue, rows.customers, rows.churn, rows.margin].map((each) =>
          column(...each),
        );
        const [, ...found] = advised(months(rows.count), ...columns, cac, 2);
        expect(found.map(([rank]) => rank)).toEqual([1, 2, 3, 4]);
        const worths = found.map((row) => row[3] as number);
        expect(worths).toEqual([...worths].sort((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });

  // 14 months of 100 customers who pay 20 each: 5 of 100 lost a month in the first two, 4 in the last two.
  const lost = [5, 5, ...Array.from({ length: 10 }, () => 9), 4, 4];
  const steady = [
    months(14),
    column(...lost.map(() => 2000)),
    column(...lost.map(() => 100)),
    column(...lost),
  ];

  test("a finding says what the driver is, what it was a year ago, and what CLV:CAC 3 needs", () => {
    // CLV 20 × 0.5 ÷ 4% = 250, and three times the CAC is 300: 24 of revenue, 3.33% churn or a margin of 60%.
    const found = byDriver(advised(...steady, 0.5, 100, 2));
    const findings = Object.fromEntries(
      Object.entries(found).map(([driver, { Finding }]) => [driver, Finding]),
    );
    expect(findings).toEqual({
      "Revenue per customer": "20.00 a month, a year ago 20.00; CLV:CAC 3 needs 24.00 or more",
      "Churn rate": "4% a month, a year ago 5%; CLV:CAC 3 needs 3.33% or less",
      "Gross margin": "50%, a year ago 50%; CLV:CAC 3 needs 60% or more",
      // ln(1 − 100 · 4% ÷ 10) ÷ ln(0.96) = 12.51.
      CAC: "100.00; CLV:CAC 2.5 (at least 3); paid back in 12.51 months (at most 12)",
    });
    expect(found["CAC"]!["What to do"]).toMatch(/^Spend 90\.00 instead of 100\.00/);
  });

  test("targets other than 3 and 12 months are compared as given", () => {
    // Four times the CAC is 400: 32 of revenue, 2.5% churn or a margin of 80%.
    const found = byDriver(advised(...steady, 0.5, 100, 2, 4, 24));
    expect(found["Revenue per customer"]!["Finding"]).toContain("CLV:CAC 4 needs 32.00 or more");
    expect(found["Churn rate"]!["Finding"]).toContain("CLV:CAC 4 needs 2.5% or less");
    expect(found["CAC"]!["Finding"]).toBe(
      "100.00; CLV:CAC 2.5 (at least 4); paid back in 12.51 months (at most 24)",
    );
  });

  test("without a margin nothing is compared with a target, since revenue pays nothing back", () => {
    const found = byDriver(advised(...steady, "", 100, 2));
    expect(found["Churn rate"]!["Finding"]).toBe("4% a month, a year ago 5%");
    // CLV 20 ÷ 4% = 500; ln(1 − 100 · 4% ÷ 20) ÷ ln(0.96) = 5.47.
    expect(found["CAC"]!["Finding"]).toBe(
      "100.00; CLV:CAC 5; paid back in 5.47 months; in revenue, which pays nothing back: give the gross margin to judge it",
    );
    expect(found["CAC"]!["What to do"]).toBe(
      "Spend 90.00 instead of 100.00 per new customer: CLV_CHANNELS shows which channels cost most",
    );
  });

  test("for CAC the total counts the customers won in a period: those there at the next start, and those lost", () => {
    const found = byDriver(
      advised(months(4), column(1, 1, 1, 1), column(100, 110, 130, 125), column(10, 5, 20, 5), "", 50, 3),
    );
    // Of the last three rows: 130 − 110 + 5 = 25 and 125 − 130 + 20 = 15.
    expect(found["CAC"]!["Worth in total"]).toBe(20 * 5);
  });

  test("without a year of history, or where fewer than none were won, it says so instead of a number", () => {
    const found = byDriver(
      advised(months(3), column(9, 9, 9), column(90, 60, 40), column(1, 1, 1), "", 5, 2),
    );
    expect(found["Churn rate"]!["Finding"]).toContain("a year ago unknown");
    expect(found["CAC"]!["Worth in total"]).toBe("");
  });

  test("a margin rises to 100% at most, and a CAC above CLV is named as what to stop", () => {
    const found = byDriver(advised(months(2), column(100, 100), column(10, 10), column(1, 1), 0.98, 200, 1));
    // CLV 10 × 0.98 ÷ 10% = 98.
    expect(found["Gross margin"]!["Worth (a customer)"]).toBeCloseTo(2, 9);
    expect(found["Gross margin"]!["Finding"]).toContain("no margin alone reaches CLV:CAC 3");
    expect(found["CAC"]!["Finding"]).toContain("never paid back");
    expect(found["CAC"]!["What to do"]).toBe(
      "Stop spending more on a customer than they bring in (98.00): CLV_CHANNELS shows where",
    );
  });

  test("rows of quarters pay back in months, and a margin and a CAC that are not given have no row", () => {
    const quarters = column("2025-01-01", "2025-04-01");
    const found = byDriver(advised(quarters, column(100, 100), column(10, 10), column(1, 1), "", 19, 1));
    // ln(1 − 19 · 10% ÷ 10) ÷ ln(0.9) = 2 quarters.
    expect(found["CAC"]!["Finding"]).toContain("paid back in 6 months");
    const drivers = Object.keys(
      byDriver(advised(quarters, column(100, 100), column(10, 10), column(1, 1), "", "", 1)),
    );
    expect(drivers).toEqual(["Churn rate", "Revenue per customer"]);
  });

  test("without churn there is no value to advise on", () => {
    expect(messageOf("CLV_ADVICE", months(2), column(1, 1), column(1, 1), column(0, 0), "", "", 2)).toBe(
      "CLV_ADVICE: churn must be above 0 in at least one of the last 2 rows, got no churn: use a longer window, or CLV_INTERVAL for a lower limit",
    );
  });
});
