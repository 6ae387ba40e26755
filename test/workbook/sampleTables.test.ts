import { describe, expect, test } from "@jest/globals";
import type { SentCell } from "../../src/sheet/sentCell";
import { findTables, type FoundTable } from "../../src/recognition";
import { surveyOf } from "../support/survey";
import { builtAddon, openWorkbook, sampleWorkbook } from "../support/workbook";

const zone = "Europe/Berlin";

describe("the sample workbook", () => {
  // Univer keeps parsed formulas by workbook id, and another file of tests opens the sample too.
  const snapshot = sampleWorkbook("sample-tables");
  const book = openWorkbook({ code: builtAddon, snapshot, timeZone: zone });
  const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  const sent = (cell: unknown): SentCell =>
    Object.prototype.toString.call(cell) === "[object Date]"
      ? { date: isoDay.format((cell as Date).getTime()) }
      : (cell as SentCell);
  const tables = (tab: string) => {
    const values = book.services.SpreadsheetApp.getActive().getSheetByName(tab)!.getDataRange().getValues();
    return findTables(
      surveyOf(
        values.map((row: unknown[]) => row.map(sent)),
        tab,
      ),
    );
  };
  const usable = (tab: string) =>
    tables(tab).flatMap(({ shape, confidence }) => (shape ? [`${shape}, ${confidence}`] : []));
  const mapped = (tab: string) =>
    Object.fromEntries(
      tables(tab)[0]!.columns.flatMap(({ header, meaning }) => (meaning ? [[meaning, header]] : [])),
    );

  test.each([
    ["Orders", "orders, high"],
    ["Subscriptions", "subscriptions, high"],
    ["Subscribers", "subscriptions, high"],
    ["Customers by month", "cube, high"],
    ["Monthly", "monthly, high"],
    ["Acquisition spend", "spend, high"],
  ])("%s is %s", (tab, shape) => {
    expect(usable(tab)).toEqual([shape]);
  });

  test("results of CLV_KPIS and CLV_SUBSCRIPTIONS are monthly figures", () => {
    expect(usable("Trend")).toEqual(["monthly, high"]);
    expect(usable("Movements")).toEqual(["monthly, high"]);
    expect(mapped("Trend")).toMatchObject({
      period: "Period",
      revenue: "Revenue",
      customerCount: "Customers at start",
      lost: "Lost",
    });
    expect(mapped("Movements")).toMatchObject({
      period: "Period",
      revenue: "MRR at start",
      customerCount: "Customers at start",
      lost: "Lost",
    });
  });

  test("churn comes from the rate if customers are not counted at the start, otherwise from those lost", () => {
    const { getDataRange } = book.services.SpreadsheetApp.getActive().getSheetByName("Trend")!;
    const values = getDataRange()
      .getValues()
      .map((row: unknown[]) => row.map(sent));
    // without Customers at start, so that those at the end are left
    const atEnd = values.map((row) => [...row.slice(0, 2), ...row.slice(3, 9)]);
    expect(findTables(surveyOf(atEnd, "At the end"))[0]!.churn).toBe("churnRate");
    expect(tables("Trend")[0]!.churn).toBe("lost");
    expect(tables("Movements")[0]!.churn).toBe("lost");
    expect(tables("Monthly")[0]!.churn).toBe("lost");
  });

  test.each(["Start here", "Cohorts", "Segments", "Customers", "Predictions", "Lifetimes", "Data check"])(
    "%s holds nothing to compute from",
    (tab) => {
      expect(usable(tab)).toEqual([]);
    },
  );

  test("the months of a cube run from its first to its last", () => {
    expect(tables("Customers by month")[0]!.months).toEqual({ first: 2, last: 31, between: [] });
  });
});

const rows = (count: number, row: (index: number) => SentCell[]) =>
  Array.from({ length: count }, (_, index) => row(index));
const only = (cells: readonly (readonly SentCell[])[]): FoundTable => findTables(surveyOf(cells))[0]!;

describe("months across", () => {
  const grid = (months: readonly SentCell[], label = "Customer") =>
    only([
      [label, ...months],
      ...rows(10, (index) => [`C${index}`, ...months.map((_, month) => index + month)]),
    ]);

  test.each([
    [["2026-01", "2026-02", "2026-03"]],
    [["Jan 2026", "Feb 2026", "Mar 2026"]],
    [["janv. 2026", "févr. 2026", "mars 2026"]],
    [["Jan-26", "Feb-26", "Mar-26"]],
    [["01/2026", "02/2026", "03/2026"]],
    [["enero 2026", "febrero 2026", "marzo 2026"]],
    [["Dezember 2025", "Januar 2026", "März 2026"]],
    [[{ date: "2026-01-01" }, { date: "2026-02-01" }, { date: "2026-03-01" }]],
  ])("%j make a cube", (months) => {
    expect(grid(months)).toMatchObject({ shape: "cube", confidence: "high", months: { first: 2, last: 4 } });
  });

  test("of buyers are told apart from subscribers' by the months customers skip", () => {
    const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
    const of = (rows: readonly (readonly SentCell[])[]) =>
      only([["Customer", ...months], ...rows.map((row, index) => [`c${index}@x.org`, ...row])]).havePauses;
    const [stays, left, joined, pauses] = [
      [9, 9, 9, 9, 9],
      [9, 9, 9, "", ""],
      ["", 0, 9, 9, 9],
      [9, "", 9, 0, 9],
    ];
    expect(of([stays, left, joined, stays, left, pauses])).toBe(false);
    expect(of([pauses, stays, pauses, left, pauses])).toBe(true);
  });

  test("may run backwards, with totals between them and other columns before them", () => {
    const header = [
      "Account",
      "Manager",
      "Region",
      "2026-06",
      "2026-05",
      "2026-04",
      "Q2",
      "2026-03",
      "Total",
    ];
    const rows = Array.from({ length: 9 }, (_, row) => [
      `Firm ${row} Ltd`,
      "Kim",
      "Costa",
      5,
      6,
      row,
      11,
      4,
      15,
    ]);
    expect(only([header, ...rows])).toMatchObject({
      shape: "cube",
      months: { first: 4, last: 8, between: [7] },
    });
  });

  test("two months make none", () => {
    expect(grid(["2026-01", "2026-02"]).shape).not.toBe("cube");
  });

  test("a cube of anything but customers is none", () => {
    expect(grid(["2026-01", "2026-02", "2026-03"], "Channel").shape).toBeUndefined();
  });
});

describe("tables without a header", () => {
  const day = (index: number): SentCell => ({ date: `2025-0${(index % 9) + 1}-1${index % 9}` });

  test("are orders by repeated texts, dates and money", () => {
    const table = only(rows(20, (index) => [`K-${100 + (index % 6)}`, day(index), 12.5 + index]));
    expect(table).toMatchObject({ shape: "orders", headerRow: undefined, firstRow: 1, lastRow: 20 });
    expect(table.columns.map(({ meaning }) => meaning)).toEqual(["customer", "date", "amount"]);
    expect(table.confidence).not.toBe("high");
  });

  test("know the state by its words", () => {
    const state = ["paid", "failed"];
    const table = only(
      rows(20, (index) => [`K-${100 + (index % 6)}`, day(index), 12.5 + index, state[index % 2]!]),
    );
    expect(table.columns[3]!.meaning).toBe("status");
    expect(table.paidStatuses).toEqual(["paid"]);
  });
});
