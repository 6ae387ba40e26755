import type { DayNumber } from "../day";
import { type History, collapse } from "../models/history";
import { type ModelName, models } from "../models/models";
import { type Period, daysPer } from "../period";
import type { CustomerHistory } from "../purchases/history";
import { refusal } from "../refusal";
import { betterByHoldout } from "./holdout";
import { leastRepeatCustomers, observeAll } from "./observe";

/** Periods of history that a fit needs. */
export const leastPeriods = 10;

/** Refuses data from which no model can be told; `ofTime` is the argument that says how long customers were watched. */
export function refuseTooFew(
  repeatCustomers: number,
  span: number,
  period: Period,
  ofCustomers: string,
  ofTime: string,
): void {
  if (repeatCustomers < leastRepeatCustomers)
    throw refusal(
      `${ofCustomers} must have at least ${leastRepeatCustomers} customers who came back on another day, got ${repeatCustomers}: use a longer history`,
    );
  if (span < leastPeriods)
    throw refusal(
      `${ofTime} must span at least ${leastPeriods} ${period}s, got ${Math.floor(span * 10) / 10}: use a longer history or a shorter period`,
    );
}

/** What the models need of customers from whom one can be told. */
export function requireEnough(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  period: Period,
): { observed: History[]; repeatCustomers: number; from: DayNumber } {
  const observed = observeAll(customers, to, period);
  const repeatCustomers = observed.filter(({ x }) => x > 0).length;
  const span = observed.reduce((longest, { T }) => Math.max(longest, T), 0);
  refuseTooFew(repeatCustomers, span, period, "customer", "date");
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
