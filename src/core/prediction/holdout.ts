import type { DayNumber } from "../day";
import { sum } from "../math/sum";
import { type Histories, type History, collapse } from "../models/history";
import { type ModelName, models } from "../models/models";
import type { TransactionModel } from "../models/transactionModel";
import { type Period, daysPer } from "../period";
import { type CustomerHistory, historyUpTo } from "../purchases/history";
import { leastRepeatCustomers, observeAll } from "./observe";

/** How a forecast from the days up to a split did in the days after it. */
export interface HoldoutResult {
  readonly model: ModelName | "naive";
  readonly customers: number;
  readonly actual: number;
  readonly predicted: number;
  /** Predicted ÷ actual − 1; undefined where nothing was bought. */
  readonly bias: number | undefined;
  /** Mean absolute and root mean square error of orders per customer. */
  readonly mae: number;
  readonly rmse: number;
  /** Whether the search for the model's parameters ended. */
  readonly converged: boolean;
  /** 1 where customers are ranked as they turned out, 0 where at random. */
  readonly gini: number | undefined;
}

/** Last day of the first two thirds of the span. */
export const splitDay = (from: DayNumber, to: DayNumber): DayNumber =>
  Math.floor(from + ((to - from) * 2) / 3);

/** Forecasts of the orders after `split` up to `to`, of each model and of the rate so far carried on. */
export function holdout(
  customers: readonly CustomerHistory[],
  split: DayNumber,
  to: DayNumber,
  period: Period,
  names: readonly ModelName[],
): HoldoutResult[] {
  const customersThen = customers.flatMap((customer) => {
    const known = historyUpTo(customer, split);
    return known.purchaseDays.length > 0 ? [{ known, later: purchasesAfter(customer, split) }] : [];
  });
  const histories = observeAll(
    customersThen.map(({ known }) => known),
    split,
    period,
  );
  const actual = customersThen.map(({ later }) => later);
  const horizon = (to - split) / daysPer[period];
  const data = collapse(histories);
  return [...names, "naive" as const].map((model) => {
    const { expected, converged } =
      model === "naive" ? naive(horizon) : forecastOf(models[model], data, horizon);
    return { model, converged, ...compared(actual, histories.map(expected)) };
  });
}

interface Forecast {
  readonly expected: (history: History) => number;
  readonly converged: boolean;
}

const naive = (horizon: number): Forecast => ({
  expected: ({ x, T }) => (T > 0 ? (x / T) * horizon : 0),
  converged: true,
});

const purchasesAfter = ({ purchaseDays }: CustomerHistory, day: DayNumber) =>
  purchaseDays.filter((purchase) => purchase > day).length;

function forecastOf(model: TransactionModel, data: Histories, horizon: number): Forecast {
  const { params, converged } = model.fit(data);
  return { expected: (history) => model.expectedPurchases(params, history, horizon), converged };
}

function compared(
  actual: readonly number[],
  predicted: readonly number[],
): Omit<HoldoutResult, "model" | "converged"> {
  const customers = actual.length;
  const errors = predicted.map((value, index) => value - actual[index]!);
  const total = sum(actual);
  const best = gini(actual, actual);
  return {
    customers,
    actual: total,
    predicted: sum(predicted),
    bias: total > 0 ? sum(errors) / total : undefined,
    mae: sum(errors.map(Math.abs)) / customers,
    rmse: Math.sqrt(sum(errors.map((error) => error * error)) / customers),
    gini: best > 0 ? gini(actual, predicted) / best : undefined,
  };
}

/** Twice the area between the share of orders of the customers ranked highest and the diagonal; equal ranks share. */
function gini(actual: readonly number[], predicted: readonly number[]): number {
  const order = Array.from(predicted.keys()).sort((a, b) => predicted[b]! - predicted[a]!);
  const total = sum(actual);
  if (total === 0) return 0;
  let area = 0;
  let before = 0;
  for (let start = 0; start < order.length;) {
    let end = start;
    let own = 0;
    for (; end < order.length && predicted[order[end]!] === predicted[order[start]!]; end++)
      own += actual[order[end]!]!;
    area += (end - start) * (before + own / 2);
    before += own;
    start = end;
  }
  return (2 * area) / order.length / total - 1;
}

/** Relative difference of errors that counts as a tie. */
const tie = 1e-3;

/**
 * MBG/NBD or Pareto/NBD: the smaller root mean square error on the last third of the span, likelihood on a tie. One whose
 * search did not end is the worse one.
 */
export function betterByHoldout(
  customers: readonly CustomerHistory[],
  from: DayNumber,
  to: DayNumber,
  period: Period,
): ModelName {
  const names = ["mbg/nbd", "pareto/nbd"] as const;
  const split = splitDay(from, to);
  const repeats = observeAll(customers, split, period).filter(({ x }) => x > 0).length;
  const results = repeats < leastRepeatCustomers ? [] : holdout(customers, split, to, period, names);
  const [mbg = 0, pareto = 0] = results.map(({ rmse, converged }) => (converged ? rmse : Infinity));
  if (Math.abs(mbg - pareto) > tie * Math.min(mbg, pareto)) return names[mbg < pareto ? 0 : 1];
  const data = collapse(observeAll(customers, to, period));
  const [likelihood, other] = names.map((name) => {
    const { logLikelihood, converged } = models[name].fit(data);
    return converged ? logLikelihood : -Infinity;
  });
  return names[likelihood! >= other! ? 0 : 1];
}
