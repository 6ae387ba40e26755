import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day, messageOf } from "../support/call";
import { seeded } from "../support/orders";
import { separation } from "../support/separation";

type Table = Cell[][];

const fitted = (metrics: unknown[][], churned: unknown) => call("CLV_HEALTH_FIT", metrics, churned) as Table;
const health = (...given: unknown[]) => call("CLV_HEALTH", ...given) as Table;
const item = (table: Table, name: string) => table.find(([label]) => label === name)![1];
const rowOf = (table: Table, customer: string) => table.find(([name]) => name === customer)!;

const close = (cell: Cell) => (typeof cell === "number" ? (expect.closeTo(cell, 9) as unknown) : cell);

/** Customers of whom those with few logins and many tickets leave, more often than not. */
function accounts(count: number, seed = 3) {
  const random = seeded(seed);
  const rows = Array.from({ length: count }, () => {
    const [logins, tickets] = [Math.floor(random() * 30), Math.floor(random() * 8)];
    const left = random() < 1 / (1 + Math.exp(1 + 0.15 * logins - 0.5 * tickets));
    return { logins, tickets, left };
  });
  return {
    rows,
    metrics: [["Logins", "Tickets"], ...rows.map(({ logins, tickets }) => [logins, tickets])] as unknown[][],
    churned: column(...rows.map(({ left }) => left)),
  };
}

describe("CLV_HEALTH_FIT", () => {
  test("gives the coefficients that logistf prints for the endometrial data", () => {
    const { metrics, left, printed } = separation("endometrial");
    const table = fitted(
      [metrics.map(({ name }) => name), ...left.map((_, row) => metrics.map(({ values }) => values[row]))],
      column(...left),
    );
    const found = ["intercept", "NV", "PI", "EH"].map((name) => item(table, name));
    printed.coefficients.forEach((value, k) => expect(found[k]).toBeCloseTo(value, 6));
    expect(item(table, "Customers")).toBe(79);
    expect(item(table, "Churned")).toBe(left.filter(Boolean).length);
  });

  test("AUC is the share of pairs of a leaver and a stayer in which the leaver has the higher chance", () => {
    const { rows, metrics, churned } = accounts(60);
    const table = fitted(metrics, churned);
    const [base, logins, tickets] = ["intercept", "Logins", "Tickets"].map(
      (name) => item(table, name) as number,
    );
    const chances = rows.map(
      (row) => 1 / (1 + Math.exp(-(base! + logins! * row.logins + tickets! * row.tickets))),
    );
    let [pairs, better] = [0, 0];
    rows.forEach((one, i) =>
      rows.forEach((other, j) => {
        if (!one.left || other.left) return;
        pairs++;
        better += chances[i]! > chances[j]! ? 1 : chances[i] === chances[j] ? 0.5 : 0;
      }),
    );
    expect(item(table, "AUC")).toBeCloseTo(better / pairs, 12);
    const brier = rows.reduce((sum, { left }, i) => sum + (chances[i]! - Number(left)) ** 2, 0) / rows.length;
    expect(item(table, "Brier score")).toBeCloseTo(brier, 12);
  });

  test("the cross-validated AUC is that of fits without each tenth of the rows", () => {
    const { rows, metrics, churned } = accounts(45);
    const chances = rows.map((row, at) => {
      // The first customer stands in row 2.
      const others = Array.from(rows.keys()).filter((other) => (other + 2) % 10 !== (at + 2) % 10);
      const table = fitted(
        [metrics[0]!, ...others.map((other) => metrics[other + 1]!)],
        column(...others.map((other) => churned[other]![0])),
      );
      const [base, logins, tickets] = ["intercept", "Logins", "Tickets"].map(
        (name) => item(table, name) as number,
      );
      return base! + logins! * row.logins + tickets! * row.tickets;
    });
    let [pairs, better] = [0, 0];
    rows.forEach((one, i) =>
      rows.forEach((other, j) => {
        if (!one.left || other.left) return;
        pairs++;
        better += chances[i]! > chances[j]! ? 1 : 0;
      }),
    );
    const found = item(fitted(metrics, churned), "AUC cross-validated");
    expect(found).toBeCloseTo(better / pairs, 12);
    expect(found).toBeLessThan(item(fitted(metrics, churned), "AUC") as number);
  });

  test("metrics that tell nothing are barely better than chance, and Warnings says so", () => {
    const random = seeded(5);
    const rows = Array.from({ length: 200 }, () => [random(), random(), random()]);
    const table = fitted([["a", "b", "c"], ...rows], column(...rows.map(() => random() < 0.4)));
    expect(item(table, "AUC cross-validated")).toBeLessThan(0.6);
    expect(item(table, "Warnings")).toBe("Barely better than chance: the metrics hardly predict who leaves.");
  });

  test("churned may be words of seven languages, numbers or dates, with or without a title", () => {
    const { metrics, rows } = accounts(40);
    const plain = fitted(metrics, column(...rows.map(({ left }) => left)));
    const sayings: [unknown, unknown][] = [
      ["yes", "no"],
      ["ja", "nein"],
      ["oui", "non"],
      ["Sí", "No"],
      ["sì", "no"],
      ["Sim", "Não"],
      ["ja", "nee"],
      [1, 0],
      ["TRUE", "FALSE"],
      [day("2026-03-01"), ""],
      ["2026-03-01", ""],
      ["x", ""],
    ];
    for (const [yes, no] of sayings) {
      const cells = rows.map(({ left }) => (left ? yes : no));
      expect(fitted(metrics, column(...cells))).toEqual(plain);
      expect(fitted(metrics, column("Churned", ...cells))).toEqual(plain);
      expect(fitted([...metrics, ["", ""], ["", ""]], column("Churned", ...cells, "", ""))).toEqual(plain);
    }
  });

  test("a blank metric is the mean of its column, and Warnings says for how many", () => {
    const { metrics, churned, rows } = accounts(80);
    const some = [3, 17, 40];
    const known = rows.filter((_, row) => !some.includes(row)).map(({ logins }) => logins);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const withMetric = (value: unknown) =>
      metrics.map((cells, row) => (some.includes(row - 1) ? [value, cells[1]] : cells));
    const blank = fitted(withMetric(""), churned);
    const filled = fitted(withMetric(mean), churned);
    for (const name of ["intercept", "Logins", "Tickets", "AUC"])
      expect(item(blank, name)).toBeCloseTo(item(filled, name) as number, 9);
    expect(item(blank, "Warnings")).toContain(
      '"Logins" is blank for 3 customers (3.75%), who count as the mean.',
    );
  });

  test("a metric that is the same for all, or follows from others, is left out in words", () => {
    const { metrics, churned } = accounts(60);
    const plain = fitted(metrics, churned);
    const more = metrics.map(([logins, tickets], row) =>
      row === 0
        ? ["Logins", "Plan", "Tickets", "Both"]
        : [logins, 7, tickets, (logins as number) + (tickets as number)],
    );
    const table = fitted(more, churned);
    expect(item(table, "Plan")).toBe("");
    expect(item(table, "Both")).toBe("");
    for (const name of ["intercept", "Logins", "Tickets"])
      expect(item(table, name)).toBeCloseTo(item(plain, name) as number, 9);
    expect(item(table, "Warnings")).toContain('"Plan" is the same for everyone, so it says nothing.');
    expect(item(table, "Warnings")).toContain('"Both" follows from the other metrics, so it is left out.');
  });

  test("metrics that nearly repeat each other are named", () => {
    const { metrics, churned } = accounts(60);
    const random = seeded(9);
    const more = metrics.map((row, at) => [
      ...row,
      at === 0 ? "Sessions" : (row[0] as number) * 2 + random(),
    ]);
    expect(item(fitted(more, churned), "Warnings")).toContain(
      '"Logins", "Sessions" nearly repeat the other metrics: their effects cannot be told apart.',
    );
  });

  test("warns of few leavers, and of too few for the metrics", () => {
    const { metrics } = accounts(60);
    const warnings = item(
      fitted(metrics, column(...Array.from({ length: 60 }, (_, row) => row % 10 === 0))),
      "Warnings",
    );
    expect(warnings).toContain("Only 6 left: below 20 this is a first impression.");
    expect(warnings).toContain("Only 6 left for 2 metrics: with fewer than 10 each, use fewer metrics.");
  });

  test("rows without a metric, or without a word on whether they left, are left out and counted", () => {
    const { metrics, churned, rows } = accounts(50);
    const table = fitted([...metrics, ["", ""], [5, 5]], column(...rows.map(({ left }) => left), true, ""));
    expect(item(table, "Customers")).toBe(50);
    expect(item(table, "Logins")).toBe(item(fitted(metrics, churned), "Logins"));
    expect(item(table, "Warnings")).toContain("1 row without any metric is left out.");
    expect(item(table, "Warnings")).toContain("1 row with a blank in churned is left out.");
  });

  test("TRUE counts 1, a percentage is a fraction, and a date counts by its day", () => {
    const { metrics, churned } = accounts(40);
    const as = (cell: (value: number) => unknown) =>
      fitted(
        metrics.map((row, at) => (at === 0 ? row : [cell(row[0] as number), row[1]])),
        churned,
      );
    expect(
      item(
        as((value) => value > 10),
        "Logins",
      ),
    ).toBe(
      item(
        as((value) => Number(value > 10)),
        "Logins",
      ),
    );
    expect(
      item(
        as((value) => `${value}%`),
        "Logins",
      ),
    ).toBeCloseTo(
      100 *
        (item(
          as((value) => value),
          "Logins",
        ) as number),
      6,
    );
    expect(
      item(
        as((value) => new Date(Date.UTC(2026, 0, 1 + value))),
        "Logins",
      ),
    ).toBeCloseTo(
      item(
        as((value) => value),
        "Logins",
      ) as number,
      7,
    );
  });

  test.each<readonly [string, unknown, unknown, string]>([
    [
      "metrics without a header",
      [[1], [2], [3]],
      column(1, 0, 1),
      "CLV_HEALTH_FIT: metrics must have a header row with a name above each column, got 1 in row 1, column 1",
    ],
    [
      "one name twice",
      [
        ["a", "a"],
        [1, 2],
        [3, 4],
      ],
      column(1, 0),
      'CLV_HEALTH_FIT: metrics must have a different name above each column, got "a" twice',
    ],
    [
      "what is no number",
      [["a"], ["often"], [3], ["n/a"]],
      column(1, 0, 1),
      'CLV_HEALTH_FIT: metrics must be numbers, TRUE or FALSE, or dates, got "often" in row 2, column 1, "n/a" in row 4, column 1',
    ],
    [
      "dates and numbers in one column",
      [["a"], [day("2026-01-05")], [3]],
      column(1, 0),
      "CLV_HEALTH_FIT: metrics must have only dates or only numbers in a column, got 2026-01-05 in row 2, column 1 and 3 in row 3, column 1",
    ],
    [
      "a column of blanks",
      [
        ["a", "b"],
        [1, ""],
        [3, ""],
      ],
      column(1, 0),
      'CLV_HEALTH_FIT: metrics must have a value in each column, got none below "b"',
    ],
    [
      "nobody who left",
      [["a"], [1], [3]],
      column(0, 0),
      "CLV_HEALTH_FIT: churned must have customers who left and customers who stayed, got 0 who left of 2",
    ],
    [
      "words that say neither",
      [["a"], [1], [3]],
      column("Churned", "no", "perhaps"),
      'CLV_HEALTH_FIT: churned must be yes or no, TRUE or FALSE, 1 or 0, or the date of leaving, got "perhaps" in row 3',
    ],
    [
      "a column of another length",
      [["a"], [1], [3], [5], [6]],
      column(1, 0),
      "CLV_HEALTH_FIT: churned must have as many rows as metrics (5), with or without its header, got 2",
    ],
    [
      "a column that begins a row too early",
      [["a"], [1], [3]],
      column(true, false, true),
      "CLV_HEALTH_FIT: churned must begin in the row of metrics' header or the one below it, got TRUE next to the header",
    ],
  ])("refuses %s", (_, metrics, churned, message) => {
    expect(messageOf("CLV_HEALTH_FIT", metrics, churned)).toBe(message);
  });
});

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
