import { columnOf } from "../columns/assigned";
import { amountsOf, type Facts } from "../columns/facts";
import { timeOf } from "../words/periods";
import type { Meaning } from "../types";
import type { Mapping } from "./shapes";

/** Customers of a model are rounded fractions. */
const areSame = (one: number, other: number) => Math.abs(one - other) < 0.005;

/**
 * Whether the rows prove that customers are counted at the end of a period or at its start: as many as at the one before,
 * and the new ones less the lost. Undefined where as many are won as lost throughout, so that either may be.
 */
export function countedAt(of: (meaning: Meaning) => Facts | undefined): "start" | "end" | undefined {
  const [period, customers, won, lost] = [of("period"), of("customerCount"), of("newCustomers"), of("lost")];
  if (!period || !customers || !won || !lost) return undefined;
  const changes = amountsOf(won).map((one, row) => (one ?? NaN) - (amountsOf(lost)[row] ?? NaN));
  const counts = amountsOf(customers).map((one) => one ?? NaN);
  const isBackwards = timeIn(period, 1) < timeIn(period, 0);
  const steps = counts.slice(1).map((_, at) => {
    const [before, after] = isBackwards ? [at + 1, at] : [at, at + 1];
    const span = timeIn(period, after) - timeIn(period, before);
    return { span, step: counts[after]! - counts[before]!, end: changes[after]!, start: changes[before]! };
  });
  // Of long tables not all rows are seen.
  const shortest = Math.min(...steps.map(({ span }) => span));
  const known = steps.filter(
    ({ span, step, end, start }) => span < shortest * 1.5 && !Number.isNaN(step + end + start),
  );
  const [areEnds, areStarts] = (["end", "start"] as const).map((at) =>
    known.every((one) => areSame(one.step, one[at])),
  );
  if (known.length < 3 || areEnds === areStarts) return undefined;
  return areEnds ? "end" : "start";
}

/** Figures whose customers the rows prove to be those at the end of a period. */
export function atEnd(mapping: Mapping): Mapping {
  const of = (meaning: Meaning) => columnOf(mapping.assigned, meaning);
  const customers = of("customerCount");
  if (customers?.said || countedAt(of) !== "end") return mapping;
  return {
    ...mapping,
    assigned: mapping.assigned.map((one) =>
      one.facts === customers ? { ...one, meaning: "customersAtEnd" } : one,
    ),
  };
}

const timeIn = ({ cells, dates }: Facts, at: number) =>
  (dates && cells[at] !== undefined && timeOf(cells[at], dates)) || 0;
