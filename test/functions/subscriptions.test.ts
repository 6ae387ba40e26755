import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day, messageOf, readable } from "../support/call";
import { calendar, isoDates, laterByDays, periodsFrom } from "../support/rows";

interface Subscription {
  readonly customer: string;
  readonly start: string;
  readonly end: string;
  readonly mrr: number;
}

const tableOf = (rows: readonly Subscription[], ...more: unknown[]) =>
  call(
    "CLV_SUBSCRIPTIONS",
    column(...rows.map(({ customer }) => customer)),
    column(...rows.map(({ start }) => day(start))),
    column(...rows.map(({ end }) => (end === "" ? "" : day(end)))),
    column(...rows.map(({ mrr }) => mrr)),
    ...more,
  ) as Cell[][];

/** Upgrades, pauses, overlaps, open ends and free plans of a few customers; whole amounts, so that sums are exact. */
const someSubscriptions = fc.array(
  fc
    .record({
      customer: fc.constantFrom("Ann", "Bo", "Cy", "Di"),
      start: isoDates("2024-01-01", "2025-06-30"),
      days: fc.option(fc.integer({ min: 0, max: 500 })),
      mrr: fc.constantFrom(0, 10, 25, 99),
    })
    .map(({ customer, start, days, mrr }) => ({
      customer,
      start,
      end: days === null ? "" : laterByDays(start, days),
      mrr,
    })),
  { minLength: 1, maxLength: 15 },
);

const asOf = "2025-09-15";
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Each customer's subscriptions that run at the end of a day. */
const runningAt = (rows: readonly Subscription[], date: string) =>
  rows.filter(({ start, end }) => start <= date && (end === "" || end > date || end > asOf));

/** The same movements from the state of every customer at the end of every period. */
function slowly(rows: readonly Subscription[], period: string): unknown[][] {
  const { next } = calendar[period]!;
  const starts = rows.map(({ start }) => start).sort();
  const seen = new Set<string>();
  return periodsFrom(starts[0]!, asOf, period).map((start) => {
    const lastDay = [laterByDays(next(start), -1), asOf].sort()[0]!;
    const [before, after] = [runningAt(rows, laterByDays(start, -1)), runningAt(rows, lastDay)];
    const customers = [...new Set(rows.map(({ customer }) => customer))];
    const states = customers.map((customer) => {
      const own = (running: readonly Subscription[]) => running.filter((row) => row.customer === customer);
      const mrr = (running: readonly Subscription[]) => sum(own(running).map((row) => row.mrr));
      const was = own(before).length > 0;
      const is = own(after).length > 0;
      const state = { was, is, isNew: is && !was && !seen.has(customer), from: mrr(before), to: mrr(after) };
      if (is) seen.add(customer);
      return state;
    });
    const total = (
      isMeant: (state: (typeof states)[number]) => boolean,
      amount: (state: (typeof states)[number]) => number,
    ) => sum(states.filter(isMeant).map(amount));
    const both = states.filter(({ was, is }) => was && is);
    const [atStart, atEnd] = [sum(states.map(({ from }) => from)), sum(states.map(({ to }) => to))];
    const expansion = sum(both.map(({ from, to }) => Math.max(0, to - from)));
    const contraction = sum(both.map(({ from, to }) => Math.max(0, from - to)));
    const lost = total(
      ({ was, is }) => was && !is,
      ({ from }) => from,
    );
    const [customersAtStart, customersAtEnd] = [
      states.filter(({ was }) => was).length,
      states.filter(({ is }) => is).length,
    ];
    const lostCustomers = states.filter(({ was, is }) => was && !is).length;
    const share = (part: number, whole: number) => (whole > 0 ? part / whole : "");
    return [
      start,
      customersAtStart,
      states.filter(({ isNew }) => isNew).length,
      lostCustomers,
      customersAtEnd,
      atStart,
      total(
        ({ isNew }) => isNew,
        ({ to }) => to,
      ),
      expansion,
      contraction,
      lost,
      total(
        ({ was, is, isNew }) => !was && is && !isNew,
        ({ to }) => to,
      ),
      atEnd,
      share(lostCustomers, customersAtStart),
      share(lost + contraction, atStart),
      share(atStart - lost - contraction, atStart),
      share(atStart + expansion - lost - contraction, atStart),
      share(atEnd, customersAtEnd),
    ];
  });
}

describe("CLV_SUBSCRIPTIONS", () => {
  test.each(["week", "month", "quarter", "year"])(
    "by %s gives what the states at the ends of periods give",
    (period) => {
      fc.assert(
        fc.property(someSubscriptions, (rows) => {
          expect(readable(tableOf(rows, asOf, period).slice(1))).toEqual(slowly(rows, period));
        }),
        { numRuns: 50 },
      );
    },
  );

  test("in every row start and movements make the end, and the next row starts there", () => {
    fc.assert(
      fc.property(someSubscriptions, (rows) => {
        const [header, ...body] = tableOf(rows, asOf) as [string[], ...number[][]];
        const value = (row: number[], title: string) => row[header.indexOf(title)]!;
        body.forEach((row, index) => {
          const gained = value(row, "New MRR") + value(row, "Expansion") + value(row, "Reactivation");
          const gone = value(row, "Contraction") + value(row, "Lost MRR");
          expect(value(row, "MRR at start") + gained - gone).toBe(value(row, "MRR at end"));
          const returned =
            value(row, "Customers at end") -
            value(row, "Customers at start") -
            value(row, "New") +
            value(row, "Lost");
          expect(returned).toBeGreaterThanOrEqual(value(row, "Reactivation") > 0 ? 1 : 0);
          expect(value(row, "MRR at start")).toBe(index === 0 ? 0 : value(body[index - 1]!, "MRR at end"));
        });
        for (const row of body.filter((each) => value(each, "MRR at start") > 0)) {
          expect(value(row, "GRR")).toBeCloseTo(1 - value(row, "Revenue churn"), 12);
          expect(value(row, "NRR")).toBeGreaterThanOrEqual(value(row, "GRR"));
        }
      }),
    );
  });

  test("an upgrade in a second row is expansion, a pause is a loss, and a return is reactivation and not new", () => {
    const rows = [
      { customer: "Ann", start: "2026-01-01", end: "2026-02-10", mrr: 50 },
      { customer: "Ann", start: "2026-02-10", end: "", mrr: 80 },
      { customer: "Bo", start: "2026-01-15", end: "2026-02-28", mrr: 30 },
      { customer: "Bo", start: "2026-04-01", end: "", mrr: 20 },
    ];
    expect(readable(tableOf(rows, "2026-04-30").map((row) => row.slice(0, 12)))).toEqual([
      [
        "Period",
        "Customers at start",
        "New",
        "Lost",
        "Customers at end",
        "MRR at start",
        "New MRR",
        "Expansion",
        "Contraction",
        "Lost MRR",
        "Reactivation",
        "MRR at end",
      ],
      ["2026-01-01", 0, 2, 0, 2, 0, 80, 0, 0, 0, 0, 80],
      ["2026-02-01", 2, 0, 1, 1, 80, 0, 30, 0, 30, 0, 80],
      ["2026-03-01", 1, 0, 0, 1, 80, 0, 0, 0, 0, 0, 80],
      ["2026-04-01", 1, 0, 0, 2, 80, 0, 0, 0, 0, 20, 100],
    ]);
  });

  test("a churn on the last day of a month is of that month", () => {
    const rows = [{ customer: "Ann", start: "2024-01-01", end: "2024-02-29", mrr: 10 }];
    expect(tableOf(rows, "2024-03-15").map((row) => row[3])).toEqual(["Lost", 0, 1, 0]);
  });

  test("ends after as_of have not happened yet", () => {
    const rows = [{ customer: "Ann", start: "2026-01-01", end: "2026-12-31", mrr: 10 }];
    expect(tableOf(rows, "2026-02-15").map((row) => row[4])).toEqual(["Customers at end", 1, 1]);
    expect(tableOf(rows)).toHaveLength(13);
  });

  test("tenths of amounts leave no dust behind when all have gone", () => {
    const rows = [0.1, 0.2, 0.7].map((mrr, index) => ({
      customer: "Ann",
      start: "2026-01-05",
      end: `2026-02-0${index + 1}`,
      mrr,
    }));
    const table = tableOf(rows, "2026-03-01");
    expect(table[2]!.slice(9, 12)).toEqual([expect.closeTo(1, 12), 0, 0]);
    expect(table[3]!.slice(5, 12)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("an end before its start is an error that names the rows", () => {
    const given = [
      column("Ann", "Bo"),
      column("2026-01-05", "2026-03-01"),
      column("2026-01-04", ""),
      column(10, 20),
    ];
    expect(messageOf("CLV_SUBSCRIPTIONS", ...given)).toBe(
      "CLV_SUBSCRIPTIONS: end must not be before start, got 2026-01-04 before 2026-01-05 in row 1",
    );
    expect(messageOf("CLV_SUBSCRIPTIONS", "Ann", "2026-01-05", "", -10)).toBe(
      "CLV_SUBSCRIPTIONS: mrr must be a number of 0 or more, got -10 in row 1",
    );
    expect(messageOf("CLV_SUBSCRIPTIONS", "Ann", "2026-01-05", "", 10, "2025-12-31")).toBe(
      "CLV_SUBSCRIPTIONS: as_of must not be before the first start, got 2025-12-31",
    );
  });
});

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
      column("2026-01-31", "2026-01-21", "2026-01-11", "2026-01-01"),
      column("2026-02-10", "2026-02-10", "", ""),
      "2026-02-10",
      "day",
    ];
    expect(valuesOf(...given)).toEqual(["Value", 4, 2, 25, 20, 10 + 7.5 + 5 + 5, 2 / 100, 50]);
    expect(valuesOf(...given, 15)).toEqual(["Value", 4, 2, 25, 20, 10 + 0.75 * 5, 2 / 100, 50]);
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
