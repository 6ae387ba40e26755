import { type Period, daysPer } from "../period";

/** Expected orders of a horizon in months, and their sum discounted. */
export interface Orders {
  readonly expected: number;
  readonly discounted: number;
}

/**
 * Σ over months of the orders expected in that month ÷ (1 + annual)^(month ÷ 12), from the orders expected up to a time in
 * periods: increments, since a sum of cumulative figures would count the first month in all.
 */
export function discountedOrders(
  expectedUntil: (horizon: number) => number,
  months: number,
  annual: number,
  period: Period,
): Orders {
  let expected = 0;
  let discounted = 0;
  for (let month = 1; month <= months; month++) {
    const until = expectedUntil((month * daysPer.month) / daysPer[period]);
    discounted += (until - expected) / (1 + annual) ** (month / 12);
    expected = until;
  }
  return { expected, discounted };
}
