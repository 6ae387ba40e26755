import { refusal } from "../core/refusal";
import { currencyOf } from "./amount";
import type { Currency } from "./currency";
import { quoted } from "./fault";

/** A currency that cells name, and the first cell that names it for certain. */
export interface FoundCurrency {
  readonly currency: Currency;
  readonly index: number;
}

/**
 * The different currencies that amounts as text name, in the order of their cells. A sign that may stand for several
 * is the one that other cells name: "10 kr" beside "SEK 20" is Swedish.
 */
export function currenciesIn(cells: readonly unknown[]): FoundCurrency[] {
  const found: FoundCurrency[] = [];
  cells.forEach((cell, index) => {
    const currency = typeof cell === "string" ? currencyOf(cell) : undefined;
    if (!currency) return;
    const known = found.findIndex((one) => one.currency.some((code) => currency.includes(code)));
    if (known < 0) found.push({ currency, index });
    else if (currency.length < found[known]!.currency.length) found[known] = { currency, index };
  });
  return found;
}

/** Refuses a column whose amounts are in different currencies, which nobody can add up. */
export function refuseMixedCurrencies(
  argument: string,
  cells: readonly unknown[],
  place: (index: number) => string,
): void {
  const [one, other] = currenciesIn(cells);
  if (!one || !other) return;
  const shown = ({ index }: FoundCurrency) => `${quoted((cells[index] as string).trim())} in ${place(index)}`;
  throw refusal(
    `${argument} must be in one currency, got ${shown(one)} and ${shown(other)}: convert the amounts into one first`,
  );
}
