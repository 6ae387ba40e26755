import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";

describe("CLV_LIFETIME", () => {
  test("is the mean number of periods, counted customer by customer", () => {
    let expected = 0;
    for (let t = 0; t < 5000; t++) expected += 0.97 ** t;
    expect(call("CLV_LIFETIME", 0.03)).toBeCloseTo(expected, 9);
  });

  test("with a cap counts the capped periods", () => {
    expect(call("CLV_LIFETIME", 0.5, 3)).toBeCloseTo(1 + 0.5 + 0.25, 12);
    expect(call("CLV_LIFETIME", 0, 60)).toBe(60);
  });

  test("has no end without churn", () => {
    expect(messageOf("CLV_LIFETIME", 0)).toBe(
      "CLV_LIFETIME: max_periods must be given, such as 60, when churn_rate is 0, got nothing",
    );
  });
});

describe("CLV_CHURN_RATE", () => {
  test("divides the lost by those at the start", () => {
    expect(call("CLV_CHURN_RATE", 3, 150)).toBe(0.02);
  });

  test("cannot lose more than there were", () => {
    expect(messageOf("CLV_CHURN_RATE", column(1, 5), column(10, 4))).toBe(
      "CLV_CHURN_RATE: customers_lost must be at most customers_at_start (4), got 5 in row 2",
    );
  });
});

describe("CLV_CONVERT_RATE compounds", () => {
  test("what is kept of customers, by the period: four fifths a year are kept month by month", () => {
    const monthly = call("CLV_CONVERT_RATE", 0.8, "year", "month", "retention") as number;
    let kept = 1;
    for (let month = 0; month < 12; month++) kept *= monthly;
    expect(kept).toBeCloseTo(0.8, 14);
  });

  test("interest: 10% a year is paid as twelve monthly rates on the balance", () => {
    const monthly = call("CLV_CONVERT_RATE", 0.1, "year", "month", "discount") as number;
    let money = 100;
    for (let month = 0; month < 12; month++) money += money * monthly;
    expect(money).toBeCloseTo(110, 12);
  });

  test("retention is what churn leaves", () => {
    const period = fc.constantFrom("day", "week", "month", "quarter", "year");
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), period, period, (churn, from, to) => {
        const kept = call("CLV_CONVERT_RATE", 1 - churn, from, to, "retention") as number;
        expect(kept).toBeCloseTo(1 - (call("CLV_CONVERT_RATE", churn, from, to) as number), 10);
      }),
    );
  });

  test("yearly rates give the present value of a customer who pays monthly", () => {
    const retention = call("CLV_CONVERT_RATE", 0.8, "year", "month", "retention");
    const discount = call("CLV_CONVERT_RATE", 0.1, "year", "month", "discount");
    let value = 0;
    for (let month = 1; month < 6000; month++) value += (10 * 0.8 ** (month / 12)) / 1.1 ** (month / 12);
    expect(value).toBeCloseTo(371.84, 2);
    expect(call("CLV_DISCOUNTED", 10, retention, discount)).toBeCloseTo(value, 9);
  });

  test("names the kinds it knows", () => {
    expect(messageOf("CLV_CONVERT_RATE", 0.02, "month", "year", "growth")).toBe(
      'CLV_CONVERT_RATE: kind must be "churn", "retention" or "discount", got "growth"',
    );
  });

  test("over twelve months what is kept is kept twelve times over", () => {
    expect(call("CLV_CONVERT_RATE", 0.05, "month", "year")).toBeCloseTo(1 - 0.95 ** 12, 12);
  });

  test("a week is 7 days of a year of 365.25", () => {
    expect(call("CLV_CONVERT_RATE", 0.01, "week", "year")).toBeCloseTo(1 - 0.99 ** (365.25 / 7), 12);
  });

  test.each(["churn", "retention", "discount"])("there and back again is where one was: %s", (kind) => {
    const period = fc.constantFrom("day", "week", "month", "quarter", "year");
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.2, noNaN: true }), period, period, (rate, from, to) => {
        const there = call("CLV_CONVERT_RATE", rate, from, to, kind) as number;
        fc.pre(there > 1e-300 && there < 0.999);
        expect(call("CLV_CONVERT_RATE", there, to, from, kind)).toBeCloseTo(rate, 10);
      }),
    );
  });

  test("keeps the digits of tiny rates", () => {
    // 12·ε − 66·ε², the first terms of the binomial series
    expect(call("CLV_CONVERT_RATE", 1e-12, "month", "year")).toBeCloseTo(12e-12 - 66e-24, 25);
  });

  test("names the periods it knows", () => {
    expect(messageOf("CLV_CONVERT_RATE", 0.02, "month", "decade")).toBe(
      'CLV_CONVERT_RATE: to_period must be "day", "week", "month", "quarter" or "year", got "decade"',
    );
  });
});

describe("CLV_CAC", () => {
  const spend = column(1000, 2000, 3000, 4000);
  const won = column(5, 10, 20, 30);

  test("is the ratio of the sums and not the mean of the ratios", () => {
    expect(call("CLV_CAC", spend, won)).toBeCloseTo(10000 / 65, 12);
  });

  test("with a lag sets spend against later customers and drops the unmatched ends", () => {
    expect(call("CLV_CAC", spend, won, 1)).toBeCloseTo((1000 + 2000 + 3000) / (10 + 20 + 30), 12);
  });

  test("takes rows of cells as well as columns", () => {
    expect(call("CLV_CAC", [[1000, 2000]], [[5, 10]])).toBe(200);
  });

  test("says what is missing", () => {
    expect(messageOf("CLV_CAC", column(1000, "", 3000), column(5, 10, 20))).toBe(
      "CLV_CAC: spend must be a number of 0 or more (write 0 for none), got an empty cell in row 2",
    );
    expect(messageOf("CLV_CAC", spend, column(0, 0, 0, 0))).toBe(
      "CLV_CAC: new_customers must add up to more than 0, got 0",
    );
    expect(messageOf("CLV_CAC", spend, won, 4)).toBe(
      "CLV_CAC: lag_periods must be below the number of rows (4), got 4",
    );
  });
});

describe("CLV_PAYBACK", () => {
  test("without churn is a division", () => {
    expect(call("CLV_PAYBACK", 600, 100, 0.8)).toBe(7.5);
  });

  test("with churn is when the falling profits add up to the cost", () => {
    const periods = call("CLV_PAYBACK", 600, 100, 0.8, 0.05) as number;
    // Σ over n periods of 80 × 0.95^t is 80 × (1 − 0.95^n) ÷ 0.05
    expect((80 * (1 - 0.95 ** periods)) / 0.05).toBeCloseTo(600, 9);
    expect(periods).toBeGreaterThan(7.5);
  });

  test("nothing spent is paid back at once", () => {
    expect(call("CLV_PAYBACK", 0, 100)).toBe(0);
  });

  test("a cost above the profit of the whole lifetime is never paid back", () => {
    expect(messageOf("CLV_PAYBACK", 2000, 100, 0.8, 0.05)).toBe(
      "CLV_PAYBACK: cac must be below the gross profit of a customer's whole lifetime (1600), got 2000: it is never paid back",
    );
    expect(messageOf("CLV_PAYBACK", 10, 0)).toBe(
      "CLV_PAYBACK: cac must be below the gross profit of a customer's whole lifetime (0), got 10: it is never paid back",
    );
  });

  test("customers who all leave after one period pay back within it or never", () => {
    expect(call("CLV_PAYBACK", 40, 100, 0.8, 1)).toBe(0.5);
    expect(messageOf("CLV_PAYBACK", 81, 100, 0.8, 1)).toBe(
      "CLV_PAYBACK: cac must be below the gross profit of a customer's whole lifetime (80), got 81: it is never paid back",
    );
  });
});

describe("ratios of value and cost", () => {
  test("CLV_CAC_RATIO and CLV_MAX_CAC undo one another", () => {
    expect(call("CLV_CAC_RATIO", 4000, call("CLV_MAX_CAC", 4000, 4))).toBe(4);
  });

  test("a cost of 0 has no ratio", () => {
    expect(messageOf("CLV_CAC_RATIO", 100, 0)).toBe("CLV_CAC_RATIO: cac must be a number above 0, got 0");
  });
});

describe("CLV_NRR, CLV_GRR and CLV_QUICK_RATIO", () => {
  test("give what CLV_SUBSCRIPTIONS says of a month whose movements are of those there at the start", () => {
    const plain = call(
      "CLV_SUBSCRIPTIONS",
      column("Ann", "Ann", "Bo", "Cy", "Cy"),
      column("2026-01-01", "2026-02-05", "2026-01-01", "2026-01-01", "2026-02-10"),
      column("2026-02-04", "", "2026-02-14", "2026-02-09", ""),
      column(100, 130, 100, 60, 50),
      "2026-02-28",
    ) as Cell[][];
    const of = (title: string) => plain[2]![plain[0]!.indexOf(title)] as number;
    const [start, more, less, lost] = ["MRR at start", "Expansion", "Contraction", "Lost MRR"].map(of);
    expect([start, more, less, lost]).toEqual([260, 30, 10, 100]);
    expect(call("CLV_NRR", start, more, less, lost)).toBeCloseTo(of("NRR"), 12);
    expect(call("CLV_GRR", start, less, lost)).toBeCloseTo(of("GRR"), 12);
  });

  test("broadcast over a table of months, titles skipped", () => {
    expect(
      call(
        "CLV_NRR",
        column("Start", 100, 200),
        column("+", 10, 0),
        column("−", 0, 20),
        column("Lost", 5, 0),
      ),
    ).toEqual(column("", 1.05, 0.9));
    expect(call("CLV_GRR", column(100, ""), column(10, ""), column(5, ""))).toEqual(column(0.85));
    expect(call("CLV_QUICK_RATIO", column(30, 10), 10, 10, column(10, 0))).toEqual(column(2, 2));
  });

  test("more cannot be lost than there was", () => {
    expect(messageOf("CLV_GRR", column(100, 100), column(0, 60), column(20, 50))).toBe(
      "CLV_GRR: contraction must be, with lost, at most mrr_at_start (100), got 110 in row 2",
    );
    expect(messageOf("CLV_NRR", 100, 5, 60, 50)).toBe(
      "CLV_NRR: contraction must be, with lost, at most mrr_at_start + expansion (105), got 110",
    );
    // 0.3 − 0.1 − 0.2 is a little below 0 in binary
    expect(call("CLV_GRR", 0.3, 0.1, 0.2)).toBe(0);
  });

  test("a period in which nothing was lost has no quick ratio", () => {
    expect(messageOf("CLV_QUICK_RATIO", 10, 5, 0, column(1, 0))).toBe(
      "CLV_QUICK_RATIO: contraction must be above 0 where lost is 0, since there is no ratio without losses, got 0 in row 2",
    );
  });
});
