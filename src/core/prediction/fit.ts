import type { DayNumber } from "../day";
import { correlation } from "../math/correlation";
import * as gammaGamma from "../models/gammaGamma";
import { logCovariance } from "../models/fitTransactions";
import { type History, collapse, longestOf } from "../models/history";
import { type Limit, isOfRates } from "../models/limit";
import { type ModelName, models } from "../models/models";
import type { Parameters as PurchaseParameters } from "../models/nbd";
import type { Period } from "../period";
import { daysPer } from "../period";
import { daysApart } from "../purchases/daysApart";
import type { CustomerHistory } from "../purchases/history";
import { refusal } from "../refusal";
import { betterByHoldout } from "./holdout";
import { fingerprint } from "./fingerprint";
import { leastRepeatCustomers, observeAll, spendsOf } from "./observe";
import { firstOrderValueOf, repeatOrderValueOf } from "./orderValues";
import { failed, warningsOf } from "./warnings";

/** What predictions need of a fit. */
export interface Fit {
  readonly model: ModelName;
  readonly period: Period;
  readonly params: PurchaseParameters;
  /** Undefined where amounts are all equal or missing. */
  readonly spend: gammaGamma.SpendParameters | undefined;
  /** Mean amounts of first orders and, where spend is not modelled, of the later ones. */
  readonly firstOrderValue?: number | undefined;
  readonly repeatOrderValue?: number | undefined;
  /** Of how many customers it was made. */
  readonly customers?: number | undefined;
  /** What a person should know before using it, in sentences. */
  readonly warnings?: readonly string[];
}

/** A fit with what is told about it. */
export interface FitReport extends Fit {
  readonly customers: number;
  readonly firstOrderValue: number;
  readonly repeatOrderValue: number;
  readonly repeatCustomers: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Standard errors of the parameters; undefined where the data do not determine one, as at a limit. */
  readonly errors: readonly (number | undefined)[];
  readonly spendErrors: readonly (number | undefined)[];
  readonly logLikelihood: number;
  readonly aic: number;
  readonly spendLogLikelihood: number | undefined;
  readonly correlation: number | undefined;
  readonly fingerprint: string;
  readonly warnings: readonly string[];
  readonly limits: readonly Limit[];
  readonly converged: boolean;
}

/** Periods of history that a fit needs. */
export const leastPeriods = 10;

const errorsOf = (scale: readonly number[], covariance: readonly (readonly number[])[]) =>
  scale.map((value, k) => (covariance[k]![k]! > 0 ? value * Math.sqrt(covariance[k]![k]!) : undefined));

/** Refuses data from which no model can be told. */
export function requireEnough(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  period: Period,
): { observed: History[]; repeatCustomers: number; from: DayNumber } {
  const observed = observeAll(customers, to, period);
  const repeatCustomers = observed.filter(({ x }) => x > 0).length;
  if (repeatCustomers < leastRepeatCustomers)
    throw refusal(
      `customer must have at least ${leastRepeatCustomers} customers who came back on another day, got ${repeatCustomers}: take a longer history`,
    );
  const span = observed.reduce((longest, { T }) => Math.max(longest, T), 0);
  if (span < leastPeriods)
    throw refusal(
      `date must span at least ${leastPeriods} ${period}s, got ${Math.floor(span * 10) / 10}: take a longer history or a shorter period`,
    );
  return { observed, repeatCustomers, from: Math.round(to - span * daysPer[period]) };
}

/** Fits purchases up to a day; the customers' histories hold nothing later. */
export function fitOrders(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  period: Period,
  wanted: ModelName | "auto",
) {
  const { observed, repeatCustomers, from } = requireEnough(customers, to, period);
  const model = wanted === "auto" ? betterByHoldout(customers, from, to, period) : wanted;
  const histories = collapse(observed);
  return { model, fitted: models[model].fit(histories), histories, repeatCustomers, from };
}

/** The same with spend, and with what is to be told about both. */
export function fitPurchases(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  period: Period,
  wanted: ModelName | "auto",
): FitReport {
  const { model, fitted, histories, repeatCustomers, from } = fitOrders(customers, to, period, wanted);
  const { total } = models[model];
  const { params, logLikelihood, limits } = fitted;
  const spends = spendsOf(customers);
  const spend = gammaGamma.fit(spends);
  const repeatOrderValue = repeatOrderValueOf(customers);
  const together = correlation(
    spends.map(({ x }) => x),
    spends.map(({ z }) => z),
  );
  return {
    model,
    period,
    params,
    spend: spend?.params,
    firstOrderValue: firstOrderValueOf(customers),
    repeatOrderValue: spend ? gammaGamma.expectedSpendNew(spend.params) : repeatOrderValue,
    customers: histories.customers,
    repeatCustomers,
    from,
    to,
    errors: errorsOf(params, logCovariance(total, params, histories)).map((error, k) =>
      limits.some((limit) => isOfRates(limit) === k < 2) ? undefined : error,
    ),
    spendErrors: spend
      ? errorsOf(
          spend.params.map((value, k) => value - (k === 1 ? 1 : 0)),
          gammaGamma.logCovariance(spend.params, spends),
        )
      : [],
    logLikelihood,
    aic: 2 * (limits.includes("none") ? 2 : 4) - 2 * logLikelihood,
    spendLogLikelihood: spend?.logLikelihood,
    correlation: together,
    fingerprint: fingerprint(histories, spends),
    warnings: warningsOf({
      model,
      period,
      fitted,
      span: longestOf(histories),
      repeatCustomers,
      apart: daysApart(
        customers.flatMap(({ purchaseDays }) => purchaseDays),
        to,
      ),
      spend,
      repeatOrderValue,
      correlation: together,
    }),
    limits,
    converged: fitted.converged && spend?.converged !== false,
  };
}

/** The same for predictions, which rest on no fit that failed. */
export function fitToRelyOn(...given: Parameters<typeof fitPurchases>): FitReport {
  const fit = fitPurchases(...given);
  if (fit.converged) return fit;
  throw refusal(failed(fit.model));
}
