import type { IProperty } from "fast-check";

/** Something that holds for many functions, whatever their arguments. */
export interface Law {
  /** What holds, to be followed by the name of a function. */
  readonly title: string;
  /** The functions for which it holds. */
  readonly names: readonly string[];
  readonly property: (name: string) => IProperty<unknown>;
  /** How many cases a short run tries for a function. */
  readonly cases: (name: string) => number;
  /** True where some of the cases must give results, or they would prove nothing. */
  readonly givesResults?: true;
}
