import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { call, readable } from "../../support/call";
import { type Cells } from "../../support/cleanRows";

interface Outcome {
  readonly header?: unknown[];
  readonly rows?: unknown[][];
  readonly message?: string;
}

/** The rows that a function gives for a table as of the middle of 2026, or its error without its name. */
function outcomeOf(name: string, table: Cells, columns: string): Outcome {
  try {
    const [header, ...rows] = readable(call(name, table, columns, "2026-06-30")) as unknown[][];
    return { header: header!, rows };
  } catch (error) {
    return { message: (error as Error).message.replace(/^\w+/, "") };
  }
}

describe("every row of a table is either in CLV_ROWS or counted by CLV_ROWS_LEFT_OUT", () => {
  const customer = fc.constantFrom("Ann", "Bo", 7, "", "Total", "Who");
  const date = fc.constantFrom("31.12.2025", "2026-01-05", "", "Total", "Day");
  const amount = fc.constantFrom(40, "€ -12,50", "1.234,56", "", "-", 0, "Paid");
  const kinds: Record<string, [readonly string[], string, ...fc.Arbitrary<unknown>[]]> = {
    orders: [
      ["Who", "Day", "Paid", "No", "State", "Back"],
      "customer: Who, date: Day, amount: Paid, order: No, status: State, refund: Back",
      customer,
      date,
      amount,
      fc.constantFrom("", 1, 2),
      fc.constantFrom("paid", "failed", "refunded", "Refund", "trialing", ""),
      fc.constantFrom("", 0, 40, -12.5),
    ],
    subscriptions: [
      ["Who", "Day", "Paid", "End", "Every", "State", "Trial"],
      "customer: Who, start: Day, mrr: Paid, end: End, interval: Every, status: State, trial_end: Trial",
      customer,
      date,
      amount,
      fc.constantFrom("", "2026-01-31", "31.12.2099"),
      fc.constantFrom("month", "year", ""),
      fc.constantFrom("active", "canceled", "trialing", "incomplete"),
      fc.constantFrom("", "2026-01-10"),
    ],
    figures: [
      ["Day", "Paid", "Customers", "Lost"],
      "period: Day, revenue: Paid, customers: Customers, lost: Lost",
      fc.constantFrom("2026-01", "Feb 2026", "03/2026", 202604, "", "Total"),
      fc.constantFrom(40, "1.234,56", "", 0),
      fc.constantFrom(10, "", 0),
      fc.constantFrom(1, ""),
    ],
    "figures of parts": [
      ["Day", "Part", "Paid", "Customers"],
      "period: Day, segment: Part, revenue: Paid, customers: Customers",
      fc.constantFrom("2026-01", "Feb 2026", "03/2026", 202604, 202605, "", "Total"),
      fc.constantFrom("A", "B", "C", "D", "", "Total"),
      fc.constantFrom(40, "1.234,56", "", 0),
      fc.constantFrom(10, "", 0),
    ],
    spend: [
      ["Day", "Channel", "Paid", "New"],
      "period: Day, channel: Channel, spend: Paid, new: New",
      fc.constantFrom("31.12.2025", "2026-01-05", "", "Total"),
      fc.constantFrom("Ads", "", "Total"),
      fc.constantFrom(40, "", "-"),
      fc.constantFrom(1, ""),
    ],
    snapshots: [
      ["Who", "Months", "Left", "Fee"],
      "customer: Who, tenure: Months, left: Left, charge: Fee",
      fc.constantFrom("Ann", "Bo", "", "Total"),
      fc.constantFrom(1, 12, "", "-"),
      fc.constantFrom("yes", "no", ""),
      fc.constantFrom(10, "9,50", ""),
    ],
    totals: [
      ["Who", "Orders", "Paid", "Since", "Until"],
      "customer: Who, orders: Orders, revenue: Paid, first: Since, last: Until",
      fc.constantFrom("Ann", "Bo", "", "Total"),
      fc.constantFrom(1, 12, 0, "", "-"),
      fc.constantFrom(40, "1.234,56", "", 0, "-"),
      fc.constantFrom("31.12.2025", "2026-01-05", ""),
      fc.constantFrom("2026-01-05", ""),
    ],
    histories: [
      ["Who", "Repeats", "Weeks", "Known", "Mean"],
      "customer: Who, frequency: Repeats, recency: Weeks, age: Known, repeat_value: Mean",
      fc.constantFrom("Ann", "Bo", "", "Total"),
      fc.constantFrom(0, 3, ""),
      fc.constantFrom(0, 12.5, "", "-"),
      fc.constantFrom(30, "38,86", ""),
      fc.constantFrom(10, "9,50", ""),
    ],
  };

  test.each(Object.keys(kinds))("%s", (kind) => {
    const [header, columns, ...cells] = kinds[kind]!;
    let results = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 12 }), (rows) => {
        const table = [header, ...rows] as Cells;
        const [clean, left] = (["CLV_ROWS", "CLV_ROWS_LEFT_OUT"] as const).map((name) =>
          outcomeOf(name, table, columns),
        ) as [Outcome, Outcome];
        // A cell that cannot be read is an error of both.
        fc.pre(left.rows !== undefined || clean.message !== left.message);
        const last = rows.reduce((most, row, at) => (row.some((cell) => cell !== "") ? at + 1 : most), 0);
        const counted = left.rows!.reduce((sum, row) => sum + (row[1] as number), 0);
        const places = (clean.rows ?? []).map((row) => row[clean.header!.indexOf("Row")] as number);
        // A table of which no row counts is an error of CLV_ROWS alone.
        expect(clean.rows === undefined).toBe(counted === last);
        expect(places.length + counted).toBe(last);
        expect(new Set(places).size).toBe(places.length);
        results++;
      }),
      { numRuns: 400 },
    );
    expect(results).toBeGreaterThan(50);
  });
});
