import { describe, expect, test } from "@jest/globals";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day, messageOf, readable } from "../support/call";
import { exampleCells } from "../support/exampleCells";
import { simulatedOrders } from "../support/histories";

/** Orders of 300 simulated customers over two years from 2025-01-01, up to the end of 2026, and a fit of them. */
const orders = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 300, 104, 5);
const last = day("2026-12-31").getTime();
const kept = orders.date.flatMap(([date], row) => (date!.getTime() <= last ? [row] : []));
// A last order on the last day, so that the data reach it.
const customers = column(...kept.map((row) => orders.customer[row]![0]), "Z");
const dates = column(...kept.map((row) => orders.date[row]![0]), day("2026-12-31"));
const amounts = column(...kept.map((row) => orders.amount[row]![0]), 40);
const fit = call("CLV_FIT", customers, dates, amounts, "mbg/nbd") as Cell[][];

const forecast = (...more: unknown[]) => call("CLV_FORECAST", customers, dates, amounts, ...more) as Cell[][];

/** A column of the table by its title, as numbers. */
function numbers(table: readonly (readonly Cell[])[], title: string): number[] {
  const at = table[0]!.indexOf(title);
  return table.slice(1).map((row) => row[at] as number);
}

const columnOf = (table: readonly (readonly Cell[])[], title: string) => column(...numbers(table, title));

/** Days from the last one to the end of each of the months of 2027. */
const endOf = (months: number) => (Date.UTC(2027, months, 0) - last) / 86_400_000;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("CLV_FORECAST", () => {
  test("orders and revenue of today's customers are those that CLV_EXPECTED_ORDERS and CLV_EXPECTED_SPEND expect of each, times the seasonal index", () => {
    const found = forecast(3, 0, "", "", fit);
    const each = call("CLV_CUSTOMERS", customers, dates, amounts) as Cell[][];
    const [frequency, recency, age] = ["Frequency", "Recency", "Age"].map((title) => columnOf(each, title));
    const values = call("CLV_EXPECTED_SPEND", fit, frequency, columnOf(each, "Repeat value")) as number[][];
    const until = (months: number) =>
      months === 0
        ? values.map(() => 0)
        : (call("CLV_EXPECTED_ORDERS", fit, endOf(months) / 7, frequency, recency, age) as number[][]).map(
            ([expected]) => expected!,
          );
    [0, 1, 2].forEach((index) => {
      const season = numbers(found, "Seasonal index")[index]!;
      const own = until(index + 1).map((expected, at) => season * (expected - until(index)[at]!));
      expect(numbers(found, "Orders of today's customers")[index]).toBeCloseTo(sum(own), 8);
      const revenue = sum(own.map((expected, at) => expected * values[at]![0]!));
      expect(numbers(found, "Revenue of today's customers")[index]).toBeCloseTo(revenue, 6);
    });
  });

  test("new customers bring the mean first order and a newcomer's orders, arriving evenly through the month, in their season", () => {
    const found = forecast(3, 20, "", "", fit);
    const byCustomer = new Map<string, [date: number, amount: number][]>();
    kept.forEach((row) => {
      const own = byCustomer.get(orders.customer[row]![0]!) ?? [];
      byCustomer.set(orders.customer[row]![0]!, [
        ...own,
        [orders.date[row]![0]!.getTime(), orders.amount[row]![0]!],
      ]);
    });
    byCustomer.set("Z", [[last, 40]]);
    // Two rows of a customer's day are one order.
    const byDay = [...byCustomer.values()].map((own) => {
      const days = new Map<number, number>();
      for (const [date, amount] of own) days.set(date, (days.get(date) ?? 0) + amount);
      return [...days].sort(([a], [b]) => a - b).map(([, amount]) => amount);
    });
    const mean = (all: readonly number[]) => sum(all) / all.length;
    const [first, repeat] = [mean(byDay.map(([one]) => one!)), mean(byDay.flatMap((own) => own.slice(1)))];
    const parts = 2000;
    const expected = (days: number) =>
      days > 0 ? (call("CLV_EXPECTED_ORDERS", fit, days / 7) as number) : 0;
    const ofMonth = (index: number) => {
      let again = 0;
      for (let came = 0; came <= index; came++) {
        const [from, to] = [endOf(came), endOf(came + 1)];
        for (let part = 0; part < parts; part++) {
          const at = from + ((to - from) * (part + 0.5)) / parts;
          again += (expected(endOf(index + 1) - at) - expected(endOf(index) - at)) / parts;
        }
      }
      return 20 * (first + again * repeat * numbers(found, "Seasonal index")[index]!);
    };
    const revenue = numbers(found, "Revenue of new customers");
    [0, 1, 2].forEach((index) => expect(revenue[index]! / ofMonth(index)).toBeCloseTo(1, 4));
  });

  test("left out, new customers are the mean of the last 12 whole months, and a month that ends with the data is whole", () => {
    const firsts = new Map<string, number>();
    kept.forEach((row) => {
      const [name, time] = [orders.customer[row]![0]!, orders.date[row]![0]!.getTime()];
      firsts.set(name, Math.min(firsts.get(name) ?? Infinity, time));
    });
    firsts.set("Z", last);
    const mean = [...firsts.values()].filter((time) => time >= Date.UTC(2026, 0, 1)).length / 12;
    const found = forecast(2, "", "", "", fit);
    expect(numbers(found, "Revenue of new customers")[0]).toBeCloseTo(
      numbers(forecast(2, mean, "", "", fit), "Revenue of new customers")[0]!,
      8,
    );
    expect(found[1]![7]).toMatch(/new customers per month, the mean of 12 months\./);
    expect(found[1]![7]).toContain("The last 2 years show no seasons.");
  });

  test("a month that has begun is forecast for its rest, from the day after the latest date", () => {
    const until = [...customers, ["Y"]];
    const begun = call(
      "CLV_FORECAST",
      until,
      [...dates, [day("2027-01-11")]],
      [...amounts, [40]],
      2,
      31,
      "",
      "",
      fit,
    ) as Cell[][];
    expect(readable(begun.slice(1).map((row) => [row[0]!]))).toEqual([["2027-01-12"], ["2027-02-01"]]);
    // 20 of 31 days: as many newcomers in 20 days, who order no more than those of a month.
    const rest = numbers(begun, "Revenue of new customers")[0]!;
    const whole = numbers(forecast(1, 31, "", "", fit), "Revenue of new customers")[0]!;
    expect(rest / whole).toBeGreaterThan(0.55);
    expect(rest / whole).toBeLessThan(20 / 31);
  });

  test("a margin, and a factor for all months or for each, multiply what the months bring", () => {
    const plain = numbers(forecast(3, "", "", "", fit), "Total");
    expect(numbers(forecast(3, "", 0.5, 0.9, fit), "Total").map((total, at) => total / plain[at]!)).toEqual(
      [0.45, 0.45, 0.45].map((share) => expect.closeTo(share, 10) as unknown),
    );
    const each = forecast(3, "", "", column(1, 0, 1.4), fit);
    expect(numbers(each, "Total").map((total, at) => total / plain[at]!)).toEqual(
      [1, 0, 1.4].map((share) => expect.closeTo(share, 10) as unknown),
    );
    expect([numbers(each, "Low")[1], numbers(each, "High")[1]]).toEqual([0, 0]);
  });

  test("a range holds its Total, and is wider where it is not known how many will come", () => {
    const open = forecast(12, "", "", "", fit);
    const mean = Number(/^[\d.]+/.exec(open[1]![7] as string)![0]);
    const planned = forecast(12, mean, "", "", fit);
    for (const table of [open, planned])
      numbers(table, "Total").forEach((total, at) => {
        expect(total).toBeGreaterThan(numbers(table, "Low")[at]!);
        expect(total).toBeLessThan(numbers(table, "High")[at]!);
      });
    const width = (table: Cell[][], at: number) => numbers(table, "High")[at]! / numbers(table, "Low")[at]!;
    expect(width(open, 0)).toBeGreaterThan(width(planned, 0));
    expect(width(open, 11)).toBeGreaterThan(width(planned, 11));
  });

  test("fits the model itself where no table of CLV_FIT is given, and says what it warns of", () => {
    const { customer, date, amount } = {
      customer: exampleCells["A2:A"],
      date: exampleCells["B2:B"],
      amount: exampleCells["C2:C"],
    };
    const found = call("CLV_FORECAST", customer, date, amount, 1) as Cell[][];
    expect(found).toHaveLength(2);
    expect(found[1]![7]).toContain("At most 13 months of history");
    expect(found[1]![7]).toContain("customers came back, so predictions for single customers are rough");
  });

  test("says what is wrong", () => {
    const few = (...more: unknown[]) =>
      messageOf("CLV_FORECAST", column("Ann"), column("2026-01-05"), column(10), ...more);
    expect(few()).toBe(
      "CLV_FORECAST: customer must have at least 30 customers who came back on another day, got 0: use a longer history",
    );
    expect(few(3, "", "", column(1, 1))).toBe(
      "CLV_FORECAST: factor must be one number, or one per month (3), got 2",
    );
    expect(few(2, "", "", column(1, "", 1))).toBe(
      "CLV_FORECAST: factor must be a number of 0 or more in every row, got an empty cell in row 2",
    );
    expect(few(0)).toContain("CLV_FORECAST: months must be a whole number between 1 and 120, got 0");
  });
});
