import { refusal } from "../../core/refusal";
import { type AmountColumn, readAmountColumn } from "../../sheet/mapped/amountColumns";
import type { MappedTable } from "../../sheet/mapped/mappedTable";
import type { OrderState } from "../../sheet/written/statuses";
import { areIncluded, includesTax } from "../../sheet/written/taxes";
import { type Sieve, faultUnread, rounded } from "./reading";

const near = (one: number, other: number) => Math.abs(one - other) <= 0.005 + Math.abs(other) * 1e-9;

/**
 * Sums of the rows above that nobody labelled: rows without customer, date and order whose amount is what the rows before
 * come to, all of them or those since the last sum.
 */
export function areUnlabelledTotals(
  amounts: Float64Array,
  hasNothingElse: (row: number) => boolean,
  isLeftOut: (row: number) => boolean,
): number[] {
  const found: number[] = [];
  let [all, rows, since, rowsSince] = [0, 0, 0, 0];
  for (let row = 0; row < amounts.length; row++) {
    const amount = amounts[row]!;
    if (Number.isNaN(amount) || isLeftOut(row)) continue;
    const isSum = (rows > 1 && near(amount, all)) || (rowsSince > 1 && near(amount, since));
    if (isSum && hasNothingElse(row)) {
      found.push(row);
      [since, rowsSince] = [0, 0];
      continue;
    }
    all += amount;
    since += amount;
    rows++;
    rowsSince++;
  }
  return found;
}

/** What each row came to, less refunds and tax; NaN where all of it was given back. */
export function netAmounts(
  table: MappedTable,
  amounts: AmountColumn,
  rows: readonly number[],
  customers: readonly string[],
  stateOf: (index: number) => OrderState,
  sieve: Sieve,
): number[] {
  const refund = readAmountColumn(table, "refund");
  const tax = readAmountColumn(table, "tax", { isElse: isTaxPlace });
  for (const row of rows) faultUnread([refund, tax], row, sieve);
  const gross = rows.map((row, index) => {
    const amount = amounts.values[row]!;
    return stateOf(index) === "refund" ? -Math.abs(amount) : amount;
  });
  const backOf = (row: number) => Math.abs((refund?.values[row] ?? 0) || 0);
  const back = rows.map(backOf);
  const areNet = areNetOfRefunds(gross, back);
  const isTaxed = tax !== undefined && amountsIncludeTax(table, amounts, tax);
  const refunds = refundsOf(gross, customers);
  return gross.map((amount, index) => {
    // What a refund has brought to nothing is not a free order.
    if (amount === 0 && backOf(rows[index]!) > 0) return NaN;
    const isMarked = stateOf(index) === "refunded" && amount > 0;
    if (isMarked && !refunds.take(customers[index]!, amount)) return NaN;
    // Nothing is left of an order of which everything was given back: it was no free one.
    if (amount === 0 && back[index]! > 0) return NaN;
    const given = amount > 0 && !isMarked && !areNet ? back[index]! : 0;
    if (given > 0 && near(given, amount)) return NaN;
    const part = isTaxed && amount !== 0 ? (tax.values[rows[index]!]! || 0) / amount : 0;
    return rounded((amount - given) * (1 - Math.abs(part)));
  });
}

/** Refunds above their amounts, in most rows that have one, have been taken off those already. */
function areNetOfRefunds(amounts: readonly number[], back: readonly number[]): boolean {
  const given = back.flatMap((refund, index) => (refund > 0 && amounts[index]! >= 0 ? [index] : []));
  const above = given.filter((index) => back[index]! > amounts[index]! + 0.005);
  return 2 * above.length > given.length;
}

/** Rows that give money back, of which each explains one document that is marked as refunded. */
function refundsOf(amounts: readonly number[], customers: readonly string[]) {
  const key = (customer: string, amount: number) => `${rounded(Math.abs(amount))} ${customer}`;
  const counts = new Map<string, number>();
  amounts.forEach((amount, index) => {
    const one = key(customers[index]!, amount);
    if (amount < 0) counts.set(one, (counts.get(one) ?? 0) + 1);
  });
  return {
    take(customer: string, amount: number): boolean {
      const one = key(customer, amount);
      const left = counts.get(one) ?? 0;
      if (left > 0) counts.set(one, left - 1);
      return left > 0;
    },
  };
}

const isTaxPlace = (told: string) => /^(included|added)$/i.test(told);

function amountsIncludeTax(table: MappedTable, amounts: AmountColumn, tax: AmountColumn): boolean {
  const told = table.told("tax")?.toLowerCase();
  if (told !== undefined && isTaxPlace(told)) return told === "included";
  const isIncluded =
    includesTax(table.headerWords(amounts.meaning)) ?? areIncluded(amounts.values, tax.values);
  if (isIncluded !== undefined) return isIncluded;
  const header = table.headerOf("tax");
  throw refusal(
    `columns must say whether the amounts include the tax, got no sign of it: write tax: ${header} (included) or tax: ${header} (added)`,
  );
}
