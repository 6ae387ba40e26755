import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  type History,
  collapse,
  countOf,
  distinctOf,
  longestOf,
  rescaled,
  sampled,
} from "../../../src/core/models/history";

/** Histories of which many are equal: times are whole days, or any part of a day. */
const historiesWith = (most: number, times: fc.Arbitrary<number>) =>
  fc.array(fc.record({ x: fc.integer({ min: 0, max: most }), t_x: times, T: times }), {
    minLength: 1,
    maxLength: 60,
  });
const days = fc.integer({ min: 0, max: 4 });
const anyTime = fc.double({ min: 0, max: 1e4, noNaN: true });
const anyHistories = fc.oneof(
  historiesWith(3, days),
  historiesWith(3, anyTime),
  // More pairs of x and T than have a counter each.
  historiesWith(40_000, fc.oneof(days, anyTime)),
);

const inOrder = (one: History, other: History) => one.x - other.x || one.T - other.T || one.t_x - other.t_x;
const keyOf = ({ x, t_x, T }: History) => `${x} ${t_x + 0} ${T + 0}`;

/** The same by a Map of texts. */
function counted(histories: readonly History[]) {
  const weights = new Map<string, number>();
  for (const history of histories) weights.set(keyOf(history), (weights.get(keyOf(history)) ?? 0) + 1);
  const firsts = histories.filter(
    (history, place) => histories.findIndex((other) => keyOf(other) === keyOf(history)) === place,
  );
  return firsts
    .slice()
    .sort(inOrder)
    .map((history) => ({ ...history, weight: weights.get(keyOf(history))! }));
}

test("equal histories are one, by x, T and t_x, and each customer's place is that of their own", () => {
  fc.assert(
    fc.property(anyHistories, (histories) => {
      const collapsed = collapse(histories);
      const distinct = distinctOf(collapsed);
      expect(distinct).toEqual(counted(histories));
      expect(countOf(collapsed)).toBe(distinct.length);
      expect(Array.from(collapsed.places, (place) => keyOf(distinct[place]!))).toEqual(histories.map(keyOf));
    }),
  );
});

test("the order of the rows and how customers are put together change nothing", () => {
  fc.assert(
    fc.property(anyHistories, (histories) => {
      const { places: _, ...collapsed } = collapse(histories);
      const { places: __, ...reversed } = collapse(histories.slice().reverse());
      const { places: ___, ...again } = collapse(distinctOf(collapsed));
      expect(reversed).toEqual(collapsed);
      expect(again).toEqual(collapsed);
    }),
  );
});

test("customers with more than i repeat purchases, and those with each time as T, are counted", () => {
  fc.assert(
    fc.property(anyHistories, (histories) => {
      const { customers, more, columns } = collapse(histories);
      expect(customers).toBe(histories.length);
      expect(more).toEqual(
        Array.from(
          { length: Math.max(...histories.map(({ x }) => x)) },
          (_, i) => histories.filter(({ x }) => x > i).length,
        ),
      );
      columns.times.forEach((time, place) => {
        const own = histories.filter(({ T }) => T === time);
        expect(columns.customersAt[place]).toBe(own.length);
        expect(columns.repeatsAt[place]).toBe(own.reduce((total, { x }) => total + x, 0));
      });
    }),
    { numRuns: 50 },
  );
});

test("a sample has every n-th of the distinct histories", () => {
  fc.assert(
    fc.property(anyHistories, fc.integer({ min: 1, max: 9 }), (histories, every) => {
      const collapsed = collapse(histories);
      const some = distinctOf(collapsed).filter((_, place) => place % every === 0);
      expect(distinctOf(sampled(collapsed, every))).toEqual(some);
    }),
  );
});

test("in another unit of time all times are shorter alike", () => {
  fc.assert(
    fc.property(anyHistories, (histories) => {
      const weeks = rescaled(collapse(histories), 7);
      expect(distinctOf(weeks)).toEqual(
        counted(histories).map(({ t_x, T, ...history }) => ({ ...history, t_x: t_x / 7, T: T / 7 })),
      );
      expect(longestOf(weeks)).toBe(Math.max(...histories.map(({ T }) => T)) / 7);
    }),
  );
});
