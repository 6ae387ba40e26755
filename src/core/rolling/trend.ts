import type { DayNumber } from "../day";
import type { Figures } from "./figures";
import { type RollingMethod, driversOf, valueOf, windowAt } from "./rollingValue";

/** Customer lifetime value over the window that ends with one period, and against earlier periods. */
export interface TrendRow {
  readonly day: DayNumber;
  readonly revenuePerCustomer: number | undefined;
  readonly churnRate: number | undefined;
  readonly lifetime: number | undefined;
  readonly value: number | undefined;
  readonly change: number | undefined;
  readonly changeShare: number | undefined;
  readonly yearAgoChangeShare: number | undefined;
}

/** One row per period; `periodsPerYear` is how many rows a year ago lies back, undefined where that is unknown. */
export function trend(
  days: readonly DayNumber[],
  figures: Figures,
  window: number,
  method: RollingMethod,
  periodsPerYear: number | undefined,
): TrendRow[] {
  const drivers = days.map((_, index) => {
    const periods = windowAt(figures, index, window);
    return periods && driversOf(periods, method);
  });
  const values = drivers.map((driver) => driver && valueOf(driver));
  return days.map((day, index) => {
    const value = values[index];
    const before = values[index - 1];
    const churnRate = drivers[index]?.churnRate;
    return {
      day,
      revenuePerCustomer: drivers[index]?.revenuePerCustomer,
      churnRate,
      lifetime: churnRate ? 1 / churnRate : undefined,
      value,
      change: value === undefined || before === undefined ? undefined : value - before,
      changeShare: changeShare(value, before),
      yearAgoChangeShare:
        periodsPerYear === undefined ? undefined : changeShare(value, values[index - periodsPerYear]),
    };
  });
}

/** Relative change; undefined where there is nothing, or nothing above 0, to compare with. */
const changeShare = (now: number | undefined, before: number | undefined): number | undefined =>
  now === undefined || before === undefined || before <= 0 ? undefined : now / before - 1;
