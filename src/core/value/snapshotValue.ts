import { upperLimitWithoutEvents, wilsonInterval } from "../math/proportion";
import { sum } from "../math/sum";

/** A customer as it stands: for how many periods it has stayed, what it pays a period, and whether it has gone. */
export interface CustomerSoFar {
  readonly tenure: number;
  readonly charge: number;
  readonly hasLeft: boolean;
}

/** What customers are worth by their charges and by who has left, with limits from chance in who has. */
export interface SnapshotValue {
  readonly customers: number;
  readonly left: number;
  readonly charge: number;
  /** Those who left ÷ all periods that anyone has stayed. */
  readonly churn: number;
  /** Undefined, as is `high`, where nobody has left. */
  readonly value: number | undefined;
  readonly low: number;
  readonly high: number | undefined;
}

/**
 * Mean charge × margin ÷ churn, the churn being losses ÷ periods observed: the estimate of a constant chance to leave,
 * with Wilson's interval of it.
 */
export function snapshotValue(
  customers: readonly CustomerSoFar[],
  margin: number,
  confidence: number,
): SnapshotValue {
  const left = customers.filter(({ hasLeft }) => hasLeft).length;
  const periods = sum(customers.map(({ tenure }) => tenure));
  const charge = sum(customers.map((one) => one.charge)) / customers.length;
  const churn = left / periods;
  const at = (rate: number) => (charge * margin) / rate;
  if (left === 0) {
    const low = at(upperLimitWithoutEvents(periods, confidence));
    return { customers: customers.length, left, charge, churn, value: undefined, low, high: undefined };
  }
  const limits = wilsonInterval(left, periods, confidence);
  return {
    customers: customers.length,
    left,
    charge,
    churn,
    value: at(churn),
    low: at(limits.high),
    high: at(limits.low),
  };
}
