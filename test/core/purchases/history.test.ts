import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { histories } from "../../../src/core/purchases/history";
import { column, day, call } from "../../support/call";
import { simulatedOrders } from "../../support/histories";
import { seeded } from "../../support/orders";
import { type Row, purchasesOf, someRows } from "../../support/rows";

const dayNumber = (iso: string) => day(iso).getTime() / 86_400_000;
const historiesOf = (rows: readonly Row[]) =>
  histories(
    rows.map(({ customer }) => customer),
    rows.map(({ date }) => dayNumber(date)),
    rows.map(({ amount }) => amount),
  );

/** What one customer bought on which day of January 2026 and kept, from days of January and amounts. */
function kept(...paid: readonly (readonly [dayOfMonth: number, amount: number])[]) {
  const start = dayNumber("2025-12-31");
  const [history] = histories(
    paid.map(() => "Ann"),
    paid.map(([dayOfMonth]) => start + dayOfMonth),
    paid.map(([, amount]) => amount),
  );
  return history!.purchaseDays.map((at, index) => [at - start, history!.purchaseAmounts[index]]);
}

describe("refunds", () => {
  test("within the day reduce what was bought on it, and a day below 0 is not a purchase", () => {
    expect(kept([5, 100], [5, -30], [6, 20], [6, -50])).toEqual([[5, 40]]);
  });

  test("of another day are taken off the latest purchase before it", () => {
    expect(kept([5, 100], [10, 60], [12, -25], [20, 80])).toEqual([
      [5, 100],
      [10, 35],
      [20, 80],
    ]);
  });

  test("take what is left of them off the purchase before that", () => {
    expect(kept([5, 100], [10, 60], [12, -75])).toEqual([[5, 85]]);
  });

  test("of all that was paid make the purchase none", () => {
    expect(kept([5, 100], [10, 60], [12, -60])).toEqual([[5, 100]]);
    expect(kept([5, 100], [12, -100])).toEqual([]);
  });

  test("for which no purchase is left do no harm to what is bought later", () => {
    expect(kept([5, 100], [7, -150], [9, 80])).toEqual([[9, 80]]);
    expect(kept([3, -40], [5, 100])).toEqual([[5, 100]]);
  });

  test("leave free orders, which have nothing to give back", () => {
    expect(kept([5, 100], [8, 0], [9, -30])).toEqual([
      [5, 70],
      [8, 0],
    ]);
    expect(kept([5, 100], [8, 0], [9, -130])).toEqual([[8, 0]]);
  });

  test("tell an order that was taken back, which is none, from one that was free, which is one", () => {
    expect(kept([5, 80], [5, -80])).toEqual([]);
    expect(kept([5, 0])).toEqual([[5, 0]]);
    expect(kept([5, 0], [5, 0])).toEqual([[5, 0]]);
  });

  test("leave nothing of what adds up to 0 but for rounding, on the day or later", () => {
    expect(kept([5, 0.3], [5, -0.1], [5, -0.2])).toEqual([]);
    expect(kept([5, 0.3], [6, -0.1], [7, -0.2])).toEqual([]);
    expect(kept([5, 0.1], [5, 0.2], [6, -0.3])).toEqual([]);
  });

  test("on any data leave of each purchase what a pile of coins leaves, from which refunds take the top ones", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const found = historiesOf(rows).map(({ customer, purchaseDays, purchaseAmounts }) => [
          customer,
          purchaseDays.map((at, index) => [at, purchaseAmounts[index]]),
        ]);
        const expected = [...purchasesOf(rows)].map(([customer, days]) => [
          customer,
          [...days].map(([date, amount]) => [dayNumber(date), amount]),
        ]);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 300 },
    );
  });

  test("are booked on their own day in what was paid, whatever they are taken off", () => {
    const [history] = historiesOf([
      { customer: "Ann", date: "2026-01-05", amount: 100 },
      { customer: "Ann", date: "2026-02-05", amount: -100 },
    ]);
    expect(history!.amounts).toEqual([100, -100]);
    expect(history!.days).toEqual([dayNumber("2026-01-05"), dayNumber("2026-02-05")]);
  });

  test("do not depend on the order of the rows", () => {
    const shuffled = someRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => expect(historiesOf(other)).toEqual(historiesOf(rows))),
    );
  });

  test("dated after as_of do not exist", () => {
    const rows = [column("Ann", "Ann"), column("2026-01-05", "2026-02-05"), column(100, -100)];
    const table = (asOf: string) => (call("CLV_CUSTOMERS", ...rows, asOf) as unknown[][])[1]!;
    expect(table("2026-02-04").slice(3, 5)).toEqual([1, 100]);
    expect(table("2026-02-05").slice(3, 5)).toEqual([0, 0]);
  });

  test("of every fourth order, paid five days later, lower the predicted value to about the share of revenue kept", () => {
    const { customer, date, amount } = simulatedOrders("mbg/nbd", [0.9, 4, 0.6, 1.6], 1500, 78, 5);
    const random = seeded(11);
    const chosen = date.flatMap((_, row) => (random() < 0.25 ? [row] : []));
    const refunds = {
      customer: chosen.map((row) => customer[row]!),
      date: chosen.map((row) => [new Date(date[row]![0]!.getTime() + 5 * 86_400_000)]),
      amount: chosen.map((row) => [-amount[row]![0]!]),
    };
    const asOf = new Date(Math.max(...date.map(([at]) => at!.getTime())));
    const predicted = (rows: typeof refunds) => {
      const given = [rows.customer, rows.date, rows.amount];
      const table = call("CLV_PREDICT", ...given, 12, 0, 1, "mbg/nbd", asOf) as unknown[][];
      return table.slice(1).reduce((sum, row) => sum + Number(row[6]), 0);
    };
    const paid = amount.reduce((sum, [one]) => sum + one!, 0);
    const refunded = refunds.date.reduce(
      (sum, [at], index) => sum - (at! <= asOf ? refunds.amount[index]![0]! : 0),
      0,
    );
    const share = 1 - refunded / paid;
    expect(share).toBeLessThan(0.78);
    const ratio =
      predicted({
        customer: [...customer, ...refunds.customer],
        date: [...date, ...refunds.date],
        amount: [...amount, ...refunds.amount],
      }) / predicted({ customer, date, amount });
    expect(Math.abs(ratio / share - 1)).toBeLessThan(0.03);
  });
});
