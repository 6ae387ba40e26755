import { describe, expect, test } from "@jest/globals";
import { call, column, messageOf } from "../support/call";
import { exampleCells } from "../support/exampleCells";

const block = exampleCells["F1:H19"]!;

describe("CLV_CHANCE", () => {
  test("of exactly and of at least a number of orders, for a column of customers and a row of numbers", () => {
    const rows = call(
      "CLV_CHANCE",
      block,
      [[0, 1, ">=2", "≥ 1", " >= 0 "]],
      39,
      column(2, 9),
      30,
      39,
    ) as number[][];
    for (const [none, one, more, some, any] of rows) {
      expect(none! + one! + more!).toBeCloseTo(1, 12);
      expect(one! + more!).toBeCloseTo(some!, 12);
      expect(any).toBe(1);
    }
    expect(rows[0]![3]).toBeCloseTo(call("CLV_CHANCE", block, ">=1", 39, 2, 30, 39) as number, 14);
  });

  test("of a new customer, and within no time at all", () => {
    expect(call("CLV_CHANCE", block, 0, 39)).toBeCloseTo((4.41359091 / 43.41359091) ** 0.24259395, 12);
    expect(call("CLV_CHANCE", block, 0, 0, 2, 30, 39)).toBe(1);
    expect(call("CLV_CHANCE", block, ">=1", 0, 2, 30, 39)).toBe(0);
  });

  test("within next to no time is the rate of orders times that time, for every model and down to the least number there is", () => {
    for (const [model, ...params] of [
      ["bg/nbd", ["r", 0.24], ["alpha", 4.4], ["a", 0.8], ["b", 2.4]],
      ["mbg/nbd", ["r", 0.5], ["alpha", 6.2], ["a", 0.9], ["b", 1.6]],
      ["pareto/nbd", ["r", 0.55], ["alpha", 10.6], ["s", 0.6], ["beta", 11.7]],
    ] as const) {
      const fit = [["Model", model], ["Period", "week"], ...params, ["p", ""], ["q", ""], ["v", ""]];
      const [r, alpha, x, T] = [params[0][1], params[1][1], 2, 39];
      for (const history of [[], [x, 30, T]] as const) {
        // By MBG/NBD some of a ÷ (a + b) leave right after their first order.
        const atFirst = model === "mbg/nbd" ? 1.6 / (0.9 + 1.6) : 1;
        const alive = history.length > 0 ? (call("CLV_ALIVE", fit, ...history) as number) : atFirst;
        const rate = history.length > 0 ? (r + x) / (alpha + T) : r / alpha;
        for (const time of [1e-300, 1e-30, 1e-9])
          expect(
            (call("CLV_CHANCE", fit, 1, time, ...history) as number) / (alive * rate * time),
          ).toBeCloseTo(1, 6);
        for (const time of [5e-324, 1e-320]) {
          expect(call("CLV_CHANCE", fit, 1, time, ...history)).toBeLessThan(1e-300);
          expect(call("CLV_CHANCE", fit, 0, time, ...history)).toBe(1);
        }
      }
    }
  });

  test("of no order includes customers who have gone", () => {
    const alive = call("CLV_ALIVE", block, 20, 10, 300) as number;
    expect(alive).toBeLessThan(1e-6);
    expect(call("CLV_CHANCE", block, 0, 39, 20, 10, 300)).toBeCloseTo(1, 6);
  });

  test.each<[unknown, string]>([
    ["two", '"two"'],
    [">=1.5", '">=1.5"'],
    ["<2", '"<2"'],
    [-1, "-1"],
  ])("refuses %s orders", (orders, shown) => {
    expect(messageOf("CLV_CHANCE", block, orders, 39)).toBe(
      `CLV_CHANCE: orders must be a whole number between 0 and 1000000, or text such as ">=2", got ${shown}`,
    );
  });

  test("needs all of a history or nothing of it", () => {
    expect(messageOf("CLV_CHANCE", block, 1, 39, 2)).toBe(
      "CLV_CHANCE: frequency must come with recency and age, got only some of them",
    );
  });
});
