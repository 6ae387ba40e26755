import type { Survey } from "./survey";
import { findTables } from "./recognise";
import type { FoundTable } from "./types";

export { findTables } from "./recognise";
export { remap } from "./remap";
export type * from "./types";

const weights = { high: 3, medium: 2, low: 1 };

/** The tables with the best first: those of the active tab that can be used, then by confidence. */
export function ranked(tables: readonly FoundTable[], active: string): FoundTable[] {
  const weight = ({ tab, shape, confidence }: FoundTable) =>
    shape === undefined ? 0 : weights[confidence] + (tab === active ? 3 : 0);
  return tables.slice().sort((a, b) => weight(b) - weight(a));
}

/** All tables of a spreadsheet in that order. */
export const findAll = ({ tabs }: Survey): FoundTable[] => ranked(tabs.flatMap(findTables), tabs[0]!.tab);
