import type { DayNumber } from "../../src/core/day";
import { daysPer } from "../../src/core/period";
import { type CustomerHistory, histories } from "../../src/core/purchases/history";
import { chance } from "./histories";

/** Customers of one kind: exponential lifetimes, and in them orders at random, each of the same amount. */
export interface Shop {
  readonly customers: number;
  /** Orders, and chances to leave, a month. */
  readonly orderRate: number;
  readonly churn: number;
  /** Months of data. */
  readonly months: number;
  /** 0 where as many customers come each month; with a higher power their number grows like that of the months. */
  readonly growth: number;
  readonly seed: number;
}

export const orderAmount = 10;

/** What one customer brings: the first order, and those of the lifetime after it. */
export const trueValue = ({ orderRate, churn }: Shop): number => orderAmount * (1 + orderRate / churn);

/** The last day of a shop's data. */
export const lastDayOf = ({ months }: Shop): DayNumber => Math.floor(months * daysPer.month);

/** The histories of a shop's customers; orders of one customer's day are one purchase. */
export function shopHistories({
  customers,
  orderRate,
  churn,
  months,
  growth,
  seed,
}: Shop): CustomerHistory[] {
  const random = chance(seed);
  const names: string[] = [];
  const days: DayNumber[] = [];
  for (let index = 0; index < customers; index++) {
    const start = months * random.uniform() ** (1 / (growth + 1));
    const end = Math.min(months, start + random.exponential(churn));
    for (let time = start; time < end; time += random.exponential(orderRate)) {
      names.push(`C${index}`);
      days.push(Math.floor(time * daysPer.month));
    }
  }
  return histories(
    names,
    days,
    days.map(() => orderAmount),
  );
}
