import { columnOf } from "../columns/assigned";
import { amountsOf, type Facts } from "../columns/facts";
import type { Meaning } from "../types";
import { lowest, type Mapping } from "./shapes";

/** The rows that have ended, where there are enough to tell something. */
function endedRows({ assigned }: Mapping): readonly number[] {
  const end = columnOf(assigned, "end");
  const rows = end?.cells.flatMap((cell, row) => (typeof cell === "object" ? [row] : [])) ?? [];
  return rows.length > 1 ? rows : [];
}

/** Nothing is paid in any row that has ended, and something in others: that is what customers pay now. */
const isOfNow = (facts: Facts, ended: readonly number[]): boolean => {
  const amounts = amountsOf(facts);
  return (
    ended.length > 0 && ended.every((row) => amounts[row] === 0) && amounts.some((amount) => amount! > 0)
  );
};

/** The column of recurring revenue that says nothing of what was paid until the end. */
export function paidNowOnly(mapping: Mapping, all: readonly Facts[]): Facts | undefined {
  const ended = endedRows(mapping);
  return all.find(
    (facts) => facts.matches.some(({ meaning }) => meaning === "mrr") && !facts.said && isOfNow(facts, ended),
  );
}

/** Another column of days that says by its header when a subscription ended, such as the term's end beside the day of leaving. */
export function otherEnd({ assigned }: Mapping, all: readonly Facts[]): Facts | undefined {
  const end = columnOf(assigned, "end");
  return all.find(
    (facts) =>
      end !== undefined &&
      !end.said &&
      facts !== end &&
      facts.kind === "date" &&
      facts.matches.some(({ meaning, isExact }) => meaning === "end" && isExact),
  );
}

/**
 * Subscriptions whose recurring revenue stands at 0 once they have ended, so that nobody who left would seem to have paid:
 * another column that says what they paid until then is meant, or none.
 */
export function paidUntilEnd(mapping: Mapping, all: readonly Facts[]): Mapping {
  const ended = endedRows(mapping);
  const of = (sought: Meaning) => mapping.assigned.find(({ meaning }) => meaning === sought);
  const mrr = of("mrr");
  if (!mrr || mrr.facts.said || !isOfNow(mrr.facts, ended)) return mapping;
  const others = mapping.assigned.filter((one) => one !== mrr);
  const [until] = all
    .filter((facts) => !facts.said && !others.some((one) => one.facts === facts))
    .flatMap((facts) => {
      const match = facts.matches.find(({ meaning }) => meaning === "mrr");
      const amounts = amountsOf(facts);
      return match && ended.every((row) => amounts[row]! > 0) ? [{ facts, rank: match.rank }] : [];
    })
    .sort((a, b) => b.rank - a.rank);
  const confidence = lowest([mapping.confidence, "medium"]);
  return until
    ? {
        ...mapping,
        confidence,
        assigned: [...others, { ...mrr, facts: until.facts, confidence: "medium" }],
      }
    : { ...mapping, confidence, assigned: others };
}
