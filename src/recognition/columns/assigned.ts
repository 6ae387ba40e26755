import type { Facts } from "./facts";
import type { Confidence, Meaning } from "../types";

/** A column with the meaning that a shape gives it. */
export interface Assigned {
  readonly facts: Facts;
  readonly meaning: Meaning;
  readonly score: number;
  readonly confidence: Confidence;
}
