import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { segments } from "../../src/core/purchases/segments";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day } from "../support/call";
import { type Row, isoDates, laterByDays, purchasesOf, tableOf } from "../support/rows";
import { lastDayOf, shopHistories, trueValue } from "../support/shop";

interface SegmentRow extends Row {
  readonly segment: string;
}

const someRows = fc.array(
  fc.record({
    customer: fc.integer({ min: 1, max: 12 }).map((number) => `C${number}`),
    date: isoDates("2024-01-01", "2025-06-30"),
    amount: fc.integer({ min: -20, max: 100 }),
    segment: fc.constantFrom("DE", "FR", ""),
  }),
  { minLength: 1, maxLength: 60 },
);

const segmentsOf = (rows: readonly SegmentRow[], ...more: unknown[]) =>
  call(
    "CLV_SEGMENTS",
    column(...rows.map(({ customer }) => customer)),
    column(...rows.map(({ date }) => day(date))),
    column(...rows.map(({ amount }) => amount)),
    column(...rows.map(({ segment }) => segment)),
    ...more,
  ) as Cell[][];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const daysBetween = (from: string, to: string) => (day(to).getTime() - day(from).getTime()) / 86_400_000;
const month = 365.25 / 12;

/** Each segment's figures and those of all, by filtering all rows for each. */
function slowly(rows: readonly SegmentRow[], margin: number, inactiveAfter: number): Map<string, unknown[]> {
  const asOf = rows
    .map(({ date }) => date)
    .sort()
    .pop()!;
  const daysTo = (date: string) => daysBetween(rows[0]!.date, date);
  /** The day up to which losses can be told. */
  const until = daysTo(asOf) - inactiveAfter * month;
  const segmentOf = (customer: string) => {
    const own = rows.filter((row) => row.customer === customer);
    const latest = own
      .map(({ date }) => date)
      .sort()
      .pop()!;
    return own.filter(({ date }) => date === latest).pop()!.segment || "(blank)";
  };
  const customers = [...purchasesOf(rows)].map(([customer, days]) => ({
    segment: segmentOf(customer),
    revenue: sum(rows.filter((row) => row.customer === customer).map(({ amount }) => amount)),
    purchases: [...days].map(([date, amount]) => ({ at: daysTo(date), amount })),
  }));
  type Customer = (typeof customers)[number];
  const meanGap = (own: readonly Customer[]) => {
    const gaps = own.flatMap(({ purchases }) =>
      purchases.flatMap(({ at }, index) => {
        const next = purchases[index + 1];
        return next && at <= until ? [next.at - at] : [];
      }),
    );
    return gaps.length > 0 ? sum(gaps) / gaps.length : undefined;
  };
  const total = sum(customers.map(({ revenue }) => revenue));
  const figures = (segment: string, own: readonly Customer[]) => {
    const gap = meanGap(own) ?? meanGap(customers);
    const seen = own.flatMap(({ purchases }) => {
      const [first, last] = [purchases[0], purchases[purchases.length - 1]];
      if (!first || first.at > until) return [];
      const loss = last!.at < until && last!.at + (gap ?? 0) <= until ? last!.at + (gap ?? 0) : undefined;
      // revenue of purchases whose time until the next one, or the loss, has run out
      const done = purchases.filter((_, index) => (purchases[index + 1]?.at ?? loss ?? Infinity) <= until);
      return [
        {
          isLost: loss !== undefined,
          months: ((loss ?? until) - first.at) / month,
          revenue: sum(done.map(({ amount }) => amount)),
        },
      ];
    });
    const months = sum(seen.map((one) => one.months));
    const lost = seen.filter(({ isLost }) => isLost).length;
    const buyers = own.filter(({ purchases }) => purchases.length > 0);
    const revenue = sum(own.map((customer) => customer.revenue));
    const orders = sum(own.map(({ purchases }) => purchases.length));
    const hasValue = months > 0 && lost > 0;
    const close = (value: number) => expect.closeTo(value, 9) as unknown;
    const gaps = gap === undefined ? Infinity : (inactiveAfter * month) / gap;
    const mistaken = (seen.length - lost) * Math.exp(-gaps - 1);
    const notes = [
      buyers.length < 5 ? "few" : "",
      gaps < 4
        ? "pause under 4 gaps"
        : lost > 0 && mistaken > 0.03 * lost
          ? "pause short for so few lost"
          : "",
      months > 0 ? "" : gap === undefined ? "nobody came back" : "history within the pause",
      months > 0 && lost === 0 ? "nobody lost" : "",
    ];
    return [
      segment,
      buyers.length,
      revenue,
      total > 0 ? close(revenue / total) : "",
      buyers.length > 0 ? close(orders / buyers.length) : "",
      orders > 0 ? close(revenue / orders) : "",
      buyers.length > 0 ? close(revenue / buyers.length) : "",
      months > 0 ? close(lost / months) : "",
      hasValue ? close(months / lost) : "",
      hasValue ? close((margin * sum(seen.map((one) => one.revenue))) / lost) : "",
      notes.filter(Boolean).join(", "),
    ];
  };
  const names = [...new Set(customers.map(({ segment }) => segment))];
  return new Map([
    ...names.map((name) => {
      const own = customers.filter(({ segment }) => segment === name);
      return [name, figures(name, own)] as const;
    }),
    ["All", figures("All", customers)],
  ]);
}

describe("CLV_SEGMENTS", () => {
  test("gives each segment what filtering its rows gives, the highest value first, blanks last, then All", () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom(1, 3, 6), (rows, inactiveAfter) => {
        const [header, ...body] = segmentsOf(rows, 0.5, inactiveAfter);
        expect(header).toEqual([
          "Segment",
          "Customers",
          "Revenue",
          "Revenue share",
          "Orders per customer",
          "Average order",
          "Revenue per customer",
          "Monthly churn",
          "Lifetime (months)",
          "CLV",
          "Note",
        ]);
        const expected = slowly(rows, 0.5, inactiveAfter);
        expect(new Set(body.map((row) => row[0]))).toEqual(new Set(expected.keys()));
        for (const row of body) expect(row).toEqual(expected.get(row[0] as string));
        expect(body[body.length - 1]![0]).toBe("All");
        const values = body.slice(0, -1).map((row) => (row[9] === "" ? -Infinity : (row[9] as number)));
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }),
    );
  });

  test("customers and revenue of All are those of the segments together", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const body = segmentsOf(rows).slice(1);
        const all = body.pop()!;
        for (const at of [1, 2]) expect(all[at]).toBe(sum(body.map((row) => row[at] as number)));
      }),
    );
  });

  test("inactive_after left out is the usual pause of all customers", () => {
    // 30 customers who buy every 50 days five times: quiet for one month 120 times and back, for two never
    const rows = Array.from({ length: 30 }, (_, customer) =>
      Array.from({ length: 5 }, (__, order) => ({
        customer: `C${customer}`,
        date: laterByDays("2024-01-01", customer * 10 + order * 50),
        amount: 10,
        segment: customer % 2 ? "DE" : "FR",
      })),
    ).flat();
    expect(segmentsOf(rows)).toEqual(segmentsOf(rows, "", 2));
  });

  test.each([
    ["steady", 0],
    ["growing like t⁴", 4],
  ])(
    "%s arrivals: churn and CLV are within 3% of the truth with a pause of 4.5 mean gaps, and 2 standard errors of this run",
    (_, growth) => {
      const shop = { customers: 20_000, orderRate: 2, churn: 0.1, months: 36, growth, seed: 3 };
      const [all] = segments(shopHistories(shop), () => "one", 1, 4.5 / 2.1, lastDayOf(shop));
      // of the lost, some 2,700 with growing arrivals and more with steady ones: 1 ÷ √2,700 is 1.9%
      expect(Math.abs(all!.monthlyChurn! / shop.churn - 1)).toBeLessThan(0.03 + 0.038);
      expect(Math.abs(all!.value! / trueValue(shop) - 1)).toBeLessThan(0.03 + 0.038);
      expect(all!.note).toBe("");
    },
  );

  test("a growing segment is not worth more than a steady one of the same customers", () => {
    // with exposure up to as_of, and all revenue, the growing one would seem worth half as much again
    const of = (growth: number) => {
      const shop = { customers: 20_000, orderRate: 2, churn: 0.1, months: 36, growth, seed: 4 };
      return segments(shopHistories(shop), () => "one", 1, 3, lastDayOf(shop))[0]!.value!;
    };
    expect(Math.abs(of(4) / of(0) - 1)).toBeLessThan(0.06);
  });

  test("a customer's segment is that of its latest row, of several on one day the last in the sheet", () => {
    const row = (date: string, segment: string) => ({ customer: "Ann", date, amount: 10, segment });
    expect(segmentsOf([row("2026-02-01", "new"), row("2026-01-01", "old")])[1]![0]).toBe("new");
    expect(segmentsOf([row("2026-01-01", "morning"), row("2026-01-01", "evening")])[1]![0]).toBe("evening");
  });

  test("as_of takes segment and state as they were then", () => {
    const row = (date: string, segment: string) => ({ customer: "Ann", date, amount: 10, segment });
    const rows = [row("2026-01-01", "old"), row("2026-03-01", "new")];
    expect(segmentsOf(rows, "", "", "2026-02-01")[1]!.slice(0, 3)).toEqual(["old", 1, 10]);
  });
});

describe("CLV_RFM", () => {
  const rows: Row[] = Array.from({ length: 20 }, (_, index) => ({
    customer: `C${String(index).padStart(2, "0")}`,
    date: laterByDays("2026-01-01", index),
    amount: 10 * (index + 1),
  }));

  test("scores by fifths where no values are equal", () => {
    const table = tableOf("CLV_RFM", rows);
    expect(table[0]).toEqual([
      "Customer",
      "Recency days",
      "Frequency",
      "Monetary",
      "R",
      "F",
      "M",
      "Segment",
      "Status",
    ]);
    for (const [customer, recency, , , r, f, m] of table.slice(1) as [
      string,
      number,
      number,
      number,
      number,
      number,
      number,
    ][]) {
      const index = Number(customer.slice(1));
      expect([recency, r, f, m]).toEqual([
        19 - index,
        1 + Math.floor(index / 4),
        5,
        1 + Math.floor(index / 4),
      ]);
    }
  });

  test("a score is bins less ⌊bins × share better⌋, counted customer by customer", () => {
    const some = fc.array(
      fc.record({
        customer: fc.integer({ min: 1, max: 15 }).map((number) => `C${number}`),
        date: isoDates("2026-01-01", "2026-01-20"),
        amount: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 2, max: 10 }), (orders, bins) => {
        const [, ...body] = tableOf("CLV_RFM", orders, "", bins) as (readonly number[])[];
        for (const [value, score, sign] of [
          [1, 4, -1],
          [2, 5, 1],
          [3, 6, 1],
        ] as const) {
          for (const a of body) {
            const better = body.filter((b) => sign * b[value]! > sign * a[value]!).length;
            expect(a[score]).toBe(bins - Math.floor((bins * better) / body.length));
          }
        }
      }),
    );
  });

  test("the best always score the most, however many they are", () => {
    const [, ...table] = tableOf("CLV_RFM", [
      ...rows.map((row) => ({ ...row, date: "2026-01-20", amount: 10 })),
      { customer: "Z", date: "2026-01-01", amount: 5 },
    ]);
    for (const row of table.slice(0, 20)) expect(row.slice(4, 7)).toEqual([5, 5, 5]);
    expect(table[20]!.slice(4, 7)).toEqual([1, 5, 1]);
  });

  test("has a name for every pair of scores, eleven in all", () => {
    // 5 × 5 customers: recency in five steps, spend and number of orders in five steps
    const grid = Array.from({ length: 25 }, (_, index) => ({
      recency: Math.floor(index / 5),
      level: index % 5,
    }));
    const orders = grid.flatMap(({ recency, level }, index) =>
      Array.from({ length: level + 1 }, (_, order) => ({
        customer: `C${index}`,
        date: laterByDays("2026-01-01", 20 * recency + 10 - order),
        amount: 10,
      })),
    );
    const table = tableOf("CLV_RFM", orders);
    const byScores = Object.fromEntries(
      table.slice(1).map((row) => [`${row[4] as number}${row[5] as number}`, row[7]]),
    );
    const expected = {
      1: ["Lost", "Hibernating", "At risk", "At risk", "Cannot lose them"],
      2: ["Hibernating", "Hibernating", "At risk", "At risk", "Cannot lose them"],
      3: ["About to sleep", "About to sleep", "Need attention", "Loyal", "Loyal"],
      4: ["Promising", "Potential loyalist", "Potential loyalist", "Loyal", "Loyal"],
      5: ["New customers", "Potential loyalist", "Potential loyalist", "Champions", "Champions"],
    };
    for (const [r, names] of Object.entries(expected)) {
      names.forEach((name, f) => expect([r, f + 1, byScores[`${r}${f + 1}`]]).toEqual([r, f + 1, name]));
    }
    expect(new Set(Object.values(expected).flat()).size).toBe(11);
  });

  test("all who are billed today are as recent as can be, and none of them is called lost or at risk", () => {
    // seven of ten customers are billed on the first of each month, three left at different times before
    const orders = Array.from({ length: 10 }, (_, customer) =>
      Array.from({ length: customer < 7 ? 12 : customer - 1 }, (__, month) => ({
        customer: `C${customer}`,
        date: `2025-${String(month + 1).padStart(2, "0")}-01`,
        amount: 10 * (customer + 1),
      })),
    ).flat();
    for (const row of tableOf("CLV_RFM", orders).slice(1)) {
      if (row[1] !== 0) continue;
      expect(row[4]).toBe(5);
      expect(["Champions", "Potential loyalist", "New customers"]).toContain(row[7]);
    }
  });

  test("who bought once is never called loyal, a champion or one not to lose, however many others did too", () => {
    const once = Array.from({ length: 18 }, (_, index) => ({
      customer: `O${index}`,
      date: laterByDays("2026-01-01", 5 * index),
      amount: 10 * (index + 1),
    }));
    const often = ["2026-01-05", "2026-02-05"].map((date) => ({ customer: "Ann", date, amount: 5 }));
    const names = tableOf("CLV_RFM", [...once, ...often])
      .slice(1)
      .filter((row) => row[2] === 1)
      .map((row) => row[7]);
    expect(new Set(names)).toEqual(
      new Set(["New customers", "Promising", "About to sleep", "Hibernating", "Lost"]),
    );
  });

  test("says of someone loyal by the scores that the usual gap is long past", () => {
    const weekly = Array.from({ length: 20 }, (_, week) => ({
      customer: "Ann",
      date: laterByDays("2025-09-01", 7 * week),
      amount: 50,
    }));
    const others = Array.from({ length: 8 }, (_, index) => ({
      customer: `B${index}`,
      date: laterByDays("2026-03-31", -30 * index),
      amount: 10,
    }));
    const ann = tableOf("CLV_RFM", [...weekly, ...others]).find(([name]) => name === "Ann")!;
    // Last order on 2026-01-12, 78 days before the latest one: eleven usual gaps.
    expect([ann[1], ann[7], ann[8]]).toEqual([78, "Loyal", "silent"]);
  });

  test("customers with refunds only are left out", () => {
    expect(
      tableOf("CLV_RFM", [{ customer: "Ann", date: "2026-01-01", amount: -5 }, ...rows.slice(0, 1)]),
    ).toHaveLength(2);
  });
});
