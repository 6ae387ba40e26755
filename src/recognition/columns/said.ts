import type { FoundColumn, Meaning } from "../types";
import type { Facts } from "./facts";

/** By the number of a column what a person says that it means; undefined where it means nothing. */
export type Said = ReadonlyMap<number, Meaning | undefined>;

/** What has been said of the columns of a table so far, with what is said now: no meaning but "signal" has two columns. */
export function saidOf(columns: readonly FoundColumn[], now: Said): Said {
  const taken: readonly (Meaning | undefined)[] = [...now.values()].filter((meaning) => meaning !== "signal");
  const before = columns
    .filter(({ isSaid, meaning }) => isSaid && (meaning === undefined || !taken.includes(meaning)))
    .map(({ column, meaning }) => [column, meaning] as const);
  return new Map([...before, ...now]);
}

/** The facts of columns with what a person says of them, and in the notations that were asked for. */
export function withSaid(all: readonly Facts[], said: Said, columns: readonly FoundColumn[]): Facts[] {
  return all.map((facts, index) => {
    const { dates, decimal } = columns[index] ?? {};
    const told = {
      ...facts,
      ...(facts.dates === "ambiguous" && dates && { dates }),
      ...(facts.decimal === "ambiguous" && decimal && { decimal }),
    };
    if (!said.has(facts.column)) return told;
    const meaning = said.get(facts.column);
    return {
      ...told,
      said: { meaning },
      matches: meaning ? [{ meaning, rank: 10, isExact: true }] : [],
    };
  });
}
