import type { DayNumber } from "../day";
import type { History } from "../models/history";
import type { Spend } from "../models/spendLikelihood";
import { type Period, daysPer } from "../period";
import type { CustomerHistory } from "../purchases/history";

/** Customers with a repeat that a fit needs. */
export const leastRepeatCustomers = 30;

/** What the models need of a customer up to a day; undefined before the first purchase. */
export function observe(
  { purchaseDays }: CustomerHistory,
  until: DayNumber,
  period: Period,
): History | undefined {
  const first = purchaseDays[0];
  if (first === undefined || first > until) return undefined;
  let orders = purchaseDays.length;
  while (purchaseDays[orders - 1]! > until) orders--;
  return {
    x: orders - 1,
    t_x: (purchaseDays[orders - 1]! - first) / daysPer[period],
    T: (until - first) / daysPer[period],
  };
}

/** All customers with a purchase up to a day. */
export const observeAll = (
  customers: readonly CustomerHistory[],
  until: DayNumber,
  period: Period,
): History[] => customers.flatMap((one) => observe(one, until, period) ?? []);

/** Number of repeat purchases and their mean amount, 0 where there is none. */
export function spendOf({ purchaseAmounts }: CustomerHistory): Spend {
  const x = Math.max(0, purchaseAmounts.length - 1);
  let total = 0;
  for (let k = 1; k <= x; k++) total += purchaseAmounts[k]!;
  return { x, z: total / Math.max(1, x) };
}

/** The customers on whom spend is fitted: those with a repeat value above 0. */
export const spendsOf = (customers: readonly CustomerHistory[]): Spend[] =>
  customers.map(spendOf).filter(({ z }) => z > 0);
