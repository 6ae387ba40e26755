import type { DayNumber } from "../day";
import { normalQuantile } from "../math/normal";
import { sum } from "../math/sum";
import { models } from "../models/models";
import { daysPer } from "../period";
import { type Ages, agesOf, ownAges } from "../purchases/ages";
import { type Buyer, buyersOf, firstDay, hasRepeat } from "../purchases/buyers";
import { monthsBeforeNew, withoutFirstMonths } from "../purchases/firstMonths";
import type { CustomerHistory } from "../purchases/history";
import { type Kind, rhythmOf } from "../purchases/rhythm";
import { discounting } from "./discounting";
import { fitOrders, leastPeriods } from "./fit";
import { leastRepeatCustomers } from "./observe";

export type Months = number | "forever";

/** What the value rests on: ages that were seen, a model beyond them, a rate that halves, first orders, or nothing. */
export type Basis = "seen" | "model" | "halving" | "once" | "too few";

/** What a new customer brings in so many months; the figures are undefined where they cannot be told, and notes say why. */
export interface HorizonValue {
  readonly months: Months | undefined;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly seenMonths?: number;
  readonly modelledShare?: number;
  readonly firstOrder?: number;
  readonly basis: Basis;
  readonly notes: readonly string[];
}

export interface NewCustomer {
  /** Customers whom the values are of. */
  readonly customers: number;
  /** Months at the start of the data whose customers look older than the data, and are left out. */
  readonly monthsLeftOut: number;
  readonly kind: Kind;
  readonly rows: readonly HorizonValue[];
}

/** What comes at the ages that were not seen. */
type Future =
  | { readonly basis: "model"; readonly ordersUntil: (weeks: number) => number }
  | { readonly basis: "halving" | "once" }
  | { readonly basis: "failed" };

const month = daysPer.month;
const z90 = normalQuantile(0.95);

/** Customers without whom there is no mean to speak of. */
const leastCustomers = 20;
/** Ages that must be seen. */
const leastSeen = 3;
/** Months of history without which nothing is told by itself, nor at all without a model. */
const leastHistory = 6;
/** How many times the history a horizon may be. */
const mostOfHistory = 2;
/** Share of the value from which on too much is the model's. */
const mostModelled = 0.4;
/** History from which on only its last year counts: whole years cancel seasons, and prices are those of today. */
const longHistory = 18;
/** History in which a year's seasons are not all seen. */
const youngHistory = 13;
/** What a later year differs by, share of the tail that may be wrong, and what seasons not seen add; one sigma each. */
const yearSigma = 0.1;
const tailSigma = 0.5;
const youngSigma = 0.15;
/** Months in which a rate halves that nothing else is known of. */
const halfLife = 12;

/** Customer-months at an age that make it seen: of a few customers, a larger share of them. */
const neededOf = (customers: number) =>
  customers >= 60 ? Math.max(30, 0.1 * customers) : Math.max(8, 0.25 * customers);

const plain = (value: number) => String(Math.floor(value * 10) / 10);

/** The customers of a base and what they brought by age. */
interface Base {
  readonly buyers: readonly Buyer[];
  readonly histories: readonly CustomerHistory[];
  readonly to: DayNumber;
  readonly kind: Kind;
  /** Months from the first purchase on. */
  readonly history: number;
  readonly ages: Ages;
  /** Ages that enough customers have lived through. */
  readonly seen: number;
  readonly hasNewcomers: boolean;
  readonly repeatCustomers: number;
  readonly canFit: boolean;
  readonly repeats: number;
  /** Mean amount of the purchases after the first. */
  readonly repeatOrder: number;
  readonly monthsLeftOut: number;
}

function baseOf(all: readonly CustomerHistory[], to: DayNumber): Base | undefined {
  const everybody = buyersOf(all);
  if (everybody.length === 0) return undefined;
  const monthsLeftOut = monthsBeforeNew(everybody, to);
  const buyers = withoutFirstMonths(everybody, monthsLeftOut);
  const kept = new Set(buyers.map(({ customer }) => customer));
  const history = (to - firstDay(buyers)) / month;
  const need = neededOf(buyers.length);
  const seenIn = ({ lived }: Ages) => {
    const first = lived.findIndex((months) => months < need);
    return first < 0 ? lived.length : first;
  };
  const lastYear = history >= longHistory ? agesOf(buyers, to, daysPer.year) : undefined;
  const hasNewcomers = lastYear === undefined || seenIn(lastYear) > 0;
  const ages = lastYear && hasNewcomers ? lastYear : agesOf(buyers, to);
  const repeats = sum(buyers.map(({ days }) => days.length - 1));
  const repeatRevenue = sum(buyers.map(({ paid, firstAmount }) => paid - firstAmount));
  const repeatCustomers = buyers.filter(hasRepeat).length;
  return {
    buyers,
    histories: all.filter(({ customer }) => kept.has(customer)),
    to,
    kind: rhythmOf(everybody).kind,
    history,
    ages,
    seen: seenIn(ages),
    hasNewcomers,
    repeatCustomers,
    canFit: repeatCustomers >= leastRepeatCustomers && (history * month) / daysPer.week >= leastPeriods,
    repeats,
    repeatOrder: repeats > 0 ? repeatRevenue / repeats : 0,
    monthsLeftOut,
  };
}

/** Why nothing can be told of these customers; undefined where something can. */
function refusalOf({ buyers, canFit, history, seen, repeatCustomers }: Base): string | undefined {
  if (buyers.length < leastCustomers)
    return `only ${buyers.length} customer${buyers.length === 1 ? "" : "s"}: look at what each has paid`;
  if (!canFit && history < leastHistory)
    return repeatCustomers < leastRepeatCustomers
      ? `${plain(history)} months of history and ${repeatCustomers} customers who came back: too short and too few`
      : `${plain(history)} months of history: too short`;
  if (seen < leastSeen) return `too few customers have been here for ${leastSeen} months`;
  return undefined;
}

function futureOf({ histories, to, canFit, kind }: Base): Future {
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
  { ages, repeatOrder }: Base,
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
function standardError(base: Base, seen: number, annual: number, tailOrders: number): number {
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

/** The value of one horizon, its range, and on what it rests. */
function valueAt(base: Base, future: () => Future, months: Months, annual: number): HorizonValue {
  const { ages, history } = base;
  const seen = months === "forever" ? base.seen : Math.min(base.seen, months);
  const untold = (note: string): HorizonValue => ({
    months,
    seenMonths: seen,
    firstOrder: ages.firstOrder,
    basis: "too few",
    notes: [note],
  });
  if (months === "forever" && annual === 0)
    return untold('"forever" needs an annual_discount above 0, or later years have no end');
  if (months !== "forever" && months > mostOfHistory * history)
    return untold(`longer than twice the history of ${plain(history)} months`);
  const beyond = months === "forever" || months > seen ? future() : undefined;
  if (beyond?.basis === "failed")
    return untold(
      `the search for a model did not end, so nothing is told beyond the ${seen} months that were seen: check the data with CLV_CHECK`,
    );
  if (months === "forever" && beyond?.basis !== "model")
    return untold(
      `"forever" needs a model of orders, and that needs ${leastRepeatCustomers} customers who came back and ${leastPeriods} weeks`,
    );
  const { revenue: tail, orders } = beyond
    ? tailOf(base, beyond, seen, months, annual)
    : { revenue: 0, orders: 0 };
  const weighted = ages.rates.slice(0, seen).map((rate, age) => rate * discountAt(age, annual));
  const value = ages.firstOrder + sum(weighted) + tail;
  const modelledShare = value > 0 ? tail / value : 0;
  if (months === "forever" && modelledShare > mostModelled)
    return untold(`${percentOf(modelledShare)} of it would be the model's: give a number of months`);
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
    basis: isOnce ? "once" : (beyond?.basis ?? "seen"),
    notes: notesOf(base, seen, modelledShare, beyond),
  };
}

const percentOf = (share: number) => `${Number((share * 100).toPrecision(2))}%`;

/** What a value rests on, where that is little. */
function notesOf(
  { history, hasNewcomers, kind, canFit, repeatCustomers, buyers }: Base,
  seen: number,
  modelledShare: number,
  future: Future | undefined,
): string[] {
  const cameBack = repeatCustomers === 0 ? "nobody" : `only ${repeatCustomers} of ${buyers.length} customers`;
  const notes = [
    kind === "once" && !canFit && `in the ${plain(history)} months seen ${cameBack} came back`,
    future?.basis === "halving" &&
      `no model can be fitted, so what is bought after ${seen} months is taken to halve every ${halfLife} months: rough`,
    modelledShare > mostModelled && `${percentOf(modelledShare)} of it is not seen yet: rough`,
    history < youngHistory && `${plain(history)} months of history: a year's seasons are not seen yet`,
    !hasNewcomers && "nobody new came in the last year, so all years count",
  ];
  return notes.filter((note) => typeof note === "string");
}

/** The usual horizon: two years where they can be told, else one; without a model as many months as were seen. */
function usualValue(base: Base, future: () => Future, annual: number): HorizonValue {
  if (base.history < leastHistory)
    return {
      months: undefined,
      basis: "too few",
      notes: [`${plain(base.history)} months of history: under ${leastHistory} no horizon is told`],
    };
  const [long, short] = [24, 12];
  if (base.seen < long && future().basis !== "model")
    return valueAt(base, future, Math.min(long, base.seen), annual);
  const value = valueAt(base, future, long, annual);
  const isTold = value.value !== undefined && value.modelledShare! <= mostModelled;
  return isTold ? value : valueAt(base, future, short, annual);
}

/**
 * What a new customer brings in the first months, discounted by the month: the mean first order, what customers paid again
 * at each age that enough of them have reached, and beyond it the orders that the model of CLV_FIT expects of a new
 * customer × the mean repeat order, not the mean of a spend model, which is too low where those who buy often pay more.
 *
 * Own study on 28 real tables and 13 kinds of simulated ones, each cut at a third, a half and two thirds of its span and
 * held against what came later (79 shops and horizons of 6 to 36 months): median error 0%, median absolute error 4%, nine
 * in ten within 21%. Low to High held what came in 77 of 79. With under 13 months of history and a season, simulated bases
 * were off by 31 to 61%.
 */
export function newCustomerValues(
  histories: readonly CustomerHistory[],
  to: DayNumber,
  wanted: readonly Months[] | undefined,
  annual: number,
): NewCustomer {
  const base = baseOf(histories, to);
  const why = base ? refusalOf(base) : "nobody bought anything that was not refunded";
  const customers = base?.buyers.length ?? 0;
  const monthsLeftOut = base?.monthsLeftOut ?? 0;
  const kind = base?.kind ?? "few";
  if (!base || why !== undefined) {
    const untold = (months: Months | undefined): HorizonValue => ({
      months,
      basis: "too few",
      notes: [why!],
    });
    return { customers, monthsLeftOut, kind, rows: (wanted ?? [undefined]).map(untold) };
  }
  let known: Future | undefined;
  const future = () => (known ??= futureOf(base));
  const rows = wanted
    ? wanted.map((months) => valueAt(base, future, months, annual))
    : [usualValue(base, future, annual)];
  return { customers, monthsLeftOut, kind, rows };
}
