import type { DayNumber } from "../day";
import { sum } from "../math/sum";
import { type SpendParameters, expectedSpend, logCovariance as spendCovariance } from "../models/gammaGamma";
import { logCovariance } from "../models/fitTransactions";
import { type History, collapse } from "../models/history";
import { models } from "../models/models";
import type { Parameters } from "../models/nbd";
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
/** Relative step of a difference quotient, and longest half interval of a logarithm, so that High stays a number. */
const step = 1e-4;
const widest = 100;

/** P(alive) and discounted orders if alive under some parameters; the latter depend on x and T only and are kept. */
function forecaster({ model, period }: Fit, params: Parameters, { months, annual }: Terms) {
  const { probabilityAlive, expectedIfAlive } = models[model];
  const kept = new Map<number, Map<number, Orders>>();
  return (history: History): { readonly alive: number; readonly ifAlive: Orders } => {
    const ofX = kept.get(history.x) ?? new Map<number, Orders>();
    kept.set(history.x, ofX);
    let ifAlive = ofX.get(history.T);
    if (!ifAlive) {
      ifAlive = discountedOrders(
        (horizon) => expectedIfAlive(params, history, horizon),
        months,
        annual,
        period,
      );
      ofX.set(history.T, ifAlive);
    }
    return { alive: probabilityAlive(params, history), ifAlive };
  };
}

/** Parameters with the logarithm of one of them moved; of q, that of q − 1. */
const moved = <P extends readonly number[]>(params: P, k: number, by: number, floor = 0): P =>
  params.map((value, index) =>
    index === k ? floor + (value - floor) * Math.exp(by) : value,
  ) as unknown as P;

const variance = (slopes: readonly number[], covariance: readonly (readonly number[])[]) =>
  sum(slopes.map((slope, i) => slope * sum(slopes.map((other, j) => other * covariance[i]![j]!))));

/**
 * One prediction a customer, the highest value first. The interval is that of the logarithm of the value, by the delta
 * method from the covariance of the parameters on these data; it says how sure the expectation is, not how a single
 * customer's purchases scatter around it.
 */
export function predict(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  fit: Fit,
  terms: Terms,
): Prediction[] {
  const { model, period, params, spend } = fit;
  const purchases = customers.flatMap(({ purchaseAmounts }) => purchaseAmounts);
  const plainMean = sum(purchases) / Math.max(1, purchases.length);
  const spends = spendsOf(customers);
  const orderCovariance = logCovariance(
    models[model].total,
    params,
    collapse(observeAll(customers, to, period)),
  );
  const valueCovariance = spend && spends.length > 0 ? spendCovariance(spend, spends) : undefined;
  const central = forecaster(fit, params, terms);
  const around = params.map((_, k) =>
    orderCovariance[k]![k]! > 0
      ? ([-step, step].map((by) => forecaster(fit, moved(params, k, by), terms)) as [
          typeof central,
          typeof central,
        ])
      : undefined,
  );

  return customers
    .map((customer): Prediction => {
      const valueToDate = sum(customer.amounts) * terms.margin;
      const history = observe(customer, to, period);
      const named = { customer: customer.customer, orders: customer.purchaseDays.length, valueToDate };
      if (!history) return { ...named, ...nothing, total: valueToDate };
      const { alive, ifAlive } = central(history);
      const own = spendOf(customer);
      const mean = (by: SpendParameters) => expectedSpend(by, own.z > 0 ? own : { x: 0, z: 0 });
      const expectedOrderValue = spend ? mean(spend) : plainMean;
      const certain = ifAlive.discounted * expectedOrderValue * terms.margin;
      const value = alive * certain;
      const orderSlopes = around.map((pair) => {
        if (!pair || value === 0) return 0;
        const [below, above] = pair.map((forecast) => {
          const there = forecast(history);
          return Math.log(there.alive * there.ifAlive.discounted);
        }) as [number, number];
        return Number.isFinite(above - below) ? (above - below) / (2 * step) : 0;
      });
      const valueSlopes = [0, 1, 2].map((k) => {
        if (!spend || !valueCovariance) return 0;
        const at = (by: number) => Math.log(mean(moved(spend, k, by, k === 1 ? 1 : 0)));
        return (at(step) - at(-step)) / (2 * step);
      });
      const spread =
        variance(orderSlopes, orderCovariance) +
        (valueCovariance ? variance(valueSlopes, valueCovariance) : 0);
      const half = Math.min(widest, z90 * Math.sqrt(Math.max(0, spread)));
      return {
        ...named,
        probabilityAlive: alive,
        expectedOrders: alive * ifAlive.expected,
        expectedOrderValue,
        value,
        low: value * Math.exp(-half),
        high: value * Math.exp(half),
        total: valueToDate + value,
        atRisk: (1 - alive) * certain,
      };
    })
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.customer < b.customer ? -1 : 1));
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
