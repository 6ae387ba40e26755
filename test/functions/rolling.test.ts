import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf, readable } from "../support/call";
import { seeded } from "../support/orders";

/** Figures of a business of our own making: 18 months, 3 of which are left out of a window of 15. */
const months = Array.from(
  { length: 18 },
  (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
);
const customers = months.map((_, index) => 200 + 5 * index);
const lost = months.map((_, index) => 4 + (index % 3));
const revenue = customers.map((count, index) => count * (90 + index));

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

const given = [column(...revenue), column(...customers), column(...lost)] as const;

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

describe("CLV_TREND", () => {
  const table = call("CLV_TREND", column(...months), ...given, 3) as Cell[][];

  test("holds in each row what CLV_ROLLING gives for the rows up to it", () => {
    for (let rows = 3; rows <= months.length; rows++) {
      const upTo = given.map((cells) => cells.slice(0, rows));
      expect(table[rows]![4]).toBe(call("CLV_ROLLING", ...upTo, 3));
    }
  });

  test("compares with the row before, and with the one 12 rows before for months", () => {
    const value = (row: number) => table[row]![4] as number;
    expect(table[18]![5]).toBeCloseTo(value(18) - value(17), 9);
    expect(table[18]![6]).toBeCloseTo(value(18) / value(17) - 1, 12);
    expect(table[18]![7]).toBeCloseTo(value(18) / value(6) - 1, 12);
    expect(table[14]![7]).toBe("");
  });

  test("compares with the row 4 rows before for quarters and 52 before for weeks", () => {
    const quarters = months.map((_, index) => new Date(Date.UTC(2020, 3 * index, 1)));
    const quarterly = call("CLV_TREND", column(...quarters), ...given, 1) as number[][];
    expect(quarterly[5]![7]).toBeCloseTo(quarterly[5]![4]! / quarterly[1]![4]! - 1, 12);
    const weeks = Array.from({ length: 60 }, (_, index) => new Date(Date.UTC(2025, 0, 6 + 7 * index)));
    const flat = (value: number) => column(...weeks.map((_, index) => value + index));
    const weekly = call("CLV_TREND", column(...weeks), flat(1000), flat(100), flat(2), 1) as number[][];
    expect(weekly[52]![7]).toBe("");
    expect(weekly[53]![7]).toBeCloseTo(weekly[53]![4]! / weekly[1]![4]! - 1, 12);
  });

  test("leaves blank what has no full window, no churn or no customers", () => {
    const [revenues, counts, churn] = [
      column(100, 100, 100, 100),
      column(10, 10, 0, 10),
      column("", 0, 1, 1),
    ];
    expect(
      readable(
        call("CLV_TREND", column("2026-01", "2026-02", "2026-03", "2026-04"), revenues, counts, churn, 1),
      ),
    ).toEqual([
      [
        "Period",
        "Revenue per customer",
        "Churn rate",
        "Lifetime",
        "CLV",
        "Change",
        "Change %",
        "Year-ago change %",
      ],
      ["2026-01-01", "", "", "", "", "", "", ""],
      ["2026-02-01", 10, 0, "", "", "", "", ""],
      ["2026-03-01", "", "", "", "", "", "", ""],
      ["2026-04-01", 10, 0.1, 10, 100, "", "", ""],
    ]);
  });

  test("takes the columns of CLV_KPIS as they are", () => {
    const orders = [
      column("Ann", "Bo", "Cy", "Ann", "Bo", "Ann", "Cy"),
      column(
        "2026-01-05",
        "2026-01-20",
        "2026-01-21",
        "2026-02-10",
        "2026-02-11",
        "2026-03-01",
        "2026-03-05",
      ),
      column(100, 50, 50, 70, 30, 20, 10),
    ];
    const kpis = call("CLV_KPIS", ...orders, "month", 1) as Cell[][];
    const columnOf = (title: string) => kpis.map((row) => [row[kpis[0]!.indexOf(title)]!]);
    const trend = call(
      "CLV_TREND",
      ...["Period", "Revenue", "Customers", "Churn rate"].map((title) => columnOf(title)),
      1,
    ) as Cell[][];
    // March: revenue 30 of 2 customers is 15 each; 1 of February's 2 is lost
    expect(trend[3]!.slice(1, 5)).toEqual([15, 0.5, 2, 30]);
  });

  test("wants periods in order and without a gap", () => {
    const figures = [column(100, 100, 100), column(10, 10, 10), column(1, 1, 1), 1];
    expect(messageOf("CLV_TREND", column("2026-01", "2026-02", "2026-04"), ...figures)).toBe(
      "CLV_TREND: period must be one month after another, oldest first, without a gap, got 2026-04-01 after 2026-02-01 in row 3",
    );
    expect(messageOf("CLV_TREND", column("2026-03", "2026-02", "2026-01"), ...figures)).toBe(
      "CLV_TREND: period must be days, weeks, months, quarters or years in order, oldest first, got 2026-02-01 after 2026-03-01 in row 2",
    );
    expect(messageOf("CLV_TREND", column("2026-01", "", "2026-03"), ...figures)).toBe(
      "CLV_TREND: period must be a date in every row, got an empty cell in row 2",
    );
    expect(
      messageOf("CLV_TREND", column("Q1", "Q2", "Q3"), column(1, 2, 3), column(1, 2, 3), column(0, 1, 1)),
    ).toBe(
      'CLV_TREND: period must be a date, or text such as 2026-03-31 or 2026-03, got "Q1" in row 1, "Q2" in row 2, "Q3" in row 3',
    );
  });
});

describe("CLV_BRIDGE", () => {
  test("effects add up to the change, and from and to are the drivers of the two windows", () => {
    const figure = fc.integer({ min: 1, max: 1_000_000 });
    const rows = fc.array(
      fc.record({
        revenue: figure,
        customers: fc.integer({ min: 10, max: 5000 }),
        margin: fc.double({ min: 0.01, max: 1, noNaN: true }),
      }),
      { minLength: 4, maxLength: 18 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 3 }), (periods, window) => {
        const cells = (pick: (row: (typeof periods)[number]) => number) => column(...periods.map(pick));
        const table = call(
          "CLV_BRIDGE",
          column(...months.slice(0, periods.length)),
          cells((row) => row.revenue),
          cells((row) => row.customers),
          cells((row) => Math.ceil(row.customers / 10)),
          window,
          cells((row) => row.margin),
        ) as number[][];
        const body = table.slice(1);
        const effects = body.slice(1, -1).map((row) => row[3]!);
        const [then, now] = [body[0]![3]!, body[body.length - 1]![3]!];
        expect(total(effects)).toBeCloseTo(now - then, 9 - Math.ceil(Math.log10(Math.max(now, then, 1))));
        const product = (side: 1 | 2) => body.slice(1, -1).reduce((value, row) => value * row[side]!, 1);
        expect(product(1) / then).toBeCloseTo(1, 9);
        expect(product(2) / now).toBeCloseTo(1, 9);
      }),
    );
  });

  test("goes back 12 rows, or as far as the data go", () => {
    const all = call("CLV_BRIDGE", column(...months), ...given, 3) as Cell[][];
    expect(readable(all[1]![1]!)).toBe("2024-06-01");
    const few = call(
      "CLV_BRIDGE",
      column(...months.slice(0, 5)),
      ...given.map((cells) => cells.slice(0, 5)),
      3,
    ) as Cell[][];
    expect(readable(few[1]![1]!)).toBe("2024-03-01");
    expect(few.map((row) => row[0])).toEqual([
      "Driver",
      "CLV then",
      "Revenue per customer",
      "Lifetime",
      "CLV now",
    ]);
  });

  test("says where there is nothing to compare with", () => {
    expect(messageOf("CLV_BRIDGE", column(...months), ...given, 18)).toBe(
      "CLV_BRIDGE: window must leave an earlier window with figures and churn to compare with, got 18 of 18 rows",
    );
    expect(messageOf("CLV_BRIDGE", column(...months), ...given, 6, "", 13)).toBe(
      "CLV_BRIDGE: periods_back must reach a window of 6 rows full of figures with churn, got 13",
    );
  });
});

describe("CLV_DEFINITIONS", () => {
  const valuesOf = (table: Cell[][]) => Object.fromEntries(table.slice(1).map((row) => [row[0], row[4]]));
  const values = valuesOf(call("CLV_DEFINITIONS", ...given, 0.8, 300) as Cell[][]);
  const arpc = (from: number, to: number) =>
    mean(revenue.slice(from, to).map((value, index) => value / customers[from + index]!));
  const churn = (from: number, to: number) =>
    mean(lost.slice(from, to).map((value, index) => value / customers[from + index]!));

  test("each value is its formula over its window", () => {
    const rolling = arpc(6, 18) / churn(6, 18);
    const monthly = 1.1 ** (1 / 12) - 1;
    let capped = 0;
    for (let t = 0; t < 60; t++) capped += 0.8 * arpc(6, 18) * (1 - churn(6, 18)) ** t;
    let discounted = 0;
    for (let t = 0; t < 5000; t++)
      discounted += 0.8 * arpc(6, 18) * ((1 - churn(6, 18)) / (1 + monthly)) ** t;
    const expected: Record<string, number> = {
      "Average revenue × lifetime": arpc(0, 18) / churn(0, 18),
      "Rolling ratio of averages": rolling,
      "Rolling pooled ratio": total(revenue.slice(6)) / total(lost.slice(6)),
      "Six-month trailing churn": arpc(17, 18) / churn(11, 17),
      "Last month only": arpc(17, 18) / churn(17, 18),
      "Net of CAC": 0.8 * rolling - 300,
      "Gross profit": 0.8 * rolling,
      "Discounted at 10% a year": discounted,
      "Capped at 60 months": capped,
    };
    expect(Object.keys(values)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected)) expect(values[name]).toBeCloseTo(value, 6);
  });

  /** Six months, 60 months and the part of a year in rows of each kind, as a calendar has them. */
  const rowsOfEach = [
    ["day", 182, 1826, 1 / 365.25],
    ["week", 26, 260, 7 / 365.25],
    ["month", 6, 60, 1 / 12],
    ["quarter", 2, 20, 1 / 4],
    ["year", 0, 5, 1],
  ] as const;
  test.each(rowsOfEach)("where a row is a %s, six months are %d rows and 60 months %d", (...row) => {
    const [period, sixMonths, sixtyMonths, years] = row;
    const long = Array.from({ length: 200 }, (_, index) => 1000 + 7 * index);
    const figures = [column(...long), column(...long.map(() => 100)), column(...long.map((_, at) => at % 4))];
    const table = call("CLV_DEFINITIONS", ...figures, 0.5, "", 12, period) as Cell[][];
    const by = Object.fromEntries(table.slice(1).map((cells) => [cells[0], cells]));
    const [profit, lossOf12] = [(0.5 * mean(long.slice(-12))) / 100, 0.015];
    let [capped, discounted] = [0, 0];
    for (let t = 0; t < sixtyMonths; t++) capped += profit * (1 - lossOf12) ** t;
    for (let t = 0; t < 6000; t++) discounted += (profit * (1 - lossOf12) ** t) / 1.1 ** (t * years);
    expect(by["Capped at 60 months"]![4]).toBeCloseTo(capped, 8);
    expect(by["Capped at 60 months"]![1]).toContain(`over ${sixtyMonths} ${period}s`);
    expect(by["Discounted at 10% a year"]![4]).toBeCloseTo(discounted, 8);
    expect(by["Discounted at 10% a year"]![1]).toContain(`both of a ${period}`);
    expect(by[`Last ${period} only`]![4]).toBeCloseTo(long[199]! / 100 / 0.03, 9);
    const [, formula, , window, value] = by["Six-month trailing churn"]!;
    const lossBefore = mean(long.map((_, at) => (at % 4) / 100).slice(199 - sixMonths, 199));
    const isThere = sixMonths > 0;
    expect(formula).toBe(
      isThere
        ? "latest revenue per customer ÷ mean churn rate of the six months before"
        : "not possible with whole years",
    );
    expect(window).toBe(isThere ? `${sixMonths} rows before the latest` : "");
    expect(Number(value)).toBeCloseTo(isThere ? long[199]! / 100 / lossBefore : 0, 9);
  });

  test("the discount of a week is that of CLV_CONVERT_RATE", () => {
    const even = [column(1000, 1000), column(100, 100), column(2, 2)];
    const table = call("CLV_DEFINITIONS", ...even, "", "", 2, "week") as Cell[][];
    const discount = call("CLV_CONVERT_RATE", 0.1, "year", "week", "discount");
    expect(valuesOf(table)["Discounted at 10% a year"]).toBeCloseTo(
      call("CLV_DISCOUNTED", 10, 0.98, discount, "", "now") as number,
      9,
    );
  });

  test("stays blank if the figures are not enough", () => {
    const short = valuesOf(call("CLV_DEFINITIONS", ...given.map((cells) => cells.slice(0, 3))) as Cell[][]);
    expect(Object.values(short).filter((value) => value === "")).toHaveLength(7);
    expect(short["Last month only"]).toBeCloseTo(arpc(2, 3) / churn(2, 3), 9);
  });
});

describe("CLV_INTERVAL", () => {
  /** Wilson's limits are where the distance to the observed share is z standard errors at the limit itself. */
  const isWilsonLimit = (limit: number, events: number, trials: number, z: number) =>
    Math.abs(events / trials - limit) / Math.sqrt((limit * (1 - limit)) / trials) - z;

  test.each([
    [0.9, 1.644853626951473],
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489],
  ])(
    "at %d the limits of churn are z = %d standard errors away (quantiles as printed in tables)",
    (confidence, z) => {
      const [, [estimate, low, high]] = call("CLV_INTERVAL", ...given, 12, "", confidence) as [
        Cell[],
        number[],
      ];
      const [events, trials] = [total(lost.slice(-12)), total(customers.slice(-12))];
      const arpc = total(revenue.slice(-12)) / trials;
      expect(estimate).toBeCloseTo((arpc * trials) / events, 9);
      expect(isWilsonLimit(arpc / low!, events, trials, z)).toBeCloseTo(0, 9);
      expect(isWilsonLimit(arpc / high!, events, trials, z)).toBeCloseTo(0, 9);
    },
  );

  test("contains the value CLV_ROLLING gives with the method pooled, even while churn falls", () => {
    // A start-up that grows from 20 customers to 900 as churn falls from 15% to 3%: the mean of the months' rates gives
    // 565.09, far below the pooled value of 878.92, since its first months count as much as the latest.
    const counts = [20, 35, 60, 95, 140, 200, 280, 370, 480, 600, 740, 900];
    const growing = [
      column(...counts.map((count) => 50 * count)),
      column(...counts),
      column(3, 5, 8, 11, 14, 18, 22, 26, 29, 30, 30, 27),
    ];
    const [, limits] = call("CLV_INTERVAL", ...growing) as number[][];
    const [estimate, low, high] = limits!;
    expect(call("CLV_ROLLING", ...growing, 12, "", "pooled")).toBeCloseTo(estimate!, 9);
    expect(estimate).toBeGreaterThan(low!);
    expect(estimate).toBeLessThan(high!);
    expect(call("CLV_ROLLING", ...growing)).toBeLessThan(low!);
  });

  test('the method "average" contains the value CLV_ROLLING gives by default, from counts and from rates', () => {
    const counts = [20, 35, 60, 95, 140, 200, 280, 370, 480, 600, 740, 900];
    const losses = [3, 5, 8, 11, 14, 18, 22, 26, 29, 30, 30, 27];
    const of = (churn: readonly number[]) =>
      [column(...counts.map((count) => 50 * count)), column(...counts), column(...churn)] as const;
    const limits = (churn: readonly number[]) =>
      (call("CLV_INTERVAL", ...of(churn), 12, "", 0.95, "average") as number[][])[1]!;
    const [estimate, low, high] = limits(losses);
    expect(call("CLV_ROLLING", ...of(losses))).toBeCloseTo(estimate!, 9);
    expect(low).toBeLessThan(estimate!);
    expect(high).toBeGreaterThan(estimate!);
    limits(losses.map((lostThen, row) => lostThen / counts[row]!)).forEach((limit, index) =>
      expect(limit).toBeCloseTo([estimate, low, high][index]!, 9),
    );
  });

  test("where every period has as many customers and losses, both methods have the same limits", () => {
    const even = [column(900, 900, 900), column(30, 30, 30), column(2, 2, 2), 3, "", 0.9] as const;
    const [pooled, average] = ["pooled", "average"].map((method) => call("CLV_INTERVAL", ...even, method));
    (average as number[][])[1]!.forEach((limit, index) =>
      expect(limit).toBeCloseTo((pooled as number[][])[1]![index]!, 9),
    );
  });

  test('the limits of "average" hold the true mean of the rates in about nine of ten samples at 90%', () => {
    const random = seeded(14);
    const shop = { sizes: [20, 40, 80, 160, 320, 640], rates: [0.15, 0.12, 0.09, 0.07, 0.05, 0.03] };
    const truth = 1 / (total(shop.rates) / shop.rates.length);
    const samples = 600;
    let held = 0;
    for (let sample = 0; sample < samples; sample++) {
      const gone = shop.sizes.map(
        (size, row) => Array.from({ length: size }, random).filter((one) => one < shop.rates[row]!).length,
      );
      const [, [, low, high]] = call(
        "CLV_INTERVAL",
        column(...shop.sizes),
        column(...shop.sizes),
        column(...gone),
        6,
        "",
        0.9,
        "average",
      ) as [Cell[], number[]];
      if (low! <= truth && truth <= high!) held++;
    }
    // Of 600, 90% is 540 with a standard deviation of 7.
    expect(held).toBeGreaterThan(515);
    expect(held).toBeLessThan(575);
  });

  test("nobody lost gives a lower limit only: a churn at which that has a chance of 5%", () => {
    const [, [estimate, low, high]] = call(
      "CLV_INTERVAL",
      column(1000, 1000),
      column(10, 10),
      column(0, 0),
      2,
    ) as [Cell[], Cell[]];
    expect([estimate, high]).toEqual(["", ""]);
    expect((1 - 100 / (low as number)) ** 20).toBeCloseTo(0.05, 12);
  });

  test("needs counts, since rates do not say of how many", () => {
    expect(messageOf("CLV_INTERVAL", column(1000, 1000), column(10, 10), column(0.1, 0.2), 2)).toBe(
      'CLV_INTERVAL: churn must be customers lost as whole numbers, got a rate in row 1: use the method "average"',
    );
  });
});

describe("CLV_SENSITIVITY", () => {
  test("moves each driver down and up while the others stay", () => {
    const table = call("CLV_SENSITIVITY", 100, 0.05, 0.6, 200, 0.2) as Cell[][];
    const value = (revenue: number, churn: number, margin: number, cac: number) =>
      (revenue * margin) / churn - cac;
    const expected: Record<string, readonly [number, number]> = {
      "Average revenue": [value(80, 0.05, 0.6, 200), value(120, 0.05, 0.6, 200)],
      "Churn rate": [value(100, 0.06, 0.6, 200), value(100, 0.04, 0.6, 200)],
      "Gross margin": [value(100, 0.05, 0.48, 200), value(100, 0.05, 0.72, 200)],
      CAC: [value(100, 0.05, 0.6, 240), value(100, 0.05, 0.6, 160)],
    };
    for (const [driver, low, base, high, swing] of table.slice(1) as [
      string,
      number,
      number,
      number,
      number,
    ][]) {
      expect(low).toBeCloseTo(expected[driver]![0], 9);
      expect(base).toBeCloseTo(1000, 9);
      expect(high).toBeCloseTo(expected[driver]![1], 9);
      expect(swing).toBeCloseTo(high - low, 9);
    }
    const swings = table.slice(1).map((row) => row[4] as number);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });

  test("elasticity is the effect of 1% of the driver on the value, in the limit", () => {
    const [, ...rows] = call("CLV_SENSITIVITY", 100, 0.05, 0.6, 200, 1e-6) as Cell[][];
    for (const [driver, low, base, high, , elasticity] of rows as [
      string,
      number,
      number,
      number,
      number,
      number,
    ][]) {
      const sign = driver === "Churn rate" || driver === "CAC" ? -1 : 1;
      expect(elasticity).toBeCloseTo((sign * (high - low)) / (2e-6 * base), 4);
    }
  });

  test("no rate is moved beyond 1", () => {
    const rows = call("CLV_SENSITIVITY", 100, 0.95, 0.95) as Cell[][];
    const of = (driver: string) => rows.find((row) => row[0] === driver)!;
    expect(of("Churn rate")[1]).toBeCloseTo(95, 9);
    expect(of("Gross margin")[3]).toBeCloseTo(100 / 0.95, 9);
  });
});
