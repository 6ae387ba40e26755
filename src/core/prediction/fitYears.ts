import { covarianceAt, farthest, minimize } from "../math/minimize";
import { total } from "../models/bgBb";
import { minimizeWithin, objectiveOf } from "../models/fitTransactions";
import { type Histories, type WeightedHistory, collapse, longestOf } from "../models/history";
import type { Parameters } from "../models/nbd";
import { refusal } from "../refusal";
import { type FitReport, errorsOf } from "./fit";
import { fingerprint } from "./fingerprint";
import { leastRepeatCustomers } from "./observe";
import { fewCameBack, leavingByChance, notConverged, percent } from "./warnings";

/** What predictions need of a fit of purchases that can happen once a year. */
export interface YearsFit {
  readonly model: "bg/bb";
  readonly period: "year";
  readonly params: Parameters;
}

export type YearsReport = Omit<FitReport, "model" | "limits"> & YearsFit;

/** With fewer opportunities four parameters cannot be told. */
const leastOpportunities = 3;

/** Logarithms of gamma and delta from which the search begins; the others are those without any dropping out. */
const starts = [
  [-0.5, 1],
  [0, 0],
  [1, 3],
  [-2, 0],
  [-3, -2],
] as const;
/** Where dropping out cannot be. */
const never = [-30, 0] as const;
const units = [1, 1] as const;
const mostSlope = 1e-6;

/** The highest of the maxima that are found from different chances to drop out. */
function highest(histories: Histories) {
  const objective = objectiveOf(total, histories);
  const plain = minimize(objective, [0, 0, ...never], { held: new Set([2, 3]), isAway: isAwayInSearch });
  const from = plain.point.slice(0, 2).map((value) => Math.max(-2, Math.min(2, value)));
  const found = starts
    .map((start) => minimizeWithin(objective, [...from, ...start], "none", units))
    .sort((one, other) => one.value - other.value)[0]!;
  return { objective, found, gain: (plain.value - found.value) * histories.customers };
}

const isAwayInSearch = (value: number, k: number) => k < 2 && Math.abs(value) > farthest;

/** What parameters that have left their range say, in sentences. */
function limitSentences(logs: readonly number[]): string[] {
  const [alpha, beta, gamma, delta] = logs as [number, number, number, number];
  const share = (one: number, other: number) => percent(1 / (1 + Math.exp(other - one)));
  const longer = "use more opportunities.";
  const sentences = [
    Math.max(alpha, beta) > farthest &&
      `All customers seem equally likely to order at an opportunity (${share(alpha, beta)}), so past orders say little about the next: ${longer}`,
    Math.min(alpha, beta) < -farthest &&
      `About ${share(alpha, beta)} of customers seem to order at every opportunity and the others never: ${longer}`,
    Math.max(gamma, delta) > farthest &&
      `All customers seem equally likely to leave before an opportunity (${share(gamma, delta)}), so the loyal cannot be told from the rest: ${longer}`,
    Math.min(gamma, delta) < -farthest &&
      (gamma - delta < -farthest
        ? `Nothing shows that any customer leaves, so all count as active and predictions are as high as they can be: ${longer}`
        : `About ${share(gamma, delta)} of customers seem to leave after the first order and the others never: ${longer}`),
  ];
  return sentences.filter((sentence) => typeof sentence === "string");
}

/** Fits the BG/BB to histories, of which T is the number of opportunities after the first purchase. */
export function fitYears(groups: readonly WeightedHistory[]): YearsReport {
  const histories = collapse(groups);
  const repeatCustomers = histories.more[0] ?? 0;
  if (repeatCustomers < leastRepeatCustomers)
    throw refusal(
      `frequency must have at least ${leastRepeatCustomers} customers who came back, got ${repeatCustomers}: use a longer history`,
    );
  const most = longestOf(histories);
  if (most < leastOpportunities)
    throw refusal(
      `opportunities must reach at least ${leastOpportunities}, got ${most}: with fewer, nobody can tell who has left`,
    );
  const { objective, found, gain } = highest(histories);
  const converged = found.slope < mostSlope;
  const params = found.point.map(Math.exp) as unknown as Parameters;
  const isAway = (k: number) => [k & 2, k | 1].some((one) => Math.abs(found.point[one]!) > farthest);
  const errors = errorsOf(params, covarianceAt(objective, found.point, histories.customers));
  const logLikelihood = -found.value * histories.customers;
  const limits = limitSentences(found.point);
  const warnings = [
    !converged && notConverged,
    ...limits,
    limits.length === 0 && leavingByChance(gain),
    fewCameBack(repeatCustomers),
  ].filter((sentence) => typeof sentence === "string");
  return {
    model: "bg/bb",
    period: "year",
    params,
    spend: undefined,
    customers: histories.customers,
    repeatCustomers,
    errors: errors.map((error, k) => (isAway(k) ? undefined : error)),
    spendErrors: [],
    logLikelihood,
    aic: 2 * 4 - 2 * logLikelihood,
    spendLogLikelihood: undefined,
    correlation: undefined,
    fingerprint: fingerprint(histories, []),
    warnings,
    converged,
  };
}
