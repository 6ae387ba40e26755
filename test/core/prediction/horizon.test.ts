import { describe, expect, test } from "@jest/globals";
import { models } from "../../../src/core/models/models";
import { fitPurchases } from "../../../src/core/prediction/fit";
import { type Months, horizonValues } from "../../../src/core/prediction/horizon";
import { newCustomers } from "../../../src/core/prediction/newCustomers";
import type { CustomerHistory } from "../../../src/core/purchases/history";
import { histories } from "../../../src/core/purchases/history";
import { simulatedHistories } from "../../support/histories";

const month = 365.25 / 12;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Like the CDNOW customers, with amounts of mean 30 (p 6, q 4, v 15): E[orders] is known, and so is the value. */
const params = [0.55, 10.6, 0.61, 11.7] as const;
const spend = [6, 4, 15] as const;
const shop = (customers: number, weeks: number, seed: number) =>
  simulatedHistories("pareto/nbd", params, spend, { customers, weeks, seed, byDay: true });
const lastDay = (weeks: number) => weeks * 7;

const valueAt = (customers: readonly CustomerHistory[], to: number, months: Months | undefined, annual = 0) =>
  horizonValues(customers, to, months === undefined ? undefined : [months], { annual }).rows[0]!;

const ofRows = (rows: readonly (readonly [customer: string, day: number, amount: number])[]) =>
  histories(
    rows.map(([customer]) => customer),
    rows.map(([, day]) => day),
    rows.map(([, , amount]) => amount),
  );

/** Customers one of whom comes every so many days and buys as often at that pace. */
const regular = (customers: number, apart: number, orders: number, pace: number) =>
  ofRows(
    Array.from({ length: customers }, (_, index) =>
      Array.from(
        { length: orders },
        (__, order) => [`C${index}`, index * apart + order * pace, 10 + (index % 3)] as const,
      ),
    ).flat(),
  );

describe("the value of a new customer in its first months", () => {
  test("is the mean first order plus what was paid at each age ÷ customers observed, tick by tick", () => {
    // 70 weeks are 16.1 months, so that all of the history counts.
    const customers = shop(300, 70, 4);
    const to = lastDay(70);
    const seen = (months: number) => {
      const first = sum(customers.map(({ purchaseAmounts }) => purchaseAmounts[0]!)) / customers.length;
      let value = first;
      for (let age = 0; age < months; age++) {
        let [paid, ticks] = [0, 0];
        for (const { purchaseDays, purchaseAmounts } of customers) {
          const start = purchaseDays[0]!;
          for (let tick = age * 487; tick < (age + 1) * 487; tick++) if (start * 16 + tick < to * 16) ticks++;
          purchaseDays.forEach((day, index) => {
            if (index > 0 && Math.floor(((day - start) * 16) / 487) === age) paid += purchaseAmounts[index]!;
          });
        }
        value += paid / (ticks / 487);
      }
      return value;
    };
    for (const months of [1, 6, 12]) {
      const found = valueAt(customers, to, months);
      expect(found.value).toBeCloseTo(seen(months), 8);
      expect(found).toMatchObject({ basis: "seen", seenMonths: months, modelledShare: 0 });
    }
  });

  test("goes on, beyond the ages seen, with the orders that the fitted model expects × the mean repeat order", () => {
    const customers = shop(600, 78, 2);
    const to = lastDay(78);
    const found = valueAt(customers, to, 24);
    const seen = valueAt(customers, to, found.seenMonths);
    const { model, params: fitted } = fitPurchases(customers, to, "week", "auto");
    const orders = (months: number) => models[model].expectedPurchasesNew(fitted, (months * month) / 7);
    const repeats = customers.flatMap(({ purchaseAmounts }) => purchaseAmounts.slice(1));
    const tail = ((orders(24) - orders(found.seenMonths!)) * sum(repeats)) / repeats.length;
    expect(found.seenMonths).toBeGreaterThanOrEqual(12);
    expect(found.seenMonths).toBeLessThan(24);
    expect(found.value! - seen.value!).toBeCloseTo(tail, 8);
    expect(found.modelledShare).toBeCloseTo(tail / found.value!, 10);
    expect(found.basis).toBe("model");
  });

  test("counts each month of age less, at its end, where there is a discount, the tail month by month", () => {
    const customers = shop(600, 78, 2);
    const to = lastDay(78);
    const plain = Array.from({ length: 31 }, (_, months) => months).slice(1);
    const values = horizonValues(customers, to, plain, { annual: 0 }).rows.map(({ value }) => value!);
    const first = valueAt(customers, to, 1).firstOrder!;
    const steps = values.map((value, index) => value - (index > 0 ? values[index - 1]! : first));
    const discounted = first + sum(steps.map((step, index) => step / 1.1 ** ((index + 1) / 12)));
    expect(valueAt(customers, to, 30, 0.1).value).toBeCloseTo(discounted, 8);
  });

  test("a cost is paid back in the first month whose own value reaches it, seen or modelled, and 0 where the first order does", () => {
    const customers = shop(600, 78, 2);
    const to = lastDay(78);
    const months = Array.from({ length: 30 }, (_, index) => index + 1);
    const values = horizonValues(customers, to, months, { annual: 0.1 }).rows.map(({ value }) => value!);
    const paybackOf = (cost: number) =>
      horizonValues(customers, to, [30], { annual: 0.1, cost }).rows[0]!.payback;
    const { firstOrder } = valueAt(customers, to, 1);
    expect(paybackOf(firstOrder!)).toBe(0);
    // Among them ages that were seen and such that the model tells.
    for (const month of [1, 7, 13, 22, 30]) {
      const before = month === 1 ? firstOrder! : values[month - 2]!;
      expect(paybackOf((before + values[month - 1]!) / 2)).toBe(month);
    }
    expect(paybackOf(values[29]! + 0.01)).toBeUndefined();
  });

  test("forever is the limit of long horizons, where a discount makes the model's part small", () => {
    const customers = shop(600, 78, 2);
    const to = lastDay(78);
    const forever = valueAt(customers, to, "forever", 1);
    expect(forever.modelledShare).toBeLessThan(0.4);
    const { model, params: fitted } = fitPurchases(customers, to, "week", "auto");
    const orders = (months: number) => models[model].expectedPurchasesNew(fitted, (months * month) / 7);
    const repeats = customers.flatMap(({ purchaseAmounts }) => purchaseAmounts.slice(1));
    const seen = forever.seenMonths!;
    let tail = 0;
    for (let m = seen + 1; m <= 700; m++) tail += (orders(m) - orders(m - 1)) / 2 ** (m / 12);
    const rest = (tail * sum(repeats)) / repeats.length;
    expect(forever.value! - valueAt(customers, to, seen, 1).value!).toBeCloseTo(rest, 6);
    expect(valueAt(customers, to, "forever").notes).toEqual([
      '"forever" needs an annual_discount such as 10%, or the sum has no end',
    ]);
    expect(valueAt(customers, to, "forever", 0.1).notes[0]).toMatch(
      /^\d\d% of it would come from the model: give a number of months$/,
    );
  });

  // One sigma of a later year is 10%, of seasons that were not seen 15%, of the model's part half of it.
  test.each([
    ["", 70, 12, 0],
    [" and, under 13 months of history, of seasons not seen", 44, 6, 0.15],
  ])("has the range of a jackknife over customers, of later years%s", (_, weeks, months, unseen) => {
    const customers = shop(300, weeks, 4);
    const to = lastDay(weeks);
    const { value, low, high } = valueAt(customers, to, months);
    const without = customers.map(
      ({ customer }) =>
        valueAt(
          customers.filter((other) => other.customer !== customer),
          to,
          months,
        ).value!,
    );
    const mean = sum(without) / without.length;
    const variance = ((without.length - 1) / without.length) * sum(without.map((one) => (one - mean) ** 2));
    const half = 1.6449 * Math.sqrt(variance / value! ** 2 + 0.1 ** 2 + unseen ** 2);
    expect(Math.log(high! / value!) / half).toBeCloseTo(1, 2);
    expect(Math.log(value! / low!)).toBeCloseTo(Math.log(high! / value!), 12);
  });

  test("has a range that is wider by what the model's part may be wrong", () => {
    const customers = shop(600, 78, 2);
    const rows = horizonValues(customers, lastDay(78), [12, 24, 35], { annual: 0 }).rows;
    const errors = rows.map(
      ({ value, high, modelledShare }) =>
        (Math.log(high! / value!) / 1.6449) ** 2 - 0.1 ** 2 - (modelledShare! / 2) ** 2,
    );
    // What is left is the standard error, which the tail, some more of the same repeat orders, hardly changes.
    for (const error of errors) {
      expect(Math.sqrt(error / errors[0]!)).toBeGreaterThan(0.9);
      expect(Math.sqrt(error / errors[0]!)).toBeLessThan(1.4);
    }
    expect(rows[2]!.modelledShare).toBeGreaterThan(0.2);
  });

  // The mean of first orders is 30; each order to come is worth 30 too.
  test("is near the truth of simulated shops, which the range holds", () => {
    const truth = (months: number) =>
      30 * (1 + models["pareto/nbd"].expectedPurchasesNew(params, (months * month) / 7));
    const told = Array.from({ length: 12 }, (_, seed) =>
      horizonValues(shop(500, 78, 50 + seed), lastDay(78), [12, 24], { annual: 0 }).rows.map(
        ({ value, low, high }, index) => {
          const known = truth(index === 0 ? 12 : 24);
          return { ratio: value! / known, isHeld: low! <= known && high! >= known };
        },
      ),
    );
    for (const index of [0, 1]) {
      const ratios = told.map((rows) => rows[index]!.ratio);
      expect(Math.abs(sum(ratios) / ratios.length - 1)).toBeLessThan(0.05);
      expect(told.filter((rows) => rows[index]!.isHeld).length).toBeGreaterThanOrEqual(10);
    }
  });

  test("counts only the last year from 18 months on, and so follows prices", () => {
    // Everyone buys every 20 days; what an order costs doubles after 600 days.
    const priced = regular(700, 1, 60, 20).map((one) => {
      const amounts = one.purchaseDays.map((day) => (day < 600 ? 10 : 20));
      return { ...one, amounts, purchaseAmounts: amounts };
    });
    const upTo = (day: number) =>
      priced.flatMap((one): CustomerHistory[] => {
        const days = one.purchaseDays.filter((own) => own <= day);
        const amounts = one.purchaseAmounts.slice(0, days.length);
        if (days.length === 0) return [];
        return [{ customer: one.customer, days, amounts, purchaseDays: days, purchaseAmounts: amounts }];
      });
    const early = valueAt(upTo(590), 590, 3);
    const late = valueAt(upTo(970), 970, 3);
    expect(late.firstOrder).toBe(2 * early.firstOrder!);
    expect(Math.abs(late.value! / early.value! / 2 - 1)).toBeLessThan(0.03);
  });
});

describe("the value of a new customer", () => {
  const customers = shop(400, 78, 8);
  const to = lastDay(78);

  test("left out, the horizon is 24 months, or 12 where the model would make too much of 24", () => {
    expect(valueAt(customers, to, undefined)).toMatchObject({ months: 24, basis: "model" });
    const young = shop(400, 44, 8);
    const [, asked] = horizonValues(young, lastDay(44), [12, 24], { annual: 0 }).rows;
    expect(asked!.notes).toEqual(["longer than twice the history of 10.1 months"]);
    expect(valueAt(young, lastDay(44), undefined).months).toBe(12);
  });

  test("with under six months of history there is none", () => {
    expect(valueAt(shop(400, 26, 8), lastDay(26), undefined)).toEqual({
      months: undefined,
      basis: "too few",
      notes: ["5.9 months of history: under 6, no horizon has a value"],
    });
  });

  test("a horizon over twice the history has no value, and the reason is given", () => {
    const { seenMonths, firstOrder } = valueAt(customers, to, 12);
    expect(valueAt(customers, to, 36)).toEqual({
      months: 36,
      seenMonths: expect.any(Number) as unknown,
      firstOrder,
      basis: "too few",
      notes: ["longer than twice the history of 17.9 months"],
    });
    expect(seenMonths).toBe(12);
  });

  test("fewer than 20 customers have no value, nor have fewer than three months", () => {
    expect(valueAt(customers.slice(0, 19), to, 12)).toEqual({
      months: 12,
      basis: "too few",
      notes: ["only 19 customers: look at what each has paid"],
    });
    // All came back within 10 weeks, but few were there for more than 61 days.
    expect(valueAt(regular(60, 1, 2, 10), 70, 3)).toEqual({
      months: 3,
      basis: "too few",
      notes: ["too few customers have been here for 3 months"],
    });
    expect(valueAt([], to, 12).notes).toEqual(["nobody bought anything that was not refunded"]);
  });

  test("an age counts as seen that just enough customers have lived through, on whatever day they came", () => {
    // Of 20 customers eight are needed; eight came 200 days ago, 6.57 months, the others in the last ten days.
    for (const start of [0, 7, 19_723]) {
      const rows = Array.from({ length: 20 }, (_, index) => [
        [`C${index}`, index < 8 ? start : start + 190 + (index % 10), 10] as const,
        ...(index < 8 ? [50, 101] : []).map((day) => [`C${index}`, start + day, 10] as const),
      ]).flat();
      expect(newCustomers(ofRows(rows), start + 200)!.seen).toBe(6);
    }
  });

  test("without enough for a model the rate of the last third of the ages halves every 12 months", () => {
    // 25 customers come back after 50 days, one day apart: too few for a fit.
    const few = ofRows([
      ...Array.from({ length: 25 }, (_, index) => [
        [`C${index}`, index, 10] as const,
        ...[50, 101, 152, 203, 254].map((day) => [`C${index}`, index + day, 10] as const),
      ]).flat(),
      ...Array.from({ length: 30 }, (_, index) => [`D${index}`, index, 10] as const),
    ]);
    const found = valueAt(few, 300, 18);
    const seen = valueAt(few, 300, found.seenMonths);
    const { ages } = newCustomers(few, 300)!;
    const last = Math.floor(found.seenMonths! / 3);
    const rate = sum(ages.rates.slice(found.seenMonths! - last, found.seenMonths)) / last;
    let rest = 0;
    for (let ahead = 0; ahead < 18 - found.seenMonths!; ahead++) rest += rate / 2 ** ((ahead + 0.5) / 12);
    expect(found.value! - seen.value!).toBeCloseTo(rest, 10);
    expect(found.basis).toBe("halving");
    expect(found.notes[0]).toMatch(
      /^no model can be fitted, so purchases after \d+ months are assumed to halve/,
    );
    expect(valueAt(few, 300, undefined).months).toBe(found.seenMonths);
  });

  test("if nobody comes back it is the mean order", () => {
    const once = ofRows(
      Array.from({ length: 62 }, (_, index) => [`C${index}`, index * 7, 100 + index] as const),
    );
    expect(valueAt(once, 61 * 7, undefined)).toMatchObject({
      months: 7,
      value: 130.5,
      basis: "once",
      modelledShare: 0,
      notes: ["in the 14 months observed, nobody came back"],
    });
  });

  test("doubling every customer leaves the value and narrows the range", () => {
    const twice = customers.flatMap((one) => [one, { ...one, customer: `${one.customer} again` }]);
    for (const months of [12, 24]) {
      const [one, two] = [valueAt(customers, to, months), valueAt(twice, to, months)];
      expect(two.value! / one.value!).toBeCloseTo(1, 5);
      expect(two.high! / two.low!).toBeLessThan(one.high! / one.low!);
    }
  });
});
