import { type Assumed, isKept } from "./assumed";
import type { Place } from "./answer";
import type { Figure } from "../recipe/figure";
import { type NewCustomers, disagreement } from "./acquisition";
import { recipeOf } from "./results";
import type { Reading } from "./reading";
import { readingOf } from "./readingOf";
import { setupFor } from "./setup";

/** Periods that rolling figures average over, where the data have as many. */
export const usualWindow = 12;

/** What the periods of a table are. */
interface Periods {
  readonly readings: readonly Reading[];
  /** How many at the end of the data all have customers and a churn rate. */
  readonly full: number;
  /** All of them. */
  readonly rows: number;
  /** Customers lost in so many of the latest ones. */
  readonly lostIn: (window: number) => number;
  /** What customers have paid so far, on average; undefined where the data don't count the new ones. */
  readonly paid: number | undefined;
  /** Of all periods. */
  readonly newCustomers: NewCustomers;
  /** Whether the data could be read at all. */
  readonly areRead: boolean;
}

function periodsOf(readings: readonly Reading[], assumed: Assumed, { saved, compute }: Place): Periods {
  const { period, revenue, customers, churn, lost: counts, joined: joiners } = readings[0]!.series!;
  const [days, paid, at, lost, won] = compute(
    setupFor(assumed, readings, saved),
    [period, revenue, customers, churn, ...(joiners ? [joiners] : [])].map(recipeOf),
  );
  const cell = (figure: Figure | undefined, row: number) => figure!.cells[row]?.[0] ?? "";
  let rows = at!.cells.length;
  // Open-ended columns go on below the data.
  while (rows > 0 && cell(days, rows - 1) === "") rows--;
  const isFull = (row: number) => Number(cell(at, row)) > 0 && typeof cell(lost, row) === "number";
  let full = 0;
  while (full < rows && isFull(rows - 1 - full)) full++;
  const each = (figure: Figure | undefined) =>
    Array.from({ length: rows }, (_, row) => Number(cell(figure, row)) || 0);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const [customersAt, lostAt] = [each(at), each(lost)];
  const everybody = won ? (customersAt[0] ?? 0) + sum(each(won).slice(1)) : 0;
  const began = days!.cells.flatMap(([day], row) =>
    typeof day === "object" ? [{ day: day.date, count: won?.cells[row]?.[0] ?? "" }] : [],
  );
  return {
    readings,
    full,
    areRead: days!.error === undefined,
    rows,
    lostIn: (window) =>
      sum(
        lostAt
          .map((value, row) => (counts === churn ? value : value * customersAt[row]!))
          .slice(Math.max(0, rows - window)),
      ),
    paid: everybody > 0 ? sum(each(paid)) / everybody : undefined,
    newCustomers: { days: began.map(({ day }) => day), counts: began.map(({ count }) => count) },
  };
}

/** The whole periods of a table, or with the unfinished one where there are hardly any. */
function wholeOrAll(readings: readonly Reading[], assumed: Assumed, place: Place): Periods {
  const whole = periodsOf(readings, assumed, place);
  if (whole.full > 1) return whole;
  const [{ table, number }, ...others] = readings as [Reading, ...Reading[]];
  const all = periodsOf([readingOf({ ...table, countsUnfinished: true }, number), ...others], assumed, place);
  return all.full > whole.full ? all : whole;
}

interface Fitted {
  readonly readings: readonly Reading[];
  readonly assumed: Assumed;
  readonly periods: Periods | undefined;
  /** Why the spend is not used, where it is not. */
  readonly cautions: readonly string[];
}

/** A window that fills and, where the history allows, moves: one that takes all of it would show no course. */
function windowFor(full: number): number {
  if (full >= usualWindow) return usualWindow;
  return full >= usualWindow - 4 ? usualWindow / 2 : Math.max(1, full);
}

/** Fits the window to what the data have, unless a person has set it, and leaves out spend that does not belong to them. */
export function fitted(readings: readonly Reading[], given: Assumed, place: Place): Fitted {
  if (!readings[0]!.series) return { readings, assumed: given, periods: undefined, cautions: [] };
  const periods = wholeOrAll(readings, given, place);
  const window = given["window"] === usualWindow ? windowFor(periods.full) : given["window"]!;
  const isComputed = typeof given["cac"] === "object" && given["cac"] !== null && !isKept(given["cac"]);
  const doubt = isComputed
    ? disagreement(readings, periods.newCustomers, setupFor(given, readings, place.saved), place.compute)
    : undefined;
  const cac = doubt === undefined ? given["cac"]! : null;
  return {
    readings: periods.readings,
    assumed: { ...given, window, cac },
    periods,
    cautions: doubt ? [doubt] : [],
  };
}

/** What to know of a value whose periods are few or unfinished. */
export function cautionsOf(full: number, period: string, { table, series }: Reading): string[] {
  const periods = `${full} ${period}${full === 1 ? "" : "s"}`;
  const short = series && full < usualWindow;
  if (short && full === 0)
    return [
      `No ${period} has both customers and a churn rate, so there is no value yet: customers need to come back first. A longer Period may help.`,
    ];
  return [
    ...(table.countsUnfinished
      ? [
          `The last ${period} is unfinished but counts, since there are too few others: churn looks too high and the value too low.`,
        ]
      : []),
    ...(short
      ? [
          `Only ${periods} ${full === 1 ? "has" : "have"} a churn rate, too few for the usual window of ${usualWindow}: treat the value as a first impression.`,
        ]
      : []),
  ];
}
