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
  readonly place: string;
}

const mostShown = 5;

/** The first few of a list, and how many more there are. */
export function listed(items: readonly string[]): string {
  const more = items.length - mostShown;
  return items.slice(0, mostShown).join(", ") + (more > 0 ? `, and ${more} more` : "");
}

/** A check that finds nothing wrong where there is nothing to list. */
export function found(
  check: string,
  places: readonly string[],
  status: Check["status"],
  advice: string,
): Check {
  if (places.length === 0) return { check, rows: 0, status: "ok", advice: "" };
  return { check, rows: places.length, status, advice: `${listed(places)}: ${advice}` };
}

const placesOf = (rows: readonly RevenueRow[], isMeant: (row: RevenueRow) => boolean) =>
  rows.filter(isMeant).map(({ place }) => place);

/** What is to be known about rows that can all be read, and about the customers of all rows. */
export function checksOfRows(rows: readonly RevenueRow[], customers: readonly string[]): Check[] {
  return [
    found(
      "Refunds (below 0)",
      placesOf(rows, ({ amount }) => amount < 0),
      "note",
      "netted within the customer's day; a day below 0 is no purchase",
    ),
    found(
      "Zero amounts",
      placesOf(rows, ({ amount }) => amount === 0),
      "note",
      "each counts as a free order: leave them out if they are none",
    ),
    datesCheck(rows),
    similarCustomersCheck(customers),
    ...periodChecks(rows),
    ...customerChecks(rows),
  ];
}

const earliest = dayFromCalendar(1990, 1, 1)!;
const daysOfYear = 366;

/** Wrong years: before 1990, or more than a year after all but the last hundredth of the rows. */
function datesCheck(rows: readonly RevenueRow[]): Check {
  const days = Float64Array.from(rows, ({ day }) => day).sort();
  const usualEnd = days[Math.max(0, Math.ceil(days.length * 0.99) - 1)] ?? Infinity;
  const isOdd = ({ day }: RevenueRow) => day < earliest || day > usualEnd + daysOfYear;
  const odd = rows.filter(isOdd).map(({ day, place }) => `${isoFromDay(day)} in ${place}`);
  return found("Dates before 1990 or far after the others", odd, "warning", "look for a wrong year");
}

const withoutCase = (customer: string) => customer.toLowerCase().replace(/\s+/g, " ");

function similarCustomersCheck(customers: readonly string[]): Check {
  const spellings = new Map<string, Set<string>>();
  for (const customer of new Set(customers)) {
    const key = withoutCase(customer);
    spellings.set(key, (spellings.get(key) ?? new Set<string>()).add(customer));
  }
  const several = new Set(Array.from(spellings).flatMap(([key, names]) => (names.size > 1 ? [key] : [])));
  const pairs = Array.from(several, (key) => Array.from(spellings.get(key)!, quoted).join(" and "));
  const advice = "these count as different customers: write each in one way";
  if (pairs.length === 0) return found("Customers that differ only by case or spaces", [], "ok", "");
  const count = customers.filter((customer) => several.has(withoutCase(customer))).length;
  return { ...found("Customers that differ only by case or spaces", pairs, "warning", advice), rows: count };
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
