import type { Survey } from "../addon/protocol";
import { findTables } from "./recognise";
import type { FoundTable } from "./types";

export { findTables } from "./recognise";
export { remap } from "./remap";
export type * from "./types";

const weights = { high: 3, medium: 2, low: 1 };

/** All tables of a spreadsheet, the best first: those of the active tab that can be used, then by confidence. */
export function findAll({ tabs }: Survey): FoundTable[] {
  const weight = ({ tab, shape, confidence }: FoundTable) =>
    shape === undefined ? 0 : weights[confidence] + (tab === tabs[0]!.tab ? 3 : 0);
  return tabs.flatMap(findTables).sort((a, b) => weight(b) - weight(a));
}
