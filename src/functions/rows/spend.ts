import { refusal } from "../../core/refusal";
import { readAmountColumn } from "../../sheet/mapped/amountColumns";
import { readDateColumns } from "../../sheet/mapped/dateColumns";
import type { ResultCell } from "../../sheet/result";
import { titlesOfRows } from "./columns";
import { refuseSeveralCurrencies } from "./currencies";
import { type KindReader, createSieve, furnitureOf, groupOf, reasons } from "./reading";

const header = titlesOfRows.spend;

/** Rows of what winning customers cost. */
export const readSpend: KindReader = (table, as_of) => {
  const meaning = table.has("period") ? "period" : "date";
  if (!table.has(meaning)) throw refusal("columns must name period in a table of spend, got none");
  const period = readDateColumns(table, [meaning]).get(meaning)!;
  const spend = readAmountColumn(table, "spend")!;
  const won = readAmountColumn(table, "new");
  const channels = table.cells("channel") ?? table.cells("segment");
  const sieve = createSieve(table);
  const furniture = furnitureOf(table, [meaning, "channel", "spend"], (row) =>
    Number.isNaN(period.days[row]!),
  );
  const rows: number[] = [];
  const result: ResultCell[][] = [];
  for (let row = 0; row < table.length; row++) {
    const day = period.days[row]!;
    const amount = spend.values[row]!;
    const reason =
      furniture[row] ??
      (period.isBlank(row) ? "No period" : spend.isBlank(row) ? reasons.noAmount : undefined) ??
      (as_of !== undefined && day > as_of ? reasons.afterAsOf : undefined);
    if (reason !== undefined) {
      sieve.leave(row, reason, amount);
      continue;
    }
    if (Number.isNaN(day)) sieve.fault(period.fault(row));
    if (Number.isNaN(amount)) sieve.fault(spend.fault(row));
    const count = won?.values[row] ?? NaN;
    if (won && Number.isNaN(count) && !won.isBlank(row)) sieve.fault(won.fault(row));
    rows.push(row);
    result.push([
      { day },
      groupOf(channels, row),
      amount,
      Number.isNaN(count) ? "" : count,
      table.rowNumber(row),
    ]);
  }
  refuseSeveralCurrencies(table, ["spend"], rows);
  return { header, rows: result, leftOut: sieve.finish() };
};
