import { isBlank } from "../../sheet/cell";
import { readAmountColumn } from "../../sheet/mapped/amountColumns";
import type { MappedTable } from "../../sheet/mapped/mappedTable";
import type { ResultCell } from "../../sheet/result";
import { leftReader } from "../../sheet/reader";
import { saysLeft } from "../../sheet/written/flags";
import { titlesOfRows } from "./columns";
import { monthsOfAmounts, monthsOfTimes } from "./spans";
import { refuseSeveralCurrencies } from "./currencies";
import {
  type KindReader,
  type Sieve,
  createSieve,
  faultUnread,
  furnitureOf,
  groupOf,
  identityOf,
  numberIn,
  reasons,
} from "./reading";

const header = titlesOfRows.snapshots;

/** One row per customer, named or not: how many months it has stayed, what it pays a month, and whether it has gone. */
export const readSnapshots: KindReader = (table) => {
  const customers = table.cells("customer");
  const tenure = readAmountColumn(table, "tenure")!;
  const others = [readAmountColumn(table, "charge"), readAmountColumn(table, "revenue_to_date")] as const;
  const [charge, toDate] = others;
  const unit = monthsOfTimes(table, "tenure") ?? 1;
  // Where nothing says for how long a charge is, it is for as long as the tenure counts in.
  const months = (charge && monthsOfAmounts(table, "charge")) ?? unit;
  const left = leftOf(table);
  const segments = table.cells("segment") ?? table.cells("channel");
  const sieve = createSieve(table);
  const furniture = furnitureOf(table, ["customer", "tenure"], (row) => tenure.isBlank(row));
  const rows: number[] = [];
  const result: ResultCell[][] = [];
  for (let row = 0; row < table.length; row++) {
    const reason =
      furniture[row] ??
      (customers && isBlank(customers[row])
        ? reasons.noCustomer
        : tenure.isBlank(row)
          ? "No tenure"
          : left?.isOpen(row)
            ? "Nothing says whether they left"
            : undefined);
    if (reason !== undefined) {
      sieve.leave(row, reason, charge?.values[row] ?? toDate?.values[row]);
      continue;
    }
    faultUnread([tenure, ...others], row, sieve);
    rows.push(row);
    result.push([
      customers ? identityOf("customer", customers[row]!, row, table, sieve) : "",
      tenure.values[row]! * unit,
      charge && inMonths(numberIn(charge.values, row), months),
      left ? left.of(row, sieve) : "",
      toDate && numberIn(toDate.values, row),
      groupOf(segments, row),
      table.rowNumber(row),
    ]);
  }
  refuseSeveralCurrencies(table, ["charge", "revenue_to_date"], rows);
  return { header, rows: result, leftOut: sieve.finish() };
};

const inMonths = (amount: number | undefined, months: number) =>
  amount === undefined ? undefined : amount / months;

/** Who has left, as 1 and 0. Where only those are marked who have, a blank says that someone is still there. */
function leftOf(table: MappedTable) {
  const cells = table.cells("left");
  if (!cells) return undefined;
  const saysNo = cells.some((cell) => !isBlank(cell) && saysLeft(cell) === false);
  return {
    isOpen: (row: number) => saysNo && isBlank(cells[row]),
    of: (row: number, sieve: Sieve): number => {
      const cell = cells[row]!;
      if (isBlank(cell)) return 0;
      const says = saysLeft(cell);
      if (says === undefined)
        sieve.fault({ argument: "left", reader: leftReader, cell, place: table.placeOf(row) });
      return Number(says === true);
    },
  };
}
