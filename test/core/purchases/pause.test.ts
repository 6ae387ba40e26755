import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { histories } from "../../../src/core/purchases/history";
import { periodsIn, usualPause } from "../../../src/core/purchases/pause";

type Purchase = readonly [customer: number, day: number];

const historiesOf = (purchases: readonly Purchase[]) =>
  histories(
    purchases.map(([customer]) => `C${customer}`),
    purchases.map(([, day]) => day),
    purchases.map(() => 10),
  );

const monthDays = 365.25 / 12;

/** The definition, word by word, over all pairs of purchases. */
function slowly(purchases: readonly Purchase[], last: number): number {
  const distinct = [...new Set(purchases.map(String))].map((text) => text.split(",").map(Number));
  for (const k of [1, 2, 3, 4, 6, 9, 12, 18, 24]) {
    const end = (day: number) => day + k * monthDays;
    const followedByQuiet = distinct.filter(
      ([customer, day]) =>
        end(day!) < last &&
        !distinct.some(([other, at]) => other === customer && at! > day! && at! <= end(day!)),
    );
    const boughtAgain = followedByQuiet.filter(([customer, day]) =>
      distinct.some(([other, at]) => other === customer && at! > day!),
    );
    if (followedByQuiet.length >= 20 && boughtAgain.length / followedByQuiet.length <= 1 / 10) return k;
  }
  return 24;
}

/** Customers who buy every so many days, several times each, from different days on. */
const regular = (customers: number, gap: number, orders: number): Purchase[] =>
  Array.from({ length: customers }, (_, customer) =>
    Array.from({ length: orders }, (__, order): Purchase => [customer, customer + order * gap]),
  ).flat();

describe("the usual pause", () => {
  test("is what its definition gives, pair by pair, on any purchases", () => {
    const purchase = (days: number) =>
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: Math.floor(days) }));
    const some = fc
      .constantFrom(200, 500, 1000)
      .chain((days) =>
        fc.tuple(
          fc.array(purchase(days), { minLength: 20, maxLength: 120 }),
          fc.array(purchase(days / 3), { maxLength: 60 }),
          fc.integer({ min: 0, max: 200 }),
        ),
      );
    const seen = new Set<number>();
    fc.assert(
      fc.property(some, ([spread, early, quiet]) => {
        const purchases = [...spread, ...early];
        const last = Math.max(...purchases.map(([, day]) => day)) + quiet;
        const { months } = usualPause(historiesOf(purchases), last);
        seen.add(months);
        expect(months).toBe(slowly(purchases, last));
      }),
      { numRuns: 400 },
    );
    expect(seen.size).toBeGreaterThan(4);
  });

  test("is the shortest after which at most one in ten bought again, and says from how many", () => {
    // 25 customers who bought every 50 days, twice more, and then no longer
    const purchases = regular(25, 50, 3);
    expect(usualPause(historiesOf(purchases), 600)).toEqual({
      months: 2,
      quiet: 25,
      returned: 0,
      isTold: true,
    });
  });

  test("allows one return in ten, and not one more", () => {
    const once = Array.from({ length: 18 }, (_, customer): Purchase => [100 + customer, 0]);
    const twice: Purchase[] = [
      [1, 0],
      [1, 40],
    ];
    const again = twice.map(([, day]): Purchase => [2, day]);
    // quiet for a month: 18 once, 2 gaps and 2 ends; 2 of 22 came back
    expect(usualPause(historiesOf([...once, ...twice, ...again]), 400).months).toBe(1);
    const third = twice.map(([, day]): Purchase => [3, day]);
    // 3 of 24
    expect(usualPause(historiesOf([...once, ...twice, ...again, ...third]), 400).months).toBe(2);
  });

  test("takes no pause for usual of which there are fewer than 20", () => {
    const few = Array.from({ length: 19 }, (_, customer): Purchase => [customer, 0]);
    expect(usualPause(historiesOf(few), 1000)).toEqual({ months: 24, quiet: 19, returned: 0, isTold: false });
    expect(usualPause(historiesOf([...few, [99, 0]]), 1000).months).toBe(1);
  });

  test("counts a silence only once it has ended before the last date", () => {
    const purchases = regular(30, 0, 1).map(([customer]): Purchase => [customer, 0]);
    expect(usualPause(historiesOf(purchases), 30).isTold).toBe(false);
    expect(usualPause(historiesOf(purchases), 31)).toMatchObject({ months: 1, quiet: 30 });
  });

  test("of buyers once a year is a year, so that they are not lost every summer", () => {
    const purchases = regular(40, 365, 4);
    expect(usualPause(historiesOf(purchases), 3 * 365 + 40 + 700).months).toBe(12);
  });

  test("does not exist without purchases, and the longest is used instead", () => {
    expect(usualPause([], 100)).toEqual({ months: 24, quiet: 0, returned: 0, isTold: false });
  });

  test("in other periods is as many as cover it", () => {
    const cover = (months: number) =>
      (["day", "week", "month", "quarter", "year"] as const).map((period) => periodsIn(months, period));
    expect(cover(1)).toEqual([31, 5, 1, 1, 1]);
    expect(cover(4)).toEqual([122, 18, 4, 2, 1]);
    expect(cover(12)).toEqual([366, 53, 12, 4, 1]);
    expect(cover(24)).toEqual([731, 105, 24, 8, 2]);
  });
});
