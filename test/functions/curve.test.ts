import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { agesOf, valueByAge } from "../../src/core/purchases/valueByAge";
import type { Cell } from "../../src/sheet/cell";
import { column, messageOf, readable } from "../support/call";
import { simulatedHistories } from "../support/histories";
import {
  type Row,
  calendar,
  laterByDays,
  periodsFrom,
  purchasesOf,
  someRows,
  tableOf,
} from "../support/rows";

/** 97.5% quantile of the normal distribution, as printed in its tables. */
const z = 1.959963984540054;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What each customer with a purchase paid at each age that it has seen to the end, by filtering all rows for each. */
function broughtBy(rows: readonly Row[], period: string): Map<string, number[]> {
  const { of, next } = calendar[period]!;
  const last = rows.map(({ date }) => date).sort()[rows.length - 1]!;
  return new Map(
    [...purchasesOf(rows)].flatMap(([customer, days]) => {
      const [first] = days.keys();
      if (first === undefined) return [];
      const over = periodsFrom(first, last, period).filter((start) => next(start) <= laterByDays(last, 1));
      const paid = over.map((start, age) =>
        sum(
          rows
            .filter((row) => row.customer === customer)
            .filter(({ date }) => of(date) === start || (age === 0 && date < start))
            .map(({ amount }) => amount),
        ),
      );
      return [[customer, paid] as const];
    }),
  );
}

/** The variance of the sum of means over ages, as the sum of the covariances of all pairs of ages. */
function variance(paid: readonly (readonly number[])[], age: number): number {
  const seen = (at: number) => paid.filter((own) => own.length > at);
  const mean = (at: number) => sum(seen(at).map((own) => own[at]!)) / seen(at).length;
  const weight = (at: number) => 1 / Math.sqrt(seen(at).length * (seen(at).length - 1));
  const ages = Array.from({ length: age + 1 }, (_, at) => at);
  return sum(
    ages.flatMap((a) =>
      ages.map(
        (b) =>
          weight(a) *
          weight(b) *
          sum(seen(Math.max(a, b)).map((own) => (own[a]! - mean(a)) * (own[b]! - mean(b)))),
      ),
    ),
  );
}

const rowsWithAge = someRows.filter((rows) =>
  [...broughtBy(rows, "year").values()].some((own) => own.length > 0),
);

const bodyOf = (rows: readonly Row[], ...more: unknown[]) => tableOf("CLV_CURVE", rows, ...more).slice(1);

/** A table with its numbers as they are equal for. */
const rounded = (table: readonly (readonly unknown[])[]) =>
  table.map((row) => row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(6)) + 0 : cell)));

describe("CLV_CURVE", () => {
  test("is what filtering all rows for each customer and age gives, with the variance of the sum of means", () => {
    fc.assert(
      fc.property(rowsWithAge, fc.constantFrom("month", "quarter", "year"), (rows, period) => {
        const paid = [...broughtBy(rows, period).values()];
        const count = Math.max(...paid.map((own) => own.length));
        let value = 0;
        const expected = Array.from({ length: count }, (_, age) => {
          const seen = paid.filter((own) => own.length > age);
          value += sum(seen.map((own) => own[age]!)) / seen.length;
          const spread = z * Math.sqrt(variance(paid, age));
          const limits =
            seen.length === 1
              ? ["", ""]
              : value > 0
                ? [value * Math.exp(-spread / value), value * Math.exp(spread / value)]
                : [value - spread, value + spread];
          return [age, seen.length, value, ...limits, value - 30];
        });
        expect(rounded(bodyOf(rows, "", 30, "", period))).toEqual(rounded(expected));
      }),
      { numRuns: 60 },
    );
  });

  test("is the row All of CLV_COHORTS, cumulative", () => {
    fc.assert(
      fc.property(rowsWithAge, (rows) => {
        const cohorts = tableOf("CLV_COHORTS", rows, "cumulative", "month", true);
        expect(rounded(bodyOf(rows).map((row) => [row[2]!]))).toEqual(
          rounded(cohorts[cohorts.length - 1]!.slice(2).map((cell) => [cell as number])),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("the columns by segment, weighted by the customers of each, are the value of all at age 0", () => {
    fc.assert(
      fc.property(rowsWithAge, (rows) => {
        const segments = column(...rows.map(({ customer }) => (customer < "C" ? "early" : "")));
        const [header, ...body] = tableOf("CLV_CURVE", rows, "", "", segments);
        const names = header!.slice(6);
        const members = [...broughtBy(rows, "month")].filter(([, paid]) => paid.length > 0);
        const sizes = names.map(
          (name) => members.filter(([customer]) => (customer < "C" ? "early" : "(blank)") === name).length,
        );
        const weighted = sum(names.map((_, at) => (Number(body[0]![6 + at]) || 0) * sizes[at]!));
        expect(weighted / members.length).toBeCloseTo(body[0]![2] as number, 6);
      }),
      { numRuns: 40 },
    );
  });

  const rows = (...of: [string, string, number][]): Row[] =>
    of.map(([customer, date, amount]) => ({ customer, date, amount }));

  test("a customer's segment is that of its first row; the one with most customers comes first", () => {
    const data = rows(
      ["Ann", "2026-02-03", 20],
      ["Ann", "2026-01-05", 10],
      ["Bo", "2026-01-07", 30],
      ["Cy", "2026-01-09", 50],
      ["Cy", "2026-02-28", 70],
    );
    const found = tableOf("CLV_CURVE", data, "", "", column("ads", "shop", "shop", "ads", "ads"));
    expect(found.map((row) => row.slice(6))).toEqual([
      ["shop", "ads"],
      [20, 50],
      [30, 120],
    ]);
  });

  test("where all customers are as old, the interval is the mean times or divided by e^(1.96 s ÷ √n ÷ mean)", () => {
    const data = rows(["Ann", "2026-01-05", 10], ["Bo", "2026-01-20", 20], ["Cy", "2026-01-31", 60]);
    // Mean 30, s² = (400 + 100 + 900) ÷ 2 = 700.
    const factor = Math.exp((z * Math.sqrt(700 / 3)) / 30);
    expect(rounded(bodyOf(data))).toEqual(rounded([[0, 3, 30, 30 / factor, 30 * factor, ""]]));
  });

  test("a margin multiplies all amounts, and the cost is taken off what is left", () => {
    fc.assert(
      fc.property(rowsWithAge, (data) => {
        const half = (cell: Cell | undefined) => (typeof cell === "number" ? cell / 2 : "");
        expect(rounded(bodyOf(data, 0.5, 7))).toEqual(
          rounded(
            bodyOf(data).map(([age, customers, value, low, high]) => [
              age as number,
              customers as number,
              half(value),
              half(low),
              half(high),
              (value as number) / 2 - 7,
            ]),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("on 200 simulated shops of 500 customers the interval holds the truth about as often as it says", () => {
    const shop = (customers: number, seed: number) => {
      const sample = { customers, weeks: 78, seed, byDay: true };
      const histories = simulatedHistories("mbg/nbd", [0.6, 3, 0.8, 2.5], [6, 4, 15], sample);
      return valueByAge(histories, agesOf(histories, sample.weeks * 7, "month"))[6]!;
    };
    const truth = shop(100_000, 999_983).value;
    const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
    const held = seeds.filter((seed) => {
      const { low, high } = shop(500, seed);
      return low! <= truth && truth <= high!;
    }).length;
    // test/bench/curve.ts: 94% of 2,000 shops; three standard errors of 200 are 5%.
    expect(held / seeds.length).toBeGreaterThan(0.88);
  });

  test("says what is wrong", () => {
    expect(messageOf("CLV_CURVE", column("Ann"), column("2026-01-05"), column(10))).toBe(
      "CLV_CURVE: date must reach the end of a month with a first purchase, got 2026-01-01 to 2026-01-05: use a shorter period",
    );
    const many = Array.from({ length: 101 }, (_, index) => index);
    const names = column(...many.map((index) => `C${index}`));
    const dates = column(...many.map(() => "2026-01-31"));
    expect(messageOf("CLV_CURVE", names, dates, column(...many.map(() => 1)), "", "", names)).toBe(
      "CLV_CURVE: segment must have at most 100 different values, got 101: use a column such as channel or country",
    );
    expect(readable(tableOf("CLV_CURVE", rows(["Ann", "2026-01-31", 10])))).toEqual([
      ["Age", "Customers", "Value per customer", "Low", "High", "Net of CAC"],
      [0, 1, 10, "", "", ""],
    ]);
  });
});
