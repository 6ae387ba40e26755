import { describe, expect, test } from "@jest/globals";
import { call, column, messageOf } from "../support/call";
import { closeTable } from "../support/close";
import { exampleCells } from "../support/exampleCells";
import { simulatedOrders } from "../support/histories";
import { fitItems, itemOf as valueOf } from "../support/fitTable";

type Table = unknown[][];
const cells = ["R2:R", "S2:S", "T2:T", "U2:U"].map((range) => exampleCells[range]!);
const fit = call("CLV_FIT_YEARS", ...cells) as Table;

describe("CLV_FIT_YEARS", () => {
  test("gives the block of CLV_FIT, with blanks where years tell nothing", () => {
    expect(fit.map(([item]) => item)).toEqual(fitItems(["alpha", "beta", "gamma", "delta"]));
    expect([valueOf(fit, "Model"), valueOf(fit, "Period"), valueOf(fit, "Customers")]).toEqual([
      "bg/bb",
      "year",
      11_104,
    ]);
    expect(valueOf(fit, "Log-likelihood")).toBeCloseTo(-33_225.58, 2);
  });

  test("counts a row as often as it has customers, in whatever order the rows are", () => {
    const few = cells[3]!.map(([count]) => [Math.round((count as number) / 10)]);
    const weighted = call("CLV_FIT_YEARS", ...cells.slice(0, 3), few) as Table;
    const expanded = cells
      .slice(0, 3)
      .map((one) =>
        one.flatMap(([cell], row) => Array.from({ length: few[row]![0]! }, () => [cell])).reverse(),
      );
    const one = call("CLV_FIT_YEARS", ...expanded) as Table;
    expect(one).toEqual(closeTable(weighted, 7));
  });

  test.each<[string, unknown[], string]>([
    [
      "more purchases than opportunities up to the latest",
      [column(3), column(2), column(6)],
      "frequency must be at most recency, the latest opportunity with a purchase, got 3 against 2 in row 1",
    ],
    [
      "a latest one beyond all",
      [column(1, 1), column(2, 7), column(6, 6)],
      "recency must be at most opportunities, got 7 against 6 in row 2",
    ],
    [
      "a fraction",
      [column(1), column(2.5), column(6)],
      "recency must be a whole number between 0 and 10000, got 2.5 in row 1",
    ],
    [
      "too few opportunities",
      [column(0, 1), column(0, 1), column(2, 2), column(100, 100)],
      "opportunities must reach at least 3, got 2: with fewer, nobody can tell who has left",
    ],
    [
      "too few who came back",
      [column(0, 1), column(0, 1), column(6, 6), column(100, 29)],
      "frequency must have at least 30 customers who came back, got 29: use a longer history",
    ],
  ])("refuses %s", (_, given, message) => {
    expect(messageOf("CLV_FIT_YEARS", ...given)).toBe(`CLV_FIT_YEARS: ${message}`);
  });
});

describe("the table of CLV_FIT_YEARS", () => {
  test("tells chances, expectations and values, for a column of donors", () => {
    const [frequency, recency, years] = cells;
    const alive = call("CLV_ALIVE", fit, frequency, recency, years) as number[][];
    expect(alive[0]![0]).toBeCloseTo(0.11, 2);
    expect(alive[21]![0]).toBeCloseTo(0.93, 2);
    const expected = call("CLV_EXPECTED_ORDERS", fit, 5, frequency, recency, years) as number[][];
    const total = expected.reduce((sum, [one], row) => sum + one! * (cells[3]![row]![0] as number), 0);
    expect(Math.abs(total - 12_884.2)).toBeLessThan(0.1);
    expect(call("CLV_EXPECTED_ORDERS", fit, 10)).toBeCloseTo(3.18, 2);
    expect(call("CLV_CHANCE", fit, 0, 6)).toBeCloseTo(3454.9 / 11_104, 5);
    const chances = call("CLV_CHANCE", fit, [[0, 1, 2, ">=3"]], 5, 3, 4, 6) as number[][];
    expect(chances[0]!.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });

  test("values a purchase at repeat_value at the end of each year", () => {
    const until = [0, 1, 2, 3].map((years) => call("CLV_EXPECTED_ORDERS", fit, years, 3, 4, 6) as number);
    const discounted = [1, 2, 3].reduce((sum, k) => sum + (until[k]! - until[k - 1]!) / 1.1 ** k, 0);
    expect(call("CLV_EXPECTED_VALUE", fit, 3, 4, 6, 50, 36, 0.1, 0.8)).toBeCloseTo(50 * 0.8 * discounted, 10);
    const long = call("CLV_EXPECTED_VALUE", fit, 3, 4, 6, 50, 12_000, 0.1) as number;
    expect(call("CLV_EXPECTED_VALUE", fit, 3, 4, 6, 50, "forever", 0.1)).toBeCloseTo(long, 9);
  });

  test.each<[unknown[], string]>([
    [
      ["CLV_EXPECTED_VALUE", fit, 3, 4, 6],
      "repeat_value must be a number with a CLV_FIT_YEARS table, got an empty cell",
    ],
    [
      ["CLV_EXPECTED_VALUE", fit, 3, 4, 6, 50, 18],
      "horizon_months must be whole years (12, 24, …) with a CLV_FIT_YEARS table, got 18",
    ],
    [
      ["CLV_EXPECTED_ORDERS", fit, 1.5],
      "periods must be a whole number of opportunities with a CLV_FIT_YEARS table, got 1.5",
    ],
    [["CLV_ALIVE", fit, 3, 4, 6.5], "age must be a whole number because it counts opportunities, got 6.5"],
    [
      ["CLV_CHANCE", fit, 1, 2, 3, 2, 6],
      "frequency must be at most recency, the latest opportunity with a purchase, got 3 against 2",
    ],
  ])("asks for what it needs: %#", ([name, ...given], message) => {
    expect(messageOf(name as string, ...given)).toBe(`${name as string}: ${message}`);
  });

  const { customer, date, amount } = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 30);
  test.each<[string, string, unknown[]]>([
    ["CLV_EXPECTED_SPEND", "fit", [fit]],
    ["CLV_NEW_CUSTOMER", "fit", [fit]],
    ["CLV_TRACKING", "fit", [customer, date, amount, fit]],
    ["CLV_FORECAST", "fit", [customer, date, amount, "", "", "", "", fit]],
    ["CLV_PREDICT", "model", [customer, date, amount, "", "", "", fit]],
  ])("is refused by %s, which says what to take instead", (name, argument, given) => {
    expect(messageOf(name, ...given)).toBe(
      `${name}: ${argument} must be a table for orders at any time, got one of CLV_FIT_YEARS: use CLV_ALIVE, CLV_EXPECTED_ORDERS, CLV_EXPECTED_VALUE or CLV_CHANCE`,
    );
  });
});
