import { refusal } from "../../core/refusal";
import { isBlank } from "../../sheet/cell";
import { type AmountColumn, readAmountColumn } from "../../sheet/mapped/amountColumns";
import { readDateColumns } from "../../sheet/mapped/dateColumns";
import { type MappedTable, neededCells } from "../../sheet/mapped/mappedTable";
import type { ResultCell } from "../../sheet/result";
import { rowsOfNames } from "../../sheet/written/names";
import { type OrderState, orderStates, saysPaid, statesByPaid } from "../../sheet/written/statuses";
import { saysRecurring } from "../../sheet/written/intervals";
import { refuseSeveralCurrencies } from "./currencies";
import { areUnlabelledTotals, netAmounts } from "./orderAmounts";
import {
  type KindReader,
  createSieve,
  furnitureOf,
  groupOf,
  identityOf,
  reasonOfStatus,
  reasons,
} from "./reading";
import { isInterval, toldMonths } from "./spans";

/** Rows of orders, payments or invoices: what each customer paid and when, net of refunds and tax. */
export const readOrders: KindReader = (table, as_of) => {
  const customers = neededCells(table, "customer");
  neededCells(table, "date");
  const date = readDateColumns(table, ["date"]).get("date")!;
  const amounts = grossAmounts(table);
  const orders = table.cells("order");
  const segments = table.cells("segment") ?? table.cells("channel");
  const sieve = createSieve(table);

  const hasNoDate = (row: number) => Number.isNaN(date.days[row]!);
  const furniture = furnitureOf(table, ["customer", "date", "amount"], hasNoDate);
  // Of rows that go on with an order the number stands once, or again in each.
  const hasOwnOrder = (row: number) =>
    orders !== undefined && !isBlank(orders[row]) && (row === 0 || orders[row] !== orders[row - 1]);
  const goesOn = (row: number) =>
    row > 0 && isBlank(customers[row]) && date.isBlank(row) && !hasOwnOrder(row);
  for (const row of areUnlabelledTotals(amounts.values, goesOn, (at) => furniture[at] !== undefined))
    furniture[row] = reasons.total;
  const counts = (row: number) => furniture[row] === undefined;
  const owners = rowsOfNames({
    names: customers,
    counts,
    goesOn,
    hasOrder: (row) => orders !== undefined && !isBlank(orders[row]),
    isHeading: (row) => date.isBlank(row) && amounts.isBlank(row) && filledCells(table, row) === 1,
  });

  const ownsOthers = new Uint8Array(table.length);
  owners.forEach((owner, row) => owner >= 0 && owner !== row && (ownsOthers[owner] = 1));
  const states = statesOf(table, amounts);
  const isRecurring = table.has("amount") && saysRecurring(table.headerWords("amount"));
  const rows: number[] = [];
  const days: number[] = [];
  const firstLine = new Int32Array(table.length);
  let above = 0;
  for (let row = 0; row < table.length; row++) {
    const gross = amounts.values[row]!;
    const line = (firstLine[row] = goesOn(row) && counts(row) ? above : row);
    if (counts(row)) above = line;
    const reason =
      furniture[row] ??
      (states && states.of(line) === "unpaid" ? reasonOfStatus(states.said(line)) : undefined) ??
      lackOf(row, line);
    if (reason !== undefined) {
      sieve.leave(row, reason, gross);
      continue;
    }
    const day = date.days[line]!;
    if (as_of !== undefined && day > as_of) {
      sieve.leave(row, reasons.afterAsOf, gross);
      continue;
    }
    if (Number.isNaN(day)) sieve.fault(date.fault(line));
    if (Number.isNaN(gross)) sieve.fault(amounts.fault(row));
    rows.push(row);
    days.push(day);
  }

  /** What a row lacks that it cannot do without. */
  function lackOf(row: number, line: number): string | undefined {
    if (isNameOnly(row)) return reasons.heading;
    // A further line of an order may name nobody, too, and takes no revenue away.
    if (amounts.isBlank(row)) return reasons.noAmount;
    if (owners[row]! < 0) return hasOwnOrder(line) ? reasons.guest : reasons.noCustomer;
    if (date.isBlank(line)) return reasons.noDate;
    return isRecurring && amounts.values[row] === 0 ? reasons.nothingPaid : undefined;
  }
  function isNameOnly(row: number): boolean {
    return date.isBlank(row) && amounts.isBlank(row) && ownsOthers[row] === 1;
  }

  const names = rows.map((row) => identityOf(customers[owners[row]!]!, owners[row]!, table, sieve) ?? "");
  const stateOf = (index: number): OrderState => states?.of(firstLine[rows[index]!]!) ?? "paid";
  const net = netAmounts(table, amounts, rows, names, stateOf, sieve);
  refuseSeveralCurrencies(table, ["amount", "price"], rows);
  const result: ResultCell[][] = [];
  rows.forEach((row, index) => {
    const amount = net[index]!;
    const segment = groupOf(segments, row) || groupOf(segments, firstLine[row]!);
    if (Number.isNaN(amount)) sieve.leave(row, reasons.refunded, amounts.values[row]);
    else result.push([names[index], { day: days[index]! }, amount, segment, table.rowNumber(row)]);
  });
  return { rows: result, leftOut: sieve.finish() };
};

function filledCells(table: MappedTable, row: number): number {
  let filled = 0;
  for (const cell of table.row(row)) if (!isBlank(cell)) filled++;
  return filled;
}

/** The amount of each row as it stands, or quantity times price where there is none. */
function grossAmounts(table: MappedTable): AmountColumn {
  const amount = readAmountColumn(table, "amount", { isElse: isInterval });
  const months = toldMonths(table, "amount") ?? 1;
  if (amount) return { ...amount, values: amount.values.map((value) => value / months) };
  const quantity = readAmountColumn(table, "quantity");
  const price = readAmountColumn(table, "price");
  if (!quantity || !price)
    throw refusal("columns must name amount, or quantity and price, in a table of orders, got none");
  const isUnread = (row: number) => Number.isNaN(price.values[row]!) && !price.isBlank(row);
  return {
    ...price,
    values: price.values.map((value, row) => value * quantity.values[row]!),
    isBlank: (row) => price.isBlank(row) || quantity.isBlank(row),
    fault: (row) => (isUnread(row) ? price.fault(row) : quantity.fault(row)),
  };
}

/** What the status of each row says, and where the amounts are what was paid, they; undefined where the table has no statuses. */
function statesOf(table: MappedTable, { values }: AmountColumn) {
  const cells = table.cells("status");
  if (!cells) return undefined;
  const said = (row: number) => (isBlank(cells[row]) ? "" : String(cells[row]).trim());
  const seen = new Set<string>();
  for (let row = 0; row < cells.length; row++) if (said(row) !== "") seen.add(said(row));
  const isOfPaid = table.has("amount") && saysPaid(table.headerWords("amount"));
  const states = isOfPaid
    ? statesByPaid(
        orderStates(seen),
        Array.from(cells, (_, row) => said(row)),
        values,
      )
    : orderStates(seen);
  return { said, of: (row: number): OrderState => states.get(said(row)) ?? "paid" };
}
