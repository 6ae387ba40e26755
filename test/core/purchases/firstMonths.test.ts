import { describe, expect, test } from "@jest/globals";
import { agesOf, ownAges } from "../../../src/core/purchases/ages";
import { type Buyer, buyersOf } from "../../../src/core/purchases/buyers";
import { monthsBeforeNew, withoutFirstMonths } from "../../../src/core/purchases/firstMonths";
import { histories } from "../../../src/core/purchases/history";
import { chance } from "../../support/histories";

const month = 365.25 / 12;

/**
 * Customers who come at the month that `start` gives, buy for 10 at their own rate (gamma, mean 0.5 a month) and leave with
 * chance 4% a month; of what they buy only the days from 0 to so many months are in the data.
 */
function buyersIn(months: number, customers: number, start: (uniform: number) => number, seed = 1): Buyer[] {
  const random = chance(seed);
  const rows = Array.from({ length: customers }, (_, index) => {
    const first = start(random.uniform());
    const end = Math.min(months, first + random.exponential(0.04));
    const rate = random.gamma(1, 2);
    const times = [first];
    for (let time = first + random.exponential(rate); time < end; time += random.exponential(rate))
      times.push(time);
    return times
      .filter((time) => time >= 0)
      .map((time) => ({ name: `C${index}`, day: Math.floor(time * month) }));
  }).flat();
  return buyersOf(
    histories(
      rows.map(({ name }) => name),
      rows.map(({ day }) => day),
      rows.map(() => 10),
    ),
  );
}

const to = Math.floor(24 * month);

describe("data that begin in mid-life", () => {
  test("with first purchases that are not really first, by customers who bring in more: the first months are left out", () => {
    // As many come in each of 36 months before the data as in the 24 of them.
    const buyers = buyersIn(24, 3000, (uniform) => uniform * 60 - 36);
    const left = monthsBeforeNew(buyers, to);
    expect(left).toBeGreaterThan(0);
    const kept = withoutFirstMonths(buyers, left);
    expect(Math.min(...kept.map(({ first }) => first))).toBeGreaterThanOrEqual(left * month);
    expect(kept).toHaveLength(buyers.filter(({ first }) => first >= left * month).length);
  });

  test("not data that begin with the business, when as many come in each month", () => {
    const buyers = buyersIn(24, 1500, (uniform) => uniform * 24);
    expect(monthsBeforeNew(buyers, to)).toBe(0);
    expect(withoutFirstMonths(buyers, 0)).toBe(buyers);
  });

  test("nor those whose first month brought many new customers who are like all others", () => {
    const opening = (uniform: number) => (uniform < 0.2 ? uniform * 5 : (uniform - 0.2) * 30);
    expect(monthsBeforeNew(buyersIn(24, 1500, opening), to)).toBe(0);
  });

  test("nor one cohort after which hardly anyone came", () => {
    const cohort = (uniform: number) => (uniform < 0.9 ? uniform * 3 : (uniform - 0.9) * 240);
    expect(monthsBeforeNew(buyersIn(24, 1500, cohort), to)).toBe(0);
  });

  test("not with under six months of data, nor without customers", () => {
    const buyers = buyersIn(5.9, 3000, (uniform) => uniform * 30 - 24);
    expect(monthsBeforeNew(buyers, Math.floor(5.9 * month))).toBe(0);
    expect(monthsBeforeNew([], 100)).toBe(0);
  });
});

describe("what customers bring by age", () => {
  test("is repeat revenue ÷ customer-months lived, counted a sixteenth of a day at a time", () => {
    const buyers = buyersIn(15, 60, (uniform) => uniform * 15, 3);
    const end = Math.floor(15 * month);
    for (const window of [Infinity, 200]) {
      const ages = agesOf(buyers, end, window);
      // A month is 487 sixteenths of a day.
      const [lived, revenue] = [new Map<number, number>(), new Map<number, number>()];
      for (const { first, days, amounts } of buyers) {
        for (let tick = 0; tick < (end - first) * 16; tick++) {
          const age = Math.floor(tick / 487);
          if (first + tick / 16 >= end - window) lived.set(age, (lived.get(age) ?? 0) + 1 / 487);
        }
        days.forEach((day, index) => {
          const age = Math.floor(((day - first) * 16) / 487);
          if (index > 0 && day > end - window) revenue.set(age, (revenue.get(age) ?? 0) + amounts[index]!);
        });
      }
      ages.lived.forEach((months, age) => expect(months).toBeCloseTo(lived.get(age) ?? 0, 9));
      ages.rates.forEach((rate, age) => {
        const months = lived.get(age);
        expect(rate).toBeCloseTo(months ? (revenue.get(age) ?? 0) / months : 0, 9);
      });
      const fresh = buyers.filter(({ first }) => first > end - window);
      expect(ages.newcomers).toEqual(fresh);
    }
  });

  test("counts all customers' first orders where nobody new came in the window", () => {
    const buyers = buyersIn(4, 60, (uniform) => uniform * 4, 3);
    expect(agesOf(buyers, 400, 100).newcomers).toBe(buyers);
  });

  test("gives each customer its part of the months", () => {
    const [buyer] = buyersOf(histories(["Ann", "Ann", "Ann"], [0, 10, 40], [5, 7, 11]));
    const own = ownAges(buyer!, -Infinity, 50, 3);
    expect(Array.from(own.repeats)).toEqual([7, 11, 0]);
    expect(Array.from(own.lived)).toEqual([1, (50 - month) / month, 0]);
  });
});
