import { describe, expect, test } from "@jest/globals";
import { column, day, messageOf } from "../support/call";
import { accounts, fitted, item } from "../support/accounts";
import { seeded } from "../support/orders";
import { separation } from "../support/separation";

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
