import type { CustomerSoFar } from "../../core/value/snapshotValue";
import { refusal } from "../../core/refusal";
import { numberOfRow, valueOfRow } from "../../sheet/argument";
import { leftReader } from "../../sheet/reader";

/** The arguments that the functions of customers so far share. */
export const tenureColumn = numberOfRow({
  name: "tenure",
  text: "Periods, such as months, that each customer has stayed so far.",
  atLeast: 0,
});
export const chargeColumn = numberOfRow({
  name: "charge",
  text: "What each customer pays per period.",
  atLeast: 0,
});
export const leftColumn = valueOfRow(
  { name: "left", text: "Whether each has left: yes or no, TRUE or FALSE, 1 or 0." },
  leftReader,
);

export function toCustomersSoFar(
  tenure: readonly number[],
  left: readonly boolean[],
  charge?: readonly number[],
): CustomerSoFar[] {
  if (!tenure.some((periods) => periods > 0))
    throw refusal("tenure must be above 0 in at least one row, got none");
  return tenure.map((periods, row) => ({
    tenure: periods,
    charge: charge?.[row] ?? 0,
    hasLeft: left[row]!,
  }));
}
