import { describe, expect, test } from "@jest/globals";
import type { ModelName } from "../../../src/core/models/models";
import { fitPurchases } from "../../../src/core/prediction/fit";
import { type Facts, warningsOf } from "../../../src/core/prediction/warnings";
import type { CustomerHistory } from "../../../src/core/purchases/history";
import { chance, simulatedHistories } from "../../support/histories";

const lastDay = 280;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
/** Days of purchases spread evenly from the first to the last. */
const evenly = (first: number, last: number, purchases: number) =>
  range(purchases).map((k) => Math.round(first + ((last - first) * k) / (purchases - 1)));
const everyWeek = (first: number, purchases: number) => range(purchases).map((k) => first + 7 * k);

type Amount = (customer: number, purchase: number, purchases: number) => number;

/** Amounts that are gamma–gamma, as the spend model supposes. */
function usualAmounts(): Amount {
  const random = chance(11);
  const rates = range(1000).map(() => random.gamma(4, 15));
  return (customer) => random.gamma(6, rates[customer]!);
}

/** Customers who buy on these days. */
const shop = (days: readonly (readonly number[])[], amount = usualAmounts()): CustomerHistory[] =>
  days.map((own, customer) => {
    const amounts = own.map((_, purchase) => amount(customer, purchase, own.length));
    return { customer: `C${customer}`, days: own, amounts, purchaseDays: own, purchaseAmounts: amounts };
  });

const usualDays = simulatedHistories("mbg/nbd", [0.8, 6, 0.8, 2.5], [6, 4, 15], {
  customers: 500,
  weeks: lastDay / 7,
  byDay: true,
}).map(({ days }) => days);

const warnings = (customers: readonly CustomerHistory[], model: ModelName = "mbg/nbd") =>
  fitPurchases(customers, lastDay, "week", model).warnings;

const equal: Amount = () => 20;
const noSpend = (value: number) =>
  `Amounts are all equal or missing, so spend is not modelled and each future order counts as ${value}.`;

const facts: Facts = {
  model: "mbg/nbd",
  period: "week",
  fitted: {
    params: [1, 1, 1, 1],
    logLikelihood: -1,
    limits: [],
    dropoutGain: 100,
    converged: true,
    evaluations: 1,
  },
  span: 40,
  repeatCustomers: 500,
  apart: undefined,
  spend: { params: [1, 2, 1], logLikelihood: -1, isHeld: false, isAtEnd: false, converged: true },
  repeatOrderValue: 20,
  correlation: undefined,
};

describe("a fit warns in plain sentences of", () => {
  test("nothing where the model holds", () => {
    expect(warnings(shop(usualDays))).toEqual([]);
  });

  test("nobody who leaves, where all bought on the last day", () => {
    const regulars = range(120).map((i) => evenly(i % 40, lastDay, 3 + ((i * i) % 17)));
    expect(warnings(shop(regulars, equal))).toEqual([
      "Nothing shows that any customer leaves, so all count as active and predictions are as high as they can be: use a longer history.",
      noSpend(20),
    ]);
  });

  test("leaving that may be chance: below a gain of 1.353, half the 90% quantile of χ²(1)", () => {
    const told = (dropoutGain: number) => warningsOf({ ...facts, fitted: { ...facts.fitted, dropoutGain } });
    expect(told(1.3527)).toEqual([
      "These data do not prove that any customer leaves, so P(alive) says little: watch who is quiet for longer than usual.",
    ]);
    expect(told(1.3528)).toEqual([]);
  });

  test("one rate of leaving, where all went silent at about the same age, with its figure", () => {
    // Half of the 200 stay silent from about day 90 after their first order on.
    const silent = range(200).map((i) => evenly(i % 20, (i % 20) + 70 + (i % 9) * 5, 4 + ((i * i) % 13)));
    const [first, ...rest] = warnings(shop(silent, equal), "pareto/nbd");
    const chance = /^Nothing was bought after 1970-05-10, so everyone looks as if gone: set as_of/;
    expect(first).toMatch(chance);
    expect(rest).toEqual([
      expect.stringMatching(
        /^All customers seem equally likely to leave \(\d\.?\d?% in any week\), so the loyal cannot be told from the rest: use a longer history\.$/,
      ),
      noSpend(20),
    ]);
  });

  test("a chance to leave after an order is a ÷ (a + b), a rate of leaving is 1 − e^(−s ÷ beta) a period", () => {
    const alike = (model: ModelName, c: number, d: number) =>
      warningsOf({ ...facts, model, fitted: { ...facts.fitted, limits: ["alike"], params: [1, 1, c, d] } });
    expect(alike("mbg/nbd", 2e5, 8e5)).toEqual([expect.stringContaining("(20% after any order)")]);
    // 1 − e^−0.05 is 0.0488.
    expect(alike("pareto/nbd", 5e4, 1e6)).toEqual([expect.stringContaining("(4.9% in any week)")]);
  });

  test("one rate of buying, where all bought every week while they were there: one order a week", () => {
    const weekly = range(200).map((i) =>
      everyWeek(0, i % 4 === 0 ? 1 : i % 4 === 1 ? 41 : 2 + ((i * i) % 23)),
    );
    expect(warnings(shop(weekly, equal))).toEqual([
      "All customers seem to order equally often (1 orders a week), so past orders say nothing about the next: check that each row is an order, not a delivery of a subscription.",
      noSpend(20),
    ]);
  });

  test.each(["mbg/nbd", "pareto/nbd"] as const)(
    "half who left at once and half who never did, with that share: %s",
    (model) => {
      const split = range(200).map((i) =>
        i % 2 === 0 ? [i % 40] : evenly(i % 40, lastDay, 4 + ((i * i) % 60)),
      );
      expect(warnings(shop(split, equal), model)).toEqual([
        "About 49% of customers seem to leave right after the first order and the others never, so predictions for those are as high as they can be: use a longer history.",
        noSpend(20),
      ]);
    },
  );

  test("a share who leave within a day, where the Pareto/NBD has a maximum far down", () => {
    // 1 − (β ÷ (β + 1 day))^s with s 0.05 and β 1e-6 weeks: ln(1 + 1 ÷ 7e-6) is 11.87, e^−0.593 is 0.552.
    const fitted = { ...facts.fitted, params: [1, 1, 0.05, 1e-6] } as const;
    expect(warningsOf({ ...facts, model: "pareto/nbd", fitted })).toEqual([
      "About 45% of customers seem to leave within a day of the first order: if a sale or a gift season brought them, predict them separately.",
    ]);
  });

  test("purchases that stand apart from the others, as one dated years ahead does", () => {
    const one = usualDays.map((days, customer) => (customer === 7 ? [...days, 20_000] : days));
    expect(fitPurchases(shop(one, equal), 20_000, "week", "mbg/nbd").warnings[0]).toBe(
      "Nothing was bought between 1970-10-07 and 2024-10-04, and the one purchase after that makes everyone look as if gone: check the dates with CLV_CHECK, or set as_of to 1970-10-07.",
    );
  });

  test("few customers who came back", () => {
    expect(warningsOf({ ...facts, repeatCustomers: 45 })).toEqual([
      "Only 45 customers came back, so predictions for single customers are rough: read Low and High, or use a longer history.",
    ]);
  });

  test("one-time buyers under bg/nbd", () => {
    expect(warnings(shop(usualDays), "bg/nbd")).toEqual([
      "Under bg/nbd, one-time buyers count as active for ever: use mbg/nbd to see who is at risk.",
    ]);
  });

  test("equal and missing amounts", () => {
    for (const amount of [20, 0]) expect(warnings(shop(usualDays, () => amount))).toEqual([noSpend(amount)]);
  });

  test("order values without a mean, where a few customers outspend all others", () => {
    const wild = usualAmounts();
    const outliers: Amount = (customer, ...rest) => wild(customer, ...rest) * (1 + (customer % 97)) ** -2;
    expect(warnings(shop(usualDays, outliers))).toEqual([
      "A few customers spend so much more than the others that the typical order is uncertain, so the mean of the data is used: look for mistyped amounts, and predict large buyers separately.",
    ]);
  });

  test("order values that customers do not differ in", () => {
    expect(
      warnings(shop(usualDays, (customer, purchase) => 20 + ((customer * 7 + purchase * 3) % 10))),
    ).toEqual([
      "Customers hardly differ in what they spend per order, so everyone is expected to spend the mean.",
    ]);
  });

  test("order values that rise with the number of orders", () => {
    const usual = usualAmounts();
    const rising: Amount = (customer, purchase, purchases) =>
      usual(customer, purchase, purchases) * purchases;
    expect(warnings(shop(usualDays, rising))).toEqual([
      expect.stringMatching(
        /^Customers who order more often spend more per order \(correlation 0\.\d\d\), which the spend model ignores: predict segments separately\.$/,
      ),
    ]);
  });

  test("a search that ended before the maximum, which no data here cause", () => {
    const text =
      "The search for the parameters did not converge, so do not predict from them: check the data with CLV_CHECK.";
    expect(warningsOf({ ...facts, fitted: { ...facts.fitted, converged: false } })).toEqual([text]);
    expect(warningsOf({ ...facts, spend: { ...facts.spend!, converged: false } })).toEqual([text]);
  });
});
