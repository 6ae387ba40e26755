import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { call, messageOf, readable } from "../support/call";
import {
  type Row,
  calendar,
  laterByDays,
  periodsFrom,
  purchasesOf,
  someRows,
  tableOf,
} from "../support/rows";

const measures = ["retention", "customers", "revenue", "cumulative"] as const;

/** The same table, cell by cell, by filtering all rows for each. */
function slowly(rows: readonly Row[], measure: (typeof measures)[number], period: string): unknown[][] {
  const { of, next } = calendar[period]!;
  const buyers = [...purchasesOf(rows)].flatMap(([customer, days]) =>
    days.size > 0 ? [{ customer, dates: [...days.keys()], first: [...days.keys()][0]! }] : [],
  );
  const last = rows.map(({ date }) => date).sort()[rows.length - 1]!;
  const periods = periodsFrom(buyers.map(({ first }) => first).sort()[0]!, last, period);
  const isOver = (start: string) => next(start) <= laterByDays(last, 1);
  const ages = Math.max(1, periods.filter(isOver).length);
  return periods.flatMap((start, cohort) => {
    const members = buyers.filter(({ first }) => of(first) === start);
    if (members.length === 0) return [];
    const names = members.map(({ customer }) => customer);
    // what is dated before the cohort's period counts in it
    const revenueUpTo = (at: number) =>
      rows
        .filter(({ customer, date }) => names.includes(customer) && date < next(periods[at]!))
        .reduce((sum, { amount }) => sum + amount, 0);
    const cells = Array.from({ length: ages }, (_, age) => {
      const at = cohort + age;
      if (at >= periods.length || !isOver(periods[at]!)) return "";
      const active = members.filter(({ dates }) => dates.some((date) => of(date) === periods[at])).length;
      return {
        retention: active / members.length,
        customers: active,
        revenue: revenueUpTo(at) - (age > 0 ? revenueUpTo(at - 1) : 0),
        cumulative: revenueUpTo(at) / members.length,
      }[measure];
    });
    return [[start, members.length, ...cells]];
  });
}

const withPurchase = (rows: readonly Row[]) => [...purchasesOf(rows).values()].some((days) => days.size > 0);

describe("CLV_COHORTS", () => {
  test.each(measures)("%s is what filtering all rows for each cell gives", (measure) => {
    fc.assert(
      fc.property(
        someRows.filter(withPurchase),
        fc.constantFrom("month", "quarter", "year"),
        (rows, period) => {
          const [header, ...body] = readable(tableOf("CLV_COHORTS", rows, measure, period)) as unknown[][];
          expect(header!.slice(0, 3)).toEqual(["Cohort", "Customers", 0]);
          expect(header!.slice(2)).toEqual(body[0]!.slice(2).map((_, age) => age));
          expect(body).toEqual(slowly(rows, measure, period));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("customers of all cohorts are all customers, no cohort is empty, and everybody is active at age 0", () => {
    fc.assert(
      fc.property(someRows.filter(withPurchase), (rows) => {
        const [, ...body] = tableOf("CLV_COHORTS", rows);
        expect(body.every((row) => (row[1] as number) > 0 && (row[2] === 1 || row[2] === ""))).toBe(true);
        const buyers = [...purchasesOf(rows).values()].filter((days) => days.size > 0);
        expect(body.reduce((sum, row) => sum + (row[1] as number), 0)).toBe(buyers.length);
      }),
    );
  });

  test.each(measures)("%s of an age whose month is not over at the latest date is blank", (measure) => {
    const until = (last: string) => [
      { customer: "Ann", date: "2026-01-10", amount: 10 },
      { customer: "Bo", date: "2026-02-20", amount: 10 },
      { customer: "Ann", date: last, amount: 10 },
    ];
    const filled = (last: string) =>
      tableOf("CLV_COHORTS", until(last), measure)
        .slice(1)
        .map((row) => row.slice(2).filter((cell) => cell !== "").length);
    expect(filled("2026-02-27")).toEqual([1, 0]);
    expect(filled("2026-02-28")).toEqual([2, 1]);
    expect(filled("2026-03-01")).toEqual([2, 1]);
  });

  test("revenue of all ages is that of the cohort's customers, what they got back before they came to stay included", () => {
    const rows = [
      { customer: "Ann", date: "2026-01-10", amount: 100 },
      { customer: "Ann", date: "2026-01-20", amount: -100 },
      { customer: "Ann", date: "2026-02-10", amount: 50 },
      { customer: "Ann", date: "2026-03-31", amount: -20 },
    ];
    expect(readable(tableOf("CLV_COHORTS", rows, "revenue").slice(1))).toEqual([["2026-02-01", 1, 50, -20]]);
  });

  test("one customer with one purchase is one cohort with one age", () => {
    expect(readable(tableOf("CLV_COHORTS", [{ customer: "Ann", date: "2024-02-29", amount: 0 }]))).toEqual([
      ["Cohort", "Customers", 0],
      ["2024-02-01", 1, 1],
    ]);
    expect(readable(tableOf("CLV_COHORTS", [{ customer: "Ann", date: "2024-02-28", amount: 0 }]))).toEqual([
      ["Cohort", "Customers", 0],
      ["2024-02-01", 1, ""],
    ]);
  });

  test("a table too large for a sheet is an error that says what to do", () => {
    const rows = ["2020-01-01", "2026-01-01"].map((date) => ({ customer: "Ann", date, amount: 1 }));
    expect(
      messageOf(
        "CLV_COHORTS",
        rows.map(({ customer }) => [customer]),
        rows.map(({ date }) => [date]),
        [[1], [1]],
        "",
        "day",
      ),
    ).toBe("CLV_COHORTS: date must span at most 1000 days, got 2193: take a longer period");
  });

  test("refunds alone make no cohort", () => {
    expect(messageOf("CLV_COHORTS", "Ann", "2026-01-05", -5)).toBe(
      "CLV_COHORTS: amount must leave at least one purchase after refunds, got none",
    );
  });

  test("a measure it does not know is named with those it knows", () => {
    expect(messageOf("CLV_COHORTS", "Ann", "2026-01-05", 5, "churn")).toBe(
      'CLV_COHORTS: measure must be "retention", "customers", "revenue" or "cumulative", got "churn"',
    );
  });
});

describe("CLV_UNPIVOT", () => {
  test("turns every filled cell of a grid into a row, in order", () => {
    const months = [
      "2026-01",
      "02/2026",
      "Mar 2026",
      new Date("2026-04-01T00:00:00Z"),
      "mai 2026",
      "Juni 2026",
      "jul-26",
      "Août 2026",
      "set 2026",
      "Oktober 2026",
      "2026 Nov",
      "dezembro 2026",
    ];
    const grid = [
      ["Customer", ...months],
      ["Ann", ...months.map((_, index) => index + 1)],
    ];
    const rows = readable(call("CLV_UNPIVOT", grid)) as unknown[][];
    expect(rows).toEqual([
      ["Customer", "Date", "Amount"],
      ...months.map((_, index) => ["Ann", `2026-${String(index + 1).padStart(2, "0")}-01`, index + 1]),
    ]);
  });

  test("leaves out zeros, blanks, totals and columns that describe the customer", () => {
    const grid = [
      ["Account", "Plan", "2026-01", "2026-02", "Total"],
      ["Ann", "basic", 10, "", 10],
      ["Bo", "pro", 0, "1.234,50 €", 1234.5],
      ["", "", "", "", ""],
      ["Summe", "", 10, 1234.5, 1244.5],
    ];
    expect(readable(call("CLV_UNPIVOT", grid))).toEqual([
      ["Customer", "Date", "Amount"],
      ["Ann", "2026-01-01", 10],
      ["Bo", "2026-02-01", 1234.5],
    ]);
  });

  test("adds up to what the grid adds up to", () => {
    const amounts = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(amounts, (rows) => {
        const grid = [
          ["Customer", "2026-01", "2026-02", "2026-03"],
          ...rows.map((row, index) => [`C${index}`, ...row]),
        ];
        const unpivoted = call("CLV_UNPIVOT", grid) as [unknown, unknown, number][];
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(unpivoted.slice(1).map((row) => row[2]))).toBe(sum(rows.flat()));
        expect(unpivoted).toHaveLength(1 + rows.flat().filter((amount) => amount !== 0).length);
      }),
    );
  });

  test("names the cells that it cannot read", () => {
    expect(
      messageOf("CLV_UNPIVOT", [
        ["Customer", "2026-01", "1/26"],
        ["Ann", "n/a", 5],
        ["#REF!", 1, 2],
      ]),
    ).toBe(
      'CLV_UNPIVOT: cube must be a date or a month, such as 2026-03 or Mar 2026, in its first row, got "1/26" in column 3; cube must be a number, got "n/a" in row 2, column 2; cube must be a name or a number, got #REF! in row 3',
    );
    expect(
      messageOf("CLV_UNPIVOT", [
        ["Customer", "Plan"],
        ["Ann", "pro"],
      ]),
    ).toBe(
      "CLV_UNPIVOT: cube must have a date or a month, such as 2026-03 or Mar 2026, in its first row, got none",
    );
    expect(messageOf("CLV_UNPIVOT", [["Customer"], ["Ann"]])).toBe(
      "CLV_UNPIVOT: cube must be a range with dates in its first row and customers in its first column, got less",
    );
  });
});
