import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { difference } from "../../src/core/impact/welch";
import { studentQuantile } from "../../src/core/math/student";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";
import { effectFound, holds, trueEffect } from "../support/programme";

/** Customers with their revenue on one day of January and of February 2026, after a first order in 2025. */
type Customer = readonly [name: string, january: number, february: number];

const columnsOf = (customers: readonly Customer[]) => {
  const rows = customers.flatMap(([name, january, february]) => [
    [name, "2025-06-01", 1],
    ...(january === 0 ? [] : [[name, "2026-01-20", january]]),
    ...(february === 0 ? [] : [[name, "2026-02-10", february]]),
  ]);
  const all = [...rows, ["later", "2026-02-28", 1]];
  return [0, 1, 2].map((at) => column(...all.map((row) => row[at])));
};

const impactOf = (customers: readonly Customer[], treated: readonly string[], ...more: unknown[]) => {
  const table = call(
    "CLV_IMPACT",
    ...columnsOf(customers),
    column(...treated),
    "2026-02-01",
    1,
    ...more,
  ) as Cell[][];
  return Object.fromEntries(table.slice(1).map(([measure, ...cells]) => [measure as string, cells]));
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);

describe("CLV_IMPACT", () => {
  test("Student's t at 97.5% is that of printed tables", () => {
    const printed: [number, number][] = [
      [1, 12.706],
      [2, 4.303],
      [5, 2.571],
      [10, 2.228],
      [30, 2.042],
      [120, 1.98],
    ];
    for (const [degrees, t] of printed) expect(studentQuantile(0.975, degrees)).toBeCloseTo(t, 3);
    expect(studentQuantile(0.95, 7)).toBeCloseTo(1.895, 3);
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.95996, 5);
  });

  test("Welch's interval of the sleep data is the one that R's documentation of t.test prints", () => {
    const treated = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const controls = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const { value, low, high } = difference([{ treated, controls, weight: 1 }], []);
    expect(value).toBeCloseTo(-1.58, 10);
    expect(low).toBeCloseTo(-3.3654832, 7);
    expect(high).toBeCloseTo(0.2054832, 7);
  });

  const two: Customer[] = [
    ["a", 100, 130],
    ["b", 100, 150],
    ["c", 100, 110],
    ["d", 100, 105],
    ["e", 0, 8],
    ["f", 0, 2],
    ["g", 0, 1],
  ];

  test("like with like by hand: the difference within each group, weighted by the customers of the programme", () => {
    // With 100 before: (30 + 50) ÷ 2 − (10 + 5) ÷ 2 = 32.5, two in the programme; without any: 8 − 1.5 = 6.5, one.
    const found = impactOf(two, ["a", "b", "e"], 50, 0.5);
    expect(found["Effect per customer, like with like"]![0]).toBeCloseTo((2 * 32.5 + 6.5) / 3, 10);
    // Of all: (30 + 50 + 8) ÷ 3 − (10 + 5 + 2 + 1) ÷ 4.
    expect(found["Effect per customer"]![0]).toBeCloseTo(88 / 3 - 18 / 4, 10);
    expect(found["Effect in total"]![0]).toBeCloseTo(71.5, 10);
    // After the start they brought 130 + 150 + 8 = 288, without the programme 216.5.
    expect(found["Effect in %"]![0]).toBeCloseTo(71.5 / 216.5, 10);
    expect(found["Return on cost"]![0]).toBeCloseTo((71.5 * 0.5 - 50) / 50, 10);
    const [before, others] = [
      [100, 100, 0],
      [100, 100, 0, 0],
    ];
    expect(found["Difference before"]![0]).toBeCloseTo(
      (mean(before) - mean(others)) / Math.sqrt((variance(before) + variance(others)) / 2),
      10,
    );
  });

  test("the error of like with like is that of the groups' differences, so weighted", () => {
    const found = impactOf([...two, ["h", 0, 10]], ["a", "b", "e", "h"]);
    const parts = [
      variance([30, 50]) / 2 / 4,
      variance([10, 5]) / 2 / 4,
      variance([8, 10]) / 2 / 4,
      variance([2, 1]) / 2 / 4,
    ];
    const total = parts.reduce((sum, part) => sum + part, 0);
    const degrees = total ** 2 / parts.reduce((sum, part) => sum + part ** 2 / 1, 0);
    const [value, low, high] = found["Effect per customer, like with like"] as number[];
    const half = studentQuantile(0.975, degrees) * Math.sqrt(total);
    expect([value! - low!, high! - value!]).toEqual([expect.closeTo(half, 9), expect.closeTo(half, 9)]);
  });

  test("what all bring more or less after the start changes no effect, and what the programme's bring more is the effect", () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 4,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 50 }), (pairs, more) => {
        const customers = pairs.map(([january, february], index): Customer => [
          `c${index}`,
          january,
          february,
        ]);
        const treated = customers.filter((_, index) => index % 2 === 0).map(([name]) => name);
        const effectOf = (some: readonly Customer[]) =>
          impactOf(some, treated)["Effect per customer"] as number[];
        const plain = effectOf(customers);
        const raised = effectOf(
          customers.map(([name, january, february]) => [name, january, february + more]),
        );
        const helped = effectOf(
          customers.map(([name, january, february]) => [
            name,
            january,
            february + (treated.includes(name) ? more : 0),
          ]),
        );
        plain.forEach((value, at) => {
          expect(raised[at]).toBeCloseTo(value, 8);
          expect(helped[at]).toBeCloseTo(value + more, 8);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("a programme that chose its best customers: like with like finds what was put in, and of all it seems lost", () => {
    const { effect, likeWithLike } = effectFound({ customers: 6000, chosen: "by revenue", seed: 1 });
    expect(holds(likeWithLike!)).toBe(true);
    expect(likeWithLike!.high - likeWithLike!.low).toBeLessThan(2 * trueEffect);
    expect(effect.high).toBeLessThan(trueEffect);
  });

  test("on 400 simulated shops the intervals hold the effect that was put in about as often as they say", () => {
    const seeds = Array.from({ length: 400 }, (_, index) => index + 1);
    const found = seeds.map((seed) => effectFound({ customers: 200, chosen: "at random", seed }));
    const share = (of: (one: (typeof found)[number]) => boolean) => found.filter(of).length / found.length;
    // Three standard errors of 400 are 3%.
    for (const held of [share(({ effect }) => holds(effect)), share((one) => holds(one.likeWithLike!))]) {
      expect(held).toBeGreaterThan(0.92);
      expect(held).toBeLessThan(0.98);
    }
  });

  test("customers without a purchase before start do not count, and the note says how many of the programme", () => {
    const found = impactOf(two, ["a", "b", "e", "later", "nobody"]);
    expect(found["Customers in the programme"]![0]).toBe(3);
    expect(found["Customers to compare with"]![0]).toBe(4);
    expect(found["Note"]![0]).toContain(
      "not counted, with no purchase before start: 2 customers in the programme",
    );
  });

  test("a group without others is left out and said", () => {
    const found = impactOf(
      [
        ["a", 100, 130],
        ["b", 100, 150],
        ["c", 100, 110],
        ["d", 100, 105],
        ["e", 0, 8],
      ],
      ["a", "b", "e"],
    );
    expect(found["Effect per customer, like with like"]![0]).toBeCloseTo(32.5, 10);
    expect(found["Effect in total"]![0]).toBeCloseTo(65, 10);
    expect(found["Note"]![0]).toContain(
      "left out of like with like, with no others like them: 1 customer in the programme",
    );
  });

  test("says if the programme's customers brought in much more before start", () => {
    const found = impactOf(
      [
        ["a", 100, 130],
        ["b", 90, 150],
        ["c", 10, 10],
        ["d", 12, 5],
      ],
      ["a", "b"],
    );
    expect(found["Note"]![0]).toMatch(
      /before start, customers in the programme brought in more than the others/,
    );
  });

  test("a header above the list is not a customer", () => {
    expect(impactOf(two, ["Programme", "a", "b", "e"])).toEqual(impactOf(two, ["a", "b", "e"]));
  });

  test("says what is wrong", () => {
    const columns = columnsOf(two);
    const message = (...more: unknown[]) => messageOf("CLV_IMPACT", ...columns, ...more);
    expect(message(column("a", "b"), "2026-01-01", 6)).toBe(
      "CLV_IMPACT: months must be at most 2, the whole months of data from start on, got 6: wait for more, or compare fewer",
    );
    expect(message(column("a", "b"), "2026-02-15", 1)).toBe(
      "CLV_IMPACT: start must be at least a month before 2026-02-28, the latest date, got 2026-02-15",
    );
    expect(message(column("x", "y"), "2026-02-01", 1)).toBe(
      "CLV_IMPACT: treated must be at least 2 customers with a purchase before 2026-02-01, got 0: check their names, and start",
    );
    expect(message(column(...two.map(([name]) => name)), "2026-02-01", 1)).toBe(
      "CLV_IMPACT: treated must leave at least 2 customers with a purchase before 2026-02-01 to compare with, got 0: without others there is nothing to compare with",
    );
    expect(message("", "2026-02-01")).toBe(
      "CLV_IMPACT: treated must be the customers in the programme, got none: add them, such as F2:F",
    );
  });
});
