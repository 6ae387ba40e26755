import type { Meaning } from "../types";
import type { Facts } from "./facts";

/** How well a column suits a meaning. */
type Score = (meaning: Meaning, facts: Facts) => number;

/** The same, worked out once for each column and meaning: every shape that a table may have asks it again. */
export function onceEach(score: Score): Score {
  const known = new WeakMap<Facts, Map<Meaning, number>>();
  return (meaning, facts) => {
    const ofColumn = known.get(facts) ?? new Map<Meaning, number>();
    const found = ofColumn.get(meaning) ?? score(meaning, facts);
    known.set(facts, ofColumn.set(meaning, found));
    return found;
  };
}
