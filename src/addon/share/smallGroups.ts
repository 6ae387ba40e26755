import { allSegments } from "../../core/purchases/segments";
import type { Cell } from "../../sheet/cell";
import { type Area, valuesIn } from "../spreadsheet/areas";
import type { Results } from "./customers";
import { ownCalls } from "../spreadsheet/formulaTabs";

/** Fewer customers than this could be told apart. */
const fewest = 5;

const grouping = ["CLV_SEGMENTS", "CLV_COHORTS"];

const isGrouping = (formula: string) => ownCalls(formula).some((name) => grouping.includes(name));

/** A group of few customers: what it is called, and how many they are. */
export type SmallGroup = readonly [name: Cell, customers: Cell];

/** A result without the figures of groups of few customers; blank altogether where it does not say how many they are. */
export function withoutSmallGroups(
  formula: string,
  values: readonly (readonly Cell[])[],
  area: Area,
): Cell[][] {
  const rows = valuesIn(values, area);
  if (!isGrouping(formula)) return rows;
  const customers = rows[0]!.indexOf("Customers");
  if (customers < 0) return rows.map((row) => row.map(() => ""));
  const share = rows[0]!.indexOf("Revenue share");
  const isSmall = rows.map((row, index) => index > 0 && Number(row[customers]) < fewest);
  const isAny = isSmall.includes(true);
  return rows.map((row, index) => {
    if (isSmall[index])
      return row.map((cell, column) => (column === 0 ? cell : column === customers ? `under ${fewest}` : ""));
    if (!isAny || index === 0) return row;
    // What all have less what the others have is what the few have, and a share with its revenue tells what all have.
    const isOfAll = index === rows.length - 1 && row[0] === allSegments;
    return row.map((cell, column) => (column > 0 && (isOfAll || column === share) ? "" : cell));
  });
}

/** The groups of few customers in all results. */
export const smallGroups = (tabs: readonly Results[]): SmallGroup[] =>
  tabs.flatMap(({ cells, areas, values }) =>
    areas.flatMap((area, index) => {
      if (!isGrouping(cells[index]!.formula)) return [];
      const [header, ...rows] = valuesIn(values, area);
      const customers = header!.indexOf("Customers");
      return rows.flatMap((row) =>
        customers > 0 && Number(row[customers]) < fewest ? [[row[0]!, row[customers]!] as const] : [],
      );
    }),
  );
