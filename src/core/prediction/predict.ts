import type { DayNumber } from "../day";
import { normalQuantile } from "../math/normal";
import { quadraticForm } from "../math/quadraticForm";
import { sum } from "../math/sum";
import { expectedSpend, expectedSpendSlopes, logCovariance as spendCovariance } from "../models/gammaGamma";
import { logCovariance } from "../models/fitTransactions";
import { type Histories, type History, collapse } from "../models/history";
import { models } from "../models/models";
import { type Parameters, logistic } from "../models/nbd";
import type { CustomerHistory } from "../purchases/history";
import { type Orders, discountedOrders } from "./discounting";
import type { Fit } from "./fit";
import { observeAll, spendOf, spendsOf } from "./observe";

/** What a customer has brought and, unless all were refunds, is expected to bring. */
export interface Prediction {
  readonly customer: string;
  readonly orders: number;
  readonly valueToDate: number;
  readonly probabilityAlive?: number;
  readonly expectedOrders?: number;
  readonly expectedOrderValue?: number;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly total: number;
  readonly atRisk?: number;
}

export interface Terms {
  readonly months: number;
  readonly annual: number;
  readonly margin: number;
}

/** Step of a difference quotient of logarithms, and longest half interval of one, so that High stays a number. */
const step = 1e-6;
const widest = 100;

/** Of all customers with one history: what depends on nothing else. */
interface Prospect {
  readonly alive: number;
  readonly ifAlive: Orders;
  /** Variance of the logarithm of the discounted expected orders, from the uncertainty of the parameters. */
  readonly variance: number;
}

/** One prospect for each distinct history. */
function prospects(
  { model, period, params }: Fit,
  histories: Histories,
  { months, annual }: Terms,
): Prospect[] {
  const { deadOdds, expectedIfAlive, total } = models[model];
  const covariance = logCovariance(total, params, histories);
  const around = params.map((_, k) =>
    params.map((value, index) => (index === k ? value * Math.exp(step) : value)),
  ) as unknown as Parameters[];
  let ofLast: { history: History; ifAlive: Orders; slopes: number[] } | undefined;
  // What an active customer will order depends on x and T only, and the histories are in the order of these.
  const whenAlive = (history: History) => {
    if (ofLast?.history.x === history.x && ofLast.history.T === history.T) return ofLast;
    const orders = (by: Parameters) =>
      discountedOrders((horizon) => expectedIfAlive(by, history, horizon), months, annual, period);
    const ifAlive = orders(params);
    const slopes = around.map((by) => Math.log(orders(by).discounted / ifAlive.discounted) / step);
    return (ofLast = { history, ifAlive, slopes });
  };
  return histories.distinct.map((history) => {
    const { ifAlive, slopes } = whenAlive(history);
    const odds = deadOdds(params, history);
    const alive = logistic(-odds.log);
    const all = slopes.map((slope, k) => slope - (1 - alive) * odds.slopes[k]! * params[k]!);
    return { alive, ifAlive, variance: quadraticForm(all, covariance) };
  });
}

/**
 * One prediction a customer, the highest value first, then those with refunds only. The interval is that of the logarithm
 * of the value, by the delta method from the covariance of the parameters on these data; it says how sure the expectation
 * is, not how a single customer's purchases scatter around it.
 */
export function predict(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  fit: Fit,
  terms: Terms,
): Prediction[] {
  const { spend } = fit;
  const { margin } = terms;
  const buyers = customers.filter(({ purchaseDays }) => purchaseDays.length > 0);
  const histories = collapse(observeAll(buyers, to, fit.period));
  const known = prospects(fit, histories, terms);
  const spends = spendsOf(customers);
  const covariance = spend && spends.length > 0 ? spendCovariance(spend, spends) : [];
  const z90 = normalQuantile(0.95);
  const amounts = buyers.map(({ purchaseAmounts }) => sum(purchaseAmounts));
  const orders = sum(buyers.map(({ purchaseDays }) => purchaseDays.length));
  const plainMean = sum(amounts) / Math.max(1, orders);

  const predictions = buyers.map((customer, index) => {
    const { alive, ifAlive, variance } = known[histories.places[index]!]!;
    const own = spendOf(customer);
    const spending = own.z > 0 ? own : { x: 0, z: 0 };
    const expectedOrderValue = spend ? expectedSpend(spend, spending) : plainMean;
    const certain = ifAlive.discounted * expectedOrderValue * margin;
    const value = alive * certain;
    const spread = variance + (spend ? quadraticForm(expectedSpendSlopes(spend, spending), covariance) : 0);
    const factor = Math.exp(Math.min(widest, z90 * Math.sqrt(spread > 0 ? spread : 0)));
    const valueToDate = sum(customer.amounts) * margin;
    return {
      customer: customer.customer,
      orders: customer.purchaseDays.length,
      valueToDate,
      probabilityAlive: alive,
      expectedOrders: alive * ifAlive.expected,
      expectedOrderValue,
      value,
      low: value / factor,
      high: value * factor,
      total: valueToDate + value,
      atRisk: (1 - alive) * certain,
    };
  });
  // Customers come by name, and sorting keeps the order of equals.
  predictions.sort((one, other) => other.value - one.value);
  const others = customers.filter(({ purchaseDays }) => purchaseDays.length === 0);
  return [
    ...predictions,
    ...others.map(({ customer, amounts: refunds }) => {
      const total = sum(refunds) * margin;
      return { customer, orders: 0, valueToDate: total, total };
    }),
  ];
}
