import type { FoundTable } from "./types";

export { findTables } from "./recognise";
export { remap } from "./remap";
export type { Said } from "./columns/said";
export type * from "./types";

const byConfidence = { high: 3, medium: 2, low: 1 };

/** The tables with the best first: those of the active tab that can be used, then by confidence. */
export function ranked(tables: readonly FoundTable[], active: string): FoundTable[] {
  const weights = new Map(
    tables.map((table) => {
      const { tab, shape, confidence } = table;
      if (shape === undefined) return [table, 0];
      return [table, byConfidence[confidence] + (tab === active ? 3 : 0)];
    }),
  );
  return tables.slice().sort((a, b) => weights.get(b)! - weights.get(a)!);
}
