import { type Amounts, amountsOf, type Facts } from "../columns/facts";
import type { Assigned } from "../columns/assigned";
import { lowest, type Mapping } from "./shapes";
import type { Concept } from "../words/words";

const has = (facts: Facts, concept: Concept) => facts.words.concepts.includes(concept);

/**
 * Orders whose amount another column and a tax add up to: that other column is net. Not where freight is charged,
 * which a subtotal would leave out.
 */
export function netOfTax(mapping: Mapping, all: readonly Facts[]): Mapping {
  const gross = mapping.assigned.find(({ meaning }) => meaning === "amount");
  if (!gross || gross.facts.said || gross.facts.words.concepts.includes("net")) return mapping;
  const isCharged = (facts: Facts) => has(facts, "freight") && amountsOf(facts).some((amount) => amount);
  if (all.some(isCharged)) return mapping;
  const sums = amountsOf(gross.facts);
  const amounts = all.filter(({ amountShare }) => amountShare > 0.8);
  const isNet = (facts: Facts) =>
    facts !== gross.facts &&
    !facts.said &&
    !has(facts, "tax") &&
    amounts.some(
      (tax) =>
        (has(tax, "tax") || isTax(amountsOf(tax), amountsOf(facts))) &&
        !has(tax, "fee") &&
        addUp(amountsOf(facts), amountsOf(tax), sums),
    );
  const candidates = amounts.filter(isNet).filter((facts) => !has(facts, "gross"));
  const net = candidates.find((facts) => has(facts, "net") || has(facts, "part")) ?? candidates[0];
  const isFree = net && !mapping.assigned.some(({ facts }) => facts === net);
  if (!isFree) return mapping;
  const isNamed = has(net, "net") || has(net, "part");
  const taken: Assigned = { ...gross, facts: net, confidence: isNamed ? gross.confidence : "medium" };
  return {
    ...mapping,
    confidence: lowest([mapping.confidence, taken.confidence]),
    assigned: mapping.assigned.map((one) => (one === gross ? taken : one)),
  };
}

/** Whatever it is called: the same few rates of the other amounts throughout, as taxes have. */
function isTax(parts: Amounts, net: Amounts): boolean {
  const rates = parts.flatMap((part, row) => (part && net[row] ? [part / net[row]] : []));
  const isRate = (rate: number) => rate > 0.02 && rate < 0.3;
  return (
    rates.length > 4 && rates.every(isRate) && new Set(rates.map((rate) => Math.round(rate * 100))).size <= 3
  );
}

/** Net and tax make the sum in nearly all rows, and there is tax. */
function addUp(net: Amounts, tax: Amounts, sums: Amounts): boolean {
  const rows = sums.flatMap((sum, row) =>
    sum === undefined || net[row] === undefined || tax[row] === undefined ? [] : [[net[row], tax[row], sum]],
  );
  const agreeing = rows.filter(([n, t, sum]) => Math.abs(n! + t! - sum!) <= 0.02 + Math.abs(sum!) * 1e-4);
  const taxed = agreeing.filter(([, t]) => t !== 0);
  return taxed.length >= 3 && agreeing.length >= rows.length * 0.9 && taxed.length >= rows.length * 0.3;
}
