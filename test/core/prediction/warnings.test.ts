import { describe, expect, test } from "@jest/globals";
import type { ModelName } from "../../../src/core/models/models";
import { fitPurchases } from "../../../src/core/prediction/fit";
import { warningsOf } from "../../../src/core/prediction/warnings";
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
const noSpend = "Amounts are all equal or missing, so spend is not modelled.";

const fit = {
  params: [1, 1, 1, 1],
  logLikelihood: -1,
  limit: undefined,
  converged: true,
  evaluations: 1,
} as const;
const spend = {
  params: [1, 2, 1],
  logLikelihood: -1,
  isHeld: false,
  isAtEnd: false,
  converged: true,
} as const;

describe("a fit warns in plain sentences of", () => {
  test("nothing where the model holds", () => {
    expect(warnings(shop(usualDays))).toEqual([]);
  });

  test("nobody who drops out, where all bought on the last day", () => {
    const regulars = range(120).map((i) => evenly(i % 40, lastDay, 3 + ((i * i) % 17)));
    expect(warnings(shop(regulars, equal))).toEqual([
      "Nobody seems to drop out, so all count as active: take a longer history.",
      noSpend,
    ]);
  });

  test("dropping out that may be chance: below a gain of 1.353, half the 90% quantile of χ²(1)", () => {
    const text =
      "That anybody drops out may be chance, so P(alive) tells little: watch who is quiet for longer than usual.";
    expect(warningsOf("mbg/nbd", { ...fit, dropoutGain: 1.3527 }, spend, undefined)).toEqual([text]);
    expect(warningsOf("mbg/nbd", { ...fit, dropoutGain: 1.3528 }, spend, undefined)).toEqual([]);
  });

  test("one rate of dropping out, where all went silent at about the same age", () => {
    const silent = range(200).map((i) => evenly(i % 20, (i % 20) + 70 + (i % 9) * 5, 4 + ((i * i) % 13)));
    expect(warnings(shop(silent, equal), "pareto/nbd")).toEqual([
      "All seem to drop out at one rate, for which the last two parameters stand: take a longer history.",
      noSpend,
    ]);
  });

  test("one rate of buying, where all bought every week while they were there", () => {
    const weekly = range(200).map((i) =>
      everyWeek(0, i % 4 === 0 ? 1 : i % 4 === 1 ? 41 : 2 + ((i * i) % 23)),
    );
    expect(warnings(shop(weekly, equal))).toEqual([
      "All seem to buy at one rate, for which r and alpha stand: check that rows are single purchases.",
      noSpend,
    ]);
  });

  test("a parameter at the end, where half left at once and half never", () => {
    const split = range(200).map((i) =>
      i % 2 === 0 ? [i % 40] : evenly(i % 40, lastDay, 4 + ((i * i) % 60)),
    );
    expect(warnings(shop(split, equal))).toEqual([
      "A parameter is at the end of its range, so predictions are unsure: take a longer history.",
      noSpend,
    ]);
  });

  test("one-time buyers under bg/nbd", () => {
    expect(warnings(shop(usualDays), "bg/nbd")).toEqual([
      "Under bg/nbd one-time buyers are certainly active: use mbg/nbd for risk.",
    ]);
  });

  test("equal and missing amounts", () => {
    for (const amount of [20, 0]) expect(warnings(shop(usualDays, () => amount))).toEqual([noSpend]);
  });

  test("order values without a mean, where a few customers outspend all others", () => {
    const wild = usualAmounts();
    const outliers: Amount = (customer, ...rest) => wild(customer, ...rest) * (1 + (customer % 97)) ** -2;
    expect(warnings(shop(usualDays, outliers))).toEqual([
      "Order values vary so much that q would be 1 or less, so their mean is that of the data: check for outliers.",
    ]);
  });

  test("a spend parameter at the end, where customers do not differ", () => {
    expect(
      warnings(shop(usualDays, (customer, purchase) => 20 + ((customer * 7 + purchase * 3) % 10))),
    ).toEqual(["A spend parameter is at the end of its range, so order values are unsure."]);
  });

  test("order values that rise with the number of orders", () => {
    const usual = usualAmounts();
    const rising: Amount = (customer, purchase, purchases) =>
      usual(customer, purchase, purchases) * purchases;
    expect(warnings(shop(usualDays, rising))).toEqual([
      expect.stringMatching(
        /^Frequency and order value correlate \(0\.\d\d\), which the spend model excludes: predict segments apart\.$/,
      ),
    ]);
  });

  test("a search that ended before the maximum, which no data here cause", () => {
    const ended = { ...fit, dropoutGain: 100, converged: false };
    const text = "The fit did not converge: do not rely on it, check the data with CLV_CHECK.";
    expect(warningsOf("mbg/nbd", ended, spend, undefined)).toEqual([text]);
    expect(
      warningsOf("mbg/nbd", { ...ended, converged: true }, { ...spend, converged: false }, undefined),
    ).toEqual([text]);
  });
});
