import type { DayNumber } from "../day";
import { normalQuantile } from "../math/normal";
import { sum } from "../math/sum";
import { models } from "../models/models";
import { ownAges } from "../purchases/ages";
import type { CustomerHistory } from "../purchases/history";
import type { Kind } from "../purchases/rhythm";
import { discounting, leastEndlessDiscount } from "./discounting";
import { fitOrders, leastPeriods } from "./fitOrders";
import {
  halfLife,
  leastHistory,
  mostModelled,
  notesOf,
  percent,
  plain,
  whyUntold,
  youngHistory,
} from "./horizonNotes";
import { type NewCustomers, newCustomers } from "./newCustomers";
import { leastRepeatCustomers } from "./observe";

export type Months = number | "forever";

/** What a value rests on: ages that were seen, a model beyond them, a rate that halves, first orders; or too few data. */
export type Basis = "seen" | "model" | "halving" | "once" | "too few";

/** What a new customer brings in so many months; figures are undefined where they cannot be told, and notes say why. */
export interface HorizonValue {
  readonly months: Months | undefined;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly seenMonths?: number;
  readonly modelledShare?: number;
  readonly firstOrder?: number;
  /** Months after which a new customer has brought what was asked for; undefined where not within the horizon. */
  readonly payback?: number | undefined;
  /** Undefined where it is not the data that leave it open. */
  readonly basis: Basis | undefined;
  readonly notes: readonly string[];
}

export interface HorizonValues {
  /** Customers from whom the values are told. */
  readonly customers: number;
  readonly monthsLeftOut: number;
  readonly kind: Kind;
  readonly rows: readonly HorizonValue[];
}

/** How revenue counts. */
export interface Terms {
  /** Discount rate a year. */
  readonly annual: number;
  /** Revenue that pays back what winning a customer costs. */
  readonly cost?: number | undefined;
}

/** What comes at the ages that were not seen. */
type Future =
  | { readonly basis: "model"; readonly ordersUntil: (weeks: number) => number }
  | { readonly basis: "halving" | "once" }
  | { readonly basis: "failed" };

const z90 = normalQuantile(0.95);

/** Horizons that are chosen, and how many times the history one may be. */
const usualHorizon = 24;
const shortHorizon = 12;
const mostOfHistory = 2;
/** What a later year differs by, share of the tail that may be wrong, and what seasons not seen add: one sigma each. */
const yearSigma = 0.1;
const tailSigma = 0.5;
const youngSigma = 0.15;

function futureOf({ histories, to, canFit, kind }: NewCustomers): Future {
  if (!canFit) return { basis: kind === "once" ? "once" : "halving" };
  const { model, fitted } = fitOrders(histories, to, "week", "auto");
  if (!fitted.converged) return { basis: "failed" };
  return {
    basis: "model",
    ordersUntil: (weeks) => models[model].expectedPurchasesNew(fitted.params, weeks),
  };
}

/** Revenue of the ages from `seen` on, discounted; and the orders it is, where a model tells them. */
function tailOf(
  { ages, repeatOrder }: NewCustomers,
  future: Future,
  seen: number,
  months: Months,
  annual: number,
): { readonly revenue: number; readonly orders: number } {
  if (future.basis === "model") {
    const until = (end: Months) =>
      discounting({ months: end, annual }, "week")(future.ordersUntil).discounted;
    const orders = until(months) - until(seen);
    return { revenue: orders * repeatOrder, orders };
  }
  if (future.basis !== "halving" || months === "forever") return { revenue: 0, orders: 0 };
  const last = Math.max(1, Math.floor(seen / 3));
  const rate = sum(ages.rates.slice(seen - last, seen)) / last;
  let revenue = 0;
  for (let age = seen; age < months; age++)
    revenue += rate * 0.5 ** ((age - seen + 0.5) / halfLife) * discountAt(age, annual);
  return { revenue, orders: 0 };
}

/** What an amount of the month of age counts, at the end of that month. */
const discountAt = (age: number, annual: number) => (1 + annual) ** (-(age + 1) / 12);

/**
 * Standard error of the value: the square root of Σ (each customer's pull on it)², through the mean first order, the rates
 * and the mean repeat order. What later years and the model add is not in it.
 */
function standardError(base: NewCustomers, seen: number, annual: number, tailOrders: number): number {
  const { ages, buyers, repeats, repeatOrder } = base;
  const fresh = new Set(ages.newcomers);
  const weights = ages.lived.slice(0, seen).map((lived, age) => discountAt(age, annual) / lived);
  const pulls = buyers.map((buyer) => {
    const own = ownAges(buyer, ages.after, ages.to, seen);
    const first = fresh.has(buyer) ? (buyer.firstAmount - ages.firstOrder) / fresh.size : 0;
    const seenPull = weights.map(
      (weight, age) => weight * (own.repeats[age]! - ages.rates[age]! * own.lived[age]!),
    );
    const ownRepeats = buyer.days.length - 1;
    const tail =
      repeats > 0 ? (tailOrders * (buyer.paid - buyer.firstAmount - repeatOrder * ownRepeats)) / repeats : 0;
    return first + sum(seenPull) + tail;
  });
  return Math.sqrt(sum(pulls.map((pull) => pull * pull)));
}

/** Horizon of those without an end up to which a cost can be paid back, in months. */
const longestPayback = 600;

/** The first month by whose end a new customer has brought an amount; 0 where the first order does. */
function paybackOf(
  base: NewCustomers,
  future: Future | undefined,
  seen: number,
  months: Months,
  annual: number,
  amount: number,
): number | undefined {
  let brought = base.ages.firstOrder;
  if (brought >= amount) return 0;
  const last = months === "forever" ? longestPayback : months;
  for (let month = 1; month <= last; month++) {
    if (month <= seen) brought += base.ages.rates[month - 1]! * discountAt(month - 1, annual);
    const tail = future && month > seen ? tailOf(base, future, seen, month, annual).revenue : 0;
    if (brought + tail >= amount) return month;
  }
  return undefined;
}

/** The value of one horizon, its range, and on what it rests. */
function valueAt(
  base: NewCustomers,
  future: () => Future,
  months: Months,
  { annual, cost }: Terms,
): HorizonValue {
  const { ages, history } = base;
  const seen = months === "forever" ? base.seen : Math.min(base.seen, months);
  const untold = (note: string, basis?: Basis): HorizonValue => ({
    months,
    seenMonths: seen,
    firstOrder: ages.firstOrder,
    basis,
    notes: [note],
  });
  if (months === "forever" && annual < leastEndlessDiscount)
    return untold('"forever" needs an annual_discount such as 10%, or the sum has no end');
  if (months !== "forever" && months > mostOfHistory * history)
    return untold(`longer than twice the history of ${plain(history)} months`, "too few");
  const beyond = months === "forever" || months > seen ? future() : undefined;
  if (beyond?.basis === "failed")
    return untold(
      `the search for a model did not converge, so there is no value beyond the ${seen} months observed: check the data with CLV_CHECK`,
    );
  if (months === "forever" && beyond?.basis !== "model")
    return untold(
      `"forever" needs a model of orders, and that needs ${leastRepeatCustomers} customers who came back and ${leastPeriods} weeks`,
      "too few",
    );
  const { revenue: tail, orders } = beyond
    ? tailOf(base, beyond, seen, months, annual)
    : { revenue: 0, orders: 0 };
  const weighted = ages.rates.slice(0, seen).map((rate, age) => rate * discountAt(age, annual));
  const value = ages.firstOrder + sum(weighted) + tail;
  const modelledShare = value > 0 ? tail / value : 0;
  if (months === "forever" && modelledShare > mostModelled)
    return untold(`${percent(modelledShare)} of it would come from the model: give a number of months`);
  const relative = value > 0 ? standardError(base, seen, annual, orders) / value : 0;
  const half =
    z90 * Math.hypot(relative, yearSigma, tailSigma * modelledShare, history < youngHistory ? youngSigma : 0);
  const isOnce = base.kind === "once" && !base.canFit;
  return {
    months,
    value,
    low: value * Math.exp(-half),
    high: value * Math.exp(half),
    seenMonths: seen,
    modelledShare,
    firstOrder: ages.firstOrder,
    payback: cost === undefined ? undefined : paybackOf(base, beyond, seen, months, annual, cost),
    basis: isOnce ? "once" : (beyond?.basis ?? "seen"),
    notes: notesOf(base, seen, modelledShare, beyond?.basis === "halving"),
  };
}

/** The usual horizon: two years where they can be told, else one; without a model as many months as were seen. */
function usualValue(base: NewCustomers, future: () => Future, terms: Terms): HorizonValue {
  if (base.history < leastHistory)
    return {
      months: undefined,
      basis: "too few",
      notes: [`${plain(base.history)} months of history: under ${leastHistory}, no horizon has a value`],
    };
  if (base.seen < usualHorizon && future().basis !== "model") return valueAt(base, future, base.seen, terms);
  const { modelledShare = Infinity, ...value } = valueAt(base, future, usualHorizon, terms);
  if (modelledShare <= mostModelled) return { ...value, modelledShare };
  return valueAt(base, future, shortHorizon, terms);
}

/**
 * What a new customer brings in the first months, discounted by the month: the mean first order, what customers paid again
 * at each age that enough of them have reached, and beyond it the orders that the model of CLV_FIT expects of a new
 * customer × the mean repeat order, not the mean of a spend model, which is too low where those who buy often pay more.
 *
 * Own study on 28 real tables and 13 kinds of simulated ones, each cut at a third, a half and two thirds of its span and
 * compared with what came later (79 shops and horizons of 6 to 36 months): median error 0%, median absolute error 4%, nine
 * in ten within 21%. Low to High held what came in 77 of 79. With under 13 months of history and a season, simulated bases
 * were off by 31 to 61%.
 */
export function horizonValues(
  histories: readonly CustomerHistory[],
  to: DayNumber,
  wanted: readonly Months[] | undefined,
  terms: Terms,
): HorizonValues {
  const base = newCustomers(histories, to);
  const { monthsLeftOut, kind } = base ?? { monthsLeftOut: 0, kind: "few" as const };
  const ofAll = { customers: base?.buyers.length ?? 0, monthsLeftOut, kind };
  const why = base ? whyUntold(base) : "nobody bought anything that was not refunded";
  if (!base || why !== undefined) {
    const untold = (months?: Months): HorizonValue => ({ months, basis: "too few", notes: [why!] });
    return { ...ofAll, rows: wanted ? wanted.map(untold) : [untold()] };
  }
  // The fit is what costs time: it is made once, and where a horizon needs it.
  let known: Future | undefined;
  const future = () => (known ??= futureOf(base));
  const rows = wanted
    ? wanted.map((months) => valueAt(base, future, months, terms))
    : [usualValue(base, future, terms)];
  return { ...ofAll, rows };
}
