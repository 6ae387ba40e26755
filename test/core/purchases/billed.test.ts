import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { upperLimitOfCount } from "../../../src/core/math/poisson";
import { billedValue, leastGrace, usualGrace } from "../../../src/core/purchases/billed";
import type { Buyer } from "../../../src/core/purchases/buyers";
import { chance } from "../../support/histories";

const month = 365.25 / 12;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const buyerOf = (customer: string, days: readonly number[], amounts: readonly number[]): Buyer => ({
  customer,
  first: days[0]!,
  firstAmount: amounts[0]!,
  days,
  amounts,
  paid: sum(amounts),
});

/** Members who pay 20 a month and leave after each payment with this chance, so that one is worth 20 ÷ chance. */
function members(customers: number, churn: number, months: number, growth: number, seed: number): Buyer[] {
  const random = chance(seed);
  return Array.from({ length: customers }, (_, index) => {
    const first = months * random.uniform() ** (1 / (growth + 1));
    const days = [Math.floor(first * month)];
    for (let k = 1; first + k < months && random.uniform() >= churn; k++)
      days.push(Math.floor((first + k) * month));
    return buyerOf(
      `C${index}`,
      days,
      days.map(() => 20),
    );
  });
}

describe("what a customer who pays a regular bill is worth", () => {
  // One-sided 95% limits of a Poisson mean, F. Garwood (1936), Biometrika 28, as they are tabulated: χ²₀.₉₅(2n + 2) ÷ 2.
  test.each([
    [0, 2.996],
    [1, 4.744],
    [2, 6.296],
    [3, 7.754],
    [4, 9.154],
    [5, 10.513],
    [6, 11.842],
    [7, 13.148],
    [8, 14.435],
    [9, 15.705],
  ])("of %d lost, the mean is at most %d with 95% confidence", (lost, limit) => {
    expect(upperLimitOfCount(lost, 0.95)).toBeCloseTo(limit, 3);
  });

  test("a payment is late after half an interval more, one of a year after 45 days more", () => {
    expect([7, month, 182.6, 365.25].map(leastGrace)).toEqual([10.5, 1.5 * month, 273.9, 410.25]);
  });

  test("the usual pause counts if it is longer and known", () => {
    const pause = (months: number, isTold: boolean) => ({ months, isTold, quiet: 0, returned: 0 });
    expect(usualGrace(month, pause(3, true))).toBe(3 * month);
    expect(usualGrace(month, pause(1, true))).toBe(1.5 * month);
    expect(usualGrace(month, pause(24, false))).toBe(1.5 * month);
  });

  test("it is revenue ÷ losses, payment by payment", () => {
    const payer = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(payer, { maxLength: 10 }), fc.integer({ min: 10, max: 90 }), (payers, grace) => {
        const buyers = payers.map((days, index) => {
          const sorted = days.slice().sort((a, b) => a - b);
          return buyerOf(
            `C${index}`,
            sorted,
            sorted.map((day) => (day % 5) + 1),
          );
        });
        let [revenue, lost, payments] = [0, 0, 0];
        for (const { days, amounts } of buyers)
          for (const day of days) {
            if (day + grace >= 400) continue;
            payments++;
            revenue += amounts[days.indexOf(day)]!;
            if (!days.some((other) => other > day && other <= day + grace)) lost++;
          }
        const found = billedValue(buyers, 400, 30, grace);
        expect([found.lost, found.payments]).toEqual([lost, payments]);
        expect(found.value ?? -1).toBeCloseTo(lost > 0 ? revenue / lost : -1, 9);
        expect(found.churn ?? -1).toBeCloseTo(payments > 0 ? lost / payments : -1, 12);
        expect(found.atLeast === undefined).toBe(payments === 0);
        const limits = [found.low, found.value, found.high].filter((value) => value !== undefined);
        expect(limits.slice().sort((a, b) => a - b)).toEqual(limits);
        expect(found.value ?? Infinity).toBeGreaterThanOrEqual(found.atLeast ?? 0);
      }),
    );
  });

  test("its range is that of a jackknife, recomputed without each customer", () => {
    const buyers = members(400, 0.08, 24, 1, 5);
    const at = (some: readonly Buyer[]) => billedValue(some, Math.floor(24 * month), month, 1.5 * month);
    const logs = buyers.map((_, index) => Math.log(at(buyers.filter((__, other) => other !== index)).value!));
    const mean = sum(logs) / logs.length;
    const variance = ((logs.length - 1) / logs.length) * sum(logs.map((log) => (log - mean) ** 2));
    const { value, low, high } = at(buyers);
    expect(Math.log(high! / value!) / (1.6449 * Math.sqrt(variance))).toBeCloseTo(1, 2);
    expect(Math.log(value! / low!)).toBeCloseTo(Math.log(high! / value!), 12);
  });

  // Members of 20 a month who leave with chance p after each payment pay 20 ÷ p in all (mean of a geometric count).
  test.each([
    ["steady", 0],
    ["growing like time", 1],
  ])("it is what members pay who leave by chance, with arrivals %s", (_, growth) => {
    const told = Array.from({ length: 40 }, (__, seed) => {
      const found = billedValue(
        members(400, 0.08, 24, growth, 100 + seed),
        Math.floor(24 * month),
        month,
        1.5 * month,
      );
      return { ratio: found.value! / 250, isHeld: found.low! <= 250 && found.high! >= 250 };
    });
    expect(Math.abs(sum(told.map(({ ratio }) => ratio)) / told.length - 1)).toBeLessThan(0.025);
    // 90% of 40 is 36; 32 or more happen in 96% of all samples.
    expect(told.filter(({ isHeld }) => isHeld).length).toBeGreaterThanOrEqual(32);
  });

  test("with fewer than 10 lost the least is revenue ÷ the upper limit of losses, else the lower end", () => {
    const lost = (count: number) => [
      ...Array.from({ length: count }, (_, index) => buyerOf(`L${index}`, [0], [20])),
      buyerOf("Ann", [0, 30, 60, 90, 120], [20, 20, 20, 20, 20]),
    ];
    const at = (count: number) => billedValue(lost(count), 120, month, 1.5 * month);
    // Payments before day 74.3: three of Ann, one of each who was lost.
    expect(at(0)).toMatchObject({ value: undefined, low: undefined, high: undefined, payments: 3 });
    expect(at(0).atLeast).toBeCloseTo(60 / 2.9957, 3);
    expect(at(9).value).toBeCloseTo(240 / 9, 12);
    expect(at(9).atLeast).toBeCloseTo(240 / 15.7052, 3);
    expect(at(10).atLeast).toBe(at(10).low);
  });

  test("if no payment is old enough, there is no value", () => {
    expect(billedValue([buyerOf("Ann", [0, 30], [20, 20])], 40, month, 1.5 * month)).toEqual({
      value: undefined,
      low: undefined,
      high: undefined,
      atLeast: undefined,
      lost: 0,
      payments: 0,
      churn: undefined,
      lifetimeMonths: undefined,
    });
  });
});
