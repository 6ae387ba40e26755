import { describe, expect, test } from "@jest/globals";
import type { Cell } from "../../src/sheet/cell";
import { call } from "../support/call";

describe("CLV_SENSITIVITY", () => {
  test("moves each driver down and up while the others stay", () => {
    const table = call("CLV_SENSITIVITY", 100, 0.05, 0.6, 200, 0.2) as Cell[][];
    const value = (revenue: number, churn: number, margin: number, cac: number) =>
      (revenue * margin) / churn - cac;
    const expected: Record<string, readonly [number, number]> = {
      "Average revenue": [value(80, 0.05, 0.6, 200), value(120, 0.05, 0.6, 200)],
      "Churn rate": [value(100, 0.06, 0.6, 200), value(100, 0.04, 0.6, 200)],
      "Gross margin": [value(100, 0.05, 0.48, 200), value(100, 0.05, 0.72, 200)],
      CAC: [value(100, 0.05, 0.6, 240), value(100, 0.05, 0.6, 160)],
    };
    for (const [driver, low, base, high, swing] of table.slice(1) as [
      string,
      number,
      number,
      number,
      number,
    ][]) {
      expect(low).toBeCloseTo(expected[driver]![0], 9);
      expect(base).toBeCloseTo(1000, 9);
      expect(high).toBeCloseTo(expected[driver]![1], 9);
      expect(swing).toBeCloseTo(high - low, 9);
    }
    const swings = table.slice(1).map((row) => row[4] as number);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });

  test("elasticity is the effect of 1% of the driver on the value, in the limit", () => {
    const [, ...rows] = call("CLV_SENSITIVITY", 100, 0.05, 0.6, 200, 1e-6) as Cell[][];
    for (const [driver, low, base, high, , elasticity] of rows as [
      string,
      number,
      number,
      number,
      number,
      number,
    ][]) {
      const sign = driver === "Churn rate" || driver === "CAC" ? -1 : 1;
      expect(elasticity).toBeCloseTo((sign * (high - low)) / (2e-6 * base), 4);
    }
  });

  test("no rate is moved beyond 1", () => {
    const rows = call("CLV_SENSITIVITY", 100, 0.95, 0.95) as Cell[][];
    const of = (driver: string) => rows.find((row) => row[0] === driver)!;
    expect(of("Churn rate")[1]).toBeCloseTo(95, 9);
    expect(of("Gross margin")[3]).toBeCloseTo(100 / 0.95, 9);
  });
});
