import type { DayNumber } from "../day";
import { models } from "../models/models";
import { type Period, daysPer, firstDayOf, periodOf } from "../period";
import type { CustomerHistory } from "../purchases/history";
import { refusal } from "../refusal";
import type { Fit } from "./fit";

/** Repeat orders of one calendar period, as they were and as a model expects them of the customers acquired by then. */
export interface TrackedPeriod {
  readonly firstDay: DayNumber;
  readonly actual: number;
  readonly expected: number;
  readonly actualToDate: number;
  readonly expectedToDate: number;
}

const mostPeriods = 10_000;

/** One row a calendar period from the first purchase to `to`, of which the last may be unfinished. */
export function track(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  { model, params, period: unit }: Fit,
  period: Period,
): TrackedPeriod[] {
  const starts = new Map<DayNumber, number>();
  const actual = new Map<number, number>();
  const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { purchaseDays } of customers) {
    purchaseDays.forEach((day, index) =>
      index === 0 ? count(starts, day) : count(actual, periodOf(day, period)),
    );
  }
  const acquired = Array.from(starts);
  const first = periodOf(
    acquired.reduce((earliest, [day]) => Math.min(earliest, day), to),
    period,
  );
  const length = periodOf(to, period) - first + 1;
  if (length > mostPeriods)
    throw refusal(`date must span at most ${mostPeriods} ${period}s, got ${length}: take a longer period`);
  const ages = new Map<number, number>();
  const repeatsByAge = (days: number) => {
    if (!ages.has(days)) ages.set(days, models[model].expectedPurchasesNew(params, days / daysPer[unit]));
    return ages.get(days)!;
  };
  let actualToDate = 0;
  let expectedToDate = 0;
  return Array.from({ length }, (_, index) => {
    const own = actual.get(first + index) ?? 0;
    const before = expectedToDate;
    const lastDay = Math.min(to, firstDayOf(first + index + 1, period) - 1);
    expectedToDate = acquired.reduce(
      (total, [day, number]) => (day < lastDay ? total + number * repeatsByAge(lastDay - day) : total),
      0,
    );
    actualToDate += own;
    return {
      firstDay: firstDayOf(first + index, period),
      actual: own,
      expected: expectedToDate - before,
      actualToDate,
      expectedToDate,
    };
  });
}
