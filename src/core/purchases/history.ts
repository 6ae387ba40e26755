import type { DayNumber } from "../day";
import { grouped } from "../grouped";

/** The purchases of one customer, a day at a time. */
export interface CustomerHistory {
  readonly customer: string;
  /** Days with any amount, ascending, and the net amount of each; refunds are netted within the day. */
  readonly days: readonly DayNumber[];
  readonly amounts: readonly number[];
  /** Days whose net amount is 0 or more, ascending: the days on which something was bought. */
  readonly purchaseDays: readonly DayNumber[];
  readonly purchaseAmounts: readonly number[];
}

/** Relative size below which the net of a day is rounding and counts as 0. */
const rounding = 1e-12;

/** One history a customer, by name, so that the order of the rows cannot change a sum in its last digits. */
export function histories(
  customers: readonly string[],
  days: readonly DayNumber[],
  amounts: readonly number[],
): CustomerHistory[] {
  const rowsOf = grouped(customers.keys(), (row) => customers[row]!);
  return Array.from(rowsOf.keys())
    .sort()
    .map((customer) => historyOf(customer, rowsOf.get(customer)!, days, amounts));
}

function historyOf(
  customer: string,
  rows: number[],
  rowDays: readonly DayNumber[],
  rowAmounts: readonly number[],
): CustomerHistory {
  // Amounts in order too, so that the order of the rows cannot change a sum in its last digits.
  rows.sort((a, b) => rowDays[a]! - rowDays[b]! || rowAmounts[a]! - rowAmounts[b]!);
  const days: DayNumber[] = [];
  const amounts: number[] = [];
  const purchaseDays: DayNumber[] = [];
  const purchaseAmounts: number[] = [];
  for (let next = 0; next < rows.length;) {
    const day = rowDays[rows[next]!]!;
    let net = 0;
    let size = 0;
    for (; next < rows.length && rowDays[rows[next]!] === day; next++) {
      const amount = rowAmounts[rows[next]!]!;
      net += amount;
      size += Math.abs(amount);
    }
    if (Math.abs(net) <= rounding * size) net = 0;
    days.push(day);
    amounts.push(net);
    if (net >= 0) {
      purchaseDays.push(day);
      purchaseAmounts.push(net);
    }
  }
  return { customer, days, amounts, purchaseDays, purchaseAmounts };
}
