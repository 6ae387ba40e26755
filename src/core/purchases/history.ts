import type { DayNumber } from "../day";
import { countingSort } from "../math/countingSort";
import { ranksOf } from "../math/ranks";

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

/**
 * One history a customer, by name, so that the order of the rows cannot change a sum in its last digits. Customers and days
 * become whole numbers, by which rows are sorted by counting: by day, and then by customer.
 */
export function histories(
  customers: readonly string[],
  days: readonly DayNumber[],
  amounts: readonly number[],
): CustomerHistory[] {
  const { names, ids } = ranksOfNames(customers);
  const { distinct, ranks } = ranksOf(days);
  const order = countingSort(ids, names.length, countingSort(ranks, distinct.length));
  const found: CustomerHistory[] = [];
  for (let from = 0; from < order.length;) {
    const id = ids[order[from]!]!;
    let to = from + 1;
    while (to < order.length && ids[order[to]!] === id) to++;
    found.push(historyOf(names[id]!, paidDays(order, from, to, days, amounts)));
    from = to;
  }
  return found;
}

/** The names in order, and the place of each row's name among them. */
function ranksOfNames(customers: readonly string[]): { names: string[]; ids: Int32Array } {
  const found = new Map<string, number>();
  const ids = new Int32Array(customers.length);
  for (let row = 0; row < customers.length; row++) {
    let id = found.get(customers[row]!);
    if (id === undefined) found.set(customers[row]!, (id = found.size));
    ids[row] = id;
  }
  const names = Array.from(found.keys()).sort();
  const rankOf = new Int32Array(names.length);
  names.forEach((name, rank) => (rankOf[found.get(name)!] = rank));
  for (let row = 0; row < ids.length; row++) ids[row] = rankOf[ids[row]!]!;
  return { names, ids };
}

/** What a stretch of rows in the order of their days comes to, day by day. */
function paidDays(
  order: Int32Array,
  start: number,
  end: number,
  rowDays: readonly DayNumber[],
  rowAmounts: readonly number[],
): readonly PaidDay[] {
  const paid: PaidDay[] = [];
  for (let from = start; from < end;) {
    const day = rowDays[order[from]!]!;
    let to = from + 1;
    while (to < end && rowDays[order[to]!] === day) to++;
    paid.push(paidDay(day, order, from, to, rowAmounts));
    from = to;
  }
  return paid;
}

function paidDay(
  day: DayNumber,
  order: Int32Array,
  from: number,
  to: number,
  rowAmounts: readonly number[],
): PaidDay {
  if (to - from === 1) {
    const amount = rowAmounts[order[from]!]!;
    return { day, net: amount, size: Math.abs(amount), hasRefund: amount < 0 };
  }
  // Amounts in order too, so that the order of the rows cannot change a sum in its last digits.
  const amounts = new Float64Array(to - from);
  for (let k = from; k < to; k++) amounts[k - from] = rowAmounts[order[k]!]!;
  amounts.sort();
  let net = 0;
  let size = 0;
  for (const amount of amounts) {
    net += amount;
    size += Math.abs(amount);
  }
  return { day, net: Math.abs(net) <= rounding * size ? 0 : net, size, hasRefund: amounts[0]! < 0 };
}

/**
 * A day with a net above 0 is a purchase. One of exactly 0 is a free order, unless a refund is among its rows. A net
 * below 0 is a refund: it is taken off the latest purchase before it, and what is left of it off the one before that;
 * what no purchase is left for stays a refund. A purchase that refunds take back whole is none, as if it had been
 * refunded on its own day.
 */
function historyOf(customer: string, paid: readonly PaidDay[]): CustomerHistory {
  const days = paid.map(({ day }) => day);
  const amounts = paid.map(({ net }) => net);
  if (!paid.some(({ hasRefund }) => hasRefund))
    return { customer, days, amounts, purchaseDays: days, purchaseAmounts: amounts };
  const kept: Purchase[] = [];
  for (const { day, net, size, hasRefund } of paid) {
    if (net < 0) takeBack(kept, -net, size);
    else if (net > 0 || !hasRefund) kept.push({ day, isFree: net === 0, left: net, size });
  }
  return {
    customer,
    days,
    amounts,
    purchaseDays: kept.map(({ day }) => day),
    purchaseAmounts: kept.map(({ left }) => left),
  };
}

/** The history as it stood on a day, when refunds of later days had not been paid. */
export function historyUpTo(history: CustomerHistory, day: DayNumber): CustomerHistory {
  const { customer, days, amounts, purchaseDays } = history;
  const known = days.filter((own) => own <= day).length;
  if (known === days.length) return history;
  // A history in which every day is a purchase has no refund.
  if (days.length === purchaseDays.length) {
    const [knownDays, knownAmounts] = [days.slice(0, known), amounts.slice(0, known)];
    return {
      customer,
      days: knownDays,
      amounts: knownAmounts,
      purchaseDays: knownDays,
      purchaseAmounts: knownAmounts,
    };
  }
  const free = new Set(purchaseDays);
  const paid = days.slice(0, known).map((own, index): PaidDay => {
    const net = amounts[index]!;
    // A day of 0 that is not a purchase had a refund; a free order is none that a refund could take back.
    return { day: own, net, size: Math.abs(net), hasRefund: net < 0 || !free.has(own) };
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
