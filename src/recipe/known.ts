// What the functions hold to, for those who say something of their results.
import { type Period, daysPer } from "../core/period";

export { leastRatio, mostPaybackMonths } from "../core/advice/advice";
export { fewLost as fewLosses } from "../core/purchases/billed";

/** So many periods in months of 365.25 ÷ 12 days. */
export const monthsOf = (periods: number, period: string): number =>
  (periods * daysPer[period as Period]) / daysPer.month;
