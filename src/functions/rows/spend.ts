import { refusal } from "../../core/refusal";
import { readAmountColumn } from "../../sheet/mapped/amountColumns";
import { readDateColumns } from "../../sheet/mapped/dateColumns";
import { type KindReader, faultUnread, groupOf, numberIn, readSingly, reasons } from "./reading";

/** Rows of what winning customers cost. */
export const readSpend: KindReader = (table, as_of) => {
  const meaning = table.has("period") ? "period" : "date";
  if (!table.has(meaning)) throw refusal("columns must name period in a table of spend, got none");
  const period = readDateColumns(table, [meaning]).get(meaning)!;
  const spend = readAmountColumn(table, "spend")!;
  const won = readAmountColumn(table, "new");
  const channels = table.cells("channel") ?? table.cells("segment");
  return readSingly(table, {
    keys: [meaning, "channel", "spend"],
    isIncomplete: (row) => Number.isNaN(period.days[row]!),
    lackOf: (row) => {
      if (period.isBlank(row)) return "No period";
      if (spend.isBlank(row)) return reasons.noAmount;
      return as_of !== undefined && period.days[row]! > as_of ? reasons.afterAsOf : undefined;
    },
    amounts: ["spend"],
    amountOf: (row) => spend.values[row],
    cellsOf: (row, sieve) => {
      faultUnread([period, spend, won], row, sieve);
      return [
        { day: period.days[row]! },
        groupOf(channels, row),
        spend.values[row],
        won && numberIn(won.values, row),
        table.rowNumber(row),
      ];
    },
  });
};
