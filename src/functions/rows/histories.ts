import { isBlank } from "../../sheet/cell";
import { readAmountColumn } from "../../sheet/mapped/amountColumns";
import { neededCells } from "../../sheet/mapped/mappedTable";
import {
  type KindReader,
  faultUnlike,
  faultUnread,
  groupOf,
  identityOf,
  notBelowZero,
  numberIn,
  readSingly,
  reasons,
  wholeCount,
} from "./reading";

/** One row per customer, or a history that several have: repeat orders, when the last was, and since when it is known. */
export const readHistories: KindReader = (table) => {
  for (const meaning of ["frequency", "recency", "age"] as const) neededCells(table, meaning);
  const customers = table.cells("customer");
  const frequency = readAmountColumn(table, "frequency")!;
  const times = [readAmountColumn(table, "recency")!, readAmountColumn(table, "age")!] as const;
  const [recency, age] = times;
  const value = readAmountColumn(table, "repeat_value");
  const count = readAmountColumn(table, "customers");
  const segments = table.cells("segment") ?? table.cells("channel");
  return readSingly(table, {
    keys: ["customer", "frequency", "recency", "age"],
    isIncomplete: (row) => recency.isBlank(row) || age.isBlank(row),
    lackOf,
    amounts: ["repeat_value"],
    amountOf: (row) => value?.values[row],
    cellsOf: (row, sieve) => {
      faultUnread([frequency, ...times, value, count], row, sieve);
      faultUnlike(frequency, row, wholeCount, sieve);
      if (count) faultUnlike(count, row, wholeCount, sieve);
      for (const time of times) faultUnlike(time, row, notBelowZero, sieve);
      return [
        customers && identityOf(customers[row]!, row, table, sieve),
        frequency.values[row]!,
        recency.values[row]!,
        age.values[row]!,
        value && numberIn(value.values, row),
        groupOf(segments, row),
        table.rowNumber(row),
        (count && numberIn(count.values, row)) ?? 1,
      ];
    },
  });

  function lackOf(row: number): string | undefined {
    if (customers && isBlank(customers[row])) return reasons.noCustomer;
    const blank = [frequency, ...times].find((column) => column.isBlank(row));
    return blank && `No ${blank.meaning}`;
  }
};
