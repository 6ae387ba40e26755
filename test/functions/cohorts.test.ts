import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { messageOf, readable } from "../support/call";
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

  test("customers of all cohorts are all customers, no cohort is empty, and everyone is active at age 0", () => {
    fc.assert(
      fc.property(someRows.filter(withPurchase), (rows) => {
        const [, ...body] = tableOf("CLV_COHORTS", rows);
        expect(body.every((row) => (row[1] as number) > 0 && (row[2] === 1 || row[2] === ""))).toBe(true);
        const buyers = [...purchasesOf(rows).values()].filter((days) => days.size > 0);
        expect(body.reduce((sum, row) => sum + (row[1] as number), 0)).toBe(buyers.length);
      }),
    );
  });

  test("the row All is of the cohorts observed at each age: their customers together, and what they brought", () => {
    const observed = (cells: readonly unknown[][], age: number) => cells.filter((row) => row[2 + age] !== "");
    const sum = (rows: readonly unknown[][], value: (row: unknown[]) => number) =>
      rows.reduce((total, row) => total + value(row), 0);
    fc.assert(
      fc.property(someRows.filter(withPurchase), (rows) => {
        const [counts, revenue] = ["customers", "revenue"].map((measure) =>
          tableOf("CLV_COHORTS", rows, measure).slice(1),
        );
        const ages = Array.from(counts![0]!.slice(2).keys());
        const sizes = ages.map((age) => sum(observed(counts!, age), (row) => row[1] as number));
        const of = (cells: readonly unknown[][]) =>
          ages.map((age) =>
            sizes[age] === 0 ? "" : sum(observed(cells, age), (row) => row[2 + age] as number),
          );
        const shares = of(revenue!).map((total, age) => (total === "" ? "" : total / sizes[age]!));
        const expected = {
          customers: of(counts!),
          revenue: of(revenue!),
          retention: of(counts!).map((total, age) => (total === "" ? "" : total / sizes[age]!)),
          cumulative: shares.map((share, age) =>
            share === ""
              ? ""
              : shares.slice(0, age + 1).reduce<number>((total, one) => total + (one as number), 0),
          ),
        };
        for (const measure of measures) {
          const table = tableOf("CLV_COHORTS", rows, measure, "month", true);
          const last = table[table.length - 1]!;
          expect(table.slice(0, -1)).toEqual(tableOf("CLV_COHORTS", rows, measure));
          expect(last.slice(0, 2)).toEqual(["All", sum(counts!, (row) => row[1] as number)]);
          expect(
            last.slice(2).map((cell) => (cell === "" ? "" : Number((cell as number).toFixed(9)))),
          ).toEqual(expected[measure].map((cell) => (cell === "" ? "" : Number(cell.toFixed(9)))));
        }
      }),
      { numRuns: 40 },
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
    ).toBe("CLV_COHORTS: date must span at most 1000 days, got 2193: use a longer period");
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
