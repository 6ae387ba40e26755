import { refusal } from "../refusal";
import { geometricSum } from "./geometricSum";

/**
 * Expected periods of revenue from one customer, the first period included and each weighted by the growth since:
 * Σ ((1 − churn)(1 + expansion))^t, over `max_periods` terms where given.
 */
export function expectedPeriods(
  churn_rate: number,
  expansion_rate: number,
  max_periods: number | undefined,
): number {
  const decay = churn_rate - expansion_rate + churn_rate * expansion_rate;
  if (max_periods === undefined && decay <= 0) {
    const reason = expansion_rate === 0 ? "churn_rate is 0" : "expansion makes up for churn";
    throw refusal(`max_periods must be given, such as 60, when ${reason}, got nothing`);
  }
  return geometricSum(decay, max_periods);
}
