import type { Reading } from "./reading";
import { plural } from "./sentence";

/** Rows of orders from which on formulas over them can run past the time that Sheets gives them. */
const mostOrders = 200_000;

/** What to do with more orders than a sheet is made for. */
export function sizeNote({ table, rows }: Pick<Reading, "table" | "rows">): string[] {
  const count = table.lastRow - table.firstRow + 1;
  if (!rows || count <= mostOrders) return [];
  return [
    `“${table.tab}” has ${plural(count, "row")}: formulas over more than ${mostOrders.toLocaleString("en-US")} can exceed the 30 seconds that Sheets allows, and a spreadsheet holds at most 10 million cells. If the orders are in BigQuery, CLV_SQL writes the query that sums them up there: find it under Formulas.`,
  ];
}
