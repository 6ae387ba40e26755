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
