import { sum } from "../math/sum";
import { upperLimitWithoutEvents, wilsonInterval } from "../math/proportion";
import type { PeriodFigures } from "./figures";
import { driversOf, valueOf } from "./rollingValue";

/** Customer lifetime value with the limits that the uncertainty of the churn rate leaves. */
export interface ValueInterval {
  /** Undefined, as is `high`, where no customer was lost. */
  readonly estimate: number | undefined;
  readonly low: number;
  readonly high: number | undefined;
  readonly lost: number;
  readonly customerPeriods: number;
}

/**
 * The pooled value of a window with Wilson's interval of its churn rate; where nobody was lost, only a lower limit from
 * the exact one-sided upper limit of churn.
 */
export function valueInterval(periods: readonly PeriodFigures[], confidence: number): ValueInterval {
  const drivers = driversOf(periods, "pooled");
  const lost = sum(periods.map((period) => period.lost));
  const customerPeriods = sum(periods.map((period) => period.customers));
  const at = (churnRate: number) => valueOf({ ...drivers, churnRate });
  if (lost === 0) {
    const low = at(upperLimitWithoutEvents(customerPeriods, confidence))!;
    return { estimate: undefined, low, high: undefined, lost, customerPeriods };
  }
  const churn = wilsonInterval(lost, customerPeriods, confidence);
  return { estimate: valueOf(drivers), low: at(churn.high)!, high: at(churn.low), lost, customerPeriods };
}
