import type { DayNumber } from "../day";
import { correlation } from "../math/correlation";
import * as gammaGamma from "../models/gammaGamma";
import type { Spend } from "../models/spendLikelihood";
import type { Effects } from "../models/covariates";
import { logCovariance } from "../models/fitTransactions";
import { type Histories, longestOf } from "../models/history";
import { type Limit, isHeld } from "../models/limit";
import { type ModelName, models } from "../models/models";
import type { Parameters as PurchaseParameters } from "../models/nbd";
import type { Period } from "../period";
import { daysApart } from "../purchases/daysApart";
import type { CustomerHistory } from "../purchases/history";
import { refusal } from "../refusal";
import { fingerprint } from "./fingerprint";
import { fitOrders } from "./fitOrders";
import { spendsOf } from "./observe";
import { firstOrderValueOf, repeatOrderValueOf } from "./orderValues";
import { type Facts, failed, warningsOf } from "./warnings";

/** Coefficients of what is known of customers, by name; `bases` are the values of texts that count as 0. */
export interface Covariates extends Effects {
  readonly names: readonly string[];
  readonly bases: readonly string[];
}

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
  /** Of how many customers it was made, and as of which day. */
  readonly customers?: number | undefined;
  readonly to?: DayNumber | undefined;
  /** How what is known of customers besides their orders moves the parameters, which are those where all of it is 0. */
  readonly covariates?: Covariates | undefined;
  /** What a person should know before using it, in sentences. */
  readonly warnings?: readonly string[];
}

/** A fit with what is told about it. */
export interface FitReport extends Fit {
  readonly customers: number;
  readonly repeatCustomers: number;
  /** Undefined where the data have no dates. */
  readonly from?: DayNumber | undefined;
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

/** Standard errors of values from the covariance of their logarithms; undefined where it holds none. */
export const errorsOf = (scale: readonly number[], covariance: readonly (readonly number[])[]) =>
  scale.map((value, k) => (covariance[k]![k]! > 0 ? value * Math.sqrt(covariance[k]![k]!) : undefined));

/** Fits purchases up to a day with their spend, and says what is to be told about both. */
export function fitPurchases(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  period: Period,
  wanted: ModelName | "auto",
): FitReport {
  const { from, ...orders } = fitOrders(customers, to, period, wanted);
  const report = reportOf({ ...orders, period, ...besideOrders(customers, to) });
  return { ...report, firstOrderValue: firstOrderValueOf(customers), from, to };
}

/** What customers tell beside when they ordered: the spends to fit, and dates that stand apart. */
export const besideOrders = (customers: readonly CustomerHistory[], to: DayNumber) => ({
  spends: spendsOf(customers),
  repeatOrderValue: repeatOrderValueOf(customers),
  apart: daysApart(
    customers.flatMap(({ purchaseDays }) => purchaseDays),
    to,
  ),
});

/** Orders that were fitted, and the spends to fit with them. */
interface Fitted extends Pick<Facts, "model" | "period" | "fitted" | "repeatCustomers" | "apart"> {
  readonly histories: Histories;
  readonly spends: readonly Spend[];
  /** Mean amount of the orders after the first ones; undefined where there are no amounts. */
  readonly repeatOrderValue: number | undefined;
}

/** The parameters of orders and spend, and what is to be told about them. */
export function reportOf({ histories, spends, ...orders }: Fitted): FitReport {
  const { model, period, fitted, repeatCustomers, repeatOrderValue } = orders;
  const { params, logLikelihood, limits } = fitted;
  const spend = gammaGamma.fit(spends);
  const together = correlation(
    spends.map(({ x }) => x),
    spends.map(({ z }) => z),
    spends.map(({ weight = 1 }) => weight),
  );
  return {
    model,
    period,
    params,
    spend: spend?.params,
    repeatOrderValue: spend ? gammaGamma.expectedSpendNew(spend.params) : repeatOrderValue,
    customers: histories.customers,
    repeatCustomers,
    errors: errorsOf(params, logCovariance(models[model].total, params, histories)).map((error, k) =>
      isHeld(limits, k) ? undefined : error,
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
    warnings: warningsOf({ ...orders, span: longestOf(histories), spend, correlation: together }),
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
