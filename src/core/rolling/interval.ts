import { sum } from "../math/sum";
import { upperLimitWithoutEvents, wilsonInterval } from "../math/proportion";
import type { PeriodFigures } from "./figures";
import { type RollingMethod, driversOf, valueOf } from "./rollingValue";

/** Customer lifetime value with the limits that the uncertainty of the churn rate leaves. */
export interface ValueInterval {
  /** Undefined, as is `high`, where no customer was lost. */
  readonly estimate?: number | undefined;
  readonly low: number;
  readonly high?: number | undefined;
  readonly lost: number;
  /** Customers, each for a period. */
  readonly exposure: number;
}

/**
 * The value of a window with Wilson's interval of its churn rate; where nobody was lost, only a lower limit from the
 * exact one-sided upper limit of churn.
 */
export function valueInterval(
  periods: readonly PeriodFigures[],
  confidence: number,
  method: RollingMethod,
): ValueInterval {
  const drivers = driversOf(periods, method);
  const lost = sum(periods.map((period) => period.lost));
  const exposure = sum(periods.map((period) => period.customers));
  const trials = method === "pooled" ? exposure : trialsOf(periods, drivers.churnRate);
  const at = (churnRate: number) => valueOf({ ...drivers, churnRate });
  if (lost === 0) return { low: at(upperLimitWithoutEvents(trials, confidence))!, lost, exposure };
  const churn = wilsonInterval(drivers.churnRate * trials, trials, confidence);
  return { estimate: valueOf(drivers), low: at(churn.high)!, high: at(churn.low), lost, exposure };
}

/**
 * How many customers, each for a period, a mean of rates rests on. A period with few of them weighs as much as one with
 * many, so that it rests on fewer than there are: on as many as have the same variance, that of the periods' own rates or
 * of one rate for all, whichever is larger.
 */
function trialsOf(periods: readonly PeriodFigures[], churnRate: number): number {
  const over = (part: (period: PeriodFigures) => number) =>
    sum(periods.map((one) => part(one) / one.customers)) / periods.length ** 2;
  const ofOne = (rate: number) => rate * (1 - rate);
  const alike = 1 / over(() => 1);
  // No number where all are lost, or none.
  const own = ofOne(churnRate) / over((one) => ofOne(one.churnRate));
  return own < alike ? own : alike;
}
