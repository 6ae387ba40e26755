import { sum } from "../math/sum";
import { refusal } from "../refusal";
import { type Figures, type PeriodFigures, figuresOf, refusePeriod } from "./figures";

/** "average": mean of each period's ratios. "pooled": ratio of the window's sums. */
export type RollingMethod = "average" | "pooled";

/** The drivers of customer lifetime value over a window of periods. */
export interface RollingDrivers {
  /** Revenue per customer and period. */
  readonly revenuePerCustomer: number;
  /** Share of that revenue which is gross profit. */
  readonly grossMargin: number;
  /** Share of customers lost per period. */
  readonly churnRate: number;
}

export function driversOf(periods: readonly PeriodFigures[], method: RollingMethod): RollingDrivers {
  const customers = sum(periods.map((period) => period.customers));
  const perCustomer = (part: (period: PeriodFigures) => number) =>
    method === "pooled"
      ? sum(periods.map(part)) / customers
      : sum(periods.map((period) => part(period) / period.customers)) / periods.length;
  const revenuePerCustomer = perCustomer(({ revenue }) => revenue);
  const profitPerCustomer = perCustomer(({ revenue, grossMargin }) => revenue * grossMargin);
  const grossMargin =
    revenuePerCustomer === 0
      ? perCustomer(({ customers: weight, grossMargin: share }) => weight * share)
      : profitPerCustomer / revenuePerCustomer;
  return { revenuePerCustomer, grossMargin, churnRate: perCustomer(({ lost }) => lost) };
}

/** Revenue per customer × margin ÷ churn rate; undefined without churn, where the lifetime has no end. */
export const valueOf = ({ revenuePerCustomer, grossMargin, churnRate }: RollingDrivers): number | undefined =>
  churnRate > 0 ? (revenuePerCustomer * grossMargin) / churnRate : undefined;

/** The periods of the window that ends with period `last`; undefined where it is not full of figures. */
export function windowAt(figures: Figures, last: number, window: number): PeriodFigures[] | undefined {
  if (last + 1 < window) return undefined;
  const periods: PeriodFigures[] = [];
  for (let index = last - window + 1; index <= last; index++) {
    const period = figuresOf(figures, index);
    if (!period) return undefined;
    periods.push(period);
  }
  return periods;
}

/** The latest window, or why there is none. */
export function latestWindow(figures: Figures, window: number): PeriodFigures[] {
  const count = figures.revenue.length;
  if (count < window)
    throw refusal(`window must be at most the number of rows with figures (${count}), got ${window}`);
  const periods = windowAt(figures, count - 1, window);
  if (periods) return periods;
  const indexes = figures.revenue.map((_, index) => index).slice(-window);
  throw refusePeriod(
    figures,
    indexes.find((index) => !figuresOf(figures, index))!,
  );
}

/** The drivers of the latest window, whose churn is above 0. */
export function latestDrivers(figures: Figures, window: number, method: RollingMethod): RollingDrivers {
  const drivers = driversOf(latestWindow(figures, window), method);
  if (drivers.churnRate > 0) return drivers;
  throw refusal(
    `churn must be above 0 in at least one of the last ${window} rows, got no churn: use a longer window, or CLV_INTERVAL for a lower limit`,
  );
}
