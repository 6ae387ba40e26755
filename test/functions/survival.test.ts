import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";
import { laterByDays } from "../support/rows";

describe("CLV_SURVIVAL", () => {
  /** Lifetimes in days as starts and ends; 0 stands for the day from which they are counted. */
  const lifetimes = (lost: readonly number[], censored: readonly number[]) => {
    const origin = "2020-01-01";
    const until = laterByDays(origin, 400);
    return [
      column(...lost.map(() => origin), ...censored.map((days) => laterByDays(until, -days))),
      column(...lost.map((days) => laterByDays(origin, days)), ...censored.map(() => "")),
      until,
      "day",
    ];
  };
  const at = (table: Cell[][], time: number) => table.find((row) => row[0] === time)!;
  const control = call("CLV_SURVIVAL", ...lifetimes([9, 19, 32, 34], [48, 50])) as number[][];

  test.each([
    [9, 0.833, 0.2731, 0.975],
    [19, 0.667, 0.1946, 0.904],
    [32, 0.5, 0.1109, 0.804],
    [34, 0.333, 0.0461, 0.676],
  ])(
    "gives the printed survival and log-log limits of the glioma controls at %d weeks",
    (time, survival, low, high) => {
      // lifelines' g3 data, control group: printed to three and four decimals
      const row = at(control, time) as number[];
      expect(row[4]).toBeCloseTo(survival, 3);
      expect(row[5]).toBeCloseTo(low, 4);
      expect(row[6]).toBeCloseTo(high, 3);
    },
  );

  test("without censoring is the share that lives longer", () => {
    const days = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(days, (lost) => {
        const table = call("CLV_SURVIVAL", ...lifetimes(lost, [])) as number[][];
        for (const [time, , , , survival] of table.slice(1)) {
          expect(survival).toBeCloseTo(lost.filter((life) => life > time!).length / lost.length, 12);
        }
      }),
    );
  });

  test("never rises, starts at 1, and its limits hold it", () => {
    const days = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 });
    fc.assert(
      fc.property(days, days, (lost, censored) => {
        fc.pre(lost.length + censored.length > 0);
        const [, ...rows] = call("CLV_SURVIVAL", ...lifetimes(lost, censored)) as number[][];
        expect(rows[0]![0]).toBe(0);
        rows.forEach((row, index) => {
          expect(row[4]).toBeLessThanOrEqual(rows[index - 1]?.[4] ?? 1);
          expect(row[1]! - row[2]! - row[3]!).toBe(rows[index + 1]?.[1] ?? 0);
        });
        for (const row of rows.filter((each) => each[4]! > 0)) {
          expect(row[5]).toBeLessThanOrEqual(row[4]!);
          expect(row[6]).toBeGreaterThanOrEqual(row[4]!);
        }
      }),
    );
  });

  test("with customers, a contract cut into terms gives the curve of the contract", () => {
    const contract = fc.record({
      days: fc.integer({ min: 0, max: 300 }),
      cuts: fc.array(fc.nat(300)),
      runs: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(contract, { minLength: 1, maxLength: 12 }), (contracts) => {
        const origin = "2024-01-01";
        const until = "2025-01-01";
        const whole = contracts.map(({ days, runs }, index) => ({
          customer: `c${index}`,
          start: origin,
          end: runs ? "" : laterByDays(origin, days),
        }));
        const terms = whole.flatMap(({ customer, start, end }, index) => {
          const { days, cuts } = contracts[index]!;
          const firsts = [0, ...new Set(cuts.filter((cut) => cut > 0 && cut <= days))].sort((a, b) => a - b);
          return firsts.map((first, term) => ({
            customer,
            start: laterByDays(start, first),
            end: term + 1 < firsts.length ? laterByDays(start, firsts[term + 1]! - 1) : end,
          }));
        });
        const curve = (rows: typeof whole) =>
          call(
            "CLV_SURVIVAL",
            column(...rows.map(({ start }) => start)),
            column(...rows.map(({ end }) => end)),
            until,
            "day",
            0.95,
            column(...rows.map(({ customer }) => customer)),
          );
        expect(curve(terms)).toEqual(curve(whole));
      }),
    );
  });

  test("an end after as_of is still running, and a start after it does not count", () => {
    const table = call(
      "CLV_SURVIVAL",
      column("2026-01-01", "2026-06-01"),
      column("2026-03-01", ""),
      "2026-01-31",
      "day",
    );
    expect(table).toEqual([
      ["Time", "At risk", "Lost", "Censored", "Survival", "Low", "High"],
      [0, 1, 0, 0, 1, 1, 1],
      [30, 1, 0, 1, 1, 1, 1],
    ]);
  });
});

describe("CLV_TENURE", () => {
  const valuesOf = (...given: unknown[]) => (call("CLV_TENURE", ...given) as Cell[][]).map((row) => row[1]);

  test("sums up lifetimes worked out by hand", () => {
    // lifetimes of 10, 20 (lost), 30 and 40 days (running): S is 3/4 from day 10 and 1/2 from day 20
    const given = [
      column("2026-01-30", "2026-01-20", "2026-01-11", "2026-01-01"),
      column("2026-02-09", "2026-02-09", "", ""),
      "2026-02-10",
      "day",
    ];
    expect(valuesOf(...given)).toEqual(["Value", 4, 2, 25, 20, 10 + 7.5 + 5 + 5, 2 / 100, 50]);
    expect(valuesOf(...given, 15)).toEqual(["Value", 4, 2, 25, 20, 10 + 0.75 * 5, 2 / 100, 50]);
  });

  test("with customers, renewals are one lifetime, and a return after a gap begins another", () => {
    const starts = column("2023-01-01", "2024-01-01", "2025-01-01");
    const ends = column("2023-12-31", "2024-12-31", "");
    const renewed = valuesOf(starts, ends, "2025-06-30", "month", "", column("a", "a", "a"));
    // 911 days from 2023-01-01 to 2025-06-30
    expect(renewed.slice(0, 4)).toEqual(["Value", 1, 0, 911 / (365.25 / 12)]);
    expect(valuesOf(starts, ends, "2025-06-30").slice(0, 3)).toEqual(["Value", 3, 2]);
    const back = valuesOf(
      column("2025-01-01", "2025-01-31"),
      column("2025-01-11", ""),
      "2025-02-10",
      "day",
      "",
      column("a", "a"),
    );
    expect(back.slice(0, 4)).toEqual(["Value", 1, 1, 10]);
  });

  test("a median that is not reached, and a churn without losses, stay blank", () => {
    expect(valuesOf(column("2026-01-01", "2026-01-11"), column("", ""), "2026-01-31", "day")).toEqual([
      "Value",
      2,
      0,
      25,
      "",
      30,
      0,
      "",
    ]);
  });

  test("a horizon beyond what was observed is an error", () => {
    expect(messageOf("CLV_TENURE", column("2026-01-01"), "", "2026-01-31", "day", 31)).toBe(
      "CLV_TENURE: horizon must be at most the longest time observed (30), got 31",
    );
  });
});
