import { type Amounts, amountsOf, type Facts } from "../columns/facts";
import { isWithoutTax } from "../words/header";
import type { Mapping } from "./shapes";

/**
 * Payments whose amount is another one after the fee of the payment: customers paid that other one. It is net of a
 * cost then, not of tax.
 */
export function beforeFees(mapping: Mapping, all: readonly Facts[]): Mapping {
  const net = mapping.assigned.find(({ meaning }) => meaning === "amount");
  if (!net || net.facts.said || isWithoutTax(net.facts.header)) return mapping;
  const of = (concept: "fee" | "tax") =>
    all.filter(({ words, amountShare }) => words.concepts.includes(concept) && amountShare > 0.8);
  const [fees, taxes] = [of("fee"), of("tax")];
  const [paid] = all
    .filter(
      (facts) =>
        !facts.said &&
        !mapping.assigned.some((one) => one.facts === facts) &&
        !facts.words.concepts.some((one) => one === "net" || one === "fee") &&
        facts.matches.some(({ meaning, isExact }) => meaning === "amount" && isExact),
    )
    .map((facts) => ({ facts, less: differences(facts, net.facts) }))
    .filter(
      ({ less }) =>
        fees.some((fee) => hold(fee, less)) && !taxes.some((tax) => hold(tax, less, (a, b) => a - b < 0.02)),
    )
    .sort((a, b) => sumOf(a.less) - sumOf(b.less));
  if (!paid) return mapping;
  return {
    ...mapping,
    assigned: mapping.assigned.map((one) => (one === net ? { ...net, facts: paid.facts } : one)),
  };
}

/** How much larger one is than the other, with the sign of refunds turned. */
function differences(larger: Facts, smaller: Facts): Amounts {
  const rest = amountsOf(smaller);
  return amountsOf(larger).map((sum, row) =>
    sum === undefined || rest[row] === undefined ? undefined : Math.sign(sum || 1) * (sum - rest[row]),
  );
}

const sumOf = (amounts: Amounts) => amounts.reduce((sum: number, amount) => sum + (amount ?? 0), 0);

/** Nearly all differences hold the amount of the column, which may be negative, and it is there in some. */
function hold(
  facts: Facts,
  less: Amounts,
  isEnough: (difference: number, part: number) => boolean = () => true,
): boolean {
  const parts = amountsOf(facts);
  const rows = less.flatMap((difference, row) =>
    difference === undefined || parts[row] === undefined ? [] : [[difference, Math.abs(parts[row])] as const],
  );
  const holding = rows.filter(
    ([difference, part]) => difference >= part - 0.02 && isEnough(difference, part),
  );
  return holding.filter(([, part]) => part > 0).length >= 3 && holding.length >= rows.length * 0.9;
}
