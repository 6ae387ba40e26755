import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day } from "../support/call";
import { type Row, dailyNets, isoDates, laterByDays, tableOf } from "../support/rows";

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

/** Each segment's figures, by filtering all rows for each. */
function slowly(rows: readonly SegmentRow[], margin: number, inactiveAfter: number): Map<string, unknown[]> {
  const asOf = rows
    .map(({ date }) => date)
    .sort()
    .pop()!;
  const segmentOf = (customer: string) => {
    const own = rows.filter((row) => row.customer === customer);
    const latest = own
      .map(({ date }) => date)
      .sort()
      .pop()!;
    return own.filter(({ date }) => date === latest).pop()!.segment || "(blank)";
  };
  const nets = dailyNets(rows);
  const customers = [...nets.keys()].map((customer) => {
    const purchases = [...nets.get(customer)!]
      .filter(([, net]) => net >= 0)
      .map(([date]) => date)
      .sort();
    const revenue = sum([...nets.get(customer)!.values()]);
    const [first, last] = [purchases[0], purchases[purchases.length - 1]];
    const isLost = last !== undefined && daysBetween(last, asOf) > inactiveAfter * month;
    const months = first === undefined ? 0 : daysBetween(first, isLost ? last : asOf) / month;
    return { segment: segmentOf(customer), orders: purchases.length, revenue, isLost, months };
  });
  const total = sum(customers.map(({ revenue }) => revenue));
  return new Map(
    [...new Set(customers.map(({ segment }) => segment))].map((segment) => {
      const own = customers.filter((customer) => customer.segment === segment);
      const buyers = own.filter(({ orders }) => orders > 0);
      const revenue = sum(own.map((customer) => customer.revenue));
      const orders = sum(own.map((customer) => customer.orders));
      const months = sum(own.map((customer) => customer.months));
      const lost = own.filter(({ isLost }) => isLost).length;
      const hasValue = months > 0 && lost > 0;
      const notes = [
        buyers.length < 5 ? "few" : "",
        months === 0 ? "no time observed" : lost === 0 ? "nobody lost" : "",
      ];
      const close = (value: number) => expect.closeTo(value, 9) as unknown;
      return [
        segment,
        [
          segment,
          buyers.length,
          revenue,
          total > 0 ? close(revenue / total) : "",
          buyers.length > 0 ? close(orders / buyers.length) : "",
          orders > 0 ? close(revenue / orders) : "",
          buyers.length > 0 ? close(revenue / buyers.length) : "",
          months > 0 ? close(lost / months) : "",
          hasValue ? close(months / lost) : "",
          hasValue ? close((margin * revenue) / lost) : "",
          notes.filter(Boolean).join(", "),
        ],
      ];
    }),
  );
}

describe("CLV_SEGMENTS", () => {
  test("gives each segment what filtering its rows gives, the highest value first and blanks last", () => {
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
        const values = body.map((row) => (row[9] === "" ? -Infinity : (row[9] as number)));
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }),
    );
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
    expect(table[0]).toEqual(["Customer", "Recency days", "Frequency", "Monetary", "R", "F", "M", "Segment"]);
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
        1,
        1 + Math.floor(index / 4),
      ]);
    }
  });

  test("equal values score alike, and a score is never below that of a worse value", () => {
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
            const worse = body.filter((b) => sign * b[value]! < sign * a[value]!).length;
            // the stated rule, counted customer by customer
            expect(a[score]).toBe(1 + Math.floor((bins * worse) / body.length));
          }
        }
      }),
    );
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

  test("customers with refunds only are left out", () => {
    expect(
      tableOf("CLV_RFM", [{ customer: "Ann", date: "2026-01-01", amount: -5 }, ...rows.slice(0, 1)]),
    ).toHaveLength(2);
  });
});
