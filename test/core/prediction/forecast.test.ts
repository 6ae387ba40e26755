import { describe, expect, test } from "@jest/globals";
import { dayFromCalendar } from "../../../src/core/day";
import { arrivalsOf } from "../../../src/core/prediction/forecast/arrivals";
import { monthsAhead } from "../../../src/core/prediction/forecast/monthsAhead";
import { variances } from "../../../src/core/prediction/forecast/todaysCustomers";
import { histories } from "../../../src/core/purchases/history";
import { heldOutOfSteadyShop, none, together } from "../../support/heldOutMonths";
import { chance } from "../../support/histories";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("forecasts of months", () => {
  test("on 30 simulated shops the range holds about as many months as it says", () => {
    let held = none;
    for (let seed = 1; seed <= 30; seed++)
      held = together(
        held,
        heldOutOfSteadyShop({ model: "mbg/nbd", customers: 300, months: 18, ahead: 6, seed })!,
      );
    // test/bench/forecast.ts: 87% to 93%. Months of a shop go together, so that 30 shops tell it to some 4%.
    expect(held.within / held.months).toBeGreaterThan(0.8);
    expect(held.within / held.months).toBeLessThan(0.98);
  });

  test("the variance of a month's revenue is that of 200,000 simulated customers who are active and order at random", () => {
    // Rates of gamma shape r + x and rate alpha + T; a month of 4 weeks, amounts 10 and 30 alike (mean 20, mean square 500).
    const [r, alpha, x, T, length] = [0.8, 6, 3, 20, 4];
    const random = chance(7);
    const revenues = Array.from({ length: 200_000 }, () => {
      const rate = random.gamma(r + x, alpha + T);
      let revenue = 0;
      for (let time = random.exponential(rate); time < length; time += random.exponential(rate))
        revenue += random.uniform() < 0.5 ? 10 : 30;
      return revenue;
    });
    const mean = sum(revenues) / revenues.length;
    const variance = sum(revenues.map((one) => (one - mean) ** 2)) / revenues.length;
    const group = { history: { x, t_x: 19, T }, customers: 1, value: 20, squaredValue: 400, slopes: [] };
    const orders = (length * (r + x)) / (alpha + T);
    const [found] = variances([r, alpha, 1, 1], [[orders]], [group], [length], 500 / 400);
    expect(found! / variance).toBeGreaterThan(0.98);
    expect(found! / variance).toBeLessThan(1.02);
  });

  test("months ahead are calendar months, the first the rest of one that has begun", () => {
    const days = (as_of: number) => monthsAhead(as_of, 2).map(({ from, to, share }) => [from, to, share]);
    expect(days(dayFromCalendar(2026, 1, 31)!)).toEqual([
      [0, 28, 1],
      [28, 59, 1],
    ]);
    expect(days(dayFromCalendar(2026, 2, 21)!)).toEqual([
      [0, 7, 7 / 28],
      [7, 38, 1],
    ]);
  });

  test("new customers are counted in whole months: without the one that has begun, and without one that begins in mid-month", () => {
    const came = (...of: [number, number][]) =>
      of.flatMap(([month, count]) =>
        Array.from({ length: count }, (_, index) => ({
          name: `${month} ${index}`,
          day: dayFromCalendar(2025 + Math.floor(month / 12), (month % 12) + 1, 15)!,
        })),
      );
    const at = (all: { name: string; day: number }[], as_of: number) =>
      arrivalsOf(
        histories(
          all.map(({ name }) => name),
          all.map(({ day }) => day),
          all.map(() => 1),
        ),
        as_of,
      );
    const rows = came([0, 9], [1, 2], [2, 4], [3, 6], [4, 8]);
    expect(at(rows, dayFromCalendar(2025, 5, 20)!)).toMatchObject({ mean: 4, months: 3 });
    expect(at(rows, dayFromCalendar(2025, 5, 31)!)).toMatchObject({ mean: 5, months: 4 });
    const fromTheFirst = [...rows, { name: "first", day: dayFromCalendar(2025, 1, 1)! }];
    expect(at(fromTheFirst, dayFromCalendar(2025, 5, 20)!)).toMatchObject({ mean: 22 / 4, months: 4 });
    const longer = came(...Array.from({ length: 14 }, (_, month): [number, number] => [month, month]));
    expect(at(longer, dayFromCalendar(2026, 2, 28)!)).toMatchObject({ mean: 7.5, months: 12 });
  });
});
