import type { Facts } from "./facts";
import type { Confidence, Meaning } from "../types";

/** A column with the meaning that a shape gives it. */
export interface Assigned {
  readonly facts: Facts;
  readonly meaning: Meaning;
  readonly score: number;
  readonly confidence: Confidence;
}

/** The first column of a list that has a meaning; lists have the best first. */
export const columnOf = (
  list: readonly Pick<Assigned, "facts" | "meaning">[],
  sought: Meaning,
): Facts | undefined => list.find(({ meaning }) => meaning === sought)?.facts;
