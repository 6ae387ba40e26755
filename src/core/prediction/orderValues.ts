import { sum } from "../math/sum";
import type { CustomerHistory } from "../purchases/history";

const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length);

/** Mean amount of the first purchases of all customers. */
export const firstOrderValueOf = (customers: readonly CustomerHistory[]): number =>
  mean(customers.flatMap(({ purchaseAmounts }) => purchaseAmounts.slice(0, 1)));

/** Mean amount of all purchases after the first; of the first ones where there are no others. */
export function repeatOrderValueOf(customers: readonly CustomerHistory[]): number {
  const repeats = customers.flatMap(({ purchaseAmounts }) => purchaseAmounts.slice(1));
  return repeats.length > 0 ? mean(repeats) : firstOrderValueOf(customers);
}
