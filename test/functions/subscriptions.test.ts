import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { call, column, messageOf, readable } from "../support/call";
import { calendar, isoDates, laterByDays, periodsFrom } from "../support/rows";
import { type Subscription, tableOf } from "../support/subscriptions";

/**
 * Upgrades, pauses, renewals, overlaps, open ends and free plans of a few customers; whole amounts, so that sums are
 * exact. Many start by the day after another of the customer's ends.
 */
const someSubscriptions = fc
  .array(
    fc.record({
      customer: fc.constantFrom("Ann", "Bo", "Cy"),
      start: isoDates("2024-01-01", "2025-06-30"),
      days: fc.oneof(
        fc.constantFrom("", "2099-12-31", "9999-12-31"),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 400 }),
      ),
      mrr: fc.constantFrom(0, 10, 25, 99),
      follows: fc.constantFrom(-1, 0, 1, 1, 3, undefined, undefined),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) => {
    const rows: Subscription[] = [];
    for (const { customer, start, days, mrr, follows } of drafts) {
      const before = rows.find((row) => row.customer === customer && row.end !== "" && row.end < asOf);
      const from = before && follows !== undefined ? laterByDays(before.end, follows) : start;
      rows.unshift({
        customer,
        start: from,
        end: typeof days === "number" ? laterByDays(from, days) : days,
        mrr,
      });
    }
    return rows;
  });

const asOf = "2025-09-15";
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const titles = [
  "Period",
  "Customers at start",
  "New",
  "Returned",
  "Lost",
  "Customers at end",
  "MRR at start",
  "New MRR",
  "Expansion",
  "Contraction",
  "Lost MRR",
  "Reactivation",
  "MRR at end",
  "Customer churn",
  "Revenue churn",
  "GRR",
  "NRR",
  "Revenue per customer",
];

/** One customer's MRR on each day from one to another, by what a row says of a day. */
function dailyMrr(own: readonly Subscription[], days: readonly string[]): number[] {
  return days.map((day) =>
    sum(
      own
        .filter(({ start, end }) => start <= day && (end === "" || end >= day))
        .filter(({ start, end }) => end !== day || start === day || !own.some((other) => other.start === day))
        .map(({ mrr }) => mrr),
    ),
  );
}

/** The same with the gaps filled that are no longer than the days of grace. */
function bridged(daily: readonly number[], grace: number): number[] {
  const filled = daily.slice();
  for (let day = 1; day < filled.length; day++) {
    if (filled[day]! > 0 || filled[day - 1] === 0) continue;
    let back = day;
    while (back < filled.length && daily[back] === 0) back++;
    // The last day of the gap's customer is day − 1; one that is open on the last day of all counts up to it.
    const gap = back < filled.length ? back - (day - 1) : filled.length - 1 - (day - 1);
    if (grace > 0 && gap <= grace) filled.fill(filled[day - 1]!, day, back);
  }
  return filled;
}

/** The movements of each period from a simulation of every customer day by day. */
function simulated(rows: readonly Subscription[], period: string, grace: number): unknown[][] {
  const { of, next } = calendar[period]!;
  const first = rows
    .filter(({ mrr }) => mrr > 0)
    .map(({ start }) => start)
    .sort()[0]!;
  const days: string[] = [laterByDays(first, -1)];
  while (days[days.length - 1]! < asOf) days.push(laterByDays(days[days.length - 1]!, 1));
  const periods = days.map(of);
  const customers = [...new Set(rows.map(({ customer }) => customer))].map((customer) => {
    const own = rows.filter((row) => row.customer === customer);
    return bridged(dailyMrr(own, days), grace);
  });
  return periodsFrom(first, asOf, period).map((start) => {
    const sums = { start: 0, new: 0, returned: 0, lost: 0, lostOfThose: 0 };
    const money = { start: 0, new: 0, up: 0, down: 0, lost: 0, back: 0, below: 0, left: 0 };
    const isWithin = (day: number) => periods[day] === start;
    for (const mrr of customers) {
      const begins = days.findIndex((_, day) => day > 0 && isWithin(day));
      // Whoever was lost on the last day of the period before is not there on the first of this one.
      const atStart = mrr[begins]! > 0 ? mrr[begins - 1]! : 0;
      let left = atStart;
      let isLost = false;
      for (let day = begins; day < days.length && isWithin(day); day++) {
        const [was, is, then] = [mrr[day - 1]!, mrr[day]!, mrr[day + 1] ?? mrr[day]!];
        if (is > 0 && was === 0) {
          const isBack = mrr.slice(0, day).some((one) => one > 0);
          sums[isBack ? "returned" : "new"] += 1;
          money[isBack ? "back" : "new"] += is;
        } else if (is > 0) {
          money.up += Math.max(0, is - was);
          money.down += Math.max(0, was - is);
          if (!isLost && atStart > 0) left = is;
        }
        if (is > 0 && then === 0) {
          sums.lost += 1;
          money.lost += is;
          if (atStart > 0) [isLost, left] = [true, 0];
        }
      }
      sums.start += Number(atStart > 0);
      sums.lostOfThose += Number(isLost);
      money.start += atStart;
      money.below += Math.max(0, atStart - left);
      money.left += left;
    }
    const share = (part: number, whole: number) => (whole > 0 ? part / whole : "");
    const lastDay = [laterByDays(next(start), -1), asOf].sort()[0]!;
    const last = days.indexOf(lastDay);
    const ends = customers.map((mrr) => ((mrr[last + 1] ?? 1) > 0 ? mrr[last]! : 0));
    const atEnd = { customers: ends.filter((mrr) => mrr > 0).length, mrr: sum(ends) };
    return [
      start,
      sums.start,
      sums.new,
      sums.returned,
      sums.lost,
      atEnd.customers,
      money.start,
      money.new,
      money.up,
      money.down,
      money.lost,
      money.back,
      atEnd.mrr,
      share(sums.lostOfThose, sums.start),
      share(money.below, money.start),
      share(money.start - money.below, money.start),
      share(money.left, money.start),
      share(atEnd.mrr, atEnd.customers),
    ];
  });
}

const hasPaid = (rows: readonly Subscription[]) => rows.some(({ mrr, start }) => mrr > 0 && start <= asOf);

describe("CLV_SUBSCRIPTIONS", () => {
  test.each(["day", "week", "month", "quarter", "year"])(
    "by %s gives what a simulation of every customer day by day gives",
    (period) => {
      fc.assert(
        fc.property(someSubscriptions.filter(hasPaid), fc.constantFrom(0, 0, 1, 3, 30), (rows, grace) => {
          const table = readable(tableOf(rows, asOf, period, grace)) as unknown[][];
          expect(table[0]).toEqual(titles);
          expect(table.slice(1)).toEqual(simulated(rows, period, grace));
        }),
        { numRuns: period === "day" ? 20 : 60 },
      );
    },
  );

  test("in every row start and movements make the end, for customers and MRR, and the next row starts there", () => {
    fc.assert(
      fc.property(someSubscriptions.filter(hasPaid), fc.constantFrom(0, 7), (rows, grace) => {
        const [header, ...body] = tableOf(rows, asOf, "month", grace) as [string[], ...number[][]];
        const value = (row: number[], title: string) => row[header.indexOf(title)]!;
        body.forEach((row, index) => {
          const gained = value(row, "New MRR") + value(row, "Expansion") + value(row, "Reactivation");
          const gone = value(row, "Contraction") + value(row, "Lost MRR");
          expect(value(row, "MRR at start") + gained - gone).toBe(value(row, "MRR at end"));
          expect(
            value(row, "Customers at start") +
              value(row, "New") +
              value(row, "Returned") -
              value(row, "Lost"),
          ).toBe(value(row, "Customers at end"));
          for (const of of ["Customers", "MRR"])
            expect(value(row, `${of} at start`)).toBe(
              index === 0 ? 0 : value(body[index - 1]!, `${of} at end`),
            );
        });
        for (const row of body.filter((each) => value(each, "MRR at start") > 0)) {
          expect(value(row, "GRR")).toBeCloseTo(1 - value(row, "Revenue churn"), 12);
          expect(value(row, "GRR")).toBeLessThanOrEqual(value(row, "NRR"));
          expect(value(row, "GRR")).toBeGreaterThanOrEqual(0);
          expect(value(row, "Customer churn")).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test.each(["day", "week", "month", "quarter", "year"])(
    "with whole the rows by %s are those without it, up to the last one that is over on as_of",
    (period) => {
      const { of, next } = calendar[period]!;
      const given = someSubscriptions.filter(hasPaid);
      fc.assert(
        fc.property(given, isoDates("2025-07-01", "2026-01-31"), fc.nat(7), (rows, until, grace) => {
          const all = readable(tableOf(rows, until, period, grace)) as unknown[][];
          const isOver = ([start]: unknown[]) => next(of(start as string)) <= laterByDays(until, 1);
          const whole = all.slice(1).filter(isOver);
          fc.pre(whole.length > 0);
          expect(readable(tableOf(rows, until, period, grace, true))).toEqual([all[0], ...whole]);
          expect(readable(tableOf(rows, until, period, grace, false))).toEqual(all);
        }),
        { numRuns: 30 },
      );
    },
  );

  test("without as_of the latest start or end decides whether the last period is over", () => {
    const periodsOf = (last: string) =>
      (
        readable(
          tableOf(
            [
              { customer: "a", start: "2026-01-10", end: "", mrr: 10 },
              { customer: "b", start: "2026-02-03", end: last, mrr: 10 },
            ],
            "",
            "month",
            0,
            "TRUE",
          ),
        ) as unknown[][]
      )
        .slice(1)
        .map(([period]) => period);
    expect(periodsOf("2026-02-27")).toEqual(["2026-01-01"]);
    expect(periodsOf("2026-02-28")).toEqual(["2026-01-01", "2026-02-01"]);
  });

  test("whole is TRUE or FALSE, and where no period is over the error says when the first one is", () => {
    const given = (...more: unknown[]) => ["Ann", "2026-01-05", "", 10, ...more];
    expect(messageOf("CLV_SUBSCRIPTIONS", ...given("2026-01-30", "month", 0, true))).toBe(
      "CLV_SUBSCRIPTIONS: as_of must be 2026-01-31, the end of the first month of the data, or later, got 2026-01-30: use a shorter period",
    );
    expect(messageOf("CLV_SUBSCRIPTIONS", ...given("2026-01-31", "month", 0, "yes"))).toBe(
      'CLV_SUBSCRIPTIONS: whole must be TRUE or FALSE, got "yes"',
    );
    expect(call("CLV_SUBSCRIPTIONS", ...given("2026-01-31", "month", 0, 1))).toHaveLength(2);
  });

  /** The named columns of the periods given, from subscriptions as [customer, start, end, mrr]. */
  const movementsOf = (
    rows: readonly (readonly [string, string, string, number])[],
    periods: readonly string[],
    columns: readonly string[],
    ...more: unknown[]
  ) => {
    const [header, ...body] = readable(
      tableOf(
        rows.map(([customer, start, end, mrr]) => ({ customer, start, end, mrr })),
        ...more,
      ),
    ) as unknown[][];
    return periods.map((period) => {
      const row = body.find(([first]) => first === period)!;
      return columns.map((column) => row[header!.indexOf(column)]);
    });
  };

  // dbt-labs/mrr-playbook PR 3, SaaS metrics school "Mind the gap": a renewal shows as a churn and a return.
  test("a term that starts the day after another ends renews it: no loss, no return, and a higher price is expansion", () => {
    const terms = [
      ["a", "2024-01-01", "2024-12-31", 100],
      ["a", "2025-01-01", "2025-12-31", 120],
    ] as const;
    expect(
      movementsOf(
        terms,
        ["2024-12-01", "2025-01-01"],
        ["Lost", "Customers at end", "Expansion", "Reactivation", "GRR", "NRR"],
        "2025-02-15",
      ),
    ).toEqual([
      [0, 1, 0, 0, 1, 1],
      [0, 1, 20, 0, 1, 1.2],
    ]);
  });

  // PostHog PR 39439, SaaSGrid: the end day is the last day of service.
  test("rows of calendar months, quarters and days are one customer throughout", () => {
    const months = [
      ["a", "2025-01-01", "2025-01-31", 30],
      ["a", "2025-02-01", "2025-02-28", 30],
      ["a", "2025-03-01", "", 30],
    ] as const;
    const shown = ["New", "Returned", "Lost", "MRR at end"];
    expect(
      movementsOf(months, ["2025-01-01", "2025-02-01", "2025-03-01"], shown, "2025-03-31", "month"),
    ).toEqual([
      [1, 0, 0, 30],
      [0, 0, 0, 30],
      [0, 0, 0, 30],
    ]);
    const quarters = [
      ["a", "2025-01-01", "2025-03-31", 30],
      ["a", "2025-04-01", "2025-06-30", 30],
      ["a", "2025-07-01", "", 30],
    ] as const;
    expect(
      movementsOf(quarters, ["2025-01-01", "2025-04-01", "2025-07-01"], shown, "2025-09-30", "quarter"),
    ).toEqual([
      [1, 0, 0, 30],
      [0, 0, 0, 30],
      [0, 0, 0, 30],
    ]);
    const days = [
      ["a", "2025-01-08", "2025-01-10", 100],
      ["a", "2025-01-11", "", 100],
    ] as const;
    expect(movementsOf(days, ["2025-01-10", "2025-01-11"], shown, "2025-01-13", "day")).toEqual([
      [0, 0, 0, 100],
      [0, 0, 0, 100],
    ]);
  });

  // Stripe, ChartMogul and ProfitWell count a customer from the first paid day on.
  test("a trial is not a customer: its first paid day is new, and without one it never was", () => {
    const rows = [
      ["p", "2025-01-01", "", 100],
      ["t", "2025-01-20", "2025-02-19", 0],
      ["t", "2025-02-19", "", 100],
      ["never", "2025-01-20", "2025-02-19", 0],
    ] as const;
    expect(
      movementsOf(
        rows,
        ["2025-01-01", "2025-02-01"],
        ["New", "New MRR", "Expansion", "Lost", "NRR", "Revenue per customer"],
        "2025-03-31",
      ),
    ).toEqual([
      [1, 100, 0, 0, "", 100],
      [1, 100, 0, 0, 1, 100],
    ]);
  });

  test("from paid to free is lost on the last paid day, and back is a return", () => {
    const rows = [
      ["a", "2025-01-01", "2025-02-14", 50],
      ["a", "2025-02-14", "2025-04-09", 0],
      ["a", "2025-04-10", "", 50],
    ] as const;
    expect(
      movementsOf(rows, ["2025-02-01", "2025-04-01"], ["Lost", "Returned", "Reactivation"], "2025-04-30"),
    ).toEqual([
      [1, 0, 0],
      [0, 1, 50],
    ]);
  });

  test("what begins and ends within a period is seen: 60 of 120 gone within the year they came", () => {
    const rows = Array.from({ length: 120 }, (_, index) => {
      const month = String(1 + (index % 6)).padStart(2, "0");
      return [`c${index}`, `2025-${month}-01`, index < 60 ? `2025-1${index % 3}-15` : "", 10] as const;
    });
    for (const [period, first] of [
      ["year", "2025-01-01"],
      ["quarter", "2025-10-01"],
    ] as const) {
      const [[lost]] = movementsOf(rows, [first], ["Lost"], "2025-12-31", period) as [[number]];
      expect(lost).toBe(60);
    }
    expect(movementsOf(rows, ["2025-01-01"], ["New", "Customers at end"], "2025-12-31", "year")).toEqual([
      [120, 60],
    ]);
  });

  test("an upgrade and a downgrade in one month are both seen, and churn of revenue nets a customer's own", () => {
    const rows = [
      ["up and down", "2025-01-01", "2025-02-09", 100],
      ["up and down", "2025-02-10", "2025-02-19", 150],
      ["up and down", "2025-02-20", "", 90],
      ["another", "2025-01-01", "2025-02-04", 100],
      ["another", "2025-02-05", "", 140],
    ] as const;
    expect(
      movementsOf(
        rows,
        ["2025-02-01"],
        ["Expansion", "Contraction", "Revenue churn", "GRR", "NRR"],
        "2025-02-28",
      ),
    ).toEqual([[90, 60, 10 / 200, 190 / 200, 230 / 200]]);
  });

  test("churn, GRR and NRR leave out customers who joined within the period, and count the lost even if they are back", () => {
    const rows = [
      ["stays", "2025-01-01", "", 100],
      ["back", "2025-01-01", "2025-02-10", 100],
      ["back", "2025-02-20", "", 130],
      ["new", "2025-02-03", "2025-02-12", 500],
      ["grows", "2025-02-03", "2025-02-12", 10],
      ["grows", "2025-02-13", "", 400],
    ] as const;
    expect(
      movementsOf(
        rows,
        ["2025-02-01"],
        ["New", "Returned", "Lost", "Customers at end", "Reactivation", "Customer churn", "GRR", "NRR"],
        "2025-02-28",
      ),
    ).toEqual([[2, 1, 2, 3, 130, 1 / 2, 1 / 2, 1 / 2]]);
  });

  test("an upgrade at a month's end is expansion in the month in which it starts", () => {
    const rows = [
      ["a", "2025-01-01", "2025-01-31", 100],
      ["a", "2025-02-01", "", 150],
      ["b", "2025-01-01", "", 100],
    ] as const;
    expect(
      movementsOf(
        rows,
        ["2025-01-01", "2025-02-01"],
        ["New", "MRR at end", "Expansion", "NRR"],
        "2025-02-28",
      ),
    ).toEqual([
      [2, 200, 0, ""],
      [0, 250, 50, 1.25],
    ]);
  });

  test("a pause is a loss and a return, unless the days of grace reach over it", () => {
    const rows = [
      ["Bo", "2025-01-15", "2025-01-31", 30],
      ["Bo", "2025-02-03", "2025-02-27", 20],
    ] as const;
    const shown = ["Lost", "Returned", "Contraction", "MRR at end"];
    const months = ["2025-01-01", "2025-02-01"];
    expect(movementsOf(rows, months, shown, "2025-02-28", "month", 2)).toEqual([
      [1, 0, 0, 0],
      // The gap since the 27th is no longer than 2 days, so it is not a loss yet.
      [0, 1, 0, 20],
    ]);
    expect(movementsOf(rows, months, shown, "2025-02-28", "month", 3)).toEqual([
      [0, 0, 0, 30],
      [0, 0, 10, 20],
    ]);
    expect(movementsOf(rows, months, shown, "2025-02-28")).toEqual([
      [1, 0, 0, 0],
      [1, 1, 0, 0],
    ]);
  });

  test("a churn on the last day of a month is of that month", () => {
    const rows = [["Ann", "2024-01-01", "2024-02-29", 10]] as const;
    expect(movementsOf(rows, ["2024-01-01", "2024-02-01", "2024-03-01"], ["Lost"], "2024-03-15")).toEqual([
      [0],
      [1],
      [0],
    ]);
  });

  test("tenths of amounts leave no dust behind when all have gone", () => {
    const rows = [0.1, 0.2, 0.7].map(
      (mrr, index) => ["Ann", "2026-01-05", `2026-02-0${index + 1}`, mrr] as const,
    );
    expect(
      movementsOf(rows, ["2026-03-01"], ["Customers at start", "MRR at start", "MRR at end"], "2026-03-01"),
    ).toEqual([[0, 0, 0]]);
  });

  test("an end before its start, a negative MRR and an as_of before the data are errors that say where", () => {
    const given = [
      column("Ann", "Bo"),
      column("2026-01-05", "2026-03-01"),
      column("2026-01-04", ""),
      column(10, 20),
    ];
    expect(messageOf("CLV_SUBSCRIPTIONS", ...given)).toBe(
      "CLV_SUBSCRIPTIONS: end must not be before start, got 2026-01-04 before 2026-01-05 in row 1",
    );
    expect(messageOf("CLV_SUBSCRIPTIONS", "Ann", "2026-01-05", "", -10)).toBe(
      "CLV_SUBSCRIPTIONS: mrr must be a number of 0 or more, got -10 in row 1",
    );
    expect(messageOf("CLV_SUBSCRIPTIONS", "Ann", "2026-01-05", "", 10, "2025-12-31")).toBe(
      "CLV_SUBSCRIPTIONS: as_of must not be before the first start, got 2025-12-31",
    );
    expect(messageOf("CLV_SUBSCRIPTIONS", "Ann", "2026-01-05", "", 0)).toBe(
      "CLV_SUBSCRIPTIONS: mrr must be above 0 in at least one row that has begun, got only free ones",
    );
  });
});
