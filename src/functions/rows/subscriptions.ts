import { type DayNumber, dayFromCalendar, isoFromDay } from "../../core/day";
import { monthsAfter } from "../../core/monthsAfter";
import { daysPer, periodOf } from "../../core/period";
import { refusal } from "../../core/refusal";
import { type Cell, isBlank } from "../../sheet/cell";
import { readAmountColumn } from "../../sheet/mapped/amountColumns";
import { readDateColumns } from "../../sheet/mapped/dateColumns";
import { type MappedTable, neededCells } from "../../sheet/mapped/mappedTable";
import type { ResultCell } from "../../sheet/result";
import { monthsOfInterval } from "../../sheet/written/intervals";
import { isInterval, monthsOfAmounts } from "./spans";
import { rowsOfNames } from "../../sheet/written/names";
import { saysNoEnd } from "../../sheet/written/nothing";
import { isYesOrNo, subscriptionState } from "../../sheet/written/statuses";
import { withoutEnd } from "./columns";
import { refuseSeveralCurrencies } from "./currencies";
import {
  type KindReader,
  type Sieve,
  createSieve,
  furnitureOf,
  groupOf,
  identityOf,
  reasonOfStatus,
  reasons,
} from "./reading";

/** Ends from here on are a way to write "open", as words are. */
const firstOpenEnd = dayFromCalendar(2099, 1, 1)!;

const goesOn = (cell: unknown) => typeof cell === "string" && saysNoEnd(cell);

/** Rows of subscriptions or contract terms: when each began and ended, and what it brings a month. */
export const readSubscriptions: KindReader = (table, as_of) => {
  const customers = neededCells(table, "customer");
  neededCells(table, "start");
  const dates = readDateColumns(table, ["start", "end", "trial_end"]);
  const [start, end, trialEnd] = [dates.get("start")!, dates.get("end"), dates.get("trial_end")];
  const term = readAmountColumn(table, "term_months");
  const monthly = monthlyAmounts(table);
  const { column } = monthly;
  const segments = table.cells("segment") ?? table.cells("channel");
  const statuses = table.cells("status");
  const asked = statuses ? table.headerWords("status") : "";
  const reasonOf = (status: string) =>
    isYesOrNo(status) && statuses ? `${table.headerOf("status")}: ${status}` : reasonOfStatus(status);
  const sieve = createSieve(table);

  const furniture = furnitureOf(table, ["customer", "start", column.meaning], (row) =>
    Number.isNaN(start.days[row]!),
  );
  const counts = (row: number) => furniture[row] === undefined;
  const owners = rowsOfNames({
    names: customers,
    counts,
    goesOn: () => false,
    hasOrder: () => false,
    isHeading: (row) => start.isBlank(row) && column.isBlank(row),
  });
  const ownsOthers = new Uint8Array(table.length);
  owners.forEach((owner, row) => owner >= 0 && owner !== row && (ownsOthers[owner] = 1));

  const ends = table.cells("end");
  const endOf = (row: number): DayNumber | undefined => {
    const written = end?.days[row] ?? NaN;
    if (!Number.isNaN(written)) return written >= firstOpenEnd ? undefined : written;
    const months = term?.values[row] ?? NaN;
    return months > 0 ? lastDayOfTerm(start.days[row]!, months) : undefined;
  };
  const now = trialEnd && (as_of ?? latestDay(table, start.days, end?.days, trialEnd.days));
  const rows: number[] = [];
  const result: ResultCell[][] = [];
  for (let row = 0; row < table.length; row++) {
    const reason = furniture[row] ?? lackOf(row);
    if (reason !== undefined) {
      sieve.leave(row, reason, column.values[row]);
      continue;
    }
    const isUnread = [start, end, trialEnd, term, column].filter((one) => {
      const values = one && ("days" in one ? one.days : one.values);
      const isWrong =
        values !== undefined &&
        Number.isNaN(values[row]!) &&
        !one!.isBlank(row) &&
        !(one === end && goesOn(ends?.[row]));
      if (isWrong) sieve.fault(one!.fault(row));
      return isWrong;
    });
    if (isUnread.length > 0) continue;
    const written = start.days[row]!;
    const last = endOf(row);
    const trialUntil = trialEnd?.days[row] ?? NaN;
    const begins = trialUntil > written ? trialUntil : written;
    if (now !== undefined && trialUntil > now) {
      sieve.leave(row, reasons.trial, column.values[row]);
      continue;
    }
    if (trialUntil >= begins && last !== undefined && last <= trialUntil) {
      sieve.leave(row, reasons.neverPaid, column.values[row]);
      continue;
    }
    if (as_of !== undefined && begins > as_of) {
      sieve.leave(row, reasons.afterAsOf, column.values[row]);
      continue;
    }
    const status = groupOf(statuses, row);
    if (last === undefined && status !== "" && subscriptionState(status, asked) === "ended") {
      sieve.leave(row, `${reasonOf(status)}${withoutEnd}`, column.values[row]);
      continue;
    }
    const mrr = monthly.of(row, written, last, sieve);
    if (mrr === undefined) {
      sieve.leave(row, "No term length", column.values[row]);
      continue;
    }
    const name = identityOf(customers[owners[row]!]!, owners[row]!, table, sieve);
    rows.push(row);
    result.push([
      name,
      { day: begins },
      last === undefined ? "" : { day: last },
      mrr,
      groupOf(segments, row),
      table.rowNumber(row),
    ]);
  }
  refuseSeveralCurrencies(table, [column.meaning], rows);
  return { rows: result, leftOut: sieve.finish() };

  /** What a row lacks that it cannot do without, or is not a subscription for. */
  function lackOf(row: number): string | undefined {
    if (start.isBlank(row) && column.isBlank(row) && ownsOthers[row] === 1) return reasons.heading;
    const status = groupOf(statuses, row);
    const state = status === "" ? "running" : subscriptionState(status, asked);
    if (state === "trial") return reasons.trial;
    if (state === "never paid") return reasonOfStatus(status);
    if (owners[row]! < 0) return reasons.noCustomer;
    if (start.isBlank(row)) return "No start";
    return column.isBlank(row) ? reasons.noAmount : undefined;
  }
};

/**
 * The day that a list is from, where nobody says it: the latest start or end, unless ends lie in a later month than the
 * latest start. Then a trial that ends later than that start may still run, and nobody can know.
 */
function latestDay(
  table: MappedTable,
  starts: Float64Array,
  ends: Float64Array | undefined,
  trials: Float64Array,
): DayNumber {
  const latest = (days: Float64Array) =>
    days.reduce((most, day) => (day < firstOpenEnd && day > most ? day : most), -Infinity);
  const lastStart = latest(starts);
  const lastEnd = ends ? latest(ends) : -Infinity;
  if (!Number.isFinite(lastStart)) return -Infinity;
  if (lastEnd <= lastStart || periodOf(lastEnd, "month") <= periodOf(lastStart, "month"))
    return Math.max(lastStart, lastEnd);
  const open = trials.findIndex((day) => day > lastStart);
  if (open < 0) return lastStart;
  throw refusal(
    `as_of must be the day the list is from when ends and trials fall after the latest start, ` +
      `got nothing with a trial until ${isoFromDay(trials[open]!)} in ${table.placeOf(open)}`,
  );
}

/** Recurring revenue as it stands, and how to make it that of a month. */
function monthlyAmounts(table: MappedTable) {
  const mrr = readAmountColumn(table, "mrr", { isElse: isInterval });
  const value = readAmountColumn(table, "term_value");
  const column = mrr ?? value;
  if (!column) throw refusal("columns must name mrr or term_value in a table of subscriptions, got none");
  if (mrr && value)
    throw refusal("columns must name one of mrr and term_value, got both: use the one that every row has");
  if (!mrr) return { column, of: ofTerm(table, column.values) };
  const months = monthsOfAmounts(table, "mrr");
  if (months !== undefined) return { column, of: (row: number) => column.values[row]! / months };
  const intervals = table.cells("interval");
  if (!intervals) return { column, of: (row: number) => column.values[row] };
  return {
    column,
    of: (row: number, _: DayNumber, __: DayNumber | undefined, sieve: Sieve) => {
      const cell = intervals[row]!;
      if (isBlank(cell)) return undefined;
      const length = intervalOf(cell);
      if (length === undefined)
        sieve.fault({ argument: "interval", reader: intervalReader, cell, place: table.placeOf(row) });
      return column.values[row]! / (length ?? 1);
    },
  };
}
const intervalReader = { expected: "how often it is due, such as month, year or 3 months" };
const intervalOf = (cell: Cell) =>
  typeof cell === "string" || typeof cell === "number" ? monthsOfInterval(cell) : undefined;

/** The value of a whole term over its months: those that are given, or those from its start to its end. */
function ofTerm(table: MappedTable, values: Float64Array) {
  const months = readAmountColumn(table, "term_months")?.values;
  if (!months && !table.has("end"))
    throw refusal("columns must name term_months or end with term_value, got neither");
  return (row: number, start: DayNumber, end: DayNumber | undefined): number | undefined => {
    const given = months?.[row] ?? NaN;
    const length = given > 0 ? given : end === undefined ? undefined : monthsFrom(start, end);
    return length === undefined || length <= 0 ? undefined : values[row]! / length;
  };
}

function lastDayOfTerm(start: DayNumber, months: number): DayNumber {
  const whole = Math.floor(months);
  return monthsAfter(start, whole) - 1 + Math.round((months - whole) * daysPer.month);
}

/** Months of service from the first day to the last; whole where the last is the day before a month's turn, or that day. */
function monthsFrom(start: DayNumber, end: DayNumber): number {
  let whole = Math.max(0, Math.floor((end + 1 - start) / 31));
  while (monthsAfter(start, whole + 1) <= end + 1) whole++;
  const rest = end + 1 - monthsAfter(start, whole);
  return whole + (whole > 0 && rest <= 1 ? 0 : rest / daysPer.month);
}
