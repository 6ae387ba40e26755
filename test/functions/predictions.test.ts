import { describe, expect, test } from "@jest/globals";
import { call, column, messageOf } from "../support/call";
import { exampleCells } from "../support/exampleCells";
import { simulatedOrders } from "../support/histories";

const { customer, date, amount } = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 400);
const block = exampleCells["F1:H19"]!;
const fit = call("CLV_FIT", customer, date, amount, "mbg/nbd") as unknown[][];
const valueOf = (table: unknown[][], item: string) => table.find(([label]) => label === item)![1];
const withCell = (row: number, value: unknown) =>
  block.map((cells, index) => (index === row - 1 ? [cells[0], value, ""] : cells));

describe("CLV_FIT", () => {
  test("gives a labelled block", () => {
    expect(fit.map(([item]) => item)).toEqual([
      "Item",
      "Model",
      "Period",
      "Customers",
      "Repeat customers",
      "From",
      "To",
      "r",
      "alpha",
      "a",
      "b",
      "Log-likelihood",
      "AIC",
      "p",
      "q",
      "v",
      "Spend log-likelihood",
      "Frequency-value correlation",
      "Data fingerprint",
      "Warnings",
    ]);
    expect(valueOf(fit, "Customers")).toBe(400);
    expect(valueOf(fit, "Data fingerprint")).toMatch(/^[0-9a-f]{8}$/);
  });

  test("is the same in whatever order the rows are, and its fingerprint changes with the data", () => {
    const reversed = [customer, date, amount].map((cells) => cells.slice().reverse());
    expect(call("CLV_FIT", ...reversed, "mbg/nbd")).toEqual(fit);
    const changed = amount.map((cells, row) => (row === 7 ? [cells[0]! + 1] : cells));
    const other = call("CLV_FIT", customer, date, changed, "mbg/nbd") as unknown[][];
    expect(valueOf(other, "Data fingerprint")).not.toBe(valueOf(fit, "Data fingerprint"));
  });

  test("leaves spend blank and says so where amounts are all equal", () => {
    // Orders of one customer's day are one purchase.
    const keys = customer.map(([name], row) => `${name} ${date[row]![0]!.getTime()}`);
    const same = keys.map((key, row) => [keys.indexOf(key) === row ? 20 : 0]);
    const equal = call("CLV_FIT", customer, date, same, "mbg/nbd") as unknown[][];
    expect(["p", "q", "v"].map((name) => valueOf(equal, name))).toEqual(["", "", ""]);
    expect(valueOf(equal, "Warnings")).toContain(
      "Amounts are all equal or missing, so spend is not modelled.",
    );
  });

  test("refuses too little data, saying what is missing", () => {
    expect(messageOf("CLV_FIT", column("Ann", "Ann"), column("2026-01-01", "2026-05-01"), column(1, 2))).toBe(
      "CLV_FIT: customer must have at least 30 customers who came back on another day, got 1: take a longer history",
    );
    const names = Array.from({ length: 60 }, (_, row) => [`C${row % 30}`]);
    const days = names.map((_, row) => [row < 30 ? "2026-01-01" : "2026-01-22"]);
    expect(
      messageOf(
        "CLV_FIT",
        names,
        days,
        names.map(() => [5]),
      ),
    ).toBe("CLV_FIT: date must span at least 10 weeks, got 3: take a longer history or a shorter period");
  });
});

describe("CLV_PREDICT", () => {
  const predicted = call("CLV_PREDICT", customer, date, amount, "", "", 0.5, "mbg/nbd") as (
    | string
    | number
  )[][];

  test("gives the same from a block of CLV_FIT", () => {
    expect(call("CLV_PREDICT", customer, date, amount, "", "", 0.5, fit)).toEqual(predicted);
  });

  test("holds what its columns promise, the highest value first", () => {
    const rows = predicted.slice(1) as [string, ...number[]][];
    expect(rows).toHaveLength(400);
    rows.forEach(([, , toDate, alive, orders, orderValue, value, low, high, total, atRisk], index) => {
      expect(alive! > 0 && alive! < 1).toBe(true);
      expect(low! < value! && value! < high!).toBe(true);
      expect(total! / (toDate! + value!)).toBeCloseTo(1, 12);
      expect(atRisk! / ((value! * (1 - alive!)) / alive!)).toBeCloseTo(1, 6);
      const undiscounted = orders! * orderValue! * 0.5;
      expect(value! < undiscounted && value! > undiscounted / 1.1).toBe(true);
      expect(value!).toBeLessThanOrEqual(rows[Math.max(0, index - 1)]![6]!);
    });
  });

  test("names what the model must be", () => {
    expect(messageOf("CLV_PREDICT", customer, date, amount, "", "", "", "nbd")).toBe(
      'CLV_PREDICT: model must be "auto", "bg/nbd", "mbg/nbd" or "pareto/nbd", or a table of CLV_FIT, got "nbd"',
    );
  });
});

describe("a damaged block is an error that names the cell", () => {
  test.each([
    [5, "soon", 'CLV_ALIVE: fit must have a number above 0 as alpha, got "soon" in row 5'],
    [6, -1, "CLV_ALIVE: fit must have a number of 0 or more as a, got -1 in row 6"],
    [
      2,
      "gompertz",
      'CLV_ALIVE: fit must have "bg/nbd", "mbg/nbd" or "pareto/nbd" as Model, got "gompertz" in row 2',
    ],
    [9, 1, "CLV_ALIVE: fit must have a number above 1 as q, got 1 in row 9"],
    [7, "#REF!", "CLV_ALIVE: fit must have a number above 0 as b, got #REF! in row 7"],
  ])("row %d holding %s", (row, value, message) => {
    expect(messageOf("CLV_ALIVE", withCell(row, value), 2, 30, 39)).toBe(message);
  });

  test("a missing row, or no block at all", () => {
    expect(messageOf("CLV_ALIVE", block.slice(0, 4), 2, 30, 39)).toBe(
      "CLV_ALIVE: fit must be the whole table of CLV_FIT, got no row that says alpha",
    );
    expect(messageOf("CLV_ALIVE", 5, 2, 30, 39)).toBe("CLV_ALIVE: fit must be the table of CLV_FIT, got 5");
  });
});

describe("the functions of single customers", () => {
  test("take whole columns, and refuse a history that cannot be", () => {
    const alive = call(
      "CLV_ALIVE",
      block,
      column(2, 0, ""),
      column(30, 0, ""),
      column(39, 5, ""),
    ) as unknown[][];
    expect(alive.map(([cell]) => typeof cell)).toEqual(["number", "number"]);
    expect(alive[1]).toEqual([1]);
    expect(messageOf("CLV_ALIVE", block, 2, 40, 39)).toBe(
      "CLV_ALIVE: recency must be at most age, got 40 against 39",
    );
    expect(messageOf("CLV_ALIVE", block, 0, 4, 39)).toBe(
      "CLV_ALIVE: recency must be 0 where frequency is 0, got 4",
    );
  });

  test("without a history are those of a new customer", () => {
    // closed form in 50 digits, fixtures/conditional.py
    expect(call("CLV_EXPECTED_ORDERS", block, 52)).toBeCloseTo(1.4440110579956322, 12);
    // the mean of the population is p v ÷ (q − 1): Fader and Hardie, note 025
    expect(call("CLV_EXPECTED_SPEND", block)).toBeCloseTo((6.2493 * 15.4445) / 2.7443, 12);
  });
});

describe("CLV_VALIDATE and CLV_TRACKING", () => {
  test("say how each model did beside the naive forecast", () => {
    const table = call("CLV_VALIDATE", customer, date, amount) as unknown[][];
    expect(table.map(([model]) => model)).toEqual(["Model", "bg/nbd", "mbg/nbd", "pareto/nbd", "naive"]);
    for (const [, customers, actual, orders, bias] of table.slice(1) as number[][]) {
      expect([customers, actual]).toEqual([table[1]![1], table[1]![2]]);
      expect(bias).toBeCloseTo(orders! / actual! - 1, 12);
    }
  });

  test("the last cumulative figure counts all repeat orders, and the fit expects about as many", () => {
    const table = call("CLV_TRACKING", customer, date, amount, fit, "month") as number[][];
    const last = table[table.length - 1]!;
    const orders = (call("CLV_CUSTOMERS", customer, date, amount) as number[][]).slice(1);
    expect(last[3]).toBe(orders.reduce((total, row) => total + row[6]!, 0));
    expect(Math.abs(last[4]! / last[3]! - 1)).toBeLessThan(0.1);
  });
});
