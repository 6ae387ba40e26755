import type { DayNumber } from "../day";
import { highestFirst } from "../math/highestFirst";
import { quadratic } from "../math/quadratic";
import { sum } from "../math/sum";
import { parametersAt } from "../models/covariates";
import { expectedSpend, expectedSpendSlopes } from "../models/gammaGamma";
import { type Histories, type History, collapse, distinctOf } from "../models/history";
import { models } from "../models/models";
import { type Parameters, logistic, softplus } from "../models/nbd";
import type { CustomerHistory } from "../purchases/history";
import { type Orders, discounting, discountingSlopes, roughly } from "./discounting";
import { type Terms, orderValueOf, ordersIfAlive, valueOf } from "./expectedValue";
import { type ValuesOf, groupsBy } from "./covariateGroups";
import { covariateEstimates } from "./covariateUncertainty";
import type { Fit } from "./fit";
import { type Factor, certain, interval } from "./interval";
import { observeAll, spendOf, spendsOf } from "./observe";
import { repeatOrderValueOf } from "./orderValues";
import { type Standing, standingOf } from "./standing";
import {
  type PurchaseEstimate,
  mostUntold,
  movedPurchase,
  movedSpend,
  purchaseEstimate,
  spendEstimate,
} from "./uncertainty";

/** What a customer has brought and, unless all were refunds, is expected to bring. */
export interface Prediction {
  readonly customer: string;
  readonly orders: number;
  readonly valueToDate: number;
  readonly probabilityAlive?: number;
  /** Undefined where the horizon has no end. */
  readonly expectedOrders?: number | undefined;
  readonly expectedOrderValue?: number;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly total: number;
  readonly atRisk?: number;
  readonly standing?: Standing;
}

/** How orders are summed up: as they are shown, and with their derivatives, of which an interval needs five digits. */
interface Plans {
  readonly exactly: ReturnType<typeof discounting>;
  readonly rough: ReturnType<typeof discountingSlopes>;
}

/** Of all customers with one history: what depends on nothing else. */
interface Prospect {
  readonly alive: number;
  readonly ifAlive: Orders;
  /** The discounted expected orders. */
  readonly factor: Factor;
}

/** The covariance × slopes, so many times. */
const movedAlong = (covariance: readonly (readonly number[])[], slopes: readonly number[], by: number) =>
  covariance.map((row) => by * sum(row.map((value, k) => value * slopes[k]!)));

/** Customers whom one set of parameters describes, and which of their histories is whose. */
interface Described {
  readonly fit: Fit;
  /** Which of all customers they are. */
  readonly members: ArrayLike<number>;
  readonly histories: Histories;
  readonly places: Int32Array;
  readonly estimate: PurchaseEstimate;
}

/** All customers together, or by what is known of them where the parameters follow from it. */
function described(
  fit: Fit,
  customers: readonly CustomerHistory[],
  to: DayNumber,
  isTold: boolean,
  known: ValuesOf | undefined,
): Described[] {
  const { covariates } = fit;
  if (!covariates || !known) {
    const { places, ...histories } = collapse(observeAll(customers, to, fit.period));
    const members = Int32Array.from(customers.keys());
    return [{ fit, members, histories, places, estimate: purchaseEstimate(fit, histories, isTold) }];
  }
  const groups = groupsBy(customers, to, fit.period, known);
  const estimates = covariateEstimates({ ...fit, covariates }, groups, isTold);
  return groups.map(({ z, ...group }, index) => ({
    ...group,
    fit: { ...fit, params: parametersAt(fit.model, fit.params, covariates, z) },
    estimate: estimates[index]!,
  }));
}

/** One prospect for each distinct history. */
function prospects(
  { fit, histories, estimate: { params, covariance } }: Described,
  isTold: boolean,
  terms: Terms,
  { exactly, rough }: Plans,
): Prospect[] {
  const { deadOdds, allDeadOdds, expectedIfAlive } = models[fit.model];
  const shownLogs = allDeadOdds(fit.params, histories).logs;
  const odds = allDeadOdds(params, histories);
  const exact = ordersIfAlive(fit, terms, exactly);
  const roughIfAlive = (by: Parameters, history: History) =>
    rough((time, slopes) => expectedIfAlive(by, history, time, slopes));
  // What an active customer will order depends on x and T only, and the histories are in the order of these.
  let ofLast: { history: History; ifAlive: Orders; centre: number; slopes: number[] } | undefined;
  const whenAlive = (history: History) => {
    if (ofLast?.history.x === history.x && ofLast.history.T === history.T) return ofLast;
    const ifAlive = exact(history);
    const { discounted, slopes: byParams } = roughIfAlive(params, history);
    // By the logarithms of the parameters, of the logarithm.
    const slopes = byParams.map((slope, k) => (slope * params[k]!) / discounted);
    return (ofLast = { history, ifAlive, centre: Math.log(discounted), slopes });
  };
  return distinctOf(histories).map((history, place): Prospect => {
    const { ifAlive, centre, slopes: ofOrders } = whenAlive(history);
    const dead = logistic(odds.logs[place]!);
    const slopes = ofOrders.map((slope, k) => slope - dead * odds.slopes[4 * place + k]! * params[k]!);
    const shown = Math.log(ifAlive.discounted) - softplus(shownLogs[place]!);
    return {
      alive: logistic(-shownLogs[place]!),
      ifAlive,
      factor: {
        shown,
        centre: isTold ? centre - softplus(odds.logs[place]!) : shown,
        variance: quadratic(covariance, slopes),
        along: (by) => {
          const there = movedPurchase(params, movedAlong(covariance, slopes, by));
          return Math.log(roughIfAlive(there, history).discounted) - softplus(deadOdds(there, history)[0]!);
        },
      },
    };
  });
}

/**
 * One prediction a customer, the highest value first, then those with refunds only. The interval says how sure the
 * expectation is, not how a single customer's purchases scatter around it. It is what the rows tell, whatever the fit,
 * unless that is of far more customers: then it lies about the value shown. `known` goes with a fit with covariates.
 */
export function predict(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  fit: Fit,
  terms: Terms,
  known?: ValuesOf,
): Prediction[] {
  const { margin } = terms;
  const buyers = customers.filter(({ purchaseDays }) => purchaseDays.length > 0);
  const isTold = (fit.customers ?? 0) <= mostUntold * buyers.length;
  const ofOrders = orderValues(fit, buyers, isTold);

  const predictionOf = (
    customer: CustomerHistory,
    { alive, ifAlive, factor }: Prospect,
    isAtLimit: boolean,
  ): Prediction & { readonly value: number } => {
    const orderValue = ofOrders(customer);
    const { value, atRisk } = valueOf(alive, ifAlive, orderValue.value, terms);
    const [low, high] = interval(factor, orderValue.factor, isAtLimit);
    const valueToDate = sum(customer.amounts) * margin;
    return {
      customer: customer.customer,
      orders: customer.purchaseDays.length,
      valueToDate,
      probabilityAlive: alive,
      expectedOrders: ifAlive.expected === undefined ? undefined : alive * ifAlive.expected,
      expectedOrderValue: orderValue.value,
      value,
      low: value * low,
      high: value * high,
      total: valueToDate + value,
      atRisk,
      standing: standingOf(alive),
    };
  };
  const plans = {
    exactly: discounting(terms, fit.period),
    rough: discountingSlopes(terms, fit.period, roughly),
  };
  const predictions: (Prediction & { readonly value: number })[] = [];
  for (const group of described(fit, buyers, to, isTold, known)) {
    const all = prospects(group, isTold, terms, plans);
    group.places.forEach((place, index) => {
      const member = group.members[index]!;
      predictions[member] = predictionOf(buyers[member]!, all[place]!, group.estimate.isAtLimit);
    });
  }
  const others = customers.filter(({ purchaseDays }) => purchaseDays.length === 0);
  return [
    // Customers come by name, and those of equal value stay so.
    ...highestFirst(predictions, ({ value }) => value),
    ...others.map(({ customer, amounts: refunds }) => {
      const total = sum(refunds) * margin;
      return { customer, orders: 0, valueToDate: total, total };
    }),
  ];
}

/** The expected order value of a customer, and how uncertain it is where spend is modelled. */
function orderValues(fit: Fit, buyers: readonly CustomerHistory[], isTold: boolean) {
  const { spend, customers } = fit;
  if (!spend) {
    const value = fit.repeatOrderValue ?? repeatOrderValueOf(buyers);
    return () => ({ value, factor: certain });
  }
  const share = (customers ?? buyers.length) / Math.max(1, buyers.length);
  const { params, covariance } = spendEstimate(spend, spendsOf(buyers), isTold, share);
  return (customer: CustomerHistory) => {
    const own = spendOf(customer);
    const value = orderValueOf(fit, own)!;
    const shown = Math.log(value);
    const slopes = expectedSpendSlopes(params, own);
    const factor: Factor = {
      shown,
      centre: isTold ? Math.log(expectedSpend(params, own)) : shown,
      variance: quadratic(covariance, slopes),
      along: (by) => Math.log(expectedSpend(movedSpend(params, movedAlong(covariance, slopes, by)), own)),
    };
    return { value, factor };
  };
}
