import { date } from "../../sheet/argument";
import type { WholeArgument } from "../../sheet/argument";
import type { MappedTable } from "../../sheet/mapped/mappedTable";
import { mappedTable } from "../../sheet/mapped/mappedTable";
import type { TableKind } from "../../sheet/mapped/meanings";
import type { Zone } from "../../sheet/zone";
import { readFigures } from "./figures";
import { readOrders } from "./orders";
import type { KindReader } from "./reading";
import { readSnapshots } from "./snapshots";
import { readSpend } from "./spend";
import { readSubscriptions } from "./subscriptions";

interface Given {
  readonly given: unknown;
  readonly zone: Zone;
}

/** An argument that is read only with the others. */
const asItIs = (name: string, text: string): WholeArgument<Given> => ({
  kind: "whole",
  name,
  text,
  optional: false,
  read: (given, zone) => ({ given, zone }),
});

export const rowsArguments = [
  asItIs("table", "The table with its header in the first row of the range, such as Orders!A1:H."),
  asItIs(
    "columns",
    'Which header means what: "customer: Email, date: Created at, amount: Total", or a range of two columns, meaning and header; a third says how a column is written, such as d.m.y.',
  ),
  date({
    name: "as_of",
    text: "Day up to which rows count.",
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
};

/** The table read as what its columns say that it is. */
export function readRows({ given, zone }: Given, columns: Given, as_of: number | undefined) {
  const table: MappedTable = mappedTable(given, columns.given, zone);
  return readers[table.kind](table, as_of);
}
