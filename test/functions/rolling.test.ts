import { describe, expect, test } from "@jest/globals";
import { call, column, messageOf } from "../support/call";
import { customers, given, lost, mean, months, revenue, total } from "../support/monthlyFigures";

describe("CLV_ROLLING", () => {
  test("is the mean of revenue per customer over the mean churn rate of the latest 12 rows", () => {
    const arpc = mean(revenue.slice(-12).map((value, index) => value / customers.slice(-12)[index]!));
    const churn = mean(lost.slice(-12).map((value, index) => value / customers.slice(-12)[index]!));
    expect(call("CLV_ROLLING", ...given)).toBeCloseTo(arpc / churn, 9);
    expect(call("CLV_ROLLING", ...given, 12, 0.8)).toBeCloseTo((0.8 * arpc) / churn, 9);
  });

  test("pooled is the ratio of the sums", () => {
    const expected = total(revenue.slice(-6)) / total(lost.slice(-6));
    expect(call("CLV_ROLLING", ...given, 6, "", "pooled")).toBeCloseTo(expected, 9);
  });

  test("a margin for each period weighs that period's revenue", () => {
    const margins = months.map((_, index) => 0.5 + index / 100);
    const profit = mean(months.slice(-3).map((_, index) => (90 + 15 + index) * margins[15 + index]!));
    const churn = mean([15, 16, 17].map((index) => lost[index]! / customers[index]!));
    expect(call("CLV_ROLLING", ...given, 3, column(...margins))).toBeCloseTo(profit / churn, 9);
  });

  test("counts and the rates that follow from them give the same", () => {
    const rates = column(...lost.map((value, index) => value / customers[index]!));
    expect(call("CLV_ROLLING", given[0], given[1], rates)).toBeCloseTo(
      call("CLV_ROLLING", ...given) as number,
      9,
    );
    const pooled = call("CLV_ROLLING", ...given, 12, "", "pooled") as number;
    expect(call("CLV_ROLLING", given[0], given[1], rates, 12, "", "pooled")).toBeCloseTo(pooled, 9);
  });

  test("whole columns with a header and blank rows below give what the figures alone give", () => {
    const whole = (title: string, values: readonly number[]) => column(title, ...values, "", "", "");
    expect(
      call("CLV_ROLLING", whole("Revenue", revenue), whole("Customers", customers), whole("Lost", lost)),
    ).toBe(call("CLV_ROLLING", ...given));
  });

  test("a blank figure outside the window does no harm", () => {
    const withoutFirst = column("", ...lost.slice(1));
    expect(call("CLV_ROLLING", given[0], given[1], withoutFirst)).toBe(call("CLV_ROLLING", ...given));
  });

  describe("a churn column of rates", () => {
    const years = [column(60000, 60000, 60000), column(2000, 2000, 2000)] as const;
    const value = (...churn: unknown[]) => call("CLV_ROLLING", ...years, column(...churn), 3);
    /** Revenue of 30 a customer over a mean churn rate of 5%. */
    const worth = 600;

    test("may be text with %, or numbers, or both", () => {
      expect(value("5%", "4%", "6%")).toBeCloseTo(worth, 9);
      expect(value("5,0 %", 0.04, "0.06")).toBeCloseTo(worth, 9);
    });

    test("holds rates if it has only 0% and 100% as text", () => {
      expect(value("0%", "100%", "0%")).toBeCloseTo(90, 9);
      expect(value(0, "100%", 0)).toBeCloseTo(90, 9);
    });

    const headed = (heading: unknown, ...cells: unknown[]) => column(heading, ...cells);
    test.each([
      "Churn rate",
      "Churn %",
      "CHURN RATES",
      "Churn (in percent)",
      "churn pct",
      "Churn ratio",
      "Churnrate",
      "Kündigungsrate",
      "Abwanderungsquote",
      "Abgang in Prozent",
      "Anteil verloren",
      "Taux d’attrition",
      "Pourcentage perdu",
      "Tasa de cancelación",
      "Porcentaje de bajas",
      "Tasso di abbandono",
      "Percentuale persi",
      "Taxa de cancelamento",
      "Percentagem",
      "Por cento",
      "Verlooppercentage",
      "Procent weg",
    ])("under the heading %j holds rates where it holds only 0 and 1", (heading) => {
      // Everyone buys every other month: 20 customers, an order of 100 each; half of the time all seem lost.
      const figures = [headed("Revenue", 1000, 1000), headed("Customers", 10, 10)];
      expect(call("CLV_ROLLING", ...figures, headed(heading, 1, 1), 2)).toBe(100);
    });

    test.each(["Lost", "Churn", "Churned customers", "Corporate churn", "Kündigungen", "Perdus", "Verloren"])(
      "under the heading %j holds customers lost where it holds only 0 and 1",
      (heading) => {
        const figures = [headed("Revenue", 1000, 1000), headed("Customers", 10, 10)];
        expect(call("CLV_ROLLING", ...figures, headed(heading, 1, 1), 2)).toBe(1000);
      },
    );

    test("without a heading, whole numbers are customers lost, which CLV_EXPLAIN says", () => {
      expect(value(5, 4, 6)).toBeCloseTo(12000, 9);
      expect(call("CLV_EXPLAIN", "CLV_ROLLING", ...years, column(5, 4, 6), 3)).toBe(
        "CLV_ROLLING: average revenue per customer 30.00 (mean of 3 rows) ÷ average churn 0.25% (15 customers lost) = 12,000.00",
      );
    });

    test("whole percentages under the heading of a rate are refused with what to write", () => {
      const figures = [headed("Revenue", 60000, 60000), headed("Customers", 2000, 2000)];
      expect(messageOf("CLV_ROLLING", ...figures, headed("Churn %", 5, 4), 2)).toBe(
        'CLV_ROLLING: churn must be rates between 0 and 1 under the heading "Churn %", got 5 in row 2: write 5% or 0.05, or name the column customers lost',
      );
      expect(messageOf("CLV_ROLLING", ...figures, headed("Churn", 2.5, 4), 2)).toBe(
        "CLV_ROLLING: churn must be all whole numbers (customers lost) or all rates between 0 and 1, got 2.5 in row 2: write 2.5% or 0.025",
      );
    });

    test("rates as text do not go with customers lost", () => {
      expect(messageOf("CLV_ROLLING", ...years, column("5%", 4, 6), 3)).toBe(
        "CLV_ROLLING: churn must be all whole numbers (customers lost) or all rates between 0 and 1, got 5% in row 1 and 4 in row 2",
      );
      expect(messageOf("CLV_ROLLING", ...years, column("120%", "few", -1), 3)).toBe(
        'CLV_ROLLING: churn must be a number of 0 or more, or a rate such as 5%, got "120%" in row 1, "few" in row 2, -1 in row 3',
      );
    });

    test("takes the rates of CLV_KPIS, whose first one is blank", () => {
      const figures = [headed("Revenue", 500, 1000, 1000), headed("Customers", 10, 10, 10)];
      expect(call("CLV_ROLLING", ...figures, headed("Churn rate", "", 1, 1), 2)).toBe(100);
      expect(messageOf("CLV_ROLLING", ...figures, headed("Churn rate", "", 1, 1), 3)).toBe(
        "CLV_ROLLING: churn must have a value in every period of the window, got an empty cell in row 2: fill it, or use a shorter window",
      );
    });
  });

  describe("says what to do about", () => {
    const three = [column(1000, 1000, 1200), column(10, 10, 12)] as const;

    test("too few rows", () => {
      expect(messageOf("CLV_ROLLING", ...three, column(1, 0, 2))).toBe(
        "CLV_ROLLING: window must be at most the number of rows with figures (3), got 12",
      );
    });

    test("no churn in the window", () => {
      expect(messageOf("CLV_ROLLING", ...three, column(1, 0, 0), 2)).toBe(
        "CLV_ROLLING: churn must be above 0 in at least one of the last 2 rows, got no churn: use a longer window, or CLV_INTERVAL for a lower limit",
      );
    });

    test("a blank figure inside the window", () => {
      expect(messageOf("CLV_ROLLING", column(1000, "", 1200), three[1], column(1, 0, 2), 3)).toBe(
        "CLV_ROLLING: revenue must have a value in every period of the window, got an empty cell in row 2: fill it, or use a shorter window",
      );
    });

    test("text in a cell", () => {
      expect(messageOf("CLV_ROLLING", column(1000, "n/a", 1200), three[1], column(1, 0, 2), 3)).toBe(
        'CLV_ROLLING: revenue must be a number, got "n/a" in row 2',
      );
    });

    test("unequal ranges", () => {
      expect(messageOf("CLV_ROLLING", three[0], column(10, 10), column(1, 0, 2), 3)).toBe(
        "CLV_ROLLING: customers must have as many cells as revenue (3), got 2",
      );
    });

    test("a period without customers", () => {
      expect(messageOf("CLV_ROLLING", three[0], column(10, 0, 12), column(1, 0, 2), 3)).toBe(
        "CLV_ROLLING: customers must be a number above 0, got 0 in row 2",
      );
    });

    test("more customers lost than there were", () => {
      expect(messageOf("CLV_ROLLING", ...three, column(1, 0, 13), 3)).toBe(
        "CLV_ROLLING: churn must be at most the customers at the start of the period (12), got 13 in row 3",
      );
    });

    test("counts and rates mixed", () => {
      expect(messageOf("CLV_ROLLING", ...three, column(2, 0.05, 0.02), 3)).toBe(
        "CLV_ROLLING: churn must be all whole numbers (customers lost) or all rates between 0 and 1, got 2 in row 1 and 0.05 in row 2",
      );
    });

    test("a window that is not a number of rows", () => {
      expect(messageOf("CLV_ROLLING", ...given, 0)).toBe(
        "CLV_ROLLING: window must be a whole number of 1 or more, got 0",
      );
      expect(messageOf("CLV_ROLLING", ...given, column(6, 12))).toBe(
        "CLV_ROLLING: window must be one cell, got 2 rows × 1 columns",
      );
    });

    test("a method it does not know", () => {
      expect(messageOf("CLV_ROLLING", ...given, 12, "", "median")).toBe(
        'CLV_ROLLING: method must be "average" or "pooled", got "median"',
      );
    });

    test("no figures at all", () => {
      expect(messageOf("CLV_ROLLING", column("", ""), column("", ""), column("", ""))).toBe(
        "CLV_ROLLING: revenue must have at least one row with figures, got none",
      );
    });
  });
});
