import { isBlank } from "../../sheet/cell";
import { readAmountColumn } from "../../sheet/mapped/amountColumns";
import type { MappedTable } from "../../sheet/mapped/mappedTable";
import { leftReader } from "../../sheet/reader";
import { saysLeft } from "../../sheet/written/flags";
import { monthsOfAmounts, monthsOfTenure } from "./spans";
import {
  type KindReader,
  type Sieve,
  faultUnread,
  groupOf,
  identityOf,
  numberIn,
  readSingly,
  reasons,
} from "./reading";

/** One row per customer, named or not: how many months it has stayed, what it pays a month, and whether it has gone. */
export const readSnapshots: KindReader = (table) => {
  const customers = table.cells("customer");
  const tenure = readAmountColumn(table, "tenure")!;
  const others = [readAmountColumn(table, "charge"), readAmountColumn(table, "revenue_to_date")] as const;
  const [charge, toDate] = others;
  const unit = monthsOfTenure(table) ?? 1;
  // Where nothing says for how long a charge is, it is for as long as the tenure counts in.
  const months = (charge && monthsOfAmounts(table, "charge")) ?? unit;
  const left = leftOf(table);
  const segments = table.cells("segment") ?? table.cells("channel");
  return readSingly(table, {
    keys: ["customer", "tenure"],
    isIncomplete: (row) => tenure.isBlank(row),
    lackOf: (row) => {
      if (customers && isBlank(customers[row])) return reasons.noCustomer;
      if (tenure.isBlank(row)) return "No tenure";
      return left?.isOpen(row) ? "Nothing says whether they left" : undefined;
    },
    amounts: ["charge", "revenue_to_date"],
    amountOf: (row) => charge?.values[row] ?? toDate?.values[row],
    cellsOf: (row, sieve) => {
      faultUnread([tenure, ...others], row, sieve);
      return [
        customers ? identityOf(customers[row]!, row, table, sieve) : "",
        tenure.values[row]! * unit,
        charge && inMonths(numberIn(charge.values, row), months),
        left ? left.of(row, sieve) : "",
        toDate && numberIn(toDate.values, row),
        groupOf(segments, row),
        table.rowNumber(row),
      ];
    },
  });
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
