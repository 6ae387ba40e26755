import { describe, expect, test } from "@jest/globals";
import { call, column, messageOf } from "../support/call";
import { exampleCells } from "../support/exampleCells";
import { simulatedOrders } from "../support/histories";

const { customer, date, amount } = simulatedOrders("pareto/nbd", [0.8, 6, 0.8, 12], 300);
const block = exampleCells["F1:H19"]!;
const customers = (call("CLV_CUSTOMERS", customer, date, amount) as unknown[][]).slice(1);
const columnOf = (index: number) => customers.map((row) => [row[index]]);
const [frequency, recency, age, repeatValue] = [6, 7, 8, 9].map(columnOf);

describe("CLV_EXPECTED_VALUE", () => {
  test.each<[string, ...unknown[]]>([
    ["bg/nbd", 12, 0.1, 1],
    ["mbg/nbd", 24, 0, 0.4],
    ["pareto/nbd", "forever", 0.15, 1],
  ])("is Predicted CLV of CLV_PREDICT for each customer, %s over %s months", (model, ...terms) => {
    const fit = call("CLV_FIT", customer, date, amount, model);
    const predicted = (call("CLV_PREDICT", customer, date, amount, ...terms, fit) as unknown[][]).slice(1);
    const valueOf = new Map(predicted.map((row) => [row[0], row[6]]));
    const values = call("CLV_EXPECTED_VALUE", fit, frequency, recency, age, repeatValue, ...terms);
    expect(values).toEqual(customers.map(([name]) => [expect.closeTo(valueOf.get(name) as number, 9)]));
  });

  test("counts the mean of all customers without a repeat value, or without a repeat", () => {
    const [orders, value] = [1, 40].map((each) => call("CLV_EXPECTED_VALUE", equal(each), 2, 30, 39));
    const mean = (6.2493 * 15.4445) / 2.7443;
    expect(call("CLV_EXPECTED_VALUE", block, 2, 30, 39)).toBeCloseTo((orders as number) * mean, 9);
    expect(value).toBeCloseTo(40 * (orders as number), 9);
    expect(call("CLV_EXPECTED_VALUE", block, 0, 0, 39, 500)).toBe(
      call("CLV_EXPECTED_VALUE", block, 0, 0, 39),
    );
  });

  /** A fit without a spend model, of which each order to come counts as much. */
  const equal = (each: number | string) => [...block.slice(0, 7), ["Repeat order value", each, ""]];

  test("uses repeat_value itself if the fit has no spend, and needs it if the fit has no amounts", () => {
    const one = call("CLV_EXPECTED_VALUE", equal(1), 2, 30, 39) as number;
    expect(call("CLV_EXPECTED_VALUE", equal(20), 2, 30, 39, 7)).toBeCloseTo(7 * one, 9);
    expect(call("CLV_EXPECTED_VALUE", equal(""), 0, 0, 39, 7)).toBeCloseTo(
      7 * (call("CLV_EXPECTED_VALUE", equal(1), 0, 0, 39) as number),
      9,
    );
    expect(messageOf("CLV_EXPECTED_VALUE", equal(""), 2, 30, 39)).toBe(
      "CLV_EXPECTED_VALUE: repeat_value must be a number when fit has neither p, q and v nor a Repeat order value, got an empty cell",
    );
  });

  test("gives each of a range of horizons its own value, and refuses a history that cannot be", () => {
    const [one, two] = call("CLV_EXPECTED_VALUE", block, 2, 30, 39, 22, column(12, 24)) as number[][];
    expect(one![0]).toBe(call("CLV_EXPECTED_VALUE", block, 2, 30, 39, 22, 12));
    expect(two![0]).toBe(call("CLV_EXPECTED_VALUE", block, 2, 30, 39, 22, 24));
    expect(messageOf("CLV_EXPECTED_VALUE", block, column(2, 2), column(30, 40), 39)).toBe(
      "CLV_EXPECTED_VALUE: recency must be at most age, got 40 against 39 in row 2",
    );
  });
});
