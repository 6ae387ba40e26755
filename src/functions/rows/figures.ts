import { type DayNumber, isoFromDay } from "../../core/day";
import { type Period, firstDayOf, periodOf, periods } from "../../core/period";
import { refusal } from "../../core/refusal";
import { type AmountColumn, readAmountColumn } from "../../sheet/mapped/amountColumns";
import { readDateColumns } from "../../sheet/mapped/dateColumns";
import { type MappedTable, neededCells } from "../../sheet/mapped/mappedTable";
import type { Meaning } from "../../sheet/mapped/meanings";
import type { ResultCell } from "../../sheet/result";
import { titlesOfRows } from "./columns";
import { refuseSeveralCurrencies } from "./currencies";
import { type KindReader, createSieve, faultUnread, furnitureOf, rounded } from "./reading";

const header = titlesOfRows.figures;
const counted = [
  "revenue",
  "revenue_per_customer",
  "customers",
  "customers_at_end",
  "lost",
  "new",
] as const satisfies readonly Meaning[];
/** Where none of these is above 0, nothing has been filled in yet. */
const filling = ["revenue", "customers", "customers_at_end", "revenue_per_customer"] as const;
const rates = ["churn", "gross_margin"] as const satisfies readonly Meaning[];

/** Figures by period: the oldest first, to the last period in which anything is filled in. */
export const readFigures: KindReader = (table, as_of) => {
  neededCells(table, "period");
  const period = readDateColumns(table, ["period"]).get("period")!;
  const columns = new Map<Meaning, AmountColumn>();
  for (const meaning of counted) addColumn(meaning, readAmountColumn(table, meaning));
  for (const meaning of rates) addColumn(meaning, readAmountColumn(table, meaning, { areRates: true }));
  if (!counted.some((meaning) => columns.has(meaning)))
    throw refusal(`columns must name figures such as revenue, customers and lost, got only a period`);
  const sieve = createSieve(table);
  const furniture = furnitureOf(table, ["period"], (row) => Number.isNaN(period.days[row]!));
  const at = (meaning: Meaning, row: number): number | undefined => {
    const value = columns.get(meaning)?.values[row];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  const amountOf = (row: number) => at("revenue", row);

  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const reason = furniture[row] ?? (period.isBlank(row) ? "No period" : undefined);
    if (reason !== undefined) sieve.leave(row, reason, amountOf(row));
    else if (Number.isNaN(period.days[row]!)) sieve.fault(period.fault(row));
    else rows.push(row);
  }
  rows.sort((a, b) => period.days[a]! - period.days[b]! || a - b);
  const unit = unitOf(rows.map((row) => period.days[row]!));
  refuseTwice(table, rows, period.days, unit);
  const isFilled = (row: number) => filling.some((meaning) => (at(meaning, row) ?? 0) > 0);
  let end = rows.length - 1;
  while (end >= 0 && !isFilled(rows[end]!)) end--;
  const kept = rows.filter((row, index) => {
    const isOver = as_of === undefined || lastDayOf(period.days[row]!, unit) <= as_of;
    if (index > end) sieve.leave(row, "Nothing filled in yet", amountOf(row));
    else if (!isOver) sieve.leave(row, "Not over at as_of", amountOf(row));
    return index <= end && isOver;
  });
  for (const row of kept) faultUnread(Array.from(columns.values()), row, sieve);
  refuseSeveralCurrencies(table, ["revenue", "revenue_per_customer"], kept);

  const result = kept.map((row, index): ResultCell[] => {
    const atStart = customersAtStart(row, kept[index - 1]);
    const perCustomer = at("revenue_per_customer", row);
    const revenue =
      at("revenue", row) ??
      (perCustomer === undefined || atStart === undefined ? undefined : rounded(perCustomer * atStart));
    return [
      { day: period.days[row]! },
      revenue,
      atStart,
      columns.has("lost") ? at("lost", row) : at("churn", row),
      at("new", row),
      at("gross_margin", row),
      table.rowNumber(row),
    ];
  });
  return { header, rows: result, leftOut: sieve.finish() };

  function addColumn(meaning: Meaning, column: AmountColumn | undefined): void {
    if (column) columns.set(meaning, column);
  }

  /** Those at the start, or who were left at the end without what happened in between, or at the end of the period before. */
  function customersAtStart(row: number, before: number | undefined): number | undefined {
    if (columns.has("customers")) return at("customers", row);
    const [atEnd, lost, won] = [at("customers_at_end", row), at("lost", row), at("new", row)];
    if (atEnd !== undefined && lost !== undefined && won !== undefined) return rounded(atEnd - won + lost);
    const isNext =
      before !== undefined && periodOf(period.days[row]!, unit) - periodOf(period.days[before]!, unit) === 1;
    return isNext ? at("customers_at_end", before) : undefined;
  }
};

/** The longest unit of which no two days are in one; a month where that tells nothing. */
function unitOf(days: readonly DayNumber[]): Period {
  if (days.length < 2) return "month";
  const isApart = (unit: Period) =>
    days.every((day, index) => index === 0 || periodOf(day, unit) > periodOf(days[index - 1]!, unit));
  return [...periods].reverse().find(isApart) ?? "month";
}

const lastDayOf = (day: DayNumber, unit: Period): DayNumber => firstDayOf(periodOf(day, unit) + 1, unit) - 1;

function refuseTwice(table: MappedTable, rows: readonly number[], days: Float64Array, unit: Period): void {
  const again = rows.findIndex(
    (row, index) => index > 0 && periodOf(days[row]!, unit) === periodOf(days[rows[index - 1]!]!, unit),
  );
  if (again < 0) return;
  const [one, other] = [rows[again - 1]!, rows[again]!];
  throw refusal(
    `period must be another one in each row, got ${isoFromDay(days[other]!)} in ${table.placeOf(one)} and ${table.placeOf(other)}: add up the rows of a period first`,
  );
}
