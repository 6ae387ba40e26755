import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { survival } from "../../src/core/renewals/curve";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day, messageOf, readable } from "../support/call";
import { chance } from "../support/histories";
import { slowPause } from "../support/pause";
import { isoDates, purchasesOf, someRows } from "../support/rows";

const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

const middle = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
};

describe("CLV_NEXT_ORDER", () => {
  const rowsOf = (name: string, ...dates: string[]) => dates.map((date) => [name, date] as const);
  const ofRows = (rows: readonly (readonly [string, string])[], asOf: string) =>
    readable(
      call(
        "CLV_NEXT_ORDER",
        column(...rows.map(([name]) => name)),
        column(...rows.map(([, date]) => date)),
        asOf,
      ),
    ) as unknown[][];
  /** Gaps of ten days, five times. */
  const regular = rowsOf("Ann", "2026-01-01", "2026-01-11", "2026-01-21", "2026-01-31", "2026-02-10");

  test.each([
    ["2026-02-17", "on time", -3],
    ["2026-02-18", "due", -2],
    ["2026-02-22", "due", 2],
    ["2026-02-23", "overdue", 3],
    ["2026-03-07", "overdue", 15],
    ["2026-03-08", "silent", 16],
  ])("who orders every ten days, last on 2026-02-10, is on %s %s, %d days overdue", (asOf, status, days) => {
    const [, row] = ofRows(regular, asOf);
    expect(row).toEqual(["Ann", 5, "2026-02-10", 10, "own", "2026-02-20", days, status, "", "no"]);
  });

  test("a customer with fewer than three gaps has the median of all gaps, the regular ones' among them", () => {
    const rows = [...regular, ...rowsOf("Bo", "2026-01-01", "2026-01-31"), ...rowsOf("Cy", "2026-02-01")];
    const found = ofRows(rows, "2026-02-10");
    // gaps 10, 10, 10, 10 and 30
    expect(found.map((row) => [row[0], row[3], row[4]])).toEqual([
      ["Customer", "Usual gap (days)", "Basis"],
      ["Bo", 10, "all"],
      ["Cy", 10, "all"],
      ["Ann", 10, "own"],
    ]);
  });

  test("if nobody has ordered twice there is no gap, and nothing follows from it", () => {
    expect(ofRows([...rowsOf("Bo", "2026-01-01"), ...rowsOf("Ann", "2026-01-05")], "2026-02-01")).toEqual([
      [
        "Customer",
        "Orders",
        "Last order",
        "Usual gap (days)",
        "Basis",
        "Next expected",
        "Days overdue",
        "Status",
        "Revenue",
        "Past usual pause",
      ],
      ["Ann", 1, "2026-01-05", "", "", "", "", "", "", "no"],
      ["Bo", 1, "2026-01-01", "", "", "", "", "", "", "no"],
    ]);
  });

  test("with amounts, days, gaps, revenue, status and order are those of a slow reading of the definition", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const asOf = "2025-11-15";
        const bought = [...purchasesOf(rows)].flatMap(([customer, kept]) => {
          const days = [...kept.keys()].sort();
          return days.length === 0 ? [] : [{ customer, days }];
        });
        const gapsOf = (days: readonly string[]) => days.slice(1).map((date, at) => between(days[at]!, date));
        const all = bought.flatMap(({ days }) => gapsOf(days));
        const dayOf = (date: string) => Date.parse(date) / 86_400_000;
        const pause = slowPause(
          bought.map(({ days }) => days.map(dayOf)),
          dayOf(asOf),
        );
        const expected = bought.map(({ customer, days }) => {
          const [own, last] = [gapsOf(days), days[days.length - 1]!];
          const revenue = rows
            .filter((row) => row.customer === customer)
            .reduce((sum, { amount }) => sum + amount, 0);
          const isPast = between(last, asOf) > pause ? "yes" : "no";
          if (all.length === 0) return [customer, days.length, last, "", "", "", "", "", revenue, isPast];
          const gap = middle(own.length >= 3 ? own : all);
          const quiet = between(last, asOf) / gap;
          const next = daysAfter(last, Math.floor(gap + 0.5));
          const status = [2.5, 1.25].reduce(
            (found, limit, at) => (quiet <= limit ? ["overdue", "due"][at]! : found),
            "silent",
          );
          const basis = own.length >= 3 ? "own" : "all";
          return [
            customer,
            days.length,
            last,
            gap,
            basis,
            next,
            between(next, asOf),
            quiet < 0.75 ? "on time" : status,
            revenue,
            isPast,
          ];
        });
        const found = readable(
          call(
            "CLV_NEXT_ORDER",
            column(...rows.map(({ customer }) => customer)),
            column(...rows.map(({ date }) => day(date))),
            asOf,
            column(...rows.map(({ amount }) => amount)),
          ),
        ) as Cell[][];
        const byName = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
        expect(found.slice(1).sort(byName)).toEqual(expected.sort(byName));
      }),
      { numRuns: 60 },
    );
  });

  test("the longest silence in usual gaps comes first", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const [, ...found] = ofRows(
          rows.map(({ customer, date }) => [customer, date] as const),
          "2025-11-15",
        );
        const quiet = found.map((row) =>
          row[3] === "" ? -1 : between(String(row[2]), "2025-11-15") / Number(row[3]),
        );
        expect(quiet).toEqual([...quiet].sort((a, b) => b - a));
      }),
      { numRuns: 40 },
    );
  });

  // 2^-1.25 − 2^-2.5 = 0.2437 of customers whose gaps are exponential, since the median is ln 2 of the mean
  test("of customers who order at random, one in four is overdue and one in six silent", () => {
    const random = chance(4);
    const rows = Array.from({ length: 1500 }, (_, index) => {
      const days: number[] = [];
      for (let time = random.exponential(1 / 40); time < 1600; time += random.exponential(1 / 40))
        days.push(Math.floor(time));
      return days.map((at) => [`C${index}`, daysAfter("2020-01-01", at)] as const);
    }).flat();
    const statuses = ofRows(rows, daysAfter("2020-01-01", 1600))
      .slice(1)
      .map((row) => row[7]);
    const share = (status: string) => statuses.filter((one) => one === status).length / statuses.length;
    expect(share("overdue")).toBeCloseTo(0.2437, 1);
    expect(share("silent")).toBeCloseTo(0.1768, 1);
  });

  test("says what it needs", () => {
    expect(messageOf("CLV_NEXT_ORDER", column("", "Ann"), column("2026-01-01", ""))).toBe(
      "CLV_NEXT_ORDER: date must have at least one row with a customer next to it, got none",
    );
  });
});

interface Subscription {
  readonly customer: string;
  readonly start: string;
  readonly end: string;
  readonly mrr: number;
}

const accountsOf = (rows: readonly Subscription[], asOf: string) =>
  readable(
    call(
      "CLV_ACCOUNTS",
      column(...rows.map(({ customer }) => customer)),
      column(...rows.map(({ start }) => day(start))),
      column(...rows.map(({ end }) => (end === "" ? "" : day(end)))),
      column(...rows.map(({ mrr }) => mrr)),
      asOf,
    ),
  ) as Cell[][];

const someSubscriptions = fc.array(
  fc.record({
    customer: fc.constantFrom("Ann", "Bo", "Cy"),
    start: isoDates("2024-01-01", "2025-06-30"),
    days: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 400 })),
    mrr: fc.constantFrom(0, 10, 25, 99),
  }),
  { minLength: 1, maxLength: 10 },
);

describe("CLV_ACCOUNTS", () => {
  const asOf = "2025-09-15";

  test("a customer, day by day: who pays on the day of the list, how much, and since when without a gap", () => {
    fc.assert(
      fc.property(someSubscriptions, (drafts) => {
        const rows = drafts.map(({ days, ...row }) => ({
          ...row,
          end: days === undefined ? "" : daysAfter(row.start, days),
        }));
        // a row that starts on another's last day has that day to itself
        fc.pre(rows.every((row) => rows.every((other) => row.end === "" || row.end !== other.start)));
        const paysOn = (customer: string, date: string) =>
          rows
            .filter(
              (row) =>
                row.customer === customer &&
                row.start <= date &&
                (row.end === "" || row.end >= date || row.end >= asOf),
            )
            .reduce((sum, { mrr }) => sum + mrr, 0);
        const expected = ["Ann", "Bo", "Cy"].flatMap((customer) => {
          if (paysOn(customer, asOf) === 0) return [];
          let since = asOf;
          while (paysOn(customer, daysAfter(since, -1)) > 0) since = daysAfter(since, -1);
          return [
            [customer, since, Math.floor(between(since, asOf) / (365.25 / 12)), paysOn(customer, asOf)],
          ];
        });
        fc.pre(expected.length > 0);
        const found = accountsOf(rows, asOf)
          .slice(1)
          .map((row) => row.slice(0, 4));
        expect(found.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });

  test("revenue at risk is 12 × MRR × the chance, most first, and a customer with two plans has one row", () => {
    const rows = [
      { customer: "Ann", start: "2024-01-01", end: "", mrr: 10 },
      { customer: "Ann", start: "2024-05-01", end: "", mrr: 15 },
      { customer: "Bo", start: "2025-01-01", end: "", mrr: 99 },
      { customer: "Cy", start: "2024-01-01", end: "2024-09-30", mrr: 20 },
    ];
    const [, ...found] = accountsOf(rows, asOf);
    expect(found.map((row) => row.slice(0, 4))).toEqual([
      ["Bo", "2025-01-01", 8, 99],
      ["Ann", "2024-01-01", 20, 25],
    ]);
    for (const [, , , mrr, leaves, risk] of found)
      expect(risk).toBeCloseTo(12 * (mrr as number) * (leaves as number), 9);
  });

  test("where nobody has left, the chance is blank, and Note says why", () => {
    const rows = [{ customer: "Ann", start: "2024-01-01", end: "", mrr: 10 }];
    expect(accountsOf(rows, asOf)[1]).toEqual([
      "Ann",
      "2024-01-01",
      20,
      10,
      "",
      "",
      "nobody has left so far",
    ]);
    const soon = [...rows, { customer: "Bo", start: "2025-08-20", end: "2025-09-01", mrr: 10 }];
    expect(
      accountsOf(
        soon.map((row) => ({ ...row, start: row.start < "2025" ? "2025-08-20" : row.start })),
        asOf,
      )[1]![6],
    ).toBe("too early to tell");
  });

  test("without a row that runs and pays, it says so", () => {
    expect(() =>
      accountsOf([{ customer: "Ann", start: "2024-01-01", end: "2024-05-01", mrr: 10 }], asOf),
    ).toThrow(
      "CLV_ACCOUNTS: mrr must be above 0 in a row that still runs, got none: nobody subscribes on that day",
    );
  });

  test("chances are those of the customers' true curve: contracts by month, started over four years, one in five years old", () => {
    const random = chance(11);
    const [alpha, beta] = [1.2, 14];
    const now = "2026-01-01";
    const rows = Array.from({ length: 6000 }, (_, index): Subscription => {
      const theta = random.beta(alpha, beta);
      const age = 1 + Math.floor(random.uniform() * 48);
      let months = 1;
      while (months <= age && random.uniform() >= theta) months++;
      const start = `${2026 - Math.ceil(age / 12)}-${String(1 + ((48 - age) % 12)).padStart(2, "0")}-01`;
      const last = new Date(Date.parse(start));
      last.setUTCMonth(last.getUTCMonth() + months);
      const end =
        last.toISOString().slice(0, 10) <= now ? daysAfter(last.toISOString().slice(0, 10), -1) : "";
      return { customer: `C${index}`, start, end, mrr: 10 };
    });
    const truth = survival({ lambda: Math.log1p(alpha / beta), spread: 1 / (alpha + beta), c: 1 }, 60);
    for (const [, , months, , leaves] of accountsOf(rows, now).slice(1)) {
      const at = months as number;
      expect(leaves as number).toBeGreaterThan(1 - truth[at + 12]! / truth[at]! - 0.04);
      expect(leaves as number).toBeLessThan(1 - truth[at + 12]! / truth[at]! + 0.04);
    }
  });
});

describe("CLV_RETENTION of a CLV_SURVIVAL table", () => {
  /** Customers who began together and left at the ends of months, so that the curve is that of the counts. */
  const counts = [100, 63, 47, 38, 33, 29, 26];
  const lifetimes = counts.flatMap((count, month) =>
    Array.from({ length: count - (counts[month + 1] ?? 0) }, () => ({
      month,
      isLost: month + 1 < counts.length,
    })),
  );
  const week = (count: number) => day(daysAfter("2026-01-05", 7 * count));
  const curve = call(
    "CLV_SURVIVAL",
    column(...lifetimes.map(() => week(0))),
    column(...lifetimes.map(({ month, isLost }) => (isLost ? week(month + 1) : ""))),
    // A day later, since an end on the day of the list still runs.
    day(daysAfter("2026-01-06", 7 * (counts.length - 1))),
    "week",
  ) as Cell[][];

  test.each(["CLV_RETENTION", "CLV_RETENTION_FIT"])("%s gives what the counts of customers give", (name) => {
    const [byCurve, byCounts] = [curve, column(...counts)].map((given) => call(name, given) as Cell[][]);
    const rounded = (rows: Cell[][]) =>
      rows.map((row) => row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(6)) : cell)));
    expect(rounded(byCurve!)).toEqual(rounded(byCounts!));
  });

  test("customers last seen in the middle of a period count neither as lost nor as kept in it", () => {
    // Four are seen through a period in which one of them is lost, and two more into its middle.
    const table = [
      ["Time", "At risk", "Lost", "Censored", "Survival", "Low", "High"],
      [0, 6, 0, 0, 1, 1, 1],
      [0.5, 6, 0, 2, 1, 1, 1],
      [1, 4, 1, 3, 0.75, "", ""],
    ];
    const model = call("CLV_RETENTION", table, 0, "geometric") as Cell[][];
    expect(model[2]!.slice(1)).toEqual([0.75, expect.closeTo(0.75, 12), expect.closeTo(0.75, 12)]);
  });

  test.each([
    [[[0.5, 2, 1, 1, 0.5]], "got one up to 0.5"],
    [
      [
        [2, 2, 1, 0, 0.5],
        [1, 1, 0, 1, 0.5],
      ],
      "got times out of order",
    ],
  ])("%j is no table that it can read", (rows, got) => {
    const header = ["Time", "At risk", "Lost", "Censored", "Survival"];
    expect(messageOf("CLV_RETENTION", [header, ...rows])).toBe(
      `CLV_RETENTION: survivors must be a complete CLV_SURVIVAL table, over one period or more and at most 5000, ${got}`,
    );
  });
});
