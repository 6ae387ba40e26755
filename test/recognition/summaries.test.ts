import { describe, expect, test } from "@jest/globals";
import { findTables } from "../../src/recognition";
import type { SentCell } from "../../src/sheet/sentCell";
import { surveyOf } from "../support/survey";

const found = (header: readonly string[], rows: readonly (readonly SentCell[])[]) => {
  const table = findTables(surveyOf([header, ...rows]))[0]!;
  const meanings = Object.fromEntries(
    table.columns.flatMap(({ meaning, header: its }) => (meaning ? [[meaning, its]] : [])),
  );
  return { ...table, meanings };
};
const twenty = <T>(row: (index: number) => T): T[] => Array.from({ length: 20 }, (_, index) => row(index));

describe("customers so far: one row each, with how long, for what and whether gone", () => {
  const header = ["customerID", "tenure", "Contract", "MonthlyCharges", "TotalCharges", "Churn"];
  const customers = (left: (index: number) => SentCell) =>
    twenty((index): SentCell[] => [
      `C-${index}`,
      1 + index,
      "One year",
      50.85 + index,
      (1 + index) * (50 + index),
      left(index),
    ]);

  test.each<[string, readonly SentCell[]]>([
    ["yes and no", ["Yes", "No", "No"]],
    ["1 and 0", [1, 0, 0]],
    ["true and false", [true, false, false]],
    ["states", ["Churned", "Active", "Active"]],
  ])("are a snapshot where %s say who has left", (_, cells) => {
    const table = found(
      header,
      customers((index) => cells[index % 3]!),
    );
    expect(table).toMatchObject({ shape: "snapshot", confidence: "high" });
    expect(table.meanings).toMatchObject({
      customer: "customerID",
      tenure: "tenure",
      charge: "MonthlyCharges",
      revenueToDate: "TotalCharges",
      left: "Churn",
    });
  });

  test("are none where nobody has left, or a customer has several rows", () => {
    expect(
      found(
        header,
        customers(() => "No"),
      ).shape,
    ).toBeUndefined();
    const rows = customers((index) => (index % 3 === 0 ? "Yes" : "No"));
    expect(
      found(
        header,
        rows.map(([, ...rest], index) => [`C-${index % 5}`, ...rest]),
      ).shape,
    ).toBeUndefined();
  });
});

describe("purchases summed up: frequency, recency and age", () => {
  const histories = (x: number, t_x: number, T: number): SentCell[] => [x, t_x, T];

  test.each([
    ["frequency", "recency", "T"],
    ["x", "t.x", "T.cal"],
    ["x", "t_x", "T"],
  ])("are histories under %s, %s and %s, with a customer or without", (...header) => {
    const rows = twenty((index) => histories(index % 4, (index % 4) * 8.43, 38.86));
    const without = found(header, rows);
    expect(without).toMatchObject({ shape: "histories", confidence: "high" });
    expect(without.meanings).toEqual({ frequency: header[0], recency: header[1], age: header[2] });
    const all = found(
      ["customer_id", ...header, "monetary_value"],
      rows.map((row, index) => [900 + index, ...row, index % 4 ? 22.35 + index : 0]),
    );
    expect(all.meanings).toMatchObject({ customer: "customer_id", repeatValue: "monetary_value" });
  });

  test.each(["monetary_value", "m.x", "zbar"])("have the mean of repeat purchases under %s", (header) => {
    const rows = twenty((index) => [...histories(index % 4, (index % 4) * 8.43, 38.86), index % 4 ? 22 : 0]);
    expect(found(["x", "t.x", "T.cal", header], rows).meanings).toHaveProperty("repeatValue", header);
  });

  /** Days from the first purchase to the latest and to the end, of customers who all began on another day. */
  const days = (index: number) => [index % 4 ? (index * 37) % 150 : 0, 280 - 3 * index] as const;
  const inUnit = (length: number, decimals: number) => (row: number) =>
    histories(
      row % 4,
      ...(days(row).map((day) => Number((day / length).toFixed(decimals))) as [number, number]),
    );

  test.each([
    ["weeks of whole days", ["frequency", "recency", "T"], inUnit(7, 2), "week"],
    ["months of whole days", ["frequency", "recency", "T"], inUnit(365.25 / 12, 3), "month"],
    ["years of whole days", ["frequency", "recency", "T"], inUnit(365.25, 4), "year"],
    [
      "whole numbers under a header that says weeks",
      ["frequency", "recency_weeks", "T_weeks"],
      inUnit(7, 0),
      "week",
    ],
    [
      "whole numbers under a header that says days",
      ["frequency", "Recency (days)", "T"],
      inUnit(7, 0),
      "day",
    ],
  ])("count what shows in %s, and nothing is asked", (_, header, row, unit) => {
    const table = found(header, twenty(row));
    expect(table.unitOfTime).toBe(unit);
    expect(table.questions ?? []).toEqual([]);
  });

  test.each([
    ["whole numbers that would be years as weeks are likely days", inUnit(1, 0), "day"],
    ["others are likely weeks", inUnit(7, 0), "week"],
    ["parts of a day tell nothing", inUnit(7.77, 2), "week"],
  ])("%s, and a question says so", (_, row, unit) => {
    const table = found(["frequency", "recency", "T"], twenty(row));
    expect(table.unitOfTime).toBe(unit);
    expect(table.questions).toEqual([expect.stringContaining(`they are taken as ${unit}s, such as `)]);
  });

  test("may count all purchases where nobody has none after the first, and a question says so", () => {
    const rows = twenty((index) => histories(1 + (index % 4), 0.5 + (index % 9), 38.86));
    expect(found(["frequency", "recency_weeks", "T"], rows).questions).toEqual([
      'Nobody has 0 in "frequency", which counts purchases after the first: if it counts all of them, subtract 1, and keep those who bought once',
    ]);
  });

  test.each<[string, SentCell[]]>([
    ["the latest purchase is after the age", histories(2, 40, 38.86)],
    ["nobody bought again, and yet later", histories(0, 12, 38.86)],
    ["half a purchase was made", histories(1.5, 12, 38.86)],
  ])("are none where in a row %s", (_, row) => {
    const rows = twenty((index) => histories(index % 4, (index % 4) * 8.43, 38.86));
    expect(found(["frequency", "recency", "T"], [...rows, row]).shape).toBeUndefined();
  });
});

describe("customers at the end of a period", () => {
  const header = ["Month", "New customers", "Lost customers", "Customers", "Revenue"];
  const month = (index: number): SentCell => ({ date: `2025-${String(1 + index).padStart(2, "0")}-01` });
  const won = (index: number) => 50 + 5 * (index % 4);
  const lost = (index: number) => 5 + index;
  /** Customers that stand at the end of each month, or at its start. */
  const figures = (standsAtEnd: boolean) => {
    let customers = 500;
    return Array.from({ length: 12 }, (_, index): SentCell[] => {
      const atStart = customers;
      customers += won(index) - lost(index);
      return [month(index), won(index), lost(index), standsAtEnd ? customers : atStart, 27_250 + index];
    });
  };

  test("follow from the rows: last month's, plus new, less lost", () => {
    const table = found(header, figures(true));
    expect(table.meanings).toMatchObject({ customersAtEnd: "Customers", lost: "Lost customers" });
    expect(table).toMatchObject({ shape: "monthly", churn: "lost" });
    expect(table.notes).toEqual([
      '"Customers" counts customers at the end of each period: the end before, plus new, less lost',
    ]);
  });

  test("the same with the latest month first", () => {
    expect(found(header, figures(true).reverse()).meanings).toHaveProperty("customersAtEnd");
  });

  test("not if they are counted at the start, or if one row does not add up", () => {
    expect(found(header, figures(false)).meanings).toHaveProperty("customerCount");
    const [first, ...rest] = figures(true);
    expect(found(header, [[...first!.slice(0, 3), 100, first![4]!], ...rest]).meanings).toHaveProperty(
      "customerCount",
    );
  });

  test("are not where as many are won and lost in each month, which proves neither", () => {
    const even = Array.from({ length: 12 }, (_, index): SentCell[] => [
      month(index),
      5,
      5,
      500,
      27_250 + index,
    ]);
    expect(found(header, even).meanings).toHaveProperty("customerCount");
  });
});
