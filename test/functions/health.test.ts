import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { accounts, fitted, item } from "../support/accounts";
import { call, column, messageOf } from "../support/call";

type Table = Cell[][];

const health = (...given: unknown[]) => call("CLV_HEALTH", ...given) as Table;
const rowOf = (table: Table, customer: string) => table.find(([name]) => name === customer)!;

const close = (cell: Cell) => (typeof cell === "number" ? (expect.closeTo(cell, 9) as unknown) : cell);

describe("CLV_HEALTH by weights", () => {
  const metrics = [
    ["Logins", "Tickets", "NPS"],
    [12, 1, 9],
    [3, 0, ""],
    [8, 6, 5],
    [3, 2, 5],
    ["", "", ""],
  ];
  const customers = column("Ann", "Bo", "Cy", "Di", "Ed");

  test("is the weighted mean of percentile ranks, each the share below and half of those equal", () => {
    const table = health(customers, metrics, [[3, -1, 1]]);
    const rank = (column_: number, row: number) => {
      const values = metrics
        .slice(1)
        .flatMap((cells) => (cells[column_] === "" ? [] : [cells[column_] as number]));
      const own = metrics[row]![column_] as number;
      const below = values.filter((value) => value < own).length;
      const equal = values.filter((value) => value === own).length;
      return (100 * (below + equal / 2)) / values.length;
    };
    expect(rowOf(table, "Ann")[1]).toBeCloseTo((3 * rank(0, 1) + (100 - rank(1, 1)) + rank(2, 1)) / 5, 9);
    expect(rowOf(table, "Bo")[1]).toBeCloseTo((3 * rank(0, 2) + (100 - rank(1, 2))) / 4, 9);
    expect(rowOf(table, "Di")[1]).toBeCloseTo((3 * rank(0, 4) + (100 - rank(1, 4)) + rank(2, 4)) / 5, 9);
    expect(rowOf(table, "Bo").slice(4)).toEqual(["Logins", "Tickets"]);
  });

  test("the worst comes first, and a customer without a metric last, without a score", () => {
    const table = health(customers, metrics);
    const scores = table.slice(1, -1).map((row) => row[1] as number);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(table[table.length - 1]).toEqual(["Ed", "", "", "", "", ""]);
  });

  test("bands begin at 40 and 70", () => {
    // Of 50 customers with one metric each has a rank of its own: 1, 3, 5, … 99.
    const table = health(
      column(...Array.from({ length: 50 }, (_, row) => `c${row}`)),
      column("Logins", ...Array.from({ length: 50 }, (_, row) => row)),
    );
    const bandAt = (score: number) => table.find(([, own]) => Math.abs((own as number) - score) < 1e-9)![2];
    expect([39, 41, 69, 71].map(bandAt)).toEqual(["At risk", "Watch", "Watch", "Healthy"]);
    const five = health(column("a", "b", "c", "d", "e"), column("x", 1, 2, 2, 2, 3));
    expect(five.slice(1).map((row) => [row[1], row[2]])).toEqual([
      [expect.closeTo(10, 9), "At risk"],
      ...Array.from({ length: 3 }, () => [expect.closeTo(50, 9), "Watch"]),
      [expect.closeTo(90, 9), "Healthy"],
    ]);
  });

  test("a weight of 0 leaves a metric out, and a common factor changes nothing", () => {
    const some = metrics.map((row) => row.slice(0, 2));
    expect(health(customers, metrics, [[3, -1, 0]])).toEqual(health(customers, some, [[3, -1]]));
    expect(health(customers, metrics, column(6, -2, 4))).toEqual(health(customers, metrics, [[3, -1, 2]]));
  });

  test("is the same whatever increasing scale a metric is measured on", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 12 }),
        (values) => {
          const names = column(...values.map((_, row) => `c${row}`));
          const plain = health(names, column("x", ...values));
          expect(health(names, column("x", ...values.map((value) => Math.log(value) + 5)))).toEqual(plain);
        },
      ),
    );
  });

  test.each<readonly [string, unknown[], string]>([
    [
      "weights of another number",
      [customers, metrics, [[1, 2]]],
      "CLV_HEALTH: weights must be one number per metric (3) or a CLV_HEALTH_FIT table, got 2",
    ],
    [
      "weights of 0",
      [customers, metrics, [[0, 0, 0]]],
      "CLV_HEALTH: weights must have at least one number other than 0, got none",
    ],
    [
      "a customer that stands twice, as in a list by month",
      [column("Customer", "Ann", "Bo", "Ann", "Di", "Ed"), metrics],
      'CLV_HEALTH: customer must name each customer once, got "Ann" in row 2 and in row 4: make it one row per customer first',
    ],
  ])("refuses %s", (_, given, message) => {
    expect(messageOf("CLV_HEALTH", ...given)).toBe(message);
  });
});

describe("CLV_HEALTH by a fit", () => {
  const { metrics, churned, rows } = accounts(60);
  const names = column(...rows.map((_, row) => `c${row}`));
  const block = fitted(metrics, churned);
  const table = health(names, metrics, block);

  test("Churn probability is that of the fit, and Health the share of customers with a higher one", () => {
    const [base, logins, tickets] = ["intercept", "Logins", "Tickets"].map(
      (name) => item(block, name) as number,
    );
    const chances = rows.map(
      (row) => 1 / (1 + Math.exp(-(base! + logins! * row.logins + tickets! * row.tickets))),
    );
    rows.forEach((_, row) => {
      const [, score, , chance] = rowOf(table, `c${row}`);
      expect(chance).toBeCloseTo(chances[row]!, 12);
      const higher = chances.filter((other) => other > chances[row]! + 1e-12).length;
      const equal = chances.filter((other) => Math.abs(other - chances[row]!) <= 1e-12).length;
      expect(score).toBeCloseTo((100 * (higher + equal / 2)) / chances.length, 9);
    });
  });

  test("the weakest metric adds most to the odds of leaving, the strongest takes most from them", () => {
    const [logins, tickets] = ["Logins", "Tickets"].map((name) => item(block, name) as number);
    const mean = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
    rows.forEach((row, at) => {
      const added = [
        ["Logins", logins! * (row.logins - mean((one) => one.logins))],
        ["Tickets", tickets! * (row.tickets - mean((one) => one.tickets))],
      ] as const;
      const sorted = [...added].sort((a, b) => b[1] - a[1]);
      expect(rowOf(table, `c${at}`).slice(4)).toEqual([sorted[0]![0], sorted[1]![0]]);
    });
  });

  test("columns may be in another order; a missing one and a new one are refused", () => {
    expect(
      health(
        names,
        metrics.map(([a, b]) => [b, a]),
        block,
      ),
    ).toEqual(table);
    expect(
      messageOf(
        "CLV_HEALTH",
        names,
        metrics.map(([a]) => [a]),
        block,
      ),
    ).toBe('CLV_HEALTH: metrics must have the columns of the fit in weights, got none named "Tickets"');
    expect(
      messageOf(
        "CLV_HEALTH",
        names,
        metrics.map((row, at) => [...row, at === 0 ? "Seats" : 1]),
        block,
      ),
    ).toBe(
      'CLV_HEALTH: metrics must have the columns of the fit in weights, got "Seats", which the fit does not have: fit again with it, or leave it out',
    );
  });

  test("a blank counts as the mean of its metric, and a metric that the fit left out counts nothing", () => {
    const some = metrics.map((row, at) => (at === 5 ? ["", row[1]] : row));
    const known = rows.filter((_, at) => at !== 4).map(({ logins }) => logins);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const [base, logins, tickets] = ["intercept", "Logins", "Tickets"].map(
      (name) => item(block, name) as number,
    );
    const logOdds = base! + logins! * mean + tickets! * rows[4]!.tickets;
    expect(rowOf(health(names, some, block), "c4")[3]).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
    const constant = metrics.map((row, at) => [...row, at === 0 ? "Plan" : 7]);
    expect(health(names, constant, fitted(constant, churned))).toEqual(table.map((row) => row.map(close)));
  });

  test("an incomplete block is refused", () => {
    expect(messageOf("CLV_HEALTH", names, metrics, block.slice(0, 5))).toBe(
      "CLV_HEALTH: weights must be the whole table of CLV_HEALTH_FIT, got no row that says Penalised log-likelihood",
    );
    const spoilt = block.map((row) => (row[0] === "Logins" ? ["Logins", "#REF!", ""] : row));
    expect(messageOf("CLV_HEALTH", names, metrics, spoilt)).toBe(
      "CLV_HEALTH: weights must have a number as Logins, got #REF! in row 6",
    );
  });
});
