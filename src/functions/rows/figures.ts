import { type DayNumber, isoFromDay } from "../../core/day";
import { type Period, firstDayOf, periodOf, periods } from "../../core/period";
import { grouped } from "../../core/grouped";
import { refusal } from "../../core/refusal";
import { type AmountColumn, readAmountColumn } from "../../sheet/mapped/amountColumns";
import { readDateColumns } from "../../sheet/mapped/dateColumns";
import { type MappedTable, neededCells } from "../../sheet/mapped/mappedTable";
import type { Meaning } from "../../sheet/mapped/meanings";
import type { Cell } from "../../sheet/cell";
import type { ResultCell } from "../../sheet/result";
import { wholePeriod } from "../../sheet/written/periods";
import { wordsOf } from "../../sheet/written/words";
import { type Figures, addedUp } from "./addedUp";
import { refuseSeveralCurrencies } from "./currencies";
import {
  type KindReader,
  createSieve,
  faultUnread,
  furnitureOf,
  groupOf,
  numberIn,
  reasons,
  rounded,
} from "./reading";

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
/** What stands in place of a period where those before it are added up: Year, Q1, 1º trim., 2. Halbjahr, YTD. */
const parts = "quarter|quartal|trimestre|trim|kwartaal|half( year)?|halbjahr|semestre|semester|halfjaar";
const span = new RegExp(
  `^((full|fiscal) )?(year|jahr|annee|ano|anno|jaar|ytd|ltm|[qtk] ?[1-4]|[hs] ?[12]|([1-4] ?(st|nd|rd|th|er|e|eme|o|a)? ?)?(${parts})( [1-4])?)( (19|20)\\d\\d)?$`,
);
const isSpan = (cell: unknown) => typeof cell === "string" && span.test(wordsOf(cell));

/** Whether a row is of a quarter or a year, in which those of its months are added up: they are fewer than these. */
function longerThanOthers(cells: readonly Cell[], days: Float64Array): (row: number) => boolean {
  const isLong = cells.map((cell) => /^(quarter|year)$/.test(wholePeriod(cell)?.unit ?? ""));
  const readable = days.filter((day) => !Number.isNaN(day)).length;
  const long = isLong.filter(Boolean).length;
  return (row) => isLong[row]! && 2 * long < readable;
}
const rates = ["churn", "gross_margin"] as const satisfies readonly Meaning[];

/**
 * Figures by period: the oldest first, to the last period in which anything is filled in. Where a column says which part of
 * the business a row is of, the parts of a period are added up.
 */
export const readFigures: KindReader = (table, as_of) => {
  neededCells(table, "period");
  const period = readDateColumns(table, ["period"]).get("period")!;
  const columns = new Map<Meaning, AmountColumn>();
  for (const meaning of counted) addColumn(meaning, readAmountColumn(table, meaning));
  for (const meaning of rates) addColumn(meaning, readAmountColumn(table, meaning, { areRates: true }));
  if (!counted.some((meaning) => columns.has(meaning)))
    throw refusal(`columns must name figures such as revenue, customers and lost, got only a period`);
  const segments = table.cells("segment") ?? table.cells("channel");
  const sieve = createSieve(table);
  const furniture = furnitureOf(table, ["period", "segment", "channel"], (row) =>
    Number.isNaN(period.days[row]!),
  );
  const at = (meaning: Meaning, row: number): number | undefined => {
    const column = columns.get(meaning);
    return column && numberIn(column.values, row);
  };
  const amountOf = (row: number) => at("revenue", row);

  const cells = table.cells("period")!;
  const isLong = longerThanOthers(cells, period.days);
  const isTotal = (row: number) => isLong(row) || (Number.isNaN(period.days[row]!) && isSpan(cells[row]));
  const first = period.days.findIndex((day) => !Number.isNaN(day));
  const isHeading = (row: number) =>
    row < first && !Array.from(columns.values()).some(({ values }) => !Number.isNaN(values[row]!));
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const reason =
      furniture[row] ??
      (period.isBlank(row)
        ? "No period"
        : isTotal(row)
          ? reasons.total
          : // What figures are counted in, say, below their titles.
            isHeading(row)
            ? reasons.heading
            : undefined);
    if (reason !== undefined) sieve.leave(row, reason, amountOf(row));
    else if (Number.isNaN(period.days[row]!)) sieve.fault(period.fault(row));
    else rows.push(row);
  }
  rows.sort((a, b) => period.days[a]! - period.days[b]! || a - b);
  const unit = unitOf(Array.from(new Set(rows.map((row) => period.days[row]!))));
  const periodIn = (row: number) => periodOf(period.days[row]!, unit);
  const parts = grouped(rows, (row) => groupOf(segments, row)).values();
  for (const own of parts) refuseTwice(table, own, period.days, unit);
  const filled = rows.filter((row) => filling.some((meaning) => (at(meaning, row) ?? 0) > 0));
  const end = filled.length > 0 ? periodIn(filled[filled.length - 1]!) : -Infinity;
  const kept = rows.filter((row) => {
    const isOver = as_of === undefined || lastDayOf(period.days[row]!, unit) <= as_of;
    if (periodIn(row) > end) sieve.leave(row, "Nothing filled in yet", amountOf(row));
    else if (!isOver) sieve.leave(row, "Not over at as_of", amountOf(row));
    return periodIn(row) <= end && isOver;
  });
  for (const row of kept) faultUnread(Array.from(columns.values()), row, sieve);
  refuseSeveralCurrencies(table, ["revenue", "revenue_per_customer"], kept);

  const before = new Map<number, number>();
  for (const own of grouped(kept, (row) => groupOf(segments, row)).values())
    own.slice(1).forEach((row, index) => before.set(row, own[index]!));
  const result = Array.from(grouped(kept, periodIn).values(), (own): ResultCell[] => {
    const [first, ...others] = own;
    for (const row of others) sieve.leave(row, "Added to the first row of its period", amountOf(row));
    const { revenue, atStart, lost, churn, won, margin } = addedUp(own.map(figuresOf));
    return [
      { day: period.days[first!]! },
      revenue,
      atStart,
      columns.has("lost") ? lost : churn,
      won,
      margin,
      table.rowNumber(first!),
    ];
  });
  return { rows: result, leftOut: sieve.finish() };

  function addColumn(meaning: Meaning, column: AmountColumn | undefined): void {
    if (column) columns.set(meaning, column);
  }

  function figuresOf(row: number): Figures {
    const atStart = customersAtStart(row, before.get(row));
    const perCustomer = at("revenue_per_customer", row);
    const revenue =
      at("revenue", row) ??
      (perCustomer === undefined || atStart === undefined ? undefined : rounded(perCustomer * atStart));
    const [lost, churn, won] = [at("lost", row), at("churn", row), at("new", row)];
    return { revenue, atStart, lost, churn, won, margin: at("gross_margin", row) };
  }

  /** Those at the start, or who were left at the end without what happened in between, or at the end of the period before. */
  function customersAtStart(row: number, rowBefore: number | undefined): number | undefined {
    if (columns.has("customers")) return at("customers", row);
    const [atEnd, lost, won] = [at("customers_at_end", row), at("lost", row), at("new", row)];
    if (atEnd !== undefined && lost !== undefined && won !== undefined) return rounded(atEnd - won + lost);
    const isNext = rowBefore !== undefined && periodIn(row) - periodIn(rowBefore) === 1;
    return isNext ? at("customers_at_end", rowBefore) : undefined;
  }
};

/** The longest unit of which no two days are in one; a month where that tells nothing. */
function unitOf(days: readonly DayNumber[]): Period {
  if (days.length < 2) return "month";
  const areApart = (unit: Period) =>
    days.every((day, index) => index === 0 || periodOf(day, unit) > periodOf(days[index - 1]!, unit));
  return [...periods].reverse().find(areApart) ?? "month";
}

const lastDayOf = (day: DayNumber, unit: Period): DayNumber => firstDayOf(periodOf(day, unit) + 1, unit) - 1;

function refuseTwice(table: MappedTable, rows: readonly number[], days: Float64Array, unit: Period): void {
  const again = rows.findIndex(
    (row, index) => index > 0 && periodOf(days[row]!, unit) === periodOf(days[rows[index - 1]!]!, unit),
  );
  if (again < 0) return;
  const [one, other] = [rows[again - 1]!, rows[again]!];
  const isParted = table.has("segment") || table.has("channel");
  throw refusal(
    `period must be different in each row${isParted ? " of a segment" : ""}, got ${isoFromDay(days[other]!)} in ${table.placeOf(one)} and ${table.placeOf(other)}: ` +
      (isParted
        ? "add up the rows of a period first"
        : "name the column that separates them as segment, and they are added up"),
  );
}
