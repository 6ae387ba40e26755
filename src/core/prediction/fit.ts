import type { DayNumber } from "../day";
import { correlation } from "../math/correlation";
import * as gammaGamma from "../models/gammaGamma";
import { logCovariance } from "../models/fitTransactions";
import { collapse } from "../models/history";
import { type ModelName, models } from "../models/models";
import type { Parameters } from "../models/nbd";
import type { Period } from "../period";
import { daysPer } from "../period";
import type { CustomerHistory } from "../purchases/history";
import { refusal } from "../refusal";
import { betterByHoldout } from "./holdout";
import { fingerprint } from "./fingerprint";
import { observeAll, spendsOf } from "./observe";
import { warningsOf } from "./warnings";

/** What predictions need of a fit. */
export interface Fit {
  readonly model: ModelName;
  readonly period: Period;
  readonly params: Parameters;
  /** Undefined where amounts are all equal or missing. */
  readonly spend: gammaGamma.SpendParameters | undefined;
}

/** A fit with what is told about it. */
export interface FitReport extends Fit {
  readonly customers: number;
  readonly repeatCustomers: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Standard errors of the parameters; undefined where the data do not determine one. */
  readonly errors: readonly (number | undefined)[];
  readonly spendErrors: readonly (number | undefined)[];
  readonly logLikelihood: number;
  readonly aic: number;
  readonly spendLogLikelihood: number | undefined;
  readonly correlation: number | undefined;
  readonly fingerprint: string;
  readonly warnings: readonly string[];
}

export const leastRepeatCustomers = 30;
export const leastPeriods = 10;

const standardErrors = (scale: readonly number[], covariance: readonly (readonly number[])[]) =>
  scale.map((value, k) => (covariance[k]![k]! > 0 ? value * Math.sqrt(covariance[k]![k]!) : undefined));

const firstDay = (customers: readonly CustomerHistory[]) =>
  customers.reduce((first, { purchaseDays }) => Math.min(first, purchaseDays[0] ?? Infinity), Infinity);

/** Refuses data from which no model can be told. */
export function requireEnough(customers: readonly CustomerHistory[], to: DayNumber, period: Period): void {
  const repeats = observeAll(customers, to, period).filter(({ x }) => x > 0).length;
  if (repeats < leastRepeatCustomers)
    throw refusal(
      `customer must have at least ${leastRepeatCustomers} customers who came back on another day, got ${repeats}: take a longer history`,
    );
  const span = (to - firstDay(customers)) / daysPer[period];
  if (span < leastPeriods)
    throw refusal(
      `date must span at least ${leastPeriods} ${period}s, got ${Math.floor(span * 10) / 10}: take a longer history or a shorter period`,
    );
}

/** Fits purchases and spend up to a day; the customers' histories hold nothing later. */
export function fitPurchases(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  period: Period,
  wanted: ModelName | "auto",
): FitReport {
  requireEnough(customers, to, period);
  const observed = observeAll(customers, to, period);
  const histories = collapse(observed);
  const name = wanted === "auto" ? betterByHoldout(customers, firstDay(customers), to, period) : wanted;
  const model = models[name];
  const fitted = model.fit(histories);
  const spends = spendsOf(customers);
  const spend = gammaGamma.fit(spends);
  const together = correlation(
    spends.map(({ x }) => x),
    spends.map(({ z }) => z),
  );
  return {
    model: name,
    period,
    params: fitted.params,
    spend: spend?.params,
    customers: observed.length,
    repeatCustomers: observed.filter(({ x }) => x > 0).length,
    from: firstDay(customers),
    to,
    errors: standardErrors(fitted.params, logCovariance(model.total, fitted.params, histories)),
    spendErrors: spend
      ? standardErrors(
          [spend.params[0], spend.params[1] - 1, spend.params[2]],
          gammaGamma.logCovariance(spend.params, spends),
        )
      : [],
    logLikelihood: fitted.logLikelihood,
    aic: 2 * (fitted.limit === "none" ? 2 : 4) - 2 * fitted.logLikelihood,
    spendLogLikelihood: spend?.logLikelihood,
    correlation: together,
    fingerprint: fingerprint(histories, spends),
    warnings: warningsOf(name, fitted, spend, together),
  };
}
