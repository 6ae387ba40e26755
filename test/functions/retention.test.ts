import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";

/** What an offer is expected to bring, by what may happen to one customer, one case after the other. */
function byCases(value: number, p: number, success: number, offer: number, contact: number, stayers: number) {
  const cases: [probability: number, brings: number, costs: number][] = [
    [p * success, value, offer],
    [p * (1 - success), 0, 0],
    [(1 - p) * stayers, 0, offer],
    [(1 - p) * (1 - stayers), 0, 0],
  ];
  const mean = (of: (one: (typeof cases)[number]) => number) =>
    cases.reduce((total, one) => total + one[0] * of(one), 0);
  return {
    gain: mean(([, brings, costs]) => brings - costs) - contact,
    cost: mean(([, , costs]) => costs) + contact,
  };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const money = fc.double({ min: 0, max: 1e4, noNaN: true });

describe("CLV_RETENTION_BUDGET", () => {
  test("at this cost the offer brings nothing, below it something, above it a loss", () => {
    fc.assert(
      fc.property(
        money,
        share,
        share,
        fc.double({ min: 0, max: 50, noNaN: true }),
        share,
        (v, p, g, f, s) => {
          const most = call("CLV_RETENTION_BUDGET", v, p, g, f, s) as number;
          fc.pre(most > 0);
          const gainAt = (offer: number) => byCases(v, p, g, offer, f, s).gain;
          expect(Math.abs(gainAt(most))).toBeLessThanOrEqual(1e-9 * (v + f));
          expect(gainAt(most * 0.99)).toBeGreaterThanOrEqual(-1e-9 * (v + f));
          expect(gainAt(most * 1.01)).toBeLessThanOrEqual(1e-9 * (v + f));
        },
      ),
    );
  });

  test("is the highest cost on a fine grid that does not lose", () => {
    const steps = Array.from({ length: 100_001 }, (_, cent) => cent / 100);
    const paying = steps.filter((offer) => byCases(1200, 0.3, 0.4, offer, 8, 0.7).gain >= 0);
    const most = call("CLV_RETENTION_BUDGET", 1200, 0.3, 0.4, 8, 0.7) as number;
    expect(most - paying[paying.length - 1]!).toBeGreaterThanOrEqual(0);
    expect(most - paying[paying.length - 1]!).toBeLessThan(0.01);
  });

  test("is 0 where not even the contact pays, and where nobody leaves or is kept", () => {
    expect(call("CLV_RETENTION_BUDGET", 1000, 0.1, 0.1, 11)).toBe(0);
    expect(call("CLV_RETENTION_BUDGET", 1000, 0, 0.5)).toBe(0);
    expect(call("CLV_RETENTION_BUDGET", 1000, 0, 0.5, 0, 0)).toBe(0);
    expect(call("CLV_RETENTION_BUDGET", 1000, 1, 0)).toBe(0);
  });

  test("is the whole value where all would leave and the offer keeps all", () => {
    expect(call("CLV_RETENTION_BUDGET", 1000, 1, 1)).toBe(1000);
  });

  test("has one for each account of a column", () => {
    expect(
      call("CLV_RETENTION_BUDGET", column("Value", 1000, "", 500), column("Risk", "20%", "", 1), 0.5),
    ).toEqual(column("", 100 / 0.9, "", 500));
  });

  test("refuses 30 for 30%", () => {
    expect(messageOf("CLV_RETENTION_BUDGET", 1000, 30, 0.5)).toBe(
      "CLV_RETENTION_BUDGET: churn_probability must be a rate between 0 and 1, got 30 (write 30% or 0.3)",
    );
  });
});

describe("CLV_PRIORITIES", () => {
  const names = ["Ann", "Bo", "Cy", "Di", "Ed", "Flo"];
  const values = [1000, 200, 3000, 800, 50, 1500];
  const risks = [0.2, 0.6, 0.05, 0.5, 0.9, 0.3];
  const table = (...others: unknown[]) =>
    call("CLV_PRIORITIES", column(...names), column(...values), column(...risks), ...others) as Cell[][];
  const of = (rows: Cell[][], title: string) => rows.slice(1).map((row) => row[rows[0]!.indexOf(title)]);

  test("gain and cost are those of the cases that may happen", () => {
    const rows = table(0.4, 60, 4, 0.8);
    for (const [name, value, risk, most, gain, cost] of rows.slice(1)) {
      const row = names.indexOf(name as string);
      expect([value, risk]).toEqual([values[row], risks[row]]);
      const expected = byCases(values[row]!, risks[row]!, 0.4, 60, 4, 0.8);
      expect(gain).toBeCloseTo(expected.gain, 9);
      expect(cost).toBeCloseTo(expected.cost, 9);
      expect(most).toBeCloseTo(call("CLV_RETENTION_BUDGET", value, risk, 0.4, 4, 0.8) as number, 9);
    }
  });

  test("without a budget, everyone with a gain is contacted, highest first", () => {
    const rows = table(0.4, 60, 4, 0.8);
    const gains = of(rows, "Expected gain") as number[];
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(of(rows, "Contact")).toEqual(gains.map((gain) => (gain > 0 ? "yes" : "no")));
    expect(of(rows, "Contact")).toContain("no");
  });

  test("within a budget, the order is gain per cost, and it stops at the first who would exceed it", () => {
    const rows = table(0.4, 60, 4, 0.8, 120);
    const gains = of(rows, "Expected gain") as number[];
    const costs = of(rows, "Expected cost") as number[];
    const yields = gains.map((gain, row) => gain / costs[row]!);
    expect(yields).toEqual([...yields].sort((a, b) => b - a));
    let spent = 0;
    const first = costs.findIndex((cost, row) => gains[row]! <= 0 || (spent += cost) > 120);
    expect(first).toBe(2);
    expect(of(rows, "Contact")).toEqual(["yes", "yes", "no", "no", "no", "no"]);
    expect(of(rows, "Cumulative cost")).toEqual([costs[0], costs[0]! + costs[1]!, "", "", "", ""]);
    expect(of(rows, "Cumulative gain")).toEqual([gains[0], gains[0]! + gains[1]!, "", "", "", ""]);
  });

  test("a budget that is just spent is not exceeded", () => {
    // Three contacts at 0.1 add up to a little more than 0.3 in binary.
    const rows = call(
      "CLV_PRIORITIES",
      column("a", "b", "c"),
      column(10, 10, 10),
      column(1, 1, 1),
      1,
      0,
      0.1,
      "",
      0.3,
    ) as Cell[][];
    expect(of(rows, "Contact")).toEqual(["yes", "yes", "yes"]);
  });

  test("an offer may differ by row; a blank that may be left out counts as left out", () => {
    const one = table(0.4, 60);
    const many = table(
      column(0.4, 0.4, 0.4, 0.4, 0.4, 0.4),
      column(60, 60, 60, 60, 60, 60),
      column("", 0, "", 0, "", 0),
      column(1, "", 1, "", 1, ""),
    );
    expect(many).toEqual(one);
    expect(
      messageOf("CLV_PRIORITIES", column("a", "b"), column(1, 2), column(0.1, 0.2), column(0.5, ""), 5),
    ).toBe("CLV_PRIORITIES: success_rate must be a rate in every row, got an empty cell in row 2");
  });

  test("a customer without a value or a chance of leaving comes last and is not contacted", () => {
    const rows = call(
      "CLV_PRIORITIES",
      column("Ann", "Bo", "Cy"),
      column("", 500, 100),
      column(0.5, 0.5, ""),
      0.5,
      10,
    ) as Cell[][];
    expect(rows.slice(1).map(([name]) => name)).toEqual(["Bo", "Ann", "Cy"]);
    expect(rows[2]).toEqual(["Ann", "", 0.5, "", "", "", "", "", "no"]);
    expect(rows[3]).toEqual(["Cy", 100, "", "", "", "", "", "", "no"]);
  });

  test("refuses a customer who appears twice", () => {
    expect(
      messageOf(
        "CLV_PRIORITIES",
        column("Customer", 7, "Bo", "7"),
        column("Value", 1, 2, 3),
        column("Risk", 0.1, 0.1, 0.1),
        0.5,
        10,
      ),
    ).toBe(
      'CLV_PRIORITIES: customer must name each customer once, got "7" in row 2 and in row 4: make it one row per customer first',
    );
  });
});
