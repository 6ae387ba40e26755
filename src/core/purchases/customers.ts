import type { DayNumber } from "../day";
import { highestFirst } from "../math/highestFirst";
import { ratio } from "../math/ratio";
import { sum } from "../math/sum";
import { type Period, daysPer } from "../period";
import type { CustomerHistory } from "./history";

/** What one customer has bought so far, and when; times are in periods. */
export interface CustomerSummary {
  readonly customer: string;
  /** Day of the first and of the latest purchase; undefined, as the figures below, for a customer with refunds only. */
  readonly first?: DayNumber;
  readonly last?: DayNumber;
  /** Days with a purchase. */
  readonly orders: number;
  /** Revenue net of refunds, those on days without a purchase included. */
  readonly revenue: number;
  readonly averageOrder?: number | undefined;
  /** Days with a purchase after the first. */
  readonly frequency?: number | undefined;
  /** From the first to the latest purchase. */
  readonly recency?: number | undefined;
  /** From the first purchase to `as_of`. */
  readonly age?: number | undefined;
  /** Mean amount of the purchase days after the first. */
  readonly repeatValue?: number | undefined;
}

function summary(
  { customer, amounts, purchaseDays, purchaseAmounts }: CustomerHistory,
  as_of: DayNumber,
  period: Period,
): CustomerSummary {
  const orders = purchaseDays.length;
  const revenue = sum(amounts);
  if (orders === 0) return { customer, orders, revenue };
  const first = purchaseDays[0]!;
  const last = purchaseDays[orders - 1]!;
  const frequency = orders - 1;
  return {
    customer,
    orders,
    revenue,
    first,
    last,
    averageOrder: revenue / orders,
    frequency,
    recency: (last - first) / daysPer[period],
    age: (as_of - first) / daysPer[period],
    repeatValue: ratio(sum(purchaseAmounts.slice(1)), frequency),
  };
}

/** One summary a customer, the highest revenue first, then by name, in which order the histories come. */
export function summaries(
  histories: readonly CustomerHistory[],
  as_of: DayNumber,
  period: Period,
): CustomerSummary[] {
  const all = histories.map((history) => summary(history, as_of, period));
  return highestFirst(all, ({ revenue }) => revenue);
}
