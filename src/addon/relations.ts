// What the tables of a workbook tell of each other, by what their cells hold.
import { channelColumn } from "../answers/channels";
import { cellsOf, columnOf } from "../answers/columns";
import { kindOfShape } from "../answers/mapping";
import { areSameCustomers, mostCompared } from "../answers/readingOf";
import { type Remap } from "../answers/restore";
import { type SavedSetting, beginningOf, savedTables } from "../answers/setup";
import type { FoundColumn, FoundTable } from "../recognition/types";
import type { KnownTable } from "./protocol";
import { rangeOf } from "./spreadsheet/sheets";

const areOrders = ({ shape }: FoundTable) => kindOfShape(shape) === "orders";

/** The texts of a column that hold something. */
function textsIn(table: FoundTable, column: FoundColumn | undefined): string[] {
  const cells = column ? rangeOf(cellsOf(table, column.column)).getValues().flat() : [];
  return cells.map((cell) => String(cell).trim()).filter((text) => text !== "");
}

/** What tables of spend call the channels that it went to. */
function channelNames(tables: readonly FoundTable[]): string[] {
  const spends = tables.filter(({ shape }) => shape === "spend");
  return Array.from(new Set(spends.flatMap((table) => textsIn(table, columnOf(table, "segment")))));
}

/** A table in which columns mean something else, by what other tables tell rather than because anyone says so. */
function remeant(table: FoundTable, meanings: Parameters<Remap>[1], remap: Remap): FoundTable {
  const { columns, missing: _, ...rest } = remap(table, meanings);
  return { ...rest, columns: columns.map(({ isSaid: __, ...column }) => column) };
}

/** Tables of orders segmented by channel where other tables tell what was spent on each. */
export function bySpend(tables: readonly FoundTable[], remap: Remap): readonly FoundTable[] {
  const names = channelNames(tables);
  return tables.map((table) => {
    const channel = names.length > 0 && areOrders(table) && channelColumn(table, names);
    return channel && !channel.meaning
      ? remeant(table, new Map([[channel.column, "segment"]]), remap)
      : table;
  });
}

/**
 * Lists of customers that tell the channel or the segment of those who order: no value comes from them, but the orders
 * name the same customers under the same header.
 */
export function withCustomerLists(
  tables: readonly FoundTable[],
  saved: readonly SavedSetting[],
  remap: Remap,
): readonly FoundTable[] {
  const names = channelNames(tables);
  const kept = savedTables(saved).map(({ begins }) => begins);
  return tables.map((table) => {
    if (table.shape) return table;
    const orders = tables.find((one) => areOrders(one) && customerIn(table, one));
    const own = orders && columnOf(orders, "segment");
    const channel = channelColumn(table, names);
    const isOverruled = own && (own.isSaid || !channel || kept.includes(beginningOf(orders)));
    if (!orders || isOverruled || channelColumn(orders, names)) return table;
    const customer = customerIn(table, orders)!;
    const list = remeant(
      table,
      new Map([[customer.column, "customer"], ...(channel ? [[channel.column, "segment"] as const] : [])]),
      remap,
    );
    return columnOf(list, "segment") && areListed(orders, table, customer)
      ? {
          ...list,
          shape: undefined,
          tellsChannels: channel !== undefined,
          notes: [`Tells the segment of each customer of ${orders.tab}`],
        }
      : table;
  });
}

/** The column that names customers as orders do, by its header. */
const customerIn = (table: FoundTable, orders: FoundTable): FoundColumn | undefined =>
  table.columns.find((column) => areSameCustomers(column, columnOf(orders, "customer")));

/** Whether a list names each customer once, and most of those who order. */
function areListed(orders: FoundTable, list: FoundTable, customer: FoundColumn): boolean {
  const rows = (table: FoundTable) => table.lastRow - table.firstRow + 1;
  if (rows(orders) * rows(list) > mostCompared) return false;
  const lower = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());
  const listed = lower(textsIn(list, customer));
  const known = new Set(listed);
  const ordering = Array.from(new Set(lower(textsIn(orders, columnOf(orders, "customer")))));
  return (
    known.size === listed.length && ordering.filter((name) => known.has(name)).length * 2 > ordering.length
  );
}

/** Where a table on the open tab gives no value but tells of customers, the table with most of them that does. */
export function customersTold(tables: readonly KnownTable[], active: string): KnownTable | undefined {
  const open = tables.filter(({ tab }) => tab === active);
  const namesIn = (table: KnownTable) =>
    new Set(textsIn(table, columnOf(table, "customer")).map((name) => name.toLowerCase()));
  const names = open.some(({ isUsable }) => isUsable) ? [] : open.map(namesIn).find(({ size }) => size > 0);
  const told = Array.from(names ?? []);
  const [first] = tables
    .filter(({ isUsable }) => isUsable && told.length > 0)
    .map((table) => {
      const own = namesIn(table);
      return { table, shared: told.filter((name) => own.has(name)).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return first?.table;
}
