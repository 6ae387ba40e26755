import type { DayNumber } from "../day";
import type { Spend } from "../models/gammaGamma";
import type { History } from "../models/history";
import { type Period, daysPer } from "../period";
import type { CustomerHistory } from "../purchases/history";

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
  const repeats = purchaseAmounts.reduce((total, amount, index) => (index > 0 ? total + amount : 0), 0);
  return { x, z: x > 0 ? repeats / x : 0 };
}

/** The customers on whom spend is fitted: those with a repeat value above 0. */
export const spendsOf = (customers: readonly CustomerHistory[]): Spend[] =>
  customers.map(spendOf).filter(({ z }) => z > 0);
