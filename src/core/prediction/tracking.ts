import type { DayNumber } from "../day";
import { models } from "../models/models";
import { type Period, daysPer, firstDayOf, periodOf } from "../period";
import type { CustomerHistory } from "../purchases/history";
import { refusal } from "../refusal";
import type { Fit } from "./fit";
import { type Seasons, mostMonths, seasonsOf } from "./seasons";

/** Repeat orders of one calendar period, as they were and as a model expects them of the customers acquired by then. */
export interface TrackedPeriod {
  readonly firstDay: DayNumber;
  readonly actual: number;
  readonly expected: number;
  readonly actualToDate: number;
  readonly expectedToDate: number;
  /** Without seasons. */
  readonly unseasoned: number;
}

const mostPeriods = 10_000;

/** Repeat orders of all customers, and what a model expects of them. */
interface Repeats {
  readonly firstDay: DayNumber;
  /** Repeat orders by the number of their calendar period. */
  readonly countBy: (period: Period) => ReadonlyMap<number, number>;
  /** Those expected from the first purchase to the end of a day. */
  readonly expectedTo: (lastDay: DayNumber) => number;
}

function repeatsOf(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  { model, params, period: unit }: Fit,
): Repeats {
  const starts = new Map<DayNumber, number>();
  const days: DayNumber[] = [];
  let firstDay = to;
  for (const { purchaseDays } of customers) {
    purchaseDays.forEach((day, index) => {
      if (index > 0) days.push(day);
      else starts.set(day, (starts.get(day) ?? 0) + 1);
    });
    firstDay = Math.min(firstDay, purchaseDays[0] ?? to);
  }
  const acquired = Array.from(starts);
  const ages = new Map<number, number>();
  const repeatsByAge = (age: number) => {
    if (!ages.has(age)) ages.set(age, models[model].expectedPurchasesNew(params, age / daysPer[unit]));
    return ages.get(age)!;
  };
  return {
    firstDay,
    countBy: (period) => {
      const counts = new Map<number, number>();
      for (const day of days) {
        const place = periodOf(day, period);
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
      return counts;
    },
    expectedTo: (lastDay) =>
      acquired.reduce(
        (total, [day, number]) => (day < lastDay ? total + number * repeatsByAge(lastDay - day) : total),
        0,
      ),
  };
}

/** The seasons of repeat orders, from the whole months up to a day against what a fit expects of them. */
export const seasonsOfRepeats = (customers: readonly CustomerHistory[], to: DayNumber, fit: Fit): Seasons =>
  seasonsIn(repeatsOf(customers, to, fit), to);

function seasonsIn({ firstDay, countBy, expectedTo }: Repeats, to: DayNumber): Seasons {
  const last = periodOf(to + 1, "month") - 1;
  const first = Math.max(periodOf(firstDay, "month"), last - mostMonths + 1);
  const counts = countBy("month");
  const [actual, expected]: [number[], number[]] = [[], []];
  let before = expectedTo(firstDayOf(first, "month") - 1);
  for (let month = first; month <= last; month++) {
    const toDate = expectedTo(firstDayOf(month + 1, "month") - 1);
    actual.push(counts.get(month) ?? 0);
    expected.push(toDate - before);
    before = toDate;
  }
  return seasonsOf(actual, expected, last);
}

/**
 * One row a calendar period from the first purchase to `to`, of which the last may be unfinished. Expected orders follow the
 * seasons of the whole months up to the day as of which the fit was made, so that the periods after it are a test of both.
 */
export function track(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  fit: Fit,
  period: Period,
): TrackedPeriod[] {
  const repeats = repeatsOf(customers, to, fit);
  const first = periodOf(repeats.firstDay, period);
  const length = periodOf(to, period) - first + 1;
  if (length > mostPeriods)
    throw refusal(`date must span at most ${mostPeriods} ${period}s, got ${length}: use a longer period`);
  const seasons = seasonsIn(repeats, Math.min(to, fit.to ?? to));
  const counts = repeats.countBy(period);
  let [actualToDate, expectedToDate, unseasonedToDate, until] = [0, 0, 0, repeats.firstDay - 1];
  return Array.from({ length }, (_, index) => {
    const actual = counts.get(first + index) ?? 0;
    const [expectedBefore, unseasonedBefore] = [expectedToDate, unseasonedToDate];
    const lastDay = Math.min(to, firstDayOf(first + index + 1, period) - 1);
    while (until < lastDay) {
      const month = periodOf(until + 1, "month");
      until = Math.min(lastDay, firstDayOf(month + 1, "month") - 1);
      const expected = repeats.expectedTo(until);
      expectedToDate += seasons.at(month) * (expected - unseasonedToDate);
      unseasonedToDate = expected;
    }
    actualToDate += actual;
    return {
      firstDay: firstDayOf(first + index, period),
      actual,
      expected: expectedToDate - expectedBefore,
      actualToDate,
      expectedToDate,
      unseasoned: unseasonedToDate - unseasonedBefore,
    };
  });
}
