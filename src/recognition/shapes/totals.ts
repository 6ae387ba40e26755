import { amountsOf, type Facts } from "../columns/facts";
import type { Mapping } from "./shapes";

/** Figures whose spend or revenue is one of several columns that another one adds up: that total is meant. */
export function ofTotal(mapping: Mapping, all: readonly Facts[]): Mapping {
  const part = mapping.assigned.find(({ meaning }) => meaning === "spend" || meaning === "revenue");
  if (!part || part.facts.said || part.facts.words.concepts.includes("all")) return mapping;
  const isFree = (facts: Facts) => !mapping.assigned.some((one) => one !== part && one.facts === facts);
  const amounts = all.filter((facts) => facts.amountShare > 0.8 && !facts.said && isFree(facts));
  const total = amounts.find(
    (facts) =>
      facts.words.concepts.includes("all") &&
      addUp(
        amounts.filter((one) => one !== facts && one.column < facts.column),
        facts,
      ),
  );
  if (!total) return mapping;
  return {
    ...mapping,
    assigned: mapping.assigned.map((one) => (one === part ? { ...part, facts: total } : one)),
  };
}

/** The columns make the total in nearly all rows. */
function addUp(parts: readonly Facts[], total: Facts): boolean {
  const columns = parts.map(amountsOf);
  const sums = amountsOf(total).map((sum, row) => [
    sum,
    columns.reduce((made, column) => made + (column[row] ?? 0), 0),
  ]);
  const known = sums.filter(([sum]) => sum !== undefined);
  const agreeing = known.filter(([sum, made]) => Math.abs(sum! - made!) <= 0.02 + Math.abs(sum!) * 0.001);
  return parts.length > 1 && known.length > 2 && agreeing.length >= known.length * 0.9;
}
