import { amountsOf } from "../columns/facts";
import type { Meaning, Shape } from "../types";
import type { Mapping } from "./shapes";

/** Where a row has quantity, price and an amount, the amount is taken where it is the product of the others. */
export function ordersOrLines(
  first: Mapping,
  _: unknown,
  other: (shape: Shape) => Mapping | undefined,
): Mapping {
  const [orders, lines] = [other("orders"), other("lines")];
  if (!orders || !lines) return first;
  const of = (mapping: Mapping, meaning: Meaning) =>
    mapping.assigned.find((one) => one.meaning === meaning)!.facts;
  const [quantity, price, amount] = [of(lines, "quantity"), of(lines, "price"), of(orders, "amount")];
  if (amount === price) return first;
  // An amount that says it is net or that of the line may leave a discount out.
  if (amount.words.concepts.some((one) => one === "net" || one === "line")) return orders;
  const [prices, amounts] = [amountsOf(price), amountsOf(amount)];
  const rows = amountsOf(quantity)
    .map((one, row) => [one, prices[row], amounts[row]])
    .filter((numbers): numbers is number[] => numbers.every((number) => number !== undefined));
  if (rows.length === 0) return first;
  const agreeing = rows.filter(([q, p, a]) => Math.abs(q! * p! - a!) <= Math.abs(a!) * 0.02 + 0.02);
  return agreeing.length >= rows.length * 0.7 ? orders : lines;
}
