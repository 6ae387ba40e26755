import type { DayNumber } from "../day";
import { sum } from "../math/sum";
import { expectedSpend, logCovariance as spendCovariance } from "../models/gammaGamma";
import { logCovariance } from "../models/fitTransactions";
import { type History, collapse } from "../models/history";
import { models } from "../models/models";
import type { CustomerHistory } from "../purchases/history";
import { type Orders, discountedOrders } from "./discounting";
import type { Fit } from "./fit";
import { observe, observeAll, spendOf, spendsOf } from "./observe";

/** What a customer has brought and is expected to bring; undefined for one with refunds only. */
export interface Prediction {
  readonly customer: string;
  readonly orders: number;
  readonly valueToDate: number;
  readonly probabilityAlive: number | undefined;
  readonly expectedOrders: number | undefined;
  readonly expectedOrderValue: number | undefined;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly total: number;
  readonly atRisk: number | undefined;
}

export interface Terms {
  readonly months: number;
  readonly annual: number;
  readonly margin: number;
}

/** Half of the width of a 90% interval of a normal variable, in standard deviations. */
const z90 = 1.6448536269514722;
/** Step of a difference quotient of logarithms, and longest half interval of one, so that High stays a number. */
const step = 1e-6;
const widest = 100;

/** Parameters with the logarithm of one of them moved by a step; of q, that of q − 1. */
const moved = <P extends readonly number[]>(params: P, k: number, floor = 0): P =>
  params.map((value, index) =>
    index === k ? floor + (value - floor) * Math.exp(step) : value,
  ) as unknown as P;

/** Variance of the logarithm of a figure, from its values at the parameters and with each of them moved. */
function logVariance(
  value: number,
  others: readonly number[],
  covariance: readonly (readonly number[])[],
): number {
  let total = 0;
  const slopes = others.map((other) => Math.log(other / value) / step);
  for (let i = 0; i < slopes.length; i++) {
    for (let j = 0; j < slopes.length; j++) total += slopes[i]! * slopes[j]! * covariance[i]![j]!;
  }
  return Number.isFinite(total) ? Math.max(0, total) : 0;
}

/**
 * One prediction a customer, the highest value first. The interval is that of the logarithm of the value, by the delta
 * method from the covariance of the parameters on these data; it says how sure the expectation is, not how a single
 * customer's purchases scatter around it.
 */
export function predict(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  { model, period, params, spend }: Fit,
  { months, annual, margin }: Terms,
): Prediction[] {
  const { probabilityAlive, expectedIfAlive, total } = models[model];
  const purchases = sum(customers.map(({ purchaseAmounts }) => purchaseAmounts.length));
  const plainMean =
    sum(customers.map(({ purchaseAmounts }) => sum(purchaseAmounts))) / Math.max(1, purchases);
  const spends = spendsOf(customers);
  const orderCovariance = logCovariance(total, params, collapse(observeAll(customers, to, period)));
  const valueCovariance = spend && spends.length > 0 ? spendCovariance(spend, spends) : [];
  const around = params.map((_, k) => moved(params, k));
  const spendAround =
    spend && valueCovariance.length > 0 ? spend.map((_, k) => moved(spend, k, k === 1 ? 1 : 0)) : [];

  // What an active customer will order depends on x and T only.
  const kept = new Map<number, Map<number, readonly Orders[]>>();
  const ordersIfAlive = (history: History): readonly Orders[] => {
    const ofX = kept.get(history.x) ?? new Map<number, readonly Orders[]>();
    kept.set(history.x, ofX);
    let found = ofX.get(history.T);
    if (!found) {
      found = [params, ...around].map((by) =>
        discountedOrders((horizon) => expectedIfAlive(by, history, horizon), months, annual, period),
      );
      ofX.set(history.T, found);
    }
    return found;
  };

  const predictions = customers.map((customer): Prediction => {
    const valueToDate = sum(customer.amounts) * margin;
    const history = observe(customer, to, period);
    const orders = customer.purchaseDays.length;
    if (!history) return { customer: customer.customer, orders, valueToDate, ...nothing, total: valueToDate };
    const alive = probabilityAlive(params, history);
    const ordersOf = ordersIfAlive(history);
    const ifAlive = ordersOf[0]!;
    const own = spendOf(customer);
    const spending = own.z > 0 ? own : { x: 0, z: 0 };
    const expectedOrderValue = spend ? expectedSpend(spend, spending) : plainMean;
    const certain = ifAlive.discounted * expectedOrderValue * margin;
    const value = alive * certain;
    const spread =
      logVariance(
        alive * ifAlive.discounted,
        around.map((by, k) => probabilityAlive(by, history) * ordersOf[k + 1]!.discounted),
        orderCovariance,
      ) +
      logVariance(
        expectedOrderValue,
        spendAround.map((by) => expectedSpend(by, spending)),
        valueCovariance,
      );
    const factor = Math.exp(Math.min(widest, z90 * Math.sqrt(spread)));
    return {
      customer: customer.customer,
      orders,
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
  const values = Float64Array.from(predictions, ({ value }) => value ?? -1);
  const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
  return order.map((index) => predictions[index]!);
}

const nothing = {
  probabilityAlive: undefined,
  expectedOrders: undefined,
  expectedOrderValue: undefined,
  value: undefined,
  low: undefined,
  high: undefined,
  atRisk: undefined,
};
