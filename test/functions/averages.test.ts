import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { call, column, messageOf } from "../support/call";

describe("CLV_FROM_CHURN gives the published examples", () => {
  test.each([
    [100, 0.05, 1, 2000, "ChartMogul"],
    [10, 0.04, 1, 250, "ProfitWell"],
    [10, 0.06, 1, 166.67, "ProfitWell"],
    [100, 0.02, 0.8, 4000, "C. Janz"],
  ])("%d at a churn of %d and a margin of %d is %d (%s)", (revenue, churn, margin, value) => {
    expect(call("CLV_FROM_CHURN", revenue, churn, margin)).toBeCloseTo(value, 2);
  });
});

describe("CLV_FROM_CHURN adds up what its definition says", () => {
  const slowSum = (revenue: number, churn: number, margin: number, expansion: number, periods: number) => {
    let total = 0;
    for (let t = 0; t < periods; t++) total += margin * revenue * ((1 - churn) * (1 + expansion)) ** t;
    return total;
  };

  test("a capped value is the sum of its terms, one by one", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, rate, rate, fc.integer({ min: 1, max: 200 }), (churn, margin, expansion, periods) => {
        const expected = slowSum(100, churn, margin, expansion, periods);
        const value = call("CLV_FROM_CHURN", 100, churn, margin, expansion, periods) as number;
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-11 * Math.abs(expected) + 1e-300);
      }),
    );
  });

  test("expansion that outweighs churn needs a cap", () => {
    expect(messageOf("CLV_FROM_CHURN", 100, 0.02, 1, 0.03)).toBe(
      "CLV_FROM_CHURN: max_periods must be given, such as 60, when expansion makes up for churn, got nothing",
    );
    expect(call("CLV_FROM_CHURN", 100, 0.02, 1, 0.03, 60)).toBeCloseTo(slowSum(100, 0.02, 1, 0.03, 60), 6);
  });

  test("no churn at all needs a cap, and with it every period counts alike", () => {
    expect(messageOf("CLV_FROM_CHURN", 100, 0)).toBe(
      "CLV_FROM_CHURN: max_periods must be given, such as 60, when churn_rate is 0, got nothing",
    );
    expect(call("CLV_FROM_CHURN", 100, 0, 1, "", 60)).toBe(6000);
  });

  test("everyone lost leaves the first period", () => {
    expect(call("CLV_FROM_CHURN", 100, 1)).toBe(100);
  });
});

describe("CLV_DISCOUNTED", () => {
  /** Margin multiples r ÷ (1 + i − r) as printed by Gupta and Lehmann (2003). */
  const printed: Record<string, readonly [number, number, number, number]> = {
    0.1: [1.2, 1.75, 2.67, 4.5],
    0.12: [1.15, 1.67, 2.5, 4.09],
    0.14: [1.11, 1.59, 2.35, 3.75],
    0.16: [1.07, 1.52, 2.22, 3.46],
  };

  test.each(Object.entries(printed))(
    "gives the printed multiples at a discount of %s",
    (discount, multiples) => {
      const values = [0.6, 0.7, 0.8, 0.9].map(
        (retention) => call("CLV_DISCOUNTED", 1, retention, Number(discount)) as number,
      );
      expect(values.map((value) => Number(value.toFixed(2)))).toEqual(multiples);
    },
  );

  test("the first payment now is one undiscounted margin more than the first payment later", () => {
    const later = call("CLV_DISCOUNTED", 100, 0.8, 0.1) as number;
    expect(call("CLV_DISCOUNTED", 100, 0.8, 0.1, "", "now")).toBeCloseTo(later + 100, 9);
  });

  test.each(["later", "now"])("a number of periods is a number of payments, the first %s", (first) => {
    const start = first === "now" ? 0 : 1;
    let expected = 0;
    for (let t = start; t < start + 5; t++) expected += 100 * 0.8 ** t * 1.1 ** -t;
    expect(call("CLV_DISCOUNTED", 100, 0.8, 0.1, 5, first)).toBeCloseTo(expected, 9);
  });

  test("full retention without a discount needs a number of periods", () => {
    expect(messageOf("CLV_DISCOUNTED", 100, 1, 0)).toBe(
      "CLV_DISCOUNTED: periods must be given, such as 60, when retention_rate is 1 and discount_rate is 0, got nothing",
    );
    expect(call("CLV_DISCOUNTED", 100, 1, 0, 12)).toBe(1200);
  });

  test("the first payment is named by one of two words", () => {
    expect(messageOf("CLV_DISCOUNTED", 100, 0.8, 0.1, 5, "soon")).toBe(
      'CLV_DISCOUNTED: first_payment must be "later" or "now", got "soon"',
    );
  });
});

describe("the plain products", () => {
  test("CLV without a margin is revenue", () => {
    expect(call("CLV", 104.2, 36)).toBeCloseTo(3751.2, 9);
  });

  test("CLV_NET_CAC may fall below 0", () => {
    expect(call("CLV_NET_CAC", 10, 5, 80)).toBe(-30);
  });

  test("CLV_ORDERS without CAC and margin is order value × frequency × lifespan", () => {
    expect(call("CLV_ORDERS", 60, 4, 3)).toBe(720);
  });

  test("a column of customers gives a column of values, one margin for all", () => {
    expect(call("CLV", column(100, 200), column(12, 6), 0.5)).toEqual([[600], [600]]);
  });

  test("the error says in full what an amount, a lifetime or a margin may be", () => {
    expect(messageOf("CLV", -1, 12)).toBe("CLV: average_revenue must be a number of 0 or more, got -1");
    expect(messageOf("CLV", 100)).toBe("CLV: lifetime must be a number of 0 or more, got nothing");
    expect(messageOf("CLV", 100, "", 0.5)).toBe(
      "CLV: lifetime must be a number of 0 or more, got an empty cell",
    );
    expect(messageOf("CLV", 100, 12, 1.2)).toBe(
      "CLV: gross_margin must be a rate between 0 and 1, got 1.2 (write 1.2% or 0.012)",
    );
  });

  test("a result that no cell can hold is an error, and not infinity", () => {
    expect(messageOf("CLV", 1e200, 1e200)).toBe(
      "CLV: the result must be a number that a cell can hold, got one beyond 1.8e308",
    );
  });
});
