import { type Unread, date, unread } from "../../sheet/argument";
import { mappedTable } from "../../sheet/mapped/mappedTable";
import type { TableKind } from "../../sheet/mapped/meanings";
import { titlesOfRows } from "./columns";
import { readFigures } from "./figures";
import { readHistories } from "./histories";
import { readOrders } from "./orders";
import type { KindReader } from "./reading";
import { readSnapshots } from "./snapshots";
import { readSpend } from "./spend";
import { readSubscriptions } from "./subscriptions";
import { readTotals } from "./totals";

export const rowsArguments = [
  unread({
    name: "table",
    text: "The table, with its header in the first row of the range if it has one, such as Orders!A1:H.",
  }),
  unread({
    name: "columns",
    text: 'Which header means what: "customer: Email, date: Created at, amount: Total" (or by number, "customer: #1"); or a range of two columns, meaning and header, with an optional third for the notation, such as d.m.y.',
  }),
  date({
    name: "as_of",
    text: "Last day that counts.",
    optional: true,
    whenLeftOut: "all rows count",
  }),
] as const;

const readers: Readonly<Record<TableKind, KindReader>> = {
  orders: readOrders,
  subscriptions: readSubscriptions,
  figures: readFigures,
  spend: readSpend,
  snapshots: readSnapshots,
  totals: readTotals,
  histories: readHistories,
};

/** The table read as what its columns say that it is. */
export function readRows({ given, zone }: Unread, columns: Unread, as_of: number | undefined) {
  const table = mappedTable(given, columns.given, zone);
  return { header: titlesOfRows[table.kind], ...readers[table.kind](table, as_of) };
}
