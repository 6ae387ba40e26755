import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day, messageOf, readable } from "../support/call";
import { simulatedOrders } from "../support/histories";
import { type Row, isoDates, laterByDays, purchasesOf, someRows, tableOf } from "../support/rows";

const orders = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 120, 78);
const given = [orders.customer, orders.date, orders.amount] as const;
const lastDay = new Date(Math.max(...orders.date.map(([date]) => date!.getTime())));

const record = (table: unknown[][]) =>
  Object.fromEntries(table[0]!.map((title, index) => [title, table[1]![index]])) as Record<string, Cell>;
const measures = (table: unknown[][]) => Object.fromEntries(table.slice(1)) as Record<string, Cell>;
const horizon = (...more: unknown[]) => call("CLV_HORIZON", ...given, ...more) as Cell[][];
const billed = (rows: readonly Row[], ...more: unknown[]) => record(tableOf("CLV_BILLED", rows, ...more));

/** Members who pay on the same day of each month, one row per payment, from a month on and so many times. */
const members = (count: number, payments: (index: number) => number): Row[] =>
  Array.from({ length: count }, (_, index) =>
    Array.from({ length: payments(index) }, (__, month) => ({
      customer: `M${index}`,
      date: new Date(Date.UTC(2024, (index % 6) + month, 1 + (index % 20))).toISOString().slice(0, 10),
      amount: 20,
    })),
  ).flat();

describe("CLV_LATEST", () => {
  const usual = ["2026-01-05", "2026-01-12", "2026-01-20", "2026-01-26"];
  test("is the latest date, or the last before those that stand apart", () => {
    expect(readable(call("CLV_LATEST", column(...usual)))).toBe("2026-01-26");
    expect(readable(call("CLV_LATEST", column("Date", ...usual, "", "2062-01-26")))).toBe("2026-01-26");
    expect(readable(call("CLV_LATEST", column(...usual, "2026-02-10")))).toBe("2026-02-10");
  });

  test("is the last day before those that CLV_CHECK and CLV_PROFILE name", () => {
    const rows = [...usual, "2026-05-01"].map((date) => ({ customer: "Ann", date, amount: 5 }));
    const check = tableOf("CLV_CHECK", rows).find(([name]) => name === "Dates that stand apart")!;
    expect(check[3]).toMatch(/^2026-05-01 in row 5:/);
    for (const as_of of ["", "2026-01-26"]) {
      const profile = measures(readable(tableOf("CLV_PROFILE", rows, as_of)) as unknown[][]);
      expect(profile).toMatchObject({
        "Date apart": "2026-05-01",
        "Rows apart": 1,
        "Last date before it": "2026-01-26",
        "Last date": as_of || "2026-05-01",
      });
    }
  });

  test("needs a date", () => {
    expect(messageOf("CLV_LATEST", column("", ""))).toBe(
      "CLV_LATEST: date must have at least one date, got none",
    );
    expect(messageOf("CLV_LATEST", column("03/04/2026", "2026-01-01"))).toMatch(
      /^CLV_LATEST: date must be a date/,
    );
  });
});

describe("CLV_PROFILE", () => {
  test("counts customers, purchases, revenue and ages as they are in the rows", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const kept = [...purchasesOf(rows).values()].map((days) => [...days.keys()].sort());
        const buyers = kept.filter((days) => days.length > 0);
        const last = rows.map(({ date }) => date).sort()[rows.length - 1]!;
        const months = (from: string) => (day(last).getTime() - day(from).getTime()) / 86_400_000 / 30.4375;
        const revenue = rows.reduce((sum, { amount }) => sum + amount, 0);
        const profile = measures(readable(tableOf("CLV_PROFILE", rows)) as unknown[][]);
        const firsts = buyers.map(([first]) => first!);
        expect(profile).toMatchObject({
          Customers: buyers.length,
          "Repeat customers": buyers.filter((days) => days.length > 1).length,
          Purchases: buyers.flat().length,
          Gaps: buyers.flat().length - buyers.length,
          Revenue: revenue,
          "Last date": last,
          "First date": firsts.sort()[0] ?? "",
        });
        if (buyers.length === 0) return;
        expect(profile["Paid per customer"]).toBeCloseTo(revenue / buyers.length, 9);
        expect(profile["History (months)"]).toBeCloseTo(months(firsts[0]!), 9);
        const ages = firsts.map(months);
        expect(profile["Mean age (months)"]).toBeCloseTo(
          ages.reduce((sum, age) => sum + age, 0) / ages.length,
          9,
        );
      }),
    );
  });

  test("tells members who pay monthly apart from a shop", () => {
    const profile = measures(
      readable(
        tableOf(
          "CLV_PROFILE",
          members(30, () => 8),
        ),
      ) as unknown[][],
    );
    expect(profile).toMatchObject({
      Kind: "billed",
      "Billing interval": "month",
      "Share at interval": 1,
      "Equal-amount share": 1,
      "Largest share": 1 / 30,
    });
    const shop = measures(call("CLV_PROFILE", ...given) as unknown[][]);
    expect(shop).toMatchObject({ Kind: "shop", "Billing interval": "", "Date apart": "", "Rows apart": 0 });
    expect(shop["Nearest interval"]).not.toBe("");
  });

  test("shows the pause of CLV_CHECK and its largest customer", () => {
    const check = (call("CLV_CHECK", ...given) as Cell[][]).map(([name, , , advice]) => [name, advice]);
    const said = Object.fromEntries(check) as Record<string, string>;
    const shop = measures(call("CLV_PROFILE", ...given) as unknown[][]);
    expect(said["Usual pause"]).toContain(
      `of ${String(shop["Quiet stretches"])} purchases followed by ${String(shop["Usual pause (months)"])} quiet months, ${String(shop["Returned"])} `,
    );
    expect(said["Share of the largest customer"]).toContain(`"${String(shop["Largest customer"])}" brought`);
  });
});

describe("CLV_HORIZON", () => {
  const [, plain] = horizon(12) as [Cell[], Cell[]];

  test("gives one row per horizon, in the order asked, blanks and a title aside", () => {
    const rows = horizon(column("Months", 6, "", 12, "forever")).slice(1);
    expect(rows.map(([months]) => months)).toEqual([6, 12, "forever"]);
    expect(rows[1]).toEqual(plain);
    expect(horizon([[6, 12]])).toEqual(horizon(column(6, 12)));
    expect(horizon("")).toHaveLength(2);
  });

  test("names horizons that cannot be read", () => {
    expect(messageOf("CLV_HORIZON", ...given, column(12, 0, "soon"))).toBe(
      'CLV_HORIZON: horizon_months must be a whole number of 1 or more, or "forever", got 0 in row 2, "soon" in row 3',
    );
    expect(messageOf("CLV_HORIZON", ...given, 1.5)).toBe(
      'CLV_HORIZON: horizon_months must be a whole number of 1 or more, or "forever", got 1.5',
    );
    expect(
      messageOf("CLV_HORIZON", ...given, [
        [6, 12],
        [18, 24],
      ]),
    ).toBe("CLV_HORIZON: horizon_months must be one column or one row, got 2 rows × 2 columns");
  });

  test("scales with the margin and with all amounts", () => {
    const money = (row: readonly Cell[]) => [1, 2, 3, 6].map((index) => row[index] as number);
    const double = orders.amount.map(([amount]) => [amount! * 2]);
    for (const [row, factor] of [
      [horizon(12, "", 0.4)[1]!, 0.4],
      [(call("CLV_HORIZON", orders.customer, orders.date, double, 12) as Cell[][])[1]!, 2],
    ] as const)
      money(row).forEach((value, index) => expect(value / money(plain)[index]! / factor).toBeCloseTo(1, 9));
  });

  test("is the same in whatever order the rows are, and with rows after as_of", () => {
    const reversed = given.map((cells) => cells.slice().reverse());
    expect(call("CLV_HORIZON", ...reversed, column(12, 24))).toEqual(horizon(column(12, 24)));
    const later = (cells: unknown[][], cell: unknown) => [...cells, [cell]];
    const more = [later(orders.customer, "Zoe"), later(orders.date, "2030-01-01"), later(orders.amount, 999)];
    expect(call("CLV_HORIZON", ...more, column(12, 24), "", "", lastDay)).toEqual(horizon(column(12, 24)));
  });

  test("names a date that stands apart, and what to do", () => {
    const more = [
      [...orders.customer, ["C1"]],
      [...orders.date, [day("2030-01-01")]],
      [...orders.amount, [20]],
    ];
    const { Note } = record(call("CLV_HORIZON", ...more, 12) as unknown[][]);
    const last = lastDay.toISOString().slice(0, 10);
    expect(Note).toContain(`1 row from 2030-01-01 on stand apart: set as_of to ${last}, or correct them`);
  });

  test("points monthly payments to CLV_BILLED, and warns young data of seasons", () => {
    const { Note } = record(
      tableOf(
        "CLV_HORIZON",
        members(40, () => 6),
        6,
      ),
    );
    expect(Note).toContain("these look like regular payments: use CLV_BILLED");
    expect(Note).toContain("months of history: seasons are not yet visible");
  });

  test("lies between Low and High, or is blank with a note", () => {
    const rows = fc.array(
      fc.record({
        customer: fc.integer({ min: 1, max: 40 }).map((index) => `C${index}`),
        date: isoDates("2024-01-01", "2025-12-31"),
        amount: fc.integer({ min: -10, max: 60 }),
      }),
      { minLength: 20, maxLength: 90 },
    );
    fc.assert(
      fc.property(rows, (some) => {
        for (const row of tableOf("CLV_HORIZON", some, column(3, 12, 24, 60)).slice(1)) {
          const [, value, low, high] = row;
          const note = row[row.length - 1];
          const isUntold = value === "" && low === "" && high === "" && note !== "";
          expect(isUntold || (value !== "" && low! <= value! && value! <= high!)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is moved in time with its rows", () => {
    const rows = orders.customer.map(([customer], index) => ({
      customer: customer!,
      date: orders.date[index]![0]!.toISOString().slice(0, 10),
      amount: orders.amount[index]![0]!,
    }));
    const later = rows.map((row) => ({ ...row, date: laterByDays(row.date, 1000) }));
    expect(tableOf("CLV_HORIZON", later, 12)).toEqual(tableOf("CLV_HORIZON", rows, 12));
  });
});

describe("CLV_BILLED", () => {
  const rows = members(60, (index) => 3 + (index % 10));

  test("uses the most common gap as the interval, and says when no pause is known", () => {
    const found = billed(rows);
    expect(found).toMatchObject({ Interval: "month" });
    expect(found).toEqual(billed(rows, "month"));
    const few = billed(rows.filter(({ customer }) => Number(customer.slice(1)) < 9));
    expect(few).toMatchObject({ "Pause told": "no", "Grace (days)": 1.5 * 30.4375 });
    expect(few["Note"]).toContain(
      "the usual pause is unknown, so 45.66 days without a payment count as lost",
    );
  });

  test("uses the grace given, and then does not mention the pause", () => {
    const found = billed(rows, "month", "", "", 60);
    expect(found["Grace (days)"]).toBe(60);
    expect(found["Note"]).not.toContain("usual pause");
    expect(messageOf("CLV_BILLED", column("A"), column("2026-01-01"), column(1), "month", "", "", 0)).toBe(
      "CLV_BILLED: grace_days must be a number above 0, got 0",
    );
  });

  test("pays a cost back as CLV_PAYBACK does at the value ÷ lifetime a month, or never", () => {
    const found = billed(rows);
    const [value, lifetime] = [found["Value"] as number, found["Lifetime (months)"] as number];
    const cost = 0.4 * value;
    expect(billed(rows, "", "", "", "", cost)["Payback (months)"]).toBeCloseTo(
      call("CLV_PAYBACK", cost, value / lifetime, 1, 1 / lifetime) as number,
      9,
    );
    expect(billed(rows, "", "", "", "", value)["Payback (months)"]).toBe("");
    expect(found["Payback (months)"]).toBe("");
  });

  test("shows what a shorter and a longer grace give", () => {
    const found = billed(rows);
    expect(billed(rows, "month", "", "", 1.5 * 30.4375)["Value"]).toBe(found["Value at 1.5 intervals"]);
    expect(billed(rows, "month", "", "", 2.5 * 30.4375)["Value"]).toBe(found["Value at 2.5 intervals"]);
  });

  test("is moved by payments that come late, and says so", () => {
    // Every second customer misses August; all stop after 12 months, which are the losses.
    const late = members(60, () => 12).filter(
      ({ customer, date }) => Number(customer.slice(1)) % 2 === 1 || date.slice(5, 7) !== "08",
    );
    const found = billed(late, "month");
    const [short, long] = [1.5, 2.5].map((of) => found[`Value at ${of} intervals`] as number);
    expect(long! / short!).toBeGreaterThan(1.25);
    expect(found["Note"]).toMatch(
      /with 2.5 intervals of grace the value is \d+(\.\d)?% higher than with 1.5: give grace_days/,
    );
    expect(billed(rows)["Note"]).toBe("");
  });

  test("says where the payments look like another interval, or like a shop", () => {
    expect(billed(rows, "year")["Note"]).toContain("100% of gaps fit another interval (month)");
    const { Note } = record(call("CLV_BILLED", ...given) as unknown[][]);
    expect(Note).toMatch(
      /only \d+(\.\d+)?% of gaps fit the interval \([a-z -]+\), so these may be orders of a shop: use CLV_HORIZON/,
    );
  });

  test("gives a lower limit where nobody is lost, and nothing where nobody paid twice", () => {
    const staying = members(6, (index) => 12 - index);
    const found = billed(staying);
    expect(found).toMatchObject({ Value: "", Low: "", High: "", Lost: 0 });
    // Three losses are the 95% upper limit of none: −ln 0.05 = 2.9957.
    expect(found["At least"]).toBeCloseTo((20 * (found["Payments"] as number)) / 2.995732, 4);
    expect(billed([{ customer: "Ann", date: "2026-01-01", amount: 5 }])).toMatchObject({
      Value: "",
      Interval: "",
      Note: "these payments show no regular interval: give interval",
    });
  });

  test("scales with the margin, doubles its customers for a narrower range, and forgets rows after as_of", () => {
    const found = billed(rows);
    const half = billed(rows, "", 0.5);
    for (const title of ["Value", "Low", "High", "At least", "Value at 1.5 intervals"])
      expect((half[title] as number) / (found[title] as number)).toBeCloseTo(0.5, 12);
    const twice = billed([...rows, ...rows.map((row) => ({ ...row, customer: `${row.customer} again` }))]);
    expect(twice["Value"]).toBeCloseTo(found["Value"] as number, 9);
    const spread = ({ Value, High }: Record<string, Cell>) => Math.log((High as number) / (Value as number));
    expect(spread(found) / spread(twice)).toBeCloseTo(Math.SQRT2, 9);
    const last = rows.map(({ date }) => date).sort()[rows.length - 1]!;
    const later = [...rows, { customer: "Zoe", date: "2031-01-01", amount: 9 }];
    expect(billed(later, "", "", last)).toEqual(found);
  });
});
