import { type DayNumber, dayFromCalendar, isoFromDay } from "../../core/day";
import { grouped } from "../../core/grouped";
import { correlation } from "../../core/math/correlation";
import { least, most } from "../../core/math/extremes";
import { firstDayOf, periodOf } from "../../core/period";
import { summaries } from "../../core/purchases/customers";
import { histories } from "../../core/purchases/history";
import { listed, quoted } from "../../sheet/fault";
import { counted, percent, plain } from "../../sheet/words";

/** A row of the table: what was looked for in the data, how often it was found, and what to do about it. */
export type Check = readonly [
  check: string,
  rows: number,
  status: "ok" | "note" | "warning" | "error",
  advice: string,
];

/** A row with all it needs to count. */
export interface RevenueRow {
  readonly customer: string;
  readonly day: DayNumber;
  readonly amount: number;
  /** Its index, by which its place is known. */
  readonly row: number;
}

/** A check that is fine where it finds nothing. */
export function found<T>(
  check: string,
  items: readonly T[],
  inWords: (item: T) => string,
  status: Check[2],
  advice: string,
): Check {
  if (items.length === 0) return [check, 0, "ok", ""];
  return [check, items.length, status, `${listed(items.map(inWords))}: ${advice}`];
}

/** What is to be known about rows that can all be read, and about the customers of all rows. */
export function checksOfRows(
  rows: readonly RevenueRow[],
  customers: readonly string[],
  placeOf: (row: number) => string,
): Check[] {
  const place = ({ row }: RevenueRow) => placeOf(row);
  const aboutAll: readonly Check[] =
    rows.length > 0
      ? [...periodChecks(rows), ...customerChecks(rows)]
      : [["Span of data", 0, "error", "no row has a customer, a date and an amount"]];
  return [
    found(
      "Refunds (below 0)",
      rows.filter(({ amount }) => amount < 0),
      place,
      "note",
      "netted within the customer's day; a day below 0 is no purchase",
    ),
    found(
      "Zero amounts",
      rows.filter(({ amount }) => amount === 0),
      place,
      "note",
      "each counts as a free order: leave them out if they are none",
    ),
    found(
      "Dates before 1990 or far after the others",
      oddDates(rows),
      (row) => `${isoFromDay(row.day)} in ${place(row)}`,
      "warning",
      "look for a wrong year",
    ),
    similarCustomersCheck(customers),
    ...aboutAll,
  ];
}

const earliest = dayFromCalendar(1990, 1, 1)!;
const daysOfYear = 366;

/** Rows with a wrong year: before 1990, or more than a year after all but the last hundredth of the rows. */
function oddDates(rows: readonly RevenueRow[]): RevenueRow[] {
  const days = Float64Array.from(rows, ({ day }) => day).sort();
  const usualEnd = days[Math.max(0, Math.ceil(days.length * 0.99) - 1)] ?? Infinity;
  return rows.filter(({ day }) => day < earliest || day > usualEnd + daysOfYear);
}

const withoutCase = (customer: string) => customer.toLowerCase().replace(/\s+/g, " ");

function similarCustomersCheck(customers: readonly string[]): Check {
  const spellings = grouped(new Set(customers), withoutCase);
  const several = Array.from(spellings.values()).filter((names) => names.length > 1);
  const ambiguous = new Set(several.flat());
  const [check, , status, advice] = found(
    "Customers that differ only by case or spaces",
    several,
    (names) => names.map(quoted).join(" and "),
    "warning",
    "these count as different customers: write each in one way",
  );
  return [check, customers.filter((customer) => ambiguous.has(customer)).length, status, advice];
}

function periodChecks(rows: readonly RevenueRow[]): Check[] {
  const days = rows.map((row) => row.day);
  const [first, last] = [least(days), most(days)];
  const month = periodOf(last, "month");
  const isOver = last === firstDayOf(month + 1, "month") - 1;
  const inLastMonth = rows.filter(({ day }) => periodOf(day, "month") === month).length;
  const span = `${isoFromDay(first)} to ${isoFromDay(last)}, ${counted(last - first + 1, "day")}`;
  const unfinished = `the data end on ${isoFromDay(last)}: the figures of that month are not final`;
  return [
    ["Span of data", rows.length, "ok", span],
    ["Unfinished last month", isOver ? 0 : inLastMonth, isOver ? "ok" : "note", isOver ? "" : unfinished],
  ];
}

const highCorrelation = 0.3;

function customerChecks(rows: readonly RevenueRow[]): Check[] {
  const days = rows.map((row) => row.day);
  const all = histories(
    rows.map((row) => row.customer),
    days,
    rows.map((row) => row.amount),
  );
  const buyers = summaries(all, most(days), "day").filter((buyer) => buyer.orders > 0);
  const repeats = buyers.filter((buyer) => buyer.orders > 1);
  const share = buyers.length > 0 ? repeats.length / buyers.length : 0;
  const withValue = repeats.filter((buyer) => buyer.repeatValue! > 0);
  const r = correlation(
    withValue.map((buyer) => buyer.frequency!),
    withValue.map((buyer) => buyer.repeatValue!),
  );
  const isHigh = r !== undefined && r >= highCorrelation;
  const meaning = isHigh
    ? ": frequent customers also spend more each time, so a value predicted from both is unsure"
    : " (0.3 or more would be high)";
  return [
    [
      "Repeat share",
      repeats.length,
      repeats.length > 0 ? "ok" : "warning",
      `${plain(repeats.length)} of ${plain(buyers.length)} customers (${percent(share)}) bought on more than one day`,
    ],
    [
      "Frequency-value correlation",
      withValue.length,
      isHigh ? "warning" : "ok",
      r === undefined
        ? "too few customers with a repeat purchase to tell"
        : plain(Number(r.toFixed(2))) + meaning,
    ],
  ];
}
