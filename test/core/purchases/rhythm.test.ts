import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Buyer } from "../../../src/core/purchases/buyers";
import { intervalNames, intervals, rhythmOf } from "../../../src/core/purchases/rhythm";

/** A customer with purchases so many days apart. */
const buyer = (gaps: readonly number[], customer = "Ann"): Buyer => {
  const days = gaps.reduce((all, gap) => [...all, all[all.length - 1]! + gap], [0]);
  const amounts = days.map(() => 10);
  return { customer, first: 0, firstAmount: 10, days, amounts, paid: 10 * days.length };
};
const buyers = (count: number, gaps: readonly number[]) =>
  Array.from({ length: count }, (_, index) => buyer(gaps, `C${index}`));

describe("how payments come", () => {
  // Tolerances: 1, 2, 4, 8, 12 and 20 days.
  test.each([
    ["week", [6, 7, 8], [5, 9]],
    ["two weeks", [12, 14, 16], [11, 17]],
    ["month", [27, 28, 31, 34], [26, 35]],
    ["quarter", [84, 90, 92, 99], [83, 100]],
    ["half-year", [171, 181, 184, 194], [170, 195]],
    ["year", [346, 365, 366, 385], [345, 386]],
  ] as const)("a bill of every %s may be a few days early or late", (name, within, outside) => {
    for (const gap of within)
      expect(rhythmOf(buyers(8, [gap]))).toMatchObject({ kind: "billed", nearest: name, share: 1 });
    for (const gap of outside) expect(rhythmOf(buyers(8, [gap])).nearest).toBeUndefined();
  });

  test("half of the gaps at one interval are a bill, fewer a shop", () => {
    const [regular, other] = [buyers(10, [30]), buyers(10, [50])];
    expect(rhythmOf([...regular, ...other])).toMatchObject({ kind: "billed", share: 0.5 });
    expect(rhythmOf([...regular, ...other, ...buyers(1, [50])])).toMatchObject({
      kind: "shop",
      nearest: "month",
      share: 10 / 21,
    });
  });

  test("each customer counts as one, however often it pays", () => {
    const often = buyer(Array.from({ length: 100 }, () => 7));
    expect(rhythmOf([often, ...buyers(3, [40])])).toMatchObject({ kind: "shop", share: 1 / 4, gaps: 103 });
  });

  test("eight gaps tell a bill", () => {
    expect(rhythmOf(buyers(7, [30])).kind).toBe("shop");
    expect(rhythmOf(buyers(8, [30])).kind).toBe("billed");
  });

  test("with under a fiftieth back, or under three gaps, customers buy once; fewer than 20 are too few to say", () => {
    expect(rhythmOf([...buyers(4, [40]), ...buyers(196, [])]).kind).toBe("shop");
    expect(rhythmOf([...buyers(4, [40]), ...buyers(197, [])]).kind).toBe("once");
    expect(rhythmOf([...buyers(2, [40]), ...buyers(18, [])]).kind).toBe("once");
    expect(rhythmOf([...buyers(2, [40]), ...buyers(17, [])]).kind).toBe("few");
    expect(rhythmOf([])).toEqual({
      kind: "few",
      isOpen: false,
      nearest: undefined,
      share: 0,
      gaps: 0,
      repeatCustomers: 0,
    });
  });

  test("the share is the largest mean of each customer's own share, counted gap by gap", () => {
    const someBuyers = fc.array(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 6 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(someBuyers, (gapsOf) => {
        const shares = intervalNames.map((name) => {
          const { days, tolerance } = intervals[name];
          let total = 0;
          let customers = 0;
          for (const gaps of gapsOf) {
            if (gaps.length === 0) continue;
            customers++;
            for (const gap of gaps)
              if (gap >= days - tolerance && gap <= days + tolerance) total += 1 / gaps.length;
          }
          return customers > 0 ? total / customers : 0;
        });
        expect(rhythmOf(gapsOf.map((gaps) => buyer(gaps))).share).toBeCloseTo(Math.max(...shares), 12);
      }),
    );
  });
});
