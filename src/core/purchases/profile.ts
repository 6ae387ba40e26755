import type { DayNumber } from "../day";
import { ratio } from "../math/ratio";
import { sum } from "../math/sum";
import { daysPer } from "../period";
import { type Buyer, buyersOf, firstDay, hasRepeat } from "./buyers";
import { monthsBeforeNew } from "./firstMonths";
import type { CustomerHistory } from "./history";
import { type UsualPause, usualPause } from "./pause";
import { type Rhythm, rhythmOf } from "./rhythm";

/** What rows show of how customers buy. */
export interface Profile {
  readonly rhythm: Rhythm;
  /** Customers with a purchase. */
  readonly customers: number;
  readonly purchases: number;
  /** Net of refunds. */
  readonly revenue: number;
  readonly paidPerCustomer: number | undefined;
  readonly meanAge: number | undefined;
  readonly first: DayNumber | undefined;
  /** Months from the first purchase to the last date. */
  readonly history: number | undefined;
  readonly pause: UsualPause;
  readonly largest: { readonly customer: string; readonly share: number } | undefined;
  /** Share of repeat purchases of the same amount as the one before; undefined where there are none. */
  readonly equalAmounts: number | undefined;
  readonly firstMonthsLeftOut: number;
}

export function profileOf(histories: readonly CustomerHistory[], to: DayNumber): Profile {
  const buyers = buyersOf(histories);
  const customers = buyers.length;
  const revenue = sum(histories.map(({ amounts }) => sum(amounts)));
  const first = customers > 0 ? firstDay(buyers) : undefined;
  return {
    rhythm: rhythmOf(buyers),
    customers,
    purchases: sum(buyers.map(({ days }) => days.length)),
    revenue,
    paidPerCustomer: ratio(revenue, customers),
    meanAge: ratio(sum(buyers.map((buyer) => to - buyer.first)) / daysPer.month, customers),
    first,
    history: first === undefined ? undefined : (to - first) / daysPer.month,
    pause: usualPause(histories, to),
    largest: largestOf(histories, revenue),
    equalAmounts: equalAmountsOf(buyers),
    firstMonthsLeftOut: monthsBeforeNew(buyers, to),
  };
}

function largestOf(histories: readonly CustomerHistory[], total: number): Profile["largest"] {
  if (total <= 0) return undefined;
  const [largest] = histories
    .map(({ customer, amounts }) => ({ customer, revenue: sum(amounts) }))
    .sort((a, b) => b.revenue - a.revenue || (a.customer < b.customer ? -1 : 1));
  return largest && { customer: largest.customer, share: largest.revenue / total };
}

function equalAmountsOf(buyers: readonly Buyer[]): number | undefined {
  const repeats = buyers
    .filter(hasRepeat)
    .flatMap(({ amounts }) => amounts.slice(1).map((amount, index) => amount === amounts[index]));
  return ratio(repeats.filter(Boolean).length, repeats.length);
}
