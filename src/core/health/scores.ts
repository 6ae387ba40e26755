import { sum } from "../math/sum";
import { midRanks } from "./auc";
import type { HealthModel } from "./fit";
import { logistic } from "./firth";
import { type Metric, meanOf } from "./metrics";

const bands = ["At risk", "Watch", "Healthy"] as const;
export type Band = (typeof bands)[number];

/** Health at which the second and the third band begin. */
const bandLimits = [40, 70] as const;

export const bandOf = (health: number): Band => bands[bandLimits.filter((limit) => health >= limit).length]!;

/** How a customer stands against the others. */
export interface Score {
  /** From 0 to 100; undefined, like everything else, for a customer without any metric. */
  readonly health: number | undefined;
  /** Undefined without a fit. */
  readonly churnProbability: number | undefined;
  readonly weakest: string | undefined;
  readonly strongest: string | undefined;
}

const unknown: Score = {
  health: undefined,
  churnProbability: undefined,
  weakest: undefined,
  strongest: undefined,
};

interface Standing {
  readonly name: string;
  /** The higher, the better. */
  readonly value: number;
}

/** The first of the lowest and the first of the highest. */
function extremes(standings: readonly Standing[]): Pick<Score, "weakest" | "strongest"> {
  let [low, high] = [standings[0]!, standings[0]!];
  for (const one of standings) {
    if (one.value < low.value) low = one;
    if (one.value > high.value) high = one;
  }
  return { weakest: low.name, strongest: high.name };
}

/** The mid-rank of each value that is there, from 0 to 100; a metric of which much is bad is ranked from the other end. */
function ranksOf({ values }: Metric, weight: number): (number | undefined)[] {
  const rows = Array.from(values.keys()).filter((row) => values[row] !== undefined);
  const ranks = midRanks(rows.map((row) => Math.sign(weight) * values[row]!));
  const all: (number | undefined)[] = values.map(() => undefined);
  rows.forEach((row, k) => (all[row] = 100 * ranks[k]!));
  return all;
}

/** The weighted mean of a customer's percentile ranks; a missing value is left out of it, and so is a weight of 0. */
export function scoresByWeights(metrics: readonly Metric[], weights: readonly number[]): Score[] {
  const counting = metrics.flatMap((metric, k) =>
    weights[k] === 0
      ? []
      : [{ name: metric.name, weight: Math.abs(weights[k]!), ranks: ranksOf(metric, weights[k]!) }],
  );
  return metrics[0]!.values.map((_, row): Score => {
    const own = counting.flatMap(({ name, weight, ranks }) =>
      ranks[row] === undefined ? [] : [{ name, weight, value: ranks[row] }],
    );
    if (own.length === 0) return unknown;
    const health = sum(own.map(({ weight, value }) => weight * value)) / sum(own.map(({ weight }) => weight));
    return { health, churnProbability: undefined, ...extremes(own) };
  });
}

/**
 * The share of customers more likely to leave, by a fit. A missing value counts as the mean of its metric; the weakest metric
 * is the one that adds most to the log-odds of leaving against the mean customer.
 */
export function scoresByModel(metrics: readonly Metric[], { intercept, coefficients }: HealthModel): Score[] {
  const slopes = metrics.map(({ name }) => coefficients.find((one) => one.name === name)?.value ?? 0);
  const means = metrics.map(meanOf);
  const telling = slopes.some((slope) => slope !== 0) ? slopes.map((slope) => slope !== 0) : undefined;
  const rows = Array.from(metrics[0]!.values.keys()).filter((row) =>
    metrics.some(({ values }) => values[row] !== undefined),
  );
  const chances = rows.map((row) =>
    logistic(
      intercept +
        sum(metrics.map(({ values }, k) => (slopes[k] === 0 ? 0 : slopes[k]! * (values[row] ?? means[k]!)))),
    ),
  );
  const ranks = midRanks(chances.map((chance) => -chance));
  const scores: Score[] = metrics[0]!.values.map(() => unknown);
  rows.forEach((row, at) => {
    const standings = metrics.flatMap(({ name, values }, k) =>
      telling?.[k] ? [{ name, value: -slopes[k]! * ((values[row] ?? means[k]!) - means[k]!) }] : [],
    );
    scores[row] = {
      health: 100 * ranks[at]!,
      churnProbability: chances[at],
      ...(standings.length > 0 ? extremes(standings) : { weakest: undefined, strongest: undefined }),
    };
  });
  return scores;
}
