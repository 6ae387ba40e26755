import { amountsOf, type Facts } from "../columns/facts";
import type { Meaning } from "../types";
import { hasWord } from "./evidence";

const has = (facts: Facts, ...sought: Meaning[]) =>
  facts.matches.some(({ meaning, isExact }) => isExact && sought.includes(meaning));

/**
 * Amounts that rise with the number of purchases as only totals do: twice the purchases bring a total twice as high, and a
 * mean that is much the same. Its power of the number is thus near to 1 or to 0; more than 1/2 by two standard errors tells.
 */
function risesWith(frequency: Facts, amount: Facts): boolean {
  const amounts = amountsOf(amount);
  const pairs = amountsOf(frequency)
    .map((often, row) => [often ?? 0, amounts[row] ?? 0] as const)
    .filter(([often, sum]) => often > 0 && sum > 0)
    .map(([often, sum]) => [Math.log(often), Math.log(sum)] as const);
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const means = [mean(0), mean(1)] as const;
  const product = (one: 0 | 1, other: 0 | 1) =>
    pairs.reduce((sum, pair) => sum + (pair[one] - means[one]) * (pair[other] - means[other]), 0);
  const power = product(0, 1) / product(0, 0);
  const error = Math.sqrt((product(1, 1) - power * product(0, 1)) / (pairs.length - 2) / product(0, 0));
  return power - 2 * error > 0.5;
}

/** Without days, an amount beside a frequency may be of all purchases or of each, unless its header or its values say so. */
export function mayBeMeans(all: readonly Facts[]): boolean {
  const often = all.find((facts) => facts.amountShare > 0.8 && has(facts, "frequency"));
  const isTold = (facts: Facts) =>
    has(facts, "firstDate", "lastDate") ||
    (has(facts, "orderCount") && !has(facts, "frequency")) ||
    (has(facts, "revenue") && hasWord([facts], "all", "spent"));
  if (!often || all.some(isTold)) return false;
  const amounts = all.filter((facts) => facts.amountShare > 0.8 && has(facts, "revenue"));
  return amounts.length === 0 || !amounts.every((amount) => risesWith(often, amount));
}
