import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { errorOf, leftOutOf, pick, rowsOf } from "../../support/cleanRows";

describe("figures", () => {
  test("come oldest first and end at the last period with anything in it", () => {
    const table = [
      ["Month", "Revenue", "Customers", "Lost", "New", "Margin"],
      ["Mar 2026", 0, 0, "", "", ""],
      ["Feb 2026", "1.100,00 €", 11, 1, 2, "80%"],
      ["Jan 2026", "1.000,00 €", 10, 0, 1, "75%"],
      ["Total", "2.100,00 €", "", "", "", ""],
    ];
    const columns =
      "period: Month, revenue: Revenue, customers: Customers, lost: Lost, new: New, gross_margin: Margin";
    expect(rowsOf(table, columns)).toEqual([
      ["2026-01-01", 1000, 10, 0, 1, 0.75, 4],
      ["2026-02-01", 1100, 11, 1, 2, 0.8, 3],
    ]);
    expect(leftOutOf(table, columns)).toEqual([
      ["Nothing filled in yet", 1, 0, 2],
      ["Total", 1, 2100, 5],
    ]);
  });

  test("customers at the end of a period become those at its start", () => {
    const table = [
      ["Month", "Total", "Gone", "Won", "Revenue"],
      ["2021-01-28", 545, 5, 50, 27250],
      ["2021-02-28", 594, 6, 55, 29700],
    ];
    const known = "period: Month, customers_at_end: Total, revenue: Revenue";
    expect(pick(rowsOf(table, `${known}, lost: Gone, new: Won`), 2)).toEqual([[500], [545]]);
    expect(pick(rowsOf(table, known), 2)).toEqual([[""], [545]]);
  });

  test("revenue per customer becomes revenue, and rates above 1 are per cent", () => {
    const table = [
      ["Month", "Customers", "ARPU", "Churn %"],
      ["2024-01", 300, 58, "5.2"],
      ["2024-02", 310, 58, 4],
    ];
    expect(
      rowsOf(table, "period: Month, customers: Customers, revenue_per_customer: ARPU, churn: Churn %"),
    ).toEqual([
      ["2024-01-01", 17400, 300, 0.052, "", "", 2],
      ["2024-02-01", 17980, 310, 0.04, "", "", 3],
    ]);
  });

  test.each([
    ["quarters", ["Q2 2026", "Q1 2026"], ["2026-01-01", "2026-04-01"]],
    ["quarters of another language", ["2026-T2", "2026-T1"], ["2026-01-01", "2026-04-01"]],
    ["years", [2026, 2025], ["2025-01-01", "2026-01-01"]],
    ["business years", ["FY2026", "FY2025"], ["2025-01-01", "2026-01-01"]],
    ["numbers of months", [202602, 202601], ["2026-01-01", "2026-02-01"]],
  ])("periods may be %s", (_, cells, expected) => {
    const table = [["P", "R", "C"], ...cells.map((cell) => [cell, 100, 10])];
    expect(rowsOf(table, "period: P, revenue: R, customers: C").map((row) => row[0])).toEqual(expected);
  });

  test("rows between titles and figures, such as units, are left out as headings", () => {
    const table = [
      ["Kennzahl", "Umsatz", "Kunden"],
      ["Einheit", "€", "Anzahl"],
      ["2026-01", 100, 10],
      ["2026-02", 110, 11],
    ];
    const columns = "period: #1, revenue: Umsatz, customers: Kunden";
    expect(rowsOf(table, columns)).toHaveLength(2);
    expect(leftOutOf(table, columns)).toEqual([["Heading", 1, "", 2]]);
  });

  test.each(["1º trim.", "Q1", "1. Quartal", "1er trimestre", "Q1 2026", "2026", "YTD", "1. Halbjahr", "S1"])(
    "among months, a row %s has them added up, and is left out as a total",
    (label) => {
      const table = [
        ["P", "R", "C"],
        ["2026-01", 100, 10],
        ["2026-02", 110, 10],
        ["2026-03", 120, 10],
        [label, 330, 10],
        ["2026-04", 130, 10],
      ];
      const columns = "period: P, revenue: R, customers: C";
      expect(rowsOf(table, columns).map((row) => row[1])).toEqual([100, 110, 120, 130]);
      expect(leftOutOf(table, columns)).toEqual([["Total", 1, 330, 5]]);
    },
  );

  test("with as_of, an unfinished period is left out", () => {
    const table = [
      ["P", "R", "C"],
      ["2026-01", 100, 10],
      ["2026-02", 50, 10],
    ];
    expect(rowsOf(table, "period: P, revenue: R, customers: C", "2026-02-27")).toHaveLength(1);
    expect(rowsOf(table, "period: P, revenue: R, customers: C", "2026-02-28")).toHaveLength(2);
  });

  test("a period in two rows is refused", () => {
    const table = [
      ["P", "R", "C"],
      ["2026-01", 100, 10],
      ["2026-01", 50, 10],
      ["2026-02", 50, 10],
    ];
    expect(errorOf(table, "period: P, revenue: R, customers: C")).toMatch(
      /^CLV_ROWS: period must be different in each row, got 2026-01-01 in row 2 and row 3: name the column/,
    );
  });
});

describe("figures of several parts of a business", () => {
  const parts = [
    ["Month", "Division", "Active", "MRR", "Lost", "Churn", "Margin"],
    ["2024-01", "A", 100, 1000, 5, "5%", "80%"],
    ["2024-01", "B", 300, 5000, 3, "1%", "50%"],
    ["2024-02", "A", 98, 980, 0, 0, "80%"],
    ["2024-02", "B", 301, 5000, 2, "", "50%"],
    ["2024-02", "Total", 399, 5980, 2, "", ""],
    ["2024-03", "B", 302, 5000, 1, "2%", "50%"],
    ["2024-03", "A", "", "", "", "", ""],
  ];
  const columns = "period: Month, segment: Division, customers: Active, revenue: MRR, gross_margin: Margin";

  test("are added up where segment tells them apart, a margin by revenue", () => {
    expect(rowsOf(parts, `${columns}, lost: Lost`)).toEqual([
      ["2024-01-01", 6000, 400, 8, "", 3300 / 6000, 2],
      ["2024-02-01", 5980, 399, 2, "", 3284 / 5980, 4],
      ["2024-03-01", 5000, 302, 1, "", 0.5, 7],
    ]);
    expect(leftOutOf(parts, `${columns}, lost: Lost`)).toEqual([
      ["Added to the first row of its period", 3, 10000, "3, 5, 8"],
      ["Total", 1, 5980, 6],
    ]);
  });

  test("a churn rate counts by customers, and is none where one part has none", () => {
    expect(pick(rowsOf(parts, `${columns}, churn: Churn`), 3)).toEqual([[0.02], [""], [0.02]]);
  });

  test("customers at the end become those at the start part by part", () => {
    const ends = [
      ["M", "Part", "End", "R"],
      ["2024-01", "A", 10, 100],
      ["2024-01", "B", 20, 100],
      ["2024-02", "A", 12, 100],
      ["2024-02", "B", 25, 100],
    ];
    expect(pick(rowsOf(ends, "period: M, segment: Part, customers_at_end: End, revenue: R"), 2)).toEqual([
      [""],
      [30],
    ]);
  });

  test("a period twice in one part is refused", () => {
    expect(errorOf([...parts, ["2024-01", "A", 1, 1, 1, "", ""]], columns)).toBe(
      "CLV_ROWS: period must be different in each row of a segment, got 2024-01-01 in row 2 and row 9: add up the rows of a period first",
    );
  });

  test("come to the same as the sums of the parts, whatever the order of the rows", () => {
    const row = fc.record({
      month: fc.integer({ min: 1, max: 9 }),
      part: fc.constantFrom("A", "B", "C"),
      customers: fc.integer({ min: 1, max: 500 }),
      revenue: fc.integer({ min: 1, max: 9000 }),
    });
    const rows = fc.uniqueArray(row, {
      minLength: 1,
      maxLength: 20,
      selector: ({ month, part }) => `${month} ${part}`,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const table = [
          ["M", "P", "C", "R"],
          ...all.map(({ month, part, customers, revenue }) => [`2024-0${month}`, part, customers, revenue]),
        ];
        const sum = (month: number, of: "customers" | "revenue") =>
          all.reduce((total, each) => total + (each.month === month ? each[of] : 0), 0);
        const months = [...new Set(all.map(({ month }) => month))].sort((a, b) => a - b);
        expect(pick(rowsOf(table, "period: M, segment: P, customers: C, revenue: R"), 0, 1, 2)).toEqual(
          months.map((month) => [`2024-0${month}-01`, sum(month, "revenue"), sum(month, "customers")]),
        );
      }),
    );
  });
});

test("spend comes by period and channel, with new customers where the table has them", () => {
  const table = [
    ["report_date", "channel_id", "spendings", "won"],
    ["2024-01-03", 1, "100,50", 4],
    ["2024-01-12", 2, "101,50", ""],
    ["Total", "", "202,00", 4],
  ];
  const columns = "period: report_date, channel: channel_id, spend: spendings, new: won";
  expect(rowsOf(table, columns)).toEqual([
    ["2024-01-03", "1", 100.5, 4, 2],
    ["2024-01-12", "2", 101.5, "", 3],
  ]);
  expect(leftOutOf(table, columns)).toEqual([["Total", 1, 202, 4]]);
});
