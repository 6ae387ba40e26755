import { amountsOf, type Facts } from "./facts";
import type { Mapping } from "./shapes";

/**
 * Payments whose amount is another one after the fee of the payment: customers paid that other one. It is net of a
 * cost then, not of tax.
 */
export function beforeFees(mapping: Mapping, all: readonly Facts[]): Mapping {
  const net = mapping.assigned.find(({ meaning }) => meaning === "amount");
  if (!net) return mapping;
  const fees = all.filter(({ words, amountShare }) => words.concepts.includes("fee") && amountShare > 0.8);
  const isPaid = (facts: Facts) =>
    facts !== net.facts &&
    !mapping.assigned.some((one) => one.facts === facts) &&
    facts.matches.some(({ meaning, isExact }) => meaning === "amount" && isExact) &&
    fees.some((fee) => isLessBy(fee, facts, net.facts));
  const paid = all.find(isPaid);
  if (!paid) return mapping;
  return {
    ...mapping,
    assigned: mapping.assigned.map((one) => (one === net ? { ...net, facts: paid } : one)),
  };
}

/** Nearly all amounts are the others less the fee, which may be written as a negative amount, and there are fees. */
function isLessBy(fee: Facts, paid: Facts, net: Facts): boolean {
  const [fees, sums, rest] = [amountsOf(fee), amountsOf(paid), amountsOf(net)];
  const rows = sums.flatMap((sum, row) => {
    const [less, left] = [fees[row], rest[row]];
    return sum === undefined || less === undefined || left === undefined ? [] : [[sum, less, left] as const];
  });
  const agreeing = rows.filter(
    ([sum, less, left]) => Math.abs(Math.abs(sum - left) - Math.abs(less)) <= 0.02 + Math.abs(sum) * 1e-4,
  );
  const charged = agreeing.filter(([, less]) => less !== 0);
  return charged.length >= 3 && agreeing.length >= rows.length * 0.9;
}
