import { type DayNumber, dayFromCalendar, isoFromDay } from "../../core/day";
import { correlation } from "../../core/math/correlation";
import { firstDayOf, periodOf } from "../../core/period";
import { summaries } from "../../core/purchases/customers";
import { histories } from "../../core/purchases/history";
import { quoted } from "../../sheet/fault";
import { percent, plain } from "../../sheet/words";

/** What was looked for in the data, how often it was found, and what to do about it. */
export interface Check {
  readonly check: string;
  readonly rows: number | undefined;
  readonly status: "ok" | "note" | "warning" | "error";
  readonly advice: string;
}

/** A row with all it needs to count. */
export interface RevenueRow {
  readonly customer: string;
  readonly day: DayNumber;
  readonly amount: number;
  /** Its index, by which its place is known. */
  readonly row: number;
}

const mostShown = 5;

/** The first few of a list in words, and how many more there are. */
export function listed<T>(items: readonly T[], inWords: (item: T) => string): string {
  const more = items.length - mostShown;
  return items.slice(0, mostShown).map(inWords).join(", ") + (more > 0 ? `, and ${more} more` : "");
}

/** A check that is fine where it finds nothing. */
export function found<T>(
  check: string,
  items: readonly T[],
  inWords: (item: T) => string,
  status: Check["status"],
  advice: string,
): Check {
  if (items.length === 0) return { check, rows: 0, status: "ok", advice: "" };
  return { check, rows: items.length, status, advice: `${listed(items, inWords)}: ${advice}` };
}

/** What is to be known about rows that can all be read, and about the customers of all rows. */
export function checksOfRows(
  rows: readonly RevenueRow[],
  customers: readonly string[],
  placeOf: (row: number) => string,
): Check[] {
  const place = ({ row }: RevenueRow) => placeOf(row);
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
    ...periodChecks(rows),
    ...customerChecks(rows),
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
  const spellings = new Map<string, string[]>();
  for (const customer of new Set(customers)) {
    const key = withoutCase(customer);
    spellings.set(key, [...(spellings.get(key) ?? []), customer]);
  }
  const several = Array.from(spellings.values()).filter((names) => names.length > 1);
  const ambiguous = new Set(several.flat());
  return {
    ...found(
      "Customers that differ only by case or spaces",
      several,
      (names) => names.map(quoted).join(" and "),
      "warning",
      "these count as different customers: write each in one way",
    ),
    rows: customers.filter((customer) => ambiguous.has(customer)).length,
  };
}

function periodChecks(rows: readonly RevenueRow[]): Check[] {
  if (rows.length === 0) {
    return [
      {
        check: "Span of data",
        rows: 0,
        status: "error",
        advice: "no row has a customer, a date and an amount",
      },
    ];
  }
  const first = rows.reduce((least, { day }) => Math.min(least, day), Infinity);
  const last = rows.reduce((most, { day }) => Math.max(most, day), -Infinity);
  const month = periodOf(last, "month");
  const endOfMonth = firstDayOf(month + 1, "month") - 1;
  const inLastMonth = rows.filter(({ day }) => periodOf(day, "month") === month).length;
  const span = `${isoFromDay(first)} to ${isoFromDay(last)}, ${plain(last - first + 1)} ${first === last ? "day" : "days"}`;
  return [
    { check: "Span of data", rows: rows.length, status: "ok", advice: span },
    last === endOfMonth
      ? { check: "Unfinished last month", rows: 0, status: "ok", advice: "" }
      : {
          check: "Unfinished last month",
          rows: inLastMonth,
          status: "note",
          advice: `the data end on ${isoFromDay(last)}: figures of that month are not final, its churn above all`,
        },
  ];
}

const highCorrelation = 0.3;

function customerChecks(rows: readonly RevenueRow[]): Check[] {
  if (rows.length === 0) return [];
  const last = rows.reduce((most, { day }) => Math.max(most, day), -Infinity);
  const all = summaries(
    histories(
      rows.map(({ customer }) => customer),
      rows.map(({ day }) => day),
      rows.map(({ amount }) => amount),
    ),
    last,
    "day",
  );
  const buyers = all.filter(({ orders }) => orders > 0);
  const repeats = buyers.filter(({ orders }) => orders > 1);
  const share = buyers.length > 0 ? repeats.length / buyers.length : 0;
  const withValue = repeats.filter(({ repeatValue }) => repeatValue! > 0);
  const r = correlation(
    withValue.map(({ frequency }) => frequency!),
    withValue.map(({ repeatValue }) => repeatValue!),
  );
  const isHigh = r !== undefined && r >= highCorrelation;
  return [
    {
      check: "Repeat share",
      rows: repeats.length,
      status: repeats.length > 0 ? "ok" : "warning",
      advice: `${plain(repeats.length)} of ${plain(buyers.length)} customers (${percent(share)}) bought on more than one day`,
    },
    {
      check: "Frequency-value correlation",
      rows: withValue.length,
      status: isHigh ? "warning" : "ok",
      advice:
        r === undefined
          ? "too few customers with a repeat purchase to tell"
          : `${plain(Number(r.toFixed(2)))}${isHigh ? ": frequent customers also spend more each time, so a value predicted from both is unsure" : " (0.3 or more would be high)"}`,
    },
  ];
}
