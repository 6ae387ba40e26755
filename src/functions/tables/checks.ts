import type { DayNumber } from "../../core/day";
import { listed } from "../../sheet/fault";

/** A row of the table: what was looked for in the data, how often it was found, and what to do about it. */
export type Check = readonly [
  check: string,
  rows: number,
  status: "ok" | "note" | "warning" | "error",
  advice: string,
];

/** A row with all it needs to count. */
export interface RevenueRow {
  readonly customer: string;
  readonly day: DayNumber;
  readonly amount: number;
  /** Where it stands, such as "row 7". */
  readonly place: string;
}

/** A check that is fine where it finds nothing. */
export function found<T>(
  check: string,
  items: readonly T[],
  inWords: (item: T) => string,
  status: Check[2],
  advice: string,
): Check {
  if (items.length === 0) return [check, 0, "ok", ""];
  return [check, items.length, status, `${listed(items.map(inWords))}: ${advice}`];
}
