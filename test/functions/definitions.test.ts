import { describe, expect, test } from "@jest/globals";
import type { Cell } from "../../src/sheet/cell";
import { call, column } from "../support/call";
import { customers, given, lost, mean, revenue, total } from "../support/monthlyFigures";

describe("CLV_DEFINITIONS", () => {
  const valuesOf = (table: Cell[][]) => Object.fromEntries(table.slice(1).map((row) => [row[0], row[4]]));
  const values = valuesOf(call("CLV_DEFINITIONS", ...given, 0.8, 300) as Cell[][]);
  const arpc = (from: number, to: number) =>
    mean(revenue.slice(from, to).map((value, index) => value / customers[from + index]!));
  const churn = (from: number, to: number) =>
    mean(lost.slice(from, to).map((value, index) => value / customers[from + index]!));

  test("each value is its formula over its window", () => {
    const rolling = arpc(6, 18) / churn(6, 18);
    const monthly = 1.1 ** (1 / 12) - 1;
    let capped = 0;
    for (let t = 0; t < 60; t++) capped += 0.8 * arpc(6, 18) * (1 - churn(6, 18)) ** t;
    let discounted = 0;
    for (let t = 0; t < 5000; t++)
      discounted += 0.8 * arpc(6, 18) * ((1 - churn(6, 18)) / (1 + monthly)) ** t;
    const expected: Record<string, number> = {
      "Average revenue × lifetime": arpc(0, 18) / churn(0, 18),
      "Rolling ratio of averages": rolling,
      "Rolling pooled ratio": total(revenue.slice(6)) / total(lost.slice(6)),
      "Six-month trailing churn": arpc(17, 18) / churn(11, 17),
      "Last month only": arpc(17, 18) / churn(17, 18),
      "Net of CAC": 0.8 * rolling - 300,
      "Gross profit": 0.8 * rolling,
      "Discounted at 10% a year": discounted,
      "Capped at 60 months": capped,
    };
    expect(Object.keys(values)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected)) expect(values[name]).toBeCloseTo(value, 6);
  });

  /** Six months, 60 months and the part of a year in rows of each kind, as a calendar has them. */
  const rowsOfEach = [
    ["day", 182, 1826, 1 / 365.25],
    ["week", 26, 260, 7 / 365.25],
    ["month", 6, 60, 1 / 12],
    ["quarter", 2, 20, 1 / 4],
    ["year", 0, 5, 1],
  ] as const;
  test.each(rowsOfEach)("where a row is a %s, six months are %d rows and 60 months %d", (...row) => {
    const [period, sixMonths, sixtyMonths, years] = row;
    const long = Array.from({ length: 200 }, (_, index) => 1000 + 7 * index);
    const figures = [column(...long), column(...long.map(() => 100)), column(...long.map((_, at) => at % 4))];
    const table = call("CLV_DEFINITIONS", ...figures, 0.5, "", 12, period) as Cell[][];
    const by = Object.fromEntries(table.slice(1).map((cells) => [cells[0], cells]));
    const [profit, lossOf12] = [(0.5 * mean(long.slice(-12))) / 100, 0.015];
    let [capped, discounted] = [0, 0];
    for (let t = 0; t < sixtyMonths; t++) capped += profit * (1 - lossOf12) ** t;
    for (let t = 0; t < 6000; t++) discounted += (profit * (1 - lossOf12) ** t) / 1.1 ** (t * years);
    expect(by["Capped at 60 months"]![4]).toBeCloseTo(capped, 8);
    expect(by["Capped at 60 months"]![1]).toContain(`over ${sixtyMonths} ${period}s`);
    expect(by["Discounted at 10% a year"]![4]).toBeCloseTo(discounted, 8);
    expect(by["Discounted at 10% a year"]![1]).toContain(`both of a ${period}`);
    expect(by[`Last ${period} only`]![4]).toBeCloseTo(long[199]! / 100 / 0.03, 9);
    const [, formula, , window, value] = by["Six-month trailing churn"]!;
    const lossBefore = mean(long.map((_, at) => (at % 4) / 100).slice(199 - sixMonths, 199));
    const isThere = sixMonths > 0;
    expect(formula).toBe(
      isThere
        ? "latest revenue per customer ÷ mean churn rate of the six months before"
        : "not possible with whole years",
    );
    expect(window).toBe(isThere ? `${sixMonths} rows before the latest` : "");
    expect(Number(value)).toBeCloseTo(isThere ? long[199]! / 100 / lossBefore : 0, 9);
  });

  test("the discount of a week is that of CLV_CONVERT_RATE", () => {
    const even = [column(1000, 1000), column(100, 100), column(2, 2)];
    const table = call("CLV_DEFINITIONS", ...even, "", "", 2, "week") as Cell[][];
    const discount = call("CLV_CONVERT_RATE", 0.1, "year", "week", "discount");
    expect(valuesOf(table)["Discounted at 10% a year"]).toBeCloseTo(
      call("CLV_DISCOUNTED", 10, 0.98, discount, "", "now") as number,
      9,
    );
  });

  test("stays blank if the figures are not enough", () => {
    const short = valuesOf(call("CLV_DEFINITIONS", ...given.map((cells) => cells.slice(0, 3))) as Cell[][]);
    expect(Object.values(short).filter((value) => value === "")).toHaveLength(7);
    expect(short["Last month only"]).toBeCloseTo(arpc(2, 3) / churn(2, 3), 9);
  });
});
