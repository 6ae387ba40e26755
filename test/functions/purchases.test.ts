import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { functions } from "../../src/functions";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day, messageOf, readable } from "../support/call";
import {
  type Row,
  calendar,
  isoDates,
  laterByDays,
  periodsFrom,
  purchasesOf,
  someRows,
  tableOf,
} from "../support/rows";
import { zoneIn } from "../support/zones";

describe("CLV_KPIS", () => {
  const header = [
    "Period",
    "Revenue",
    "Customers at start",
    "New",
    "Returned",
    "Lost",
    "Customers",
    "Churn rate",
    "Revenue per customer",
  ];

  /** The same table up to a day by sets of customers, period after period. */
  function slowly(rows: readonly Row[], period: string, inactiveAfter: number, until: string): unknown[][] {
    const { of } = calendar[period]!;
    const purchases = purchasesOf(rows);
    const first = rows.map(({ date }) => date).sort()[0]!;
    const periods = periodsFrom(first, until, period);
    const buyers = periods.map(
      (start) =>
        new Set(
          [...purchases]
            .filter(([, days]) => [...days.keys()].some((date) => of(date) === start))
            .map(([name]) => name),
        ),
    );
    const active = periods.map(
      (_, at) =>
        new Set(buyers.slice(Math.max(0, at - inactiveAfter + 1), at + 1).flatMap((set) => [...set])),
    );
    return periods.map((start, at) => {
      const before = active[at - 1] ?? new Set<string>();
      const everBefore = new Set(buyers.slice(0, at).flatMap((set) => [...set]));
      const gained = [...active[at]!].filter((name) => !before.has(name));
      const lost = [...before].filter((name) => !active[at]!.has(name)).length;
      const revenue = rows
        .filter(({ date }) => of(date) === start)
        .reduce((sum, { amount }) => sum + amount, 0);
      return [
        start,
        revenue,
        before.size,
        gained.filter((name) => !everBefore.has(name)).length,
        gained.filter((name) => everBefore.has(name)).length,
        lost,
        active[at]!.size,
        before.size > 0 ? lost / before.size : "",
        active[at]!.size > 0 ? revenue / active[at]!.size : "",
      ];
    });
  }

  test.each(Object.keys(calendar))("counts by %s what sets of customers count", (period) => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 4 }), (rows, inactiveAfter) => {
        const table = readable(tableOf("CLV_KPIS", rows, period, inactiveAfter)) as unknown[][];
        const last = rows.map(({ date }) => date).sort()[rows.length - 1]!;
        expect(table).toEqual([header, ...slowly(rows, period, inactiveAfter, last)]);
      }),
      { numRuns: 60 },
    );
  });

  test("at start + new + returned − lost = customers, and at start are the customers of the period before", () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 4 }), (rows, inactiveAfter) => {
        const [, ...body] = tableOf("CLV_KPIS", rows, "month", inactiveAfter) as number[][];
        body.forEach(([, , atStart, joined, returned, lost, customers], index) => {
          expect(atStart).toBe(body[index - 1]?.[6] ?? 0);
          expect(atStart! + joined! + returned! - lost!).toBe(customers);
        });
      }),
    );
  });

  test("as_of gives whole periods only, and goes on to it where the data end earlier", () => {
    fc.assert(
      fc.property(
        someRows,
        isoDates("2024-01-01", "2026-06-30"),
        fc.constantFrom("week", "month", "quarter"),
        (rows, asOf, period) => {
          const { of, next } = calendar[period]!;
          const known = rows.filter(({ date }) => date <= asOf);
          const isOver = next(of(asOf)) === laterByDays(asOf, 1);
          const lastWhole = isOver ? asOf : laterByDays(of(asOf), -1);
          fc.pre(known.some(({ date }) => date <= lastWhole));
          const table = readable(tableOf("CLV_KPIS", rows, period, 2, day(asOf))) as unknown[][];
          expect(table).toEqual([header, ...slowly(known, period, 2, lastWhole)]);
        },
      ),
    );
  });

  test("as_of within the first period is an error that says from when on there is one", () => {
    expect(messageOf("CLV_KPIS", "Ann", "2026-01-05", 10, "", "", "2026-01-30")).toBe(
      "CLV_KPIS: as_of must be 2026-01-31, the end of the first month of the data, or later, got 2026-01-30: use a shorter period",
    );
  });

  test("Lost with Customers at start goes into CLV_ROLLING: revenue per customer at start ÷ lost per customer at start", () => {
    const months = Array.from({ length: 15 }, (_, month) => `2025-${String(month + 1).padStart(2, "0")}-10`);
    const rows = Array.from({ length: 15 }, (_, month) => {
      const date = month < 12 ? months[month]! : `2026-0${month - 11}-10`;
      // ten customers each month, and one more in every third who does not come back
      const regulars = Array.from({ length: 10 }, (__, index) => ({
        customer: `R${index}`,
        date,
        amount: 20,
      }));
      return month % 3 === 0 ? [...regulars, { customer: `O${month}`, date, amount: 20 }] : regulars;
    }).flat();
    const [, ...body] = tableOf("CLV_KPIS", rows, "month", 1) as number[][];
    const [revenue, atStart, lost] = [1, 2, 5].map((at) => column(...body.map((row) => row[at])));
    const window = body.slice(-12);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / 12;
    const expected =
      mean(window.map((row) => row[1]! / row[2]!)) / mean(window.map((row) => row[5]! / row[2]!));
    expect(lost!.flat().some((number) => number === 1)).toBe(true);
    expect(call("CLV_ROLLING", revenue, atStart, lost)).toBeCloseTo(expected, 9);
  });

  test("inactive_after left out is the usual pause, in as many periods as cover it", () => {
    // 30 customers who buy every 50 days five times: quiet for one month 120 times and back, for two never
    const rows = Array.from({ length: 30 }, (_, customer) =>
      Array.from({ length: 5 }, (__, order) => ({
        customer: `C${customer}`,
        date: laterByDays("2024-01-01", customer * 10 + order * 50),
        amount: 10,
      })),
    ).flat();
    for (const [period, pause] of Object.entries({ day: 61, week: 9, month: 2, quarter: 1, year: 1 }))
      expect(tableOf("CLV_KPIS", rows, period)).toEqual(tableOf("CLV_KPIS", rows, period, pause));
  });

  test("a refund on the day of a purchase reduces it, and one that exceeds it makes the day no purchase", () => {
    const rows = [
      { customer: "Ann", date: "2026-01-05", amount: 100 },
      { customer: "Ann", date: "2026-01-05", amount: -30 },
      { customer: "Bo", date: "2026-01-06", amount: 20 },
      { customer: "Bo", date: "2026-01-06", amount: -50 },
    ];
    expect(readable(tableOf("CLV_KPIS", rows).slice(1))).toEqual([["2026-01-01", 40, 0, 1, 0, 0, 1, "", 40]]);
  });

  test("revenue and refunds are booked in the period in which they were paid, whatever purchase they belong to", () => {
    const rows = [
      { customer: "Ann", date: "2026-01-05", amount: 100 },
      { customer: "Ann", date: "2026-02-05", amount: -30 },
      { customer: "Bo", date: "2026-02-06", amount: 20 },
    ];
    expect(
      tableOf("CLV_KPIS", rows)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual([100, -10]);
  });

  test.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])(
    "half an hour into 1 January belongs to the new year, and a leap day to February, in %s",
    (timeZone) => {
      const zone = zoneIn(timeZone);
      const into = (iso: string) =>
        new Date(zone.dateOf(day(iso).getTime() / 86_400_000).getTime() + 1_800_000);
      const dates = ["2023-12-31", "2024-01-01", "2024-02-29"];
      const kpis = functions.find(({ name }) => name === "CLV_KPIS")!;
      const monthly = kpis.run(
        [column("Ann", "Ann", "Ann"), column(...dates.map(into)), column(1, 1, 1)],
        zone,
      );
      const months = (monthly as Cell[][])
        .slice(1)
        .map(([period, revenue]) => [zone.dayOf(period as Date), revenue]);
      const monthOf = (iso: string) => day(iso).getTime() / 86_400_000;
      expect(months).toEqual([
        [monthOf("2023-12-01"), 1],
        [monthOf("2024-01-01"), 1],
        [monthOf("2024-02-01"), 1],
      ]);
    },
  );

  test("rows without a customer, a date or an amount are left out", () => {
    const table = call(
      "CLV_KPIS",
      column("Customer", "Ann", "", "Bo", "Cy"),
      column("Date", "2026-01-05", "2026-01-06", "", "2026-01-08"),
      column("Amount", 10, 20, 30, ""),
    );
    expect(readable((table as Cell[][]).slice(1))).toEqual([["2026-01-01", 10, 0, 1, 0, 0, 1, "", 10]]);
  });

  test("says what is wrong with the data", () => {
    expect(
      messageOf("CLV_KPIS", column("Ann", "Bo"), column("03/04/2026", "2026-01-05"), column(10, "1,234")),
    ).toBe(
      'CLV_KPIS: date must be a date, or text such as 2026-03-31, got "03/04/2026" in row 1 (as text, day and month can be confused); amount must be a number, got "1,234" in row 2 (as text it can be read in two ways: make it a number)',
    );
    expect(messageOf("CLV_KPIS", column("", ""), column("", ""), column("", ""))).toBe(
      "CLV_KPIS: date must have at least one row with a customer and an amount next to it, got none",
    );
    expect(messageOf("CLV_KPIS", "Ann", day("2026-01-05"), 10, "fortnight")).toBe(
      'CLV_KPIS: period must be "day", "week", "month", "quarter" or "year", got "fortnight"',
    );
    expect(
      messageOf(
        "CLV_KPIS",
        column("A", "B"),
        column(day("1900-01-05"), day("2074-01-05")),
        column(1, 2),
        "day",
      ),
    ).toBe(
      "CLV_KPIS: date must span at most 50000 days, got 63554: look for a wrong year, or use a longer period",
    );
  });
});

describe("CLV_CUSTOMERS", () => {
  const byHand = [
    { customer: "Ann", date: "2026-01-05", amount: 100 },
    { customer: "Ann", date: "2026-01-05", amount: 20 },
    { customer: "Ann", date: "2026-01-26", amount: 60 },
    { customer: "Ann", date: "2026-02-02", amount: -30 },
    { customer: "Ann", date: "2026-02-16", amount: 90 },
    { customer: "Bo", date: "2026-02-09", amount: 240 },
    { customer: "Cy", date: "2026-01-10", amount: -5 },
  ];
  const header = [
    "Customer",
    "First",
    "Last",
    "Orders",
    "Revenue",
    "Average order",
    "Frequency",
    "Recency",
    "Age",
    "Repeat value",
  ];

  test("a history worked out by hand: same-day rows are one order, a refund is taken off the order before it, repeats exclude the first", () => {
    expect(readable(tableOf("CLV_CUSTOMERS", byHand))).toEqual([
      header,
      ["Ann", "2026-01-05", "2026-02-16", 3, 240, 80, 2, 6, 6, 60],
      ["Bo", "2026-02-09", "2026-02-09", 1, 240, 240, 0, 0, 1, ""],
      ["Cy", "", "", 0, -5, "", "", "", "", ""],
    ]);
  });

  test("as_of shows the customers as they were then", () => {
    expect(readable(tableOf("CLV_CUSTOMERS", byHand, day("2026-01-27"), "day"))).toEqual([
      header,
      ["Ann", "2026-01-05", "2026-01-26", 2, 180, 90, 1, 21, 22, 60],
      ["Cy", "", "", 0, -5, "", "", "", "", ""],
    ]);
  });

  test("as_of later than the data makes every age longer", () => {
    expect(tableOf("CLV_CUSTOMERS", byHand, "2026-03-02")[2]![8]).toBe(3);
  });

  test("as_of before all data is an error that names the first date", () => {
    expect(
      messageOf("CLV_CUSTOMERS", column("Ann"), column(day("2026-01-05")), column(10), day("2025-12-31")),
    ).toBe("CLV_CUSTOMERS: as_of must be 2026-01-05, the first date of the data, or later, got 2025-12-31");
  });

  test("agrees with counting and adding up by hand on any data", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const asOf = rows
          .map(({ date }) => date)
          .sort()
          .pop()!;
        const expected = [...purchasesOf(rows)].map(([customer, days]) => {
          const purchases = [...days];
          const revenue = rows
            .filter((row) => row.customer === customer)
            .reduce((sum, { amount }) => sum + amount, 0);
          if (purchases.length === 0) return [customer, "", "", 0, revenue, "", "", "", "", ""];
          const [first, last] = [purchases[0]![0], purchases[purchases.length - 1]![0]];
          const weeks = (from: string, to: string) =>
            (day(to).getTime() - day(from).getTime()) / 86_400_000 / 7;
          const repeats = purchases.slice(1).map(([, amount]) => amount);
          return [
            customer,
            first,
            last,
            purchases.length,
            revenue,
            revenue / purchases.length,
            repeats.length,
            weeks(first, last),
            weeks(first, asOf),
            repeats.length > 0 ? repeats.reduce((sum, amount) => sum + amount, 0) / repeats.length : "",
          ];
        });
        expected.sort(
          (a, b) => (b[4] as number) - (a[4] as number) || ((a[0] as string) < (b[0] as string) ? -1 : 1),
        );
        expect(readable(tableOf("CLV_CUSTOMERS", rows).slice(1))).toEqual(expected);
      }),
    );
  });
});
