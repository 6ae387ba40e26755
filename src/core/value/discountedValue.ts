import { refusal } from "../refusal";
import { geometricSum } from "./geometricSum";

/** "later": the first payment comes after one period, if the customer is retained; "now": it comes today for certain. */
export type FirstPayment = "later" | "now";

/**
 * Present value of a constant margin under constant retention, Gupta and Lehmann (2003): m·r/(1 + d − r) with the first
 * payment later, m·(1 + d)/(1 + d − r) with the first payment now; over `periods` payments where given.
 */
export function discountedValue(
  margin: number,
  retention_rate: number,
  discount_rate: number,
  periods: number | undefined,
  first_payment: FirstPayment,
): number {
  const decay = (1 + discount_rate - retention_rate) / (1 + discount_rate);
  if (periods === undefined && decay <= 0) {
    throw refusal(
      "periods must be given, such as 60, when retention_rate is 1 and discount_rate is 0, got nothing",
    );
  }
  const first = first_payment === "now" ? 1 : retention_rate / (1 + discount_rate);
  return margin * first * geometricSum(decay, periods);
}
