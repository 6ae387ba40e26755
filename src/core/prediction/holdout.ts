import type { DayNumber } from "../day";
import { highestFirst } from "../math/highestFirst";
import { sum } from "../math/sum";
import { type History, collapse, distinctOf } from "../models/history";
import { type ModelName, models } from "../models/models";
import { logistic } from "../models/nbd";
import { type Period, daysPer } from "../period";
import { type CustomerHistory, historyUpTo } from "../purchases/history";
import { leastRepeatCustomers, observe, observeAll } from "./observe";

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

/** What was known of customers on a day, and how many orders each of them made after it. */
interface HeldOut {
  /** Of those days, and which of them is whose. */
  readonly known: ReturnType<typeof collapse>;
  readonly actual: readonly number[];
  /** Periods in which the orders were made. */
  readonly horizon: number;
}

function heldOut(
  customers: readonly CustomerHistory[],
  split: DayNumber,
  to: DayNumber,
  period: Period,
): HeldOut {
  const histories: History[] = [];
  const actual: number[] = [];
  for (const customer of customers) {
    const history = observe(historyUpTo(customer, split), split, period);
    if (!history) continue;
    histories.push(history);
    actual.push(purchasesAfter(customer, split));
  }
  return { known: collapse(histories), actual, horizon: (to - split) / daysPer[period] };
}

const purchasesAfter = ({ purchaseDays }: CustomerHistory, day: DayNumber) =>
  purchaseDays.reduce((count, purchase) => (purchase > day ? count + 1 : count), 0);

/** The orders expected of each customer, from those of each distinct history. */
function forecastOf(
  name: ModelName | "naive",
  { known, horizon }: HeldOut,
): { readonly predicted: number[]; readonly converged: boolean } {
  const ofEach = (expected: (history: History, place: number) => number) => {
    const own = distinctOf(known).map(expected);
    return Array.from(known.places, (place) => own[place]!);
  };
  if (name === "naive")
    return { predicted: ofEach(({ x, T }) => (T > 0 ? (x / T) * horizon : 0)), converged: true };
  const model = models[name];
  const { params, converged } = model.fit(known);
  const { logs } = model.allDeadOdds(params, known);
  const expected = (history: History, place: number) =>
    logistic(-logs[place]!) * model.expectedIfAlive(params, history, horizon);
  return { predicted: ofEach(expected), converged };
}

/** Forecasts of the orders after `split` up to `to`, of each model and of the rate so far carried on. */
export function holdout(
  customers: readonly CustomerHistory[],
  split: DayNumber,
  to: DayNumber,
  period: Period,
  names: readonly ModelName[],
): HoldoutResult[] {
  const held = heldOut(customers, split, to, period);
  const best = gini(held.actual, held.actual);
  return [...names, "naive" as const].map((model) => {
    const { predicted, converged } = forecastOf(model, held);
    return { model, converged, ...compared(held.actual, predicted, best) };
  });
}

const rootMeanSquare = (actual: readonly number[], predicted: readonly number[]) =>
  Math.sqrt(sum(predicted.map((value, index) => (value - actual[index]!) ** 2)) / actual.length);

/** `best` is the Gini coefficient of customers who are ranked as they turned out. */
function compared(
  actual: readonly number[],
  predicted: readonly number[],
  best: number,
): Omit<HoldoutResult, "model" | "converged"> {
  const customers = actual.length;
  const errors = predicted.map((value, index) => value - actual[index]!);
  const total = sum(actual);
  return {
    customers,
    actual: total,
    predicted: sum(predicted),
    bias: total > 0 ? sum(errors) / total : undefined,
    mae: sum(errors.map(Math.abs)) / customers,
    rmse: rootMeanSquare(actual, predicted),
    gini: best > 0 ? gini(actual, predicted) / best : undefined,
  };
}

/** Twice the area between the share of orders of the customers ranked highest and the diagonal; equal ranks share. */
function gini(actual: readonly number[], predicted: readonly number[]): number {
  const order = highestFirst(Array.from(predicted.keys()), (index) => predicted[index]!);
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
  const held = repeats < leastRepeatCustomers ? undefined : heldOut(customers, split, to, period);
  const [mbg, pareto] = names.map((name) => {
    if (!held) return 0;
    const { predicted, converged } = forecastOf(name, held);
    return converged ? rootMeanSquare(held.actual, predicted) : Infinity;
  }) as [number, number];
  if (Math.abs(mbg - pareto) > tie * Math.min(mbg, pareto)) return names[mbg < pareto ? 0 : 1];
  const data = collapse(observeAll(customers, to, period));
  const [likelihood, other] = names.map((name) => {
    const { logLikelihood, converged } = models[name].fit(data);
    return converged ? logLikelihood : -Infinity;
  });
  return names[likelihood! >= other! ? 0 : 1];
}
