import { amountsOf, type Facts } from "../columns/facts";
import { timeOf } from "../words/periods";
import type { Meaning } from "../types";
import type { Mapping } from "./shapes";

/**
 * Figures whose customers the rows prove to be those at the end of a period: as many as at the end of the one before,
 * and the new ones less the lost. Where as many are won as lost throughout, they could as well be those at the start.
 */
export function atEnd(mapping: Mapping): Mapping {
  const of = (meaning: Meaning) => mapping.assigned.find((one) => one.meaning === meaning)?.facts;
  const [period, customers, won, lost] = [of("period"), of("customerCount"), of("newCustomers"), of("lost")];
  if (!period || !customers || !won || !lost || customers.said) return mapping;
  const changes = amountsOf(won).map((one, row) => (one ?? NaN) - (amountsOf(lost)[row] ?? NaN));
  const counts = amountsOf(customers).map((one) => one ?? NaN);
  const isBackwards = timeIn(period, 1) < timeIn(period, 0);
  const steps = counts.slice(1).map((_, at) => {
    const [before, after] = isBackwards ? [at + 1, at] : [at, at + 1];
    return { step: counts[after]! - counts[before]!, ends: changes[after]!, starts: changes[before]! };
  });
  const known = steps.filter(({ step, ends, starts }) => !Number.isNaN(step + ends + starts));
  const isProved =
    known.length > 2 &&
    known.every(({ step, ends }) => step === ends) &&
    known.some(({ step, starts }) => step !== starts);
  if (!isProved) return mapping;
  return {
    ...mapping,
    assigned: mapping.assigned.map((one) =>
      one.facts === customers ? { ...one, meaning: "customersAtEnd" } : one,
    ),
  };
}

const timeIn = ({ values, dates }: Facts, at: number) =>
  (dates && values[at] !== undefined && timeOf(values[at], dates)) || 0;
