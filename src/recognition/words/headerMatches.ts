import type { Meaning } from "../types";
import type { HeaderWords } from "./header";
import { rules } from "./rules";
import type { Concept } from "./words";

export interface HeaderMatch {
  readonly meaning: Meaning;
  /** From 1 to 10. */
  readonly rank: number;
  /** Every word of the header is accounted for. */
  readonly isExact: boolean;
}

/** Concepts that may stand in any header without changing much of what it means. */
const neutral: readonly Concept[] = ["report", "money"];

const meanings = Object.keys(rules) as Meaning[];

/** All meanings that a header may have. */
export function headerMatches({ concepts, unknown }: HeaderWords): HeaderMatch[] {
  if (concepts.length === 0 || unknown > 2) return [];
  return meanings.flatMap((meaning) => {
    const matches = rules[meaning].flatMap(({ rank, needs, may = [] }): HeaderMatch[] => {
      if (!needs.every((one) => concepts.includes(one))) return [];
      const others = concepts.filter((one) => !needs.includes(one) && !may.includes(one));
      if (!others.every((one) => neutral.includes(one))) return [];
      return [{ meaning, rank, isExact: unknown === 0 && others.length === 0 }];
    });
    // The name of something unknown names no customer.
    const known = matches.filter(({ isExact, rank }) => isExact || meaning !== "customer" || rank > 4);
    return known.sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.rank - a.rank).slice(0, 1);
  });
}
