import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { daysApart } from "../../../src/core/purchases/daysApart";

/** 2024-01-01. */
const start = 19_723;
const every = (gap: number, count: number) =>
  Array.from({ length: count }, (_, index) => start + index * gap);
const after = (days: readonly number[], gap: number) => days[days.length - 1]! + gap;

describe("days that stand apart", () => {
  test("come after a gap longer than any three gaps before it together", () => {
    const days = every(14, 50);
    expect(daysApart([...days, after(days, 43)])).toEqual({
      before: after(days, 0),
      first: after(days, 43),
      rows: 1,
    });
    expect(daysApart([...days, after(days, 42)])).toBeUndefined();
  });

  test("come after four weeks or more, however close the others are", () => {
    const days = every(1, 100);
    expect(daysApart([...days, after(days, 28)])?.first).toBe(after(days, 28));
    expect(daysApart([...days, after(days, 27)])).toBeUndefined();
  });

  test("are measured against the longest three gaps before, wherever these are", () => {
    const days = [start - 61, start - 1, ...every(1, 20)];
    expect(daysApart([...days, after(days, 62)])).toBeUndefined();
    expect(daysApart([...days, after(days, 63)])?.first).toBe(after(days, 63));
  });

  test("need three gaps before them", () => {
    expect(daysApart([...every(1, 3), start + 900])).toBeUndefined();
    expect(daysApart([...every(1, 4), start + 900])?.first).toBe(start + 900);
  });

  test("may be several, if few compared with the others: three, or a hundredth", () => {
    const days = every(1, 300);
    const beyond = (count: number) => Array.from({ length: count }, (_, index) => start + 700 + index);
    expect(daysApart([...days, ...beyond(3)])).toEqual({ before: start + 299, first: start + 700, rows: 3 });
    expect(daysApart([...days, ...beyond(4)])).toBeUndefined();
    const rows = Array.from({ length: 10 }, () => days).flat();
    expect(daysApart([...rows, ...beyond(30)])?.rows).toBe(30);
    expect(daysApart([...rows, ...beyond(31)])).toBeUndefined();
  });

  test("begin with the first of them, where one is farther out than another", () => {
    expect(daysApart([...every(1, 300), start + 400, start + 900])).toEqual({
      before: start + 299,
      first: start + 400,
      rows: 2,
    });
  });

  test("are none where business went on after a pause", () => {
    expect(daysApart([...every(1, 40), ...every(1, 40).map((day) => day + 200)])).toBeUndefined();
  });

  test("are found where a year typed wrong makes a longer gap before all others", () => {
    // 1902-02-02.
    expect(daysApart([-24_805, ...every(1, 100), start + 700])?.first).toBe(start + 700);
  });

  test("are found among days before 1990, where these are many", () => {
    const days = Array.from({ length: 100 }, (_, day) => day);
    expect(daysApart([...days, 700])?.first).toBe(700);
  });

  test("include a silence up to a later day, on which nothing happened", () => {
    const days = every(1, 100);
    expect(daysApart(days, after(days, 28))).toEqual({ before: after(days, 0), first: undefined, rows: 0 });
    expect(daysApart(days, after(days, 27))).toBeUndefined();
  });

  test("are none in no days", () => expect(daysApart([], start)).toBeUndefined());

  test("are those from a day on, and all rows from it on are counted, in whatever order they are", () => {
    const someDays = fc.array(fc.integer({ min: start, max: start + 60 }), { minLength: 5, maxLength: 80 });
    fc.assert(
      fc.property(someDays, fc.integer({ min: 1, max: 900 }), fc.integer(), (days, gap, seed) => {
        const all = [...days, Math.max(...days) + gap];
        const found = daysApart(all);
        const shuffled = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { numRuns: 1, seed });
        expect(daysApart(shuffled[0]!)).toEqual(found);
        if (!found) return;
        expect(found.rows).toBe(all.filter((day) => day >= found.first!).length);
        expect(Math.max(...all.filter((day) => day < found.first!))).toBe(found.before);
      }),
    );
  });
});
