import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { functions } from "../../src/functions";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day, messageOf, readable } from "../support/call";
import { type Row, calendar, dailyNets, periodsFrom, someRows, tableOf } from "../support/rows";
import { zoneIn } from "../support/zones";

describe("CLV_KPIS", () => {
  /** The same table by sets of customers, period after period. */
  function slowly(rows: readonly Row[], period: string, inactiveAfter: number): unknown[][] {
    const { of } = calendar[period]!;
    const nets = dailyNets(rows);
    const dates = rows.map(({ date }) => date).sort();
    const periods = periodsFrom(dates[0]!, dates[dates.length - 1]!, period);
    const buyers = periods.map(
      (start) =>
        new Set(
          [...nets]
            .filter(([, days]) => [...days].some(([date, net]) => net >= 0 && of(date) === start))
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
        active[at]!.size,
        gained.filter((name) => !everBefore.has(name)).length,
        gained.filter((name) => everBefore.has(name)).length,
        lost,
        before.size > 0 ? lost / before.size : "",
        active[at]!.size > 0 ? revenue / active[at]!.size : "",
      ];
    });
  }

  test.each(Object.keys(calendar))("counts by %s what sets of customers count", (period) => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 4 }), (rows, inactiveAfter) => {
        const [header, ...body] = readable(tableOf("CLV_KPIS", rows, period, inactiveAfter)) as unknown[][];
        expect(header).toEqual([
          "Period",
          "Revenue",
          "Customers",
          "New",
          "Returned",
          "Lost",
          "Churn rate",
          "Revenue per customer",
        ]);
        expect(body).toEqual(slowly(rows, period, inactiveAfter));
      }),
      { numRuns: 60 },
    );
  });

  test("customers of a period are those of the period before, less the lost, plus the new and the returned", () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 4 }), (rows, inactiveAfter) => {
        const [, ...body] = tableOf("CLV_KPIS", rows, "month", inactiveAfter) as number[][];
        let customers = 0;
        for (const row of body) {
          customers += row[3]! + row[4]! - row[5]!;
          expect(row[2]).toBe(customers);
        }
      }),
    );
  });

  test("a refund on the day of a purchase reduces it, and one that exceeds it makes the day no purchase", () => {
    const rows = [
      { customer: "Ann", date: "2026-01-05", amount: 100 },
      { customer: "Ann", date: "2026-01-05", amount: -30 },
      { customer: "Bo", date: "2026-01-06", amount: 20 },
      { customer: "Bo", date: "2026-01-06", amount: -50 },
    ];
    expect(readable(tableOf("CLV_KPIS", rows).slice(1))).toEqual([["2026-01-01", 40, 1, 1, 0, 0, "", 40]]);
  });

  test("a purchase refunded in full is a free order, whatever rounding leaves of it", () => {
    const rows = [0.3, -0.1, -0.2].map((amount) => ({ customer: "Ann", date: "2026-01-05", amount }));
    expect(tableOf("CLV_KPIS", rows)[1]!.slice(1, 3)).toEqual([0, 1]);
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
    expect(readable((table as Cell[][]).slice(1))).toEqual([["2026-01-01", 10, 1, 1, 0, 0, "", 10]]);
  });

  test("says what is wrong with the data", () => {
    expect(
      messageOf("CLV_KPIS", column("Ann", "Bo"), column("03/04/2026", "2026-01-05"), column(10, "1,234")),
    ).toBe(
      'CLV_KPIS: date must be a date, or text such as 2026-03-31, got "03/04/2026" in row 1 (as text the day and the month can be mistaken for one another); amount must be a number, got "1,234" in row 2 (as text it can be read in two ways: make it a number)',
    );
    expect(messageOf("CLV_KPIS", column("", ""), column("", ""), column("", ""))).toBe(
      "CLV_KPIS: date must have at least one row with a customer and an amount beside it, got none",
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
      "CLV_KPIS: date must span at most 50000 days, got 63554: look for a wrong year, or take a longer period",
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

  test("a history worked out by hand: same-day rows are one order, refunds count in revenue, repeats exclude the first", () => {
    expect(readable(tableOf("CLV_CUSTOMERS", byHand))).toEqual([
      header,
      ["Ann", "2026-01-05", "2026-02-16", 3, 240, 80, 2, 6, 6, 75],
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
        const nets = dailyNets(rows);
        const asOf = rows
          .map(({ date }) => date)
          .sort()
          .pop()!;
        const expected = [...nets].map(([customer, days]) => {
          const purchases = [...days].filter(([, net]) => net >= 0).sort(([a], [b]) => (a < b ? -1 : 1));
          const revenue = [...days.values()].reduce((sum, net) => sum + net, 0);
          if (purchases.length === 0) return [customer, "", "", 0, revenue, "", "", "", "", ""];
          const [first, last] = [purchases[0]![0], purchases[purchases.length - 1]![0]];
          const weeks = (from: string, to: string) =>
            (day(to).getTime() - day(from).getTime()) / 86_400_000 / 7;
          const repeats = purchases.slice(1).map(([, net]) => net);
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
            repeats.length > 0 ? repeats.reduce((sum, net) => sum + net, 0) / repeats.length : "",
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
