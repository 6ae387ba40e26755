import { shapleyOfProduct } from "../math/shapley";
import { times } from "../math/times";
import { refusal } from "../refusal";
import type { Figures } from "./figures";
import { type RollingDrivers, driversOf, latestDrivers, valueOf, windowAt } from "./rollingValue";

/** What one driver did to customer lifetime value between two windows. */
interface BridgeDriver {
  readonly driver: "Revenue per customer" | "Lifetime" | "Gross margin";
  readonly from: number;
  readonly to: number;
  readonly effect: number;
}

export interface Bridge {
  /** Index of the last period of each of the two windows. */
  readonly earlier: number;
  readonly latest: number;
  readonly valueThen: number;
  readonly valueNow: number;
  readonly drivers: readonly BridgeDriver[];
}

const usualPeriodsBack = 12;

/**
 * Why customer lifetime value changed between the window that ends `periods_back` periods ago and the latest one. Left
 * out, that is 12 periods, or as many as the data allow. The effects are Shapley values and add up to the change.
 */
export function bridge(figures: Figures, window: number, periods_back: number | undefined): Bridge {
  const latest = figures.revenue.length - 1;
  const driversNow = latestDrivers(figures, window, "average");
  const { earlier, driversThen } = earlierDrivers(figures, window, periods_back);
  const grossMarginVaries = typeof figures.grossMargin !== "number";
  const factors = ({ revenuePerCustomer, churnRate, grossMargin }: RollingDrivers) => [
    revenuePerCustomer,
    1 / churnRate,
    grossMargin,
  ];
  const from = factors(driversThen);
  const to = factors(driversNow);
  const effects = shapleyOfProduct(from, to);
  const names = ["Revenue per customer", "Lifetime", "Gross margin"] as const;
  return {
    earlier,
    latest,
    valueThen: valueOf(driversThen)!,
    valueNow: valueOf(driversNow)!,
    drivers: names
      .map((driver, index) => ({ driver, from: from[index]!, to: to[index]!, effect: effects[index]! }))
      .filter(({ driver }) => grossMarginVaries || driver !== "Gross margin"),
  };
}

function earlierDrivers(figures: Figures, window: number, periods_back: number | undefined) {
  const latest = figures.revenue.length - 1;
  const candidates = periods_back === undefined ? countDown(usualPeriodsBack) : [periods_back];
  for (const back of candidates) {
    const periods = windowAt(figures, latest - back, window);
    const driversThen = periods && driversOf(periods, "average");
    if (driversThen && driversThen.churnRate > 0) return { earlier: latest - back, driversThen };
  }
  throw refusal(
    periods_back === undefined
      ? `window must leave an earlier window with figures and churn to compare with, got ${window} of ${latest + 1} rows`
      : `periods_back must reach a window of ${window} rows full of figures with churn, got ${periods_back}`,
  );
}

const countDown = (from: number) => times(from, (index) => from - index);
