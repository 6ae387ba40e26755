import { refusal } from "../../core/refusal";
import { quoted } from "../../sheet/fault";

/** Refuses a list in which a customer stands twice, where each row is one customer. */
export function refuseRepeated(customers: readonly string[], place: (row: number) => string): void {
  const seen = new Map<string, number>();
  customers.forEach((customer, row) => {
    const before = seen.get(customer);
    if (before !== undefined)
      throw refusal(
        `customer must name each customer once, got ${quoted(customer)} in ${place(before)} and in ${place(row)}: make it one row per customer first`,
      );
    seen.set(customer, row);
  });
}
