import { sum } from "../../core/math/sum";
import { currencyOf } from "../../sheet/amount";
import type { Cell } from "../../sheet/cell";
import { listed, quoted } from "../../sheet/fault";
import { currenciesIn } from "../../sheet/oneCurrency";
import { percent } from "../../sheet/words";
import { type Check, type RevenueRow, found } from "./checks";

/** An amount as it was written, and where. */
export interface AmountCell {
  readonly cell: Cell | undefined;
  readonly place: string;
}

export const checksOfSigns = (rows: readonly RevenueRow[]): Check[] => [
  found(
    "Refunds (below 0)",
    rows.filter(({ amount }) => amount < 0),
    ({ place }) => place,
    "note",
    "netted within the customer's day, or subtracted from the latest purchase before; an order refunded in full is no purchase",
  ),
  found(
    "Zero amounts",
    rows.filter(({ amount }) => amount === 0),
    ({ place }) => place,
    "note",
    "each counts as a free order: leave them out if they are not",
  ),
];

/** Amounts that nobody can add up. */
export function currencyCheck(amounts: readonly AmountCell[]): Check {
  const check = "Amounts in several currencies";
  const currencies = currenciesIn(amounts.map(({ cell }) => cell));
  const [main, ...others] = currencies;
  if (!main || others.length === 0) return [check, 0, "ok", ""];
  const isOther = ({ cell }: AmountCell) => {
    const currency = typeof cell === "string" ? currencyOf(cell) : undefined;
    return currency !== undefined && !currency.some((code) => main.currency.includes(code));
  };
  const shown = currencies.map(({ index }) => {
    const { cell, place } = amounts[index]!;
    return `${quoted(String(cell).trim())} in ${place}`;
  });
  const advice = `${listed(shown)}: convert the amounts into one currency first`;
  return [check, amounts.filter(isOther).length, "error", advice];
}

/** How much of what was paid went back. */
export function refundedCheck(rows: readonly RevenueRow[]): Check {
  const refunds = rows.filter(({ amount }) => amount < 0);
  const paid = sum(rows.map(({ amount }) => Math.max(0, amount)));
  const refunded = -sum(refunds.map(({ amount }) => amount));
  if (refunds.length === 0) return ["Share refunded", 0, "ok", ""];
  const takeIn = "include the purchases that they belong to";
  if (refunded <= paid)
    return [
      "Share refunded",
      refunds.length,
      "note",
      `${percent(refunded / paid)} of what was paid was refunded`,
    ];
  const what = paid > 0 ? "refunds of more than was paid" : "refunds only";
  return ["Share refunded", refunds.length, "warning", `${what}: ${takeIn}`];
}
