import { describe, expect, test } from "@jest/globals";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";
import { customers, given, lost, revenue, total } from "../support/monthlyFigures";
import { seeded } from "../support/orders";

describe("CLV_INTERVAL", () => {
  /** Wilson's limits are where the distance to the observed share is z standard errors at the limit itself. */
  const isWilsonLimit = (limit: number, events: number, trials: number, z: number) =>
    Math.abs(events / trials - limit) / Math.sqrt((limit * (1 - limit)) / trials) - z;

  test.each([
    [0.9, 1.644853626951473],
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489],
  ])(
    "at %d the limits of churn are z = %d standard errors away (quantiles as printed in tables)",
    (confidence, z) => {
      const [, [estimate, low, high]] = call("CLV_INTERVAL", ...given, 12, "", confidence) as [
        Cell[],
        number[],
      ];
      const [events, trials] = [total(lost.slice(-12)), total(customers.slice(-12))];
      const arpc = total(revenue.slice(-12)) / trials;
      expect(estimate).toBeCloseTo((arpc * trials) / events, 9);
      expect(isWilsonLimit(arpc / low!, events, trials, z)).toBeCloseTo(0, 9);
      expect(isWilsonLimit(arpc / high!, events, trials, z)).toBeCloseTo(0, 9);
    },
  );

  test("contains the value CLV_ROLLING gives with the method pooled, even while churn falls", () => {
    // A start-up that grows from 20 customers to 900 as churn falls from 15% to 3%: the mean of the months' rates gives
    // 565.09, far below the pooled value of 878.92, since its first months count as much as the latest.
    const counts = [20, 35, 60, 95, 140, 200, 280, 370, 480, 600, 740, 900];
    const growing = [
      column(...counts.map((count) => 50 * count)),
      column(...counts),
      column(3, 5, 8, 11, 14, 18, 22, 26, 29, 30, 30, 27),
    ];
    const [, limits] = call("CLV_INTERVAL", ...growing) as number[][];
    const [estimate, low, high] = limits!;
    expect(call("CLV_ROLLING", ...growing, 12, "", "pooled")).toBeCloseTo(estimate!, 9);
    expect(estimate).toBeGreaterThan(low!);
    expect(estimate).toBeLessThan(high!);
    expect(call("CLV_ROLLING", ...growing)).toBeLessThan(low!);
  });

  test('the method "average" contains the value CLV_ROLLING gives by default, from counts and from rates', () => {
    const counts = [20, 35, 60, 95, 140, 200, 280, 370, 480, 600, 740, 900];
    const losses = [3, 5, 8, 11, 14, 18, 22, 26, 29, 30, 30, 27];
    const of = (churn: readonly number[]) =>
      [column(...counts.map((count) => 50 * count)), column(...counts), column(...churn)] as const;
    const limits = (churn: readonly number[]) =>
      (call("CLV_INTERVAL", ...of(churn), 12, "", 0.95, "average") as number[][])[1]!;
    const [estimate, low, high] = limits(losses);
    expect(call("CLV_ROLLING", ...of(losses))).toBeCloseTo(estimate!, 9);
    expect(low).toBeLessThan(estimate!);
    expect(high).toBeGreaterThan(estimate!);
    limits(losses.map((lostThen, row) => lostThen / counts[row]!)).forEach((limit, index) =>
      expect(limit).toBeCloseTo([estimate, low, high][index]!, 9),
    );
  });

  test("where every period has as many customers and losses, both methods have the same limits", () => {
    const even = [column(900, 900, 900), column(30, 30, 30), column(2, 2, 2), 3, "", 0.9] as const;
    const [pooled, average] = ["pooled", "average"].map((method) => call("CLV_INTERVAL", ...even, method));
    (average as number[][])[1]!.forEach((limit, index) =>
      expect(limit).toBeCloseTo((pooled as number[][])[1]![index]!, 9),
    );
  });

  test('the limits of "average" hold the true mean of the rates in about nine of ten samples at 90%', () => {
    const random = seeded(14);
    const shop = { sizes: [20, 40, 80, 160, 320, 640], rates: [0.15, 0.12, 0.09, 0.07, 0.05, 0.03] };
    const truth = 1 / (total(shop.rates) / shop.rates.length);
    const samples = 600;
    let held = 0;
    for (let sample = 0; sample < samples; sample++) {
      const gone = shop.sizes.map(
        (size, row) => Array.from({ length: size }, random).filter((one) => one < shop.rates[row]!).length,
      );
      const [, [, low, high]] = call(
        "CLV_INTERVAL",
        column(...shop.sizes),
        column(...shop.sizes),
        column(...gone),
        6,
        "",
        0.9,
        "average",
      ) as [Cell[], number[]];
      if (low! <= truth && truth <= high!) held++;
    }
    // Of 600, 90% is 540 with a standard deviation of 7.
    expect(held).toBeGreaterThan(515);
    expect(held).toBeLessThan(575);
  });

  test("nobody lost gives a lower limit only: a churn at which that has a chance of 5%", () => {
    const [, [estimate, low, high]] = call(
      "CLV_INTERVAL",
      column(1000, 1000),
      column(10, 10),
      column(0, 0),
      2,
    ) as [Cell[], Cell[]];
    expect([estimate, high]).toEqual(["", ""]);
    expect((1 - 100 / (low as number)) ** 20).toBeCloseTo(0.05, 12);
  });

  test("needs counts, since rates do not say of how many", () => {
    expect(messageOf("CLV_INTERVAL", column(1000, 1000), column(10, 10), column(0.1, 0.2), 2)).toBe(
      'CLV_INTERVAL: churn must be customers lost as whole numbers, got a rate in row 1: use the method "average"',
    );
  });
});
