import type { Cell } from "../../sheet/cell";
import { type Area, valuesIn } from "./areas";
import { ownCalls } from "./tabs";

/** Fewer customers than this could be told apart. */
const fewest = 5;

const grouping = ["CLV_SEGMENTS", "CLV_COHORTS"];

/** A result without the figures of groups of few customers; blank altogether where it does not say how many they are. */
export function withoutSmallGroups(
  formula: string,
  values: readonly (readonly Cell[])[],
  area: Area,
): Cell[][] {
  const rows = valuesIn(values, area);
  if (!ownCalls(formula).some((name) => grouping.includes(name))) return rows;
  const customers = rows[0]!.indexOf("Customers");
  if (customers < 0) return rows.map((row) => row.map(() => ""));
  return rows.map((row, index) =>
    index === 0 || Number(row[customers]) >= fewest
      ? row
      : row.map((cell, column) => (column === 0 ? cell : column === customers ? `under ${fewest}` : "")),
  );
}
