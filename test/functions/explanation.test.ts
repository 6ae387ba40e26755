import { describe, expect, test } from "@jest/globals";
import { functions, sections } from "../../src/functions";
import { call, column, messageOf } from "../support/call";

const months = column("2026-01", "2026-02", "2026-03");
const figures = [column(1000, 1000, 1200), column(10, 10, 12), column(1, 0, 2)] as const;

/** What each function says of arguments whose results the other tests work out. */
const sentences: Record<string, readonly [readonly unknown[], string]> = {
  CLV: [[100, 36, 0.8], "CLV: average revenue 100.00 × lifetime 36 × gross margin 80% = 2,880.00"],
  CLV_NET_CAC: [
    [100, 36, 500, 0.8],
    "CLV_NET_CAC: average revenue 100.00 × lifetime 36 × gross margin 80% − CAC 500.00 = 2,380.00",
  ],
  CLV_ORDERS: [
    [60, 4, 3, 50, 0.4],
    "CLV_ORDERS: average order 60.00 × 4 orders a period × lifetime 3 × gross margin 40% − CAC 50.00 = 238.00",
  ],
  CLV_FROM_CHURN: [
    [100, 0.02, 0.8],
    "CLV_FROM_CHURN: average revenue 100.00 × gross margin 80% × 50 expected periods (churn 2%) = 4,000.00",
  ],
  CLV_DISCOUNTED: [
    [100, 0.8, 0.1],
    "CLV_DISCOUNTED: margin 100.00 × 80% ÷ (1 + 10% − 80%), first payment later = 266.67",
  ],
  CLV_LIFETIME: [[0.02], "CLV_LIFETIME: 1 ÷ churn 2% = 50 periods"],
  CLV_CHURN_RATE: [[5, 200], "CLV_CHURN_RATE: 5 customers lost ÷ 200 at the start = 2.5%"],
  CLV_CONVERT_RATE: [
    [0.02, "month", "year"],
    "CLV_CONVERT_RATE: 1 − (1 − 2%)^12 (churn, month to year) = 21.5%",
  ],
  CLV_CAC: [
    [column(1000, 1400), column(10, 14)],
    "CLV_CAC: spend 2,400.00 ÷ 24 new customers (2 periods) = 100.00",
  ],
  CLV_CAC_RATIO: [[3000, 1000], "CLV_CAC_RATIO: CLV 3,000.00 ÷ CAC 1,000.00 = 3"],
  CLV_NRR: [
    [1000, 150, 30, 70],
    "CLV_NRR: (MRR at start 1,000.00 + expansion 150.00 − contraction 30.00 − lost 70.00) ÷ MRR at start = 105%",
  ],
  CLV_GRR: [
    [1000, 30, 70],
    "CLV_GRR: (MRR at start 1,000.00 − contraction 30.00 − lost 70.00) ÷ MRR at start = 90%",
  ],
  CLV_QUICK_RATIO: [
    [300, 150, 30, 70, 50],
    "CLV_QUICK_RATIO: (new 300.00 + expansion 150.00 + reactivation 50.00) ÷ (contraction 30.00 + lost 70.00) = 5",
  ],
  CLV_PAYBACK: [
    [600, 100, 0.8],
    "CLV_PAYBACK: CAC 600.00 against average revenue 100.00 × gross margin 80% = 7.5 periods",
  ],
  CLV_MAX_CAC: [[3000], "CLV_MAX_CAC: CLV 3,000.00 ÷ target ratio 3 = 1,000.00"],
  CLV_ROLLING: [
    [...figures, 3, 0.8],
    "CLV_ROLLING: average revenue per customer 100.00 (mean of 3 rows) × gross margin 80% ÷ average churn 8.89% (3 customers lost) = 900.00",
  ],
  CLV_TREND: [
    [months, ...figures, 2],
    "CLV_TREND: at 2026-03-01 revenue per customer 100.00 and churn 8.33% give 1,200.00, down 40% on the month before",
  ],
  CLV_BRIDGE: [
    [months.slice(1), column(1000, 1200), column(10, 10), column(2, 1), 1],
    "CLV_BRIDGE: 500.00 at 2026-02-01, revenue per customer +150.00, lifetime +550.00 = 1,200.00 at 2026-03-01",
  ],
  CLV_DEFINITIONS: [
    [...figures, 0.8, 100, 3],
    "CLV_DEFINITIONS: 8 definitions from 600.00 (Last month only, revenue) to 1,125.00 (Rolling ratio of averages, revenue)",
  ],
  CLV_INTERVAL: [
    [...figures, 3],
    "CLV_INTERVAL: 1,066.67, between 412.91 and 3,086.27 (3 lost in 32 customer periods, 95% confidence)",
  ],
  CLV_SENSITIVITY: [
    [100, 0.02, 0.8, 500],
    "CLV_SENSITIVITY: 3,500.00; churn rate matters most: moved by 10% it gives 3,136.36 to 3,944.44",
  ],
};

describe("CLV_EXPLAIN", () => {
  test.each(Object.entries(sentences))("%s", (name, [given, sentence]) => {
    expect(call("CLV_EXPLAIN", name, ...given)).toBe(sentence);
  });

  test("knows every function of averages, drivers and monthly figures", () => {
    const known = sections.slice(0, 3).flatMap((section) => section.functions.map(({ name }) => name));
    expect(Object.keys(sentences).sort()).toEqual([...known].sort());
    expect(functions.filter(({ explain }) => explain).map(({ name }) => name)).toEqual(known);
  });

  test("says what the churn was read as", () => {
    // 104.20 × 80% ÷ 2.1% = 3,969.52 in each of 12 equal months
    const same = (value: number) => column(...Array.from({ length: 12 }, () => value));
    expect(call("CLV_EXPLAIN", "CLV_ROLLING", same(104_200), same(1000), same(21), 12, 0.8)).toBe(
      "CLV_ROLLING: average revenue per customer 104.20 (mean of 12 rows) × gross margin 80% ÷ average churn 2.1% (252 customers lost) = 3,969.52",
    );
    expect(call("CLV_EXPLAIN", "CLV_ROLLING", same(104_200), same(1000), same(0.021), 12, 0.8)).toBe(
      "CLV_ROLLING: average revenue per customer 104.20 (mean of 12 rows) × gross margin 80% ÷ average churn 2.1% (given as rates) = 3,969.52",
    );
  });

  test("calls a row what the dates show that it is", () => {
    const quarters = column("2026-01-01", "2026-04-01", "2026-07-01");
    expect(call("CLV_EXPLAIN", "CLV_TREND", quarters, ...figures, 2)).toBe(
      "CLV_TREND: at 2026-07-01 revenue per customer 100.00 and churn 8.33% give 1,200.00, down 40% on the quarter before",
    );
  });

  test("a converted rate is explained by its kind", () => {
    expect(call("CLV_EXPLAIN", "CLV_CONVERT_RATE", 0.8, "year", "month", "retention")).toBe(
      "CLV_CONVERT_RATE: 80%^(1/12) (retention, year to month) = 98.2%",
    );
    expect(call("CLV_EXPLAIN", "CLV_CONVERT_RATE", 0.1, "year", "month", "discount")).toBe(
      "CLV_CONVERT_RATE: (1 + 10%)^(1/12) − 1 (discount, year to month) = 0.797%",
    );
  });

  test("explains each cell of a range", () => {
    expect(call("CLV_EXPLAIN", "clv_lifetime", column(0.02, "", 0.05))).toEqual([
      ["CLV_LIFETIME: 1 ÷ churn 2% = 50 periods"],
      [""],
      ["CLV_LIFETIME: 1 ÷ churn 5% = 20 periods"],
    ]);
  });

  test("an error is that of the function itself", () => {
    expect(messageOf("CLV_EXPLAIN", "CLV_LIFETIME", 5)).toBe(
      "CLV_LIFETIME: churn_rate must be a rate between 0 and 1, got 5 (write 5% or 0.05)",
    );
  });

  test("a name it does not know is an error", () => {
    expect(messageOf("CLV_EXPLAIN", "CLV_KPIS")).toBe(
      'CLV_EXPLAIN: function_name must be a function of averages, drivers or monthly figures, such as "CLV_ROLLING", got "CLV_KPIS"',
    );
    expect(messageOf("CLV_EXPLAIN")).toBe(
      'CLV_EXPLAIN: function_name must be a function of averages, drivers or monthly figures, such as "CLV_ROLLING", got nothing',
    );
  });
});

describe("a sentence holds no figure that no cell could", () => {
  test.each<readonly [string, readonly unknown[]]>([
    ["CLV_MAX_CAC", [0.05, 5e-324]],
    ["CLV", [428.86, 1e308, 0.8]],
  ])("%s refuses as the function itself does", (name, given) => {
    const message = `${name}: the result must be a number that a cell can hold, got one beyond 1.8e308`;
    expect(messageOf(name, ...given)).toBe(message);
    expect(messageOf("CLV_EXPLAIN", name, ...given)).toBe(message);
  });

  test("nor a 0 that is none", () => {
    expect(call("CLV_EXPLAIN", "CLV_MAX_CAC", 0.003, 0.001)).toBe(
      "CLV_MAX_CAC: CLV 0.003 ÷ target ratio 0.001 = 3.00",
    );
    expect(call("CLV_EXPLAIN", "CLV_MAX_CAC", 1e300, 4)).toBe(
      "CLV_MAX_CAC: CLV 1e+300 ÷ target ratio 4 = 2.5e+299",
    );
  });
});
