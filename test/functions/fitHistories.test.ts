import { describe, expect, test } from "@jest/globals";
import { call, column, messageOf } from "../support/call";
import { close, closeTable } from "../support/close";
import { exampleCells } from "../support/exampleCells";
import { simulated, simulatedOrders } from "../support/histories";
import { itemOf as valueOf } from "../support/fitTable";

type Table = unknown[][];
const withoutDates = (table: Table) =>
  table.filter(([item]) => !["From", "To", "First order value"].includes(item as string));

const { customer, date, amount } = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 300);
const customers = (call("CLV_CUSTOMERS", customer, date, amount) as Table).slice(1);
const columnOf = (index: number) => customers.map((row) => [row[index]]);
/** Frequency, recency, age and repeat value as CLV_CUSTOMERS gives them. */
const summedUp = [6, 7, 8, 9].map(columnOf);

describe("CLV_FIT_HISTORIES", () => {
  test.each(["bg/nbd", "mbg/nbd", "pareto/nbd"])(
    "of the columns of CLV_CUSTOMERS is CLV_FIT of the orders, %s, without what needs their dates",
    (model) => {
      const fit = call("CLV_FIT_HISTORIES", ...summedUp, "", model) as Table;
      expect(["From", "To", "First order value"].map((item) => valueOf(fit, item))).toEqual(["", "", ""]);
      const ofOrders = call("CLV_FIT", customer, date, amount, model) as Table;
      expect(withoutDates(fit)).toEqual(closeTable(withoutDates(ofOrders), 12));
    },
  );

  const cells = ["M2:M", "N2:N", "O2:O", "P2:P", "Q2:Q"].map((range) => exampleCells[range]!);
  const many = cells[4]!.map(([count]) => count as number);
  const expanded = cells.map((one) =>
    one.flatMap(([cell], row) => Array.from({ length: many[row]! }, () => [cell])),
  );

  test.each(["bg/nbd", "mbg/nbd", "pareto/nbd"])(
    "counts a row as often as it has customers: %s, parameters, errors, spend and correlation",
    (model) => {
      const weighted = call("CLV_FIT_HISTORIES", ...cells, model) as Table;
      const one = call("CLV_FIT_HISTORIES", ...expanded.slice(0, 4), "", model) as Table;
      expect(valueOf(weighted, "Customers")).toBe(721);
      expect(valueOf(weighted, "Repeat customers")).toBe(171);
      weighted.forEach(([item, value, error], row) => {
        if (item === "Data fingerprint") return;
        const [, expected, expectedError] = one[row]!;
        expect([item, value, error]).toEqual([item, close(expected, 6), close(expectedError, 6)]);
      });
    },
  );

  test("is the same in whatever order the rows are, and its fingerprint changes with the number of customers", () => {
    const fit = call("CLV_FIT_HISTORIES", ...cells, "mbg/nbd") as Table;
    const reversed = cells.map((one) => one.slice().reverse());
    expect(call("CLV_FIT_HISTORIES", ...reversed, "mbg/nbd")).toEqual(fit);
    const other = cells.map((one, k) => (k === 4 ? one.map(([n], row) => [row === 3 ? 41 : n]) : one));
    expect(valueOf(call("CLV_FIT_HISTORIES", ...other, "mbg/nbd") as Table, "Data fingerprint")).not.toBe(
      valueOf(fit, "Data fingerprint"),
    );
  });

  test("takes spend in rows of its own, with recency and age blank", () => {
    const isSpend = many.map((_, row) => cells[3]![row]![0] !== "");
    const apart = [
      [...cells[0]!, ...cells[0]!.filter((_, row) => isSpend[row])],
      [...cells[1]!, ...cells[1]!.flatMap((_, row) => (isSpend[row] ? [[""]] : []))],
      [...cells[2]!, ...cells[2]!.flatMap((_, row) => (isSpend[row] ? [[""]] : []))],
      [...cells[3]!.map(() => [""]), ...cells[3]!.filter((_, row) => isSpend[row])],
      [...cells[4]!, ...cells[4]!.filter((_, row) => isSpend[row])],
    ];
    expect(call("CLV_FIT_HISTORIES", ...apart, "mbg/nbd")).toEqual(
      call("CLV_FIT_HISTORIES", ...cells, "mbg/nbd"),
    );
  });

  test("says that auto is mbg/nbd, that spend is missing, and how many rows are left out", () => {
    const short = cells.slice(0, 3).map((one, k) => [...one, k === 0 ? [4] : [""]]);
    const fit = call("CLV_FIT_HISTORIES", ...short, "", [...cells[4]!, [3]]) as Table;
    expect(valueOf(fit, "Model")).toBe("mbg/nbd");
    expect(valueOf(fit, "Warnings")).toMatch(
      /^1 row left out because of a blank cell: .* and auto is mbg\/nbd: .*No repeat values are given, so spend is not modelled: /,
    );
    expect(["p", "q", "v", "Repeat order value"].map((item) => valueOf(fit, item))).toEqual(["", "", "", ""]);
  });

  test("its block is taken by the functions that take a fit", () => {
    const fit = call("CLV_FIT_HISTORIES", ...cells, "pareto/nbd");
    expect(call("CLV_ALIVE", fit, 2, 30, 39)).toBeGreaterThan(0.5);
    expect(call("CLV_EXPECTED_ORDERS", fit, 39, 2, 30, 39)).toBeGreaterThan(0.5);
    expect(call("CLV_EXPECTED_SPEND", fit, 2, 31)).toBeGreaterThan(20);
    expect(call("CLV_NEW_CUSTOMER", fit)).toBeGreaterThan(30);
    for (const table of [
      call("CLV_PREDICT", customer, date, amount, "", "", "", fit),
      call("CLV_TRACKING", customer, date, amount, fit),
      call("CLV_FORECAST", customer, date, amount, "", "", "", "", fit),
    ])
      expect((table as Table).length).toBeGreaterThan(10);
  });

  test("times rounded to the nearest week move the mean rate and the chance to leave by less than 3%, rounded down by more", () => {
    const histories = simulated("mbg/nbd", [0.8, 6, 0.8, 2.5], 20_000, 78, 5, true);
    const fitOf = (round: (weeks: number) => number) =>
      call(
        "CLV_FIT_HISTORIES",
        column(...histories.map(({ x }) => x)),
        column(...histories.map(({ t_x }) => round(t_x))),
        column(...histories.map(({ T }) => round(T))),
      ) as Table;
    const [exact, nearest, down] = [(weeks: number) => weeks, Math.round, Math.floor].map((round) => {
      const fit = fitOf(round);
      const [r, alpha, a, b] = ["r", "alpha", "a", "b"].map((item) => valueOf(fit, item) as number);
      return [r! / alpha!, a! / (a! + b!)];
    });
    const off = (rounded: number[]) =>
      Math.max(...rounded.map((value, k) => Math.abs(value / exact![k]! - 1)));
    expect(off(nearest!)).toBeLessThan(0.03);
    expect(off(down!)).toBeGreaterThan(0.03);
  });

  test.each<[string, unknown[], string]>([
    [
      "a recency beyond the age",
      [column(1, 2), column(5, 40), column(30, 30)],
      "recency must be at most age, got 40 against 30 in row 2",
    ],
    [
      "a recency without a repeat",
      [column("Frequency", 0), column("Recency", 3), column("Age", 30)],
      "recency must be 0 where frequency is 0, got 3 in row 2",
    ],
    [
      "a repeat value without a repeat",
      [column(0), column(0), column(30), column(12)],
      "repeat_value must be blank where frequency is 0, got 12 in row 1: it is the mean of the orders after the first",
    ],
    [
      "a fraction of an order",
      [column(1.5), column(3), column(30)],
      "frequency must be a whole number between 0 and 1000000, got 1.5 in row 1",
    ],
    [
      "too few customers who came back",
      [column(0, 2), column(0, 9), column(30, 30), "", column(500, 29)],
      "frequency must have at least 30 customers who came back on another day, got 29: use a longer history",
    ],
    [
      "too short a time",
      [column(0, 2), column(0, 8), column(9, 9), "", column(500, 290)],
      "age must span at least 10 weeks, got 9: use a longer history or a shorter period",
    ],
  ])("refuses %s", (_, given, message) => {
    expect(messageOf("CLV_FIT_HISTORIES", ...given)).toBe(`CLV_FIT_HISTORIES: ${message}`);
  });

  test("takes a recency of 0 with a repeat, as rounding makes it", () => {
    const rounded = cells.map((one, k) => (k === 1 ? one.map(([t], row) => [row === 2 ? 0 : t]) : one));
    const fit = call("CLV_FIT_HISTORIES", ...rounded, "mbg/nbd") as Table;
    for (const item of ["r", "alpha", "a", "b"]) expect(valueOf(fit, item)).toBeGreaterThan(0);
  });
});
