import { type Cell, isDate } from "../../sheet/cell";
import { replacement } from "./names";
import type { SmallGroup } from "./smallGroups";

/** How far a row of a table goes: to the next blank cell, or over the whole row where merged cells leave blanks. */
export type Reach = "table" | "row";

const printOf = (cell: Cell) => (isDate(cell) ? cell.getTime() : cell);

/**
 * Rows without what tells of single customers: where a cell names one, the name is replaced and what stands next to it
 * left out; where a group of few customers stands with their number, its figures are.
 */
export function withoutCustomerRows(
  rows: readonly (readonly Cell[])[],
  isIdentity: (cell: Cell) => boolean,
  groups: readonly SmallGroup[],
  reach: Reach,
): Cell[][] {
  const sizes = new Map(groups.map(([name, customers]) => [printOf(name), customers]));
  return rows.map((row) => {
    const shown = row.slice();
    const leaveOut = (from: number, by: 1 | -1) => {
      for (let at = from + by; at >= 0 && at < row.length; at += by) {
        if (row[at] === "" && reach === "table") return;
        if (!isIdentity(row[at]!)) shown[at] = "";
      }
    };
    row.forEach((cell, column) => {
      if (cell === "") return;
      if (isIdentity(cell)) {
        shown[column] = replacement;
        leaveOut(column, 1);
        leaveOut(column, -1);
      } else if (sizes.has(printOf(cell))) {
        const next = row.slice(column + 1).find((one) => one !== "");
        if (next === sizes.get(printOf(cell))) leaveOut(column, 1);
      }
    });
    return shown;
  });
}
