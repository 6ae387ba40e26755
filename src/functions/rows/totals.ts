import { isoFromDay } from "../../core/day";
import { refusal } from "../../core/refusal";
import { isBlank } from "../../sheet/cell";
import { readAmountColumn } from "../../sheet/mapped/amountColumns";
import { type DateColumn, readDateColumns } from "../../sheet/mapped/dateColumns";
import { neededCells } from "../../sheet/mapped/mappedTable";
import type { ResultCell } from "../../sheet/result";
import {
  type KindReader,
  faultUnlike,
  faultUnread,
  groupOf,
  identityOf,
  numberIn,
  readSingly,
  reasons,
  wholeCount,
} from "./reading";

/** One row per customer: how many orders it has placed, what they came to, and when the first and the last were. */
export const readTotals: KindReader = (table, as_of) => {
  const customers = neededCells(table, "customer");
  neededCells(table, "revenue");
  const [orders, revenue] = [readAmountColumn(table, "orders")!, readAmountColumn(table, "revenue")!];
  const dates = readDateColumns(table, ["first", "last"]);
  const [first, last] = [dates.get("first"), dates.get("last")];
  const segments = table.cells("segment") ?? table.cells("channel");
  return readSingly(table, {
    keys: ["customer", "orders", "revenue"],
    isIncomplete: (row) => (!first || first.isBlank(row)) && (!last || last.isBlank(row)),
    lackOf,
    amounts: ["revenue"],
    amountOf: (row) => revenue.values[row],
    cellsOf: (row, sieve) => {
      faultUnread([orders, revenue, first, last], row, sieve);
      faultUnlike(orders, row, wholeCount, sieve);
      if (last && (dayIn(last, row) ?? Infinity) < (dayIn(first, row) ?? -Infinity))
        sieve.fault({ ...last.fault(row), reader: { expected: "a day on or after first" } });
      refuseLater(row);
      return [
        identityOf(customers[row]!, row, table, sieve),
        orders.values[row]!,
        revenue.values[row]!,
        cellOfDay(first, row),
        cellOfDay(last, row),
        groupOf(segments, row),
        table.rowNumber(row),
      ];
    },
  });

  function lackOf(row: number): string | undefined {
    if (isBlank(customers[row])) return reasons.noCustomer;
    if (orders.isBlank(row)) return "No number of orders";
    if (revenue.isBlank(row)) return orders.values[row] === 0 ? reasons.noOrder : reasons.noAmount;
    return orders.values[row] === 0 && revenue.values[row] === 0 ? reasons.noOrder : undefined;
  }

  /** Sums do not tell what they were on an earlier day. */
  function refuseLater(row: number): void {
    const day = dayIn(last, row) ?? dayIn(first, row);
    if (as_of === undefined || day === undefined || day <= as_of) return;
    throw refusal(
      `as_of must not be before an order that is in the totals, got ${isoFromDay(as_of)} with ${isoFromDay(day)} in ${table.placeOf(row)}: leave as_of out`,
    );
  }
};

const dayIn = (column: DateColumn | undefined, row: number): number | undefined =>
  column && numberIn(column.days, row);

const cellOfDay = (column: DateColumn | undefined, row: number): ResultCell => {
  const day = dayIn(column, row);
  return day === undefined ? "" : { day };
};
