/**
 * What compounds: "churn" by what is left of customers, "retention" by what is kept of them, "discount" by what money
 * grows to.
 */
export type RateKind = "churn" | "retention" | "discount";

export const rateKinds: readonly RateKind[] = ["churn", "retention", "discount"];

/** A rate for a period that is `k` times as long: 1 − (1 − rate)^k, rate^k or (1 + rate)^k − 1. */
export function convertedRate(rate: number, k: number, kind: RateKind): number {
  if (kind === "retention") return rate ** k;
  return kind === "churn" ? -Math.expm1(k * Math.log1p(-rate)) : Math.expm1(k * Math.log1p(rate));
}
