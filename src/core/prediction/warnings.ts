import { isoFromDay } from "../day";
import { farthest } from "../math/minimize";
import type { TransactionFit } from "../models/fitTransactions";
import type { SpendFit } from "../models/gammaGamma";
import type { Limit } from "../models/limit";
import { type ModelName, models } from "../models/models";
import { type Period, daysPer } from "../period";
import type { DaysApart } from "../purchases/daysApart";

/** Correlation of frequency and value from which on the spend model's assumption is in doubt. */
const mostCorrelation = 0.3;

/** Half the 90% quantile of χ² with one degree of freedom: a test at 5% of a parameter at the end of its range. */
const leastGain = 1.35277;

/** Customers who came back below which a fit is small. */
const fewRepeatCustomers = 100;

/** Share of customers who leave within a day from which on it is told. */
const leastAtOnce = 0.05;

/** Said where no prediction may rest on a fit; the table of CLV_FIT is known by it. */
export const notConverged =
  "The search for the parameters did not converge, so do not predict from them: check the data with CLV_CHECK.";

/** The same as a refusal where a model was to be fitted. */
export const failed = (model: ModelName): string =>
  `model must be one that can be fitted to these orders, got ${model}: ${notConverged.slice(0, -1)}`;

/** What a fit is told about. */
export interface Facts {
  readonly model: ModelName;
  readonly period: Period;
  readonly fitted: TransactionFit;
  /** Longest observation in periods. */
  readonly span: number;
  readonly repeatCustomers: number;
  readonly apart: DaysApart | undefined;
  readonly spend: SpendFit | undefined;
  /** Undefined where there are no amounts. */
  readonly repeatOrderValue: number | undefined;
  readonly correlation: number | undefined;
}

const rounded = (value: number) => String(Number(value.toPrecision(2)));
export const percent = (share: number): string => `${rounded(share * 100)}%`;

/** The share of customers who drop out within so many periods of the first purchase, under the Pareto/NBD. */
const goneWithin = (time: number, s: number, beta: number) => -Math.expm1(-s * Math.log1p(time / beta));

/** What a limit means, with its figure. */
const ofLimit: Readonly<Record<Limit, (facts: Facts) => string>> = {
  none: () =>
    "Nothing shows that any customer leaves, so all count as active and predictions are as high as they can be: use a longer history.",
  alike: ({ model, period, fitted: { params } }) => {
    const [, , c, d] = params;
    const chance =
      models[model].unitOfLast === "time"
        ? `${percent(-Math.expm1(-c / d))} in any ${period}`
        : `${percent(c / (c + d))} after any order`;
    return `All customers seem equally likely to leave (${chance}), so the loyal cannot be told from the rest: use a longer history.`;
  },
  ends: ({ model, period, fitted: { params } }) => {
    const [, , c, d] = params;
    const share = models[model].unitOfLast === "time" ? goneWithin(1 / daysPer[period], c, d) : c / (c + d);
    const when = model === "bg/nbd" ? "once they come back" : "after the first order";
    return `About ${percent(share)} of customers seem to leave right ${when} and the others never, so predictions for those are as high as they can be: use a longer history.`;
  },
  rate: ({ period, fitted: { params } }) =>
    `All customers seem to order equally often (${rounded(params[0] / params[1])} orders a ${period}), so past orders say nothing about the next: check that each row is an order, not a delivery of a subscription.`,
  few: () =>
    "Hardly any customer orders again, so predictions rest on very few: check that each customer has the same name throughout.",
};

function ofSpend({ params: [p, q], isHeld, isAtEnd }: SpendFit): string | false {
  if (isHeld)
    return "A few customers spend so much more than the others that the typical order is uncertain, so the mean of the data is used: look for mistyped amounts, and predict large buyers separately.";
  if (!isAtEnd) return false;
  if (Math.log(q - 1) > farthest)
    return "Customers hardly differ in what they spend per order, so everyone is expected to spend the mean.";
  if (Math.log(p) > farthest)
    return "Each customer's orders are all of one value, so the next is expected to be the same.";
  return "Order values do not follow the spend model, so expected order values are rough: look for mistyped amounts with CLV_CHECK.";
}

function ofDaysApart({ before, first, rows }: DaysApart): string {
  const last = isoFromDay(before);
  if (first === undefined)
    return `Nothing was bought after ${last}, so everyone looks as if gone: set as_of to the last day with complete data.`;
  const rest = rows === 1 ? "the one purchase after that makes" : `the ${rows} purchases after that make`;
  return `Nothing was bought between ${last} and ${isoFromDay(first)}, and ${rest} everyone look as if gone: check the dates with CLV_CHECK, or set as_of to ${last}.`;
}

export const leavingByChance = (dropoutGain: number): string | false =>
  dropoutGain < leastGain &&
  "These data do not prove that any customer leaves, so P(alive) says little: watch who is quiet for longer than usual.";

export const fewCameBack = (repeatCustomers: number): string | false =>
  repeatCustomers < fewRepeatCustomers &&
  `Only ${repeatCustomers} customers came back, so predictions for single customers are rough: read Low and High, or use a longer history.`;

/** What a person should know before using a fit, in sentences. */
export function warningsOf(facts: Facts): string[] {
  const { model, period, fitted, span, repeatCustomers, apart, spend, correlation } = facts;
  const { limits, dropoutGain, converged, params } = fitted;
  const [, , c, d] = params;
  const isDeep = models[model].unitOfLast === "time" && limits.length === 0 && d < span * Math.exp(-farthest);
  const atOnce = isDeep ? goneWithin(1 / daysPer[period], c, d) : 0;
  const sentences = [
    (!converged || spend?.converged === false) && notConverged,
    apart && ofDaysApart(apart),
    ...limits.map((limit) => ofLimit[limit](facts)),
    atOnce >= leastAtOnce &&
      `About ${percent(atOnce)} of customers seem to leave within a day of the first order: if a sale or a gift season brought them, predict them separately.`,
    !limits.includes("none") && leavingByChance(dropoutGain),
    fewCameBack(repeatCustomers),
    model === "bg/nbd" &&
      "Under bg/nbd, one-time buyers count as active for ever: use mbg/nbd to see who is at risk.",
    !spend &&
      facts.repeatOrderValue !== undefined &&
      `Amounts are all equal or missing, so spend is not modelled and each future order counts as ${Number(facts.repeatOrderValue.toPrecision(6))}.`,
    spend && ofSpend(spend),
    correlation !== undefined &&
      Math.abs(correlation) >= mostCorrelation &&
      `Customers who order more often spend ${correlation > 0 ? "more" : "less"} per order (correlation ${correlation.toFixed(2)}), which the spend model ignores: predict segments separately.`,
  ];
  return sentences.filter((sentence) => typeof sentence === "string");
}
