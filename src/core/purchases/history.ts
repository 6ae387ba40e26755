import type { DayNumber } from "../day";
import { grouped } from "../grouped";

/** The purchases of one customer, a day at a time. */
export interface CustomerHistory {
  readonly customer: string;
  /** Days with any amount, ascending, and the net amount of each, booked when it was paid: refunds on their own day. */
  readonly days: readonly DayNumber[];
  readonly amounts: readonly number[];
  /** Days on which something was bought and kept, ascending, and what is left of each after all refunds. */
  readonly purchaseDays: readonly DayNumber[];
  readonly purchaseAmounts: readonly number[];
}

/** What a customer paid on one day, net of the day's refunds. */
interface PaidDay {
  readonly day: DayNumber;
  readonly net: number;
  /** Sum of the sizes of its amounts, of which rounding is a part. */
  readonly size: number;
  readonly hasRefund: boolean;
}

/** A purchase of which later refunds may take something off. */
interface Purchase {
  readonly day: DayNumber;
  readonly isFree: boolean;
  left: number;
  size: number;
}

/** Relative size below which what is left of amounts is rounding and counts as 0. */
export const rounding = 1e-12;

/** One history a customer, by name, so that the order of the rows cannot change a sum in its last digits. */
export function histories(
  customers: readonly string[],
  days: readonly DayNumber[],
  amounts: readonly number[],
): CustomerHistory[] {
  const rowsOf = grouped(customers.keys(), (row) => customers[row]!);
  return Array.from(rowsOf.keys())
    .sort()
    .map((customer) => historyOf(customer, paidDays(rowsOf.get(customer)!, days, amounts)));
}

function paidDays(
  rows: number[],
  rowDays: readonly DayNumber[],
  rowAmounts: readonly number[],
): readonly PaidDay[] {
  // Amounts in order too, so that the order of the rows cannot change a sum in its last digits.
  rows.sort((a, b) => rowDays[a]! - rowDays[b]! || rowAmounts[a]! - rowAmounts[b]!);
  const paid: PaidDay[] = [];
  for (let next = 0; next < rows.length;) {
    const day = rowDays[rows[next]!]!;
    const hasRefund = rowAmounts[rows[next]!]! < 0;
    let net = 0;
    let size = 0;
    for (; next < rows.length && rowDays[rows[next]!] === day; next++) {
      const amount = rowAmounts[rows[next]!]!;
      net += amount;
      size += Math.abs(amount);
    }
    if (Math.abs(net) <= rounding * size) net = 0;
    paid.push({ day, net, size, hasRefund });
  }
  return paid;
}

/**
 * A day with a net above 0 is a purchase. One of exactly 0 is a free order, unless a refund is among its rows. A net
 * below 0 is a refund: it is taken off the latest purchase before it, and what is left of it off the one before that;
 * what no purchase is left for stays a refund. A purchase that refunds take back whole is none, as if it had been
 * refunded on its own day.
 */
function historyOf(customer: string, paid: readonly PaidDay[]): CustomerHistory {
  const kept: Purchase[] = [];
  for (const { day, net, size, hasRefund } of paid) {
    if (net < 0) takeBack(kept, -net, size);
    else if (net > 0 || !hasRefund) kept.push({ day, isFree: net === 0, left: net, size });
  }
  return {
    customer,
    days: paid.map(({ day }) => day),
    amounts: paid.map(({ net }) => net),
    purchaseDays: kept.map(({ day }) => day),
    purchaseAmounts: kept.map(({ left }) => left),
  };
}

/** The history as it stood on a day, when refunds of later days had not been paid. */
export function historyUpTo(history: CustomerHistory, day: DayNumber): CustomerHistory {
  const { customer, days, amounts, purchaseDays } = history;
  const free = new Set(purchaseDays);
  const paid = days.flatMap((own, index): PaidDay[] => {
    const net = amounts[index]!;
    // A day of 0 that is no purchase had a refund; a free order is none that a refund could take back.
    return own <= day ? [{ day: own, net, size: Math.abs(net), hasRefund: net < 0 || !free.has(own) }] : [];
  });
  return historyOf(customer, paid);
}

/** Takes a refund off purchases, the latest first; free orders have nothing to give back and stay. */
function takeBack(kept: Purchase[], refund: number, size: number): void {
  let open = refund;
  let at = kept.length - 1;
  while (open > 0 && at >= 0) {
    const purchase = kept[at]!;
    if (!purchase.isFree) {
      const left = purchase.left - open;
      const isWhole = Math.abs(left) <= rounding * (purchase.size + size);
      open = isWhole || left > 0 ? 0 : -left;
      if (isWhole || left < 0) kept.splice(at, 1);
      else {
        purchase.left = left;
        purchase.size += size;
      }
    }
    at--;
  }
}
