import { listed } from "../../sheet/fault";
import { type Columns, column, columnDocs, tableOf } from "../../sheet/column";
import { tableFunction } from "../../sheet/tableFunction";
import { readRows, rowsArguments } from "./arguments";
import type { LeftOut } from "./reading";

const columns: Columns<LeftOut> = {
  Reason: column.words(({ reason }) => reason),
  Rows: column.count(({ rows }) => rows.length),
  Amount: column.money(({ amount }) => (Number.isNaN(amount) ? undefined : amount)),
  "First rows": {
    unit: "text",
    of: ({ rows }) => (rows.length === 1 ? rows[0] : listed(rows.map(String))),
  },
};

export const CLV_ROWS_LEFT_OUT = tableFunction({
  name: "CLV_ROWS_LEFT_OUT",
  summary:
    "Which rows CLV_ROWS leaves out of a table, and why: give it the same arguments. Every row is either in CLV_ROWS or counted here.",
  details:
    "One row per reason, the most rows first. Amount is the sum of the amount column (quantity × price, or revenue in a table of figures), before refunds and tax, as far as it can be read. First rows are rows of the range, starting at 1. Each status is a separate reason, so you can see whether it is one you count as paid.",
  notFor: "For faults in otherwise clean rows, such as duplicates and odd dates, use CLV_CHECK.",
  args: rowsArguments,
  columns: columnDocs(columns),
  result: `Table: ${Object.keys(columns).join(", ")}`,
  example: {
    formula:
      '=CLV_ROWS_LEFT_OUT({"Who","Day","Paid","State";"Ann","2026-12-31",40,"paid";"Bo","2026-12-30",30,"failed";"","2026-12-30",20,"paid"}, "customer: Who, date: Day, amount: Paid, status: State")',
    result: [Object.keys(columns), ["Status: failed", 1, 30, 3], ["No customer", 1, 20, 4]],
  },
  source: "Counts of the rows themselves",
  run: (table, names, as_of) => {
    const { leftOut } = readRows(table, names, as_of);
    return tableOf(
      columns,
      [...leftOut].sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!),
    );
  },
});
