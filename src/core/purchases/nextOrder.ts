import type { DayNumber } from "../day";
import { highestFirst } from "../math/highestFirst";
import { median } from "../math/median";
import { sum } from "../math/sum";
import { daysPer } from "../period";
import type { CustomerHistory } from "./history";
import { usualPause } from "./pause";

export type OrderStatus = "on time" | "due" | "overdue" | "silent";

/** When a customer is due again. */
export interface NextOrder {
  readonly customer: string;
  /** Days with an order. */
  readonly orders: number;
  readonly last: DayNumber;
  /** Median days between orders; undefined, as what follows from it, where nobody has ordered twice. */
  readonly gap: number | undefined;
  /** Whether the gap is the customer's own, or that of all customers. */
  readonly basis: "own" | "all" | undefined;
  readonly next: DayNumber | undefined;
  /** Days since then, below 0 before it. */
  readonly overdue: number | undefined;
  readonly status: OrderStatus | undefined;
  /** Whether the customer is quiet for longer than the usual pause of the data, from which few come back. */
  readonly isPastPause: boolean;
  /** Net of refunds; undefined where amounts are not known. */
  readonly revenue: number | undefined;
}

/** Gaps without which a customer has no rhythm of its own. */
export const fewestGaps = 3;

/** Days since the last order in usual gaps, from which on a customer is due, overdue and silent. */
export const dueFrom = 0.75;
export const dueTo = 1.25;
export const overdueTo = 2.5;

const statusOf = (quiet: number): OrderStatus =>
  quiet < dueFrom ? "on time" : quiet <= dueTo ? "due" : quiet <= overdueTo ? "overdue" : "silent";

const gapsOf = ({ purchaseDays }: CustomerHistory) =>
  purchaseDays.slice(1).map((day, index) => day - purchaseDays[index]!);

/** When each customer with an order is due again; longest silence in usual gaps first, then by name, as the histories come. */
export function nextOrders(histories: readonly CustomerHistory[], as_of: DayNumber): NextOrder[] {
  const buyers = histories.filter(({ purchaseDays }) => purchaseDays.length > 0);
  const gaps = buyers.map(gapsOf);
  const usual = median(gaps.flat());
  const pause = usualPause(buyers, as_of).months * daysPer.month;
  const orders = buyers.map((buyer, index) => nextOrder(buyer, gaps[index]!, usual, pause, as_of));
  return highestFirst(orders, ({ quiet }) => quiet).map(({ order }) => order);
}

/** The order, and the time since the last one in usual gaps. */
function nextOrder(
  { customer, purchaseDays, amounts }: CustomerHistory,
  gaps: readonly number[],
  usual: number | undefined,
  pause: number,
  as_of: DayNumber,
): { readonly quiet: number; readonly order: NextOrder } {
  const last = purchaseDays[purchaseDays.length - 1]!;
  const isOwn = gaps.length >= fewestGaps;
  const gap = isOwn ? median(gaps) : usual;
  const isPastPause = as_of - last > pause;
  const known = { customer, orders: purchaseDays.length, last, revenue: sum(amounts), isPastPause };
  if (gap === undefined) {
    const unknown = { gap, basis: undefined, next: undefined, overdue: undefined, status: undefined };
    return { quiet: -1, order: { ...known, ...unknown } };
  }
  const next = last + Math.round(gap);
  const quiet = (as_of - last) / gap;
  return {
    quiet,
    order: {
      ...known,
      gap,
      basis: isOwn ? "own" : "all",
      next,
      overdue: as_of - next,
      status: statusOf(quiet),
    },
  };
}
