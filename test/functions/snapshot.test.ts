import { describe, expect, test } from "@jest/globals";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";

/** A list of 200 customers who leave at a rate of 2% a month, seen for up to 40 months. */
const months = Array.from({ length: 200 }, (_, row) => 1 + ((row * 37) % 40));
const gone = Array.from({ length: 200 }, (_, row) => row % 3 === 0);
const charges = Array.from({ length: 200 }, (_, row) => 20 + (row % 7) * 5);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const yesNo = gone.map((one) => (one ? "Yes" : "No"));

describe("CLV_SNAPSHOT", () => {
  const shown = (...given: unknown[]) => (call("CLV_SNAPSHOT", ...given) as Cell[][])[1]!;

  test("is the mean charge ÷ (those who left ÷ all months anyone has stayed)", () => {
    const [value, , , customers, left, charge, churn, lifetime] = shown(
      column(...months),
      column(...charges),
      column(...yesNo),
    );
    const lost = gone.filter(Boolean).length;
    expect([customers, left]).toEqual([200, lost]);
    expect(charge).toBeCloseTo(total(charges) / 200, 12);
    expect(churn).toBeCloseTo(lost / total(months), 12);
    expect(lifetime).toBeCloseTo(total(months) / lost, 12);
    expect(value).toBeCloseTo(((total(charges) / 200) * total(months)) / lost, 9);
  });

  test("the public telco list comes to 7,900: 64.76 a month, 1,869 of 7,043 gone in 227,990 months", () => {
    // One row for all who left and one for all who stayed would be two customers: the totals, spread evenly.
    const stayed = 7043 - 1869;
    const tenure = column(...Array.from({ length: 7043 }, () => 227990 / 7043));
    const left = column(...Array.from({ length: 7043 }, (_, row) => Number(row >= stayed)));
    const charge = column(...Array.from({ length: 7043 }, () => 64.76));
    expect(shown(tenure, charge, left)[0]).toBeCloseTo(7900, -0.5);
  });

  test("a margin scales value and limits alike, and the limits hold the value", () => {
    const given = [column(...months), column(...charges), column(...yesNo)] as const;
    const [full, half] = [shown(...given), shown(...given, 0.5)] as number[][];
    for (const index of [0, 1, 2]) expect(half![index]).toBeCloseTo(full![index]! / 2, 9);
    expect(full![1]).toBeLessThan(full![0]!);
    expect(full![2]).toBeGreaterThan(full![0]!);
  });

  test("where nobody has left there is only a lower limit: a churn at which that has a chance of 5%", () => {
    const [value, low, high] = shown(column(10, 20), column(100, 100), column(0, 0));
    expect([value, high]).toEqual(["", ""]);
    expect((1 - 100 / (low as number)) ** 30).toBeCloseTo(0.05, 12);
  });

  test("says which cell tells neither yes nor no", () => {
    expect(messageOf("CLV_SNAPSHOT", column(1, 2), column(1, 1), column("yes", "perhaps"))).toBe(
      'CLV_SNAPSHOT: left must be yes or no, TRUE or FALSE, 1 or 0, or the date of leaving, got "perhaps" in row 2',
    );
  });

  test("needs someone who has stayed for a while", () => {
    expect(messageOf("CLV_SNAPSHOT", column(0, 0), column(1, 1), column(0, 1))).toBe(
      "CLV_SNAPSHOT: tenure must be above 0 in at least one row, got none",
    );
  });
});

describe("CLV_SNAPSHOT_SURVIVAL", () => {
  test("is the curve that CLV_SURVIVAL draws of the same lifetimes with dates", () => {
    const weeks = [3, 5, 5, 8, 10];
    const left = [true, true, false, true, false];
    const last = new Date(Date.UTC(2026, 0, 5));
    const before = (count: number) => new Date(last.getTime() - count * 7 * 86_400_000);
    // Who has left began so many weeks before an end; who is still there, before the day of the list.
    const start = column(...weeks.map((count, row) => (left[row] ? before(count + 1) : before(count))));
    const end = column(...left.map((one) => (one ? before(1) : "")));
    expect(call("CLV_SNAPSHOT_SURVIVAL", column(...weeks), column(...left))).toEqual(
      call("CLV_SURVIVAL", start, end, last, "week"),
    );
  });
});
