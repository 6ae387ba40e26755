import { type DayNumber, isoFromDay } from "../../core/day";
import { type CustomerHistory, histories } from "../../core/purchases/history";
import { least, most } from "../../core/math/extremes";
import { refusal } from "../../core/refusal";
import { numberOfRow } from "../../sheet/argument";
import { customerColumn, dateColumn } from "../arguments";

/** The arguments with which functions of purchases begin. */
export const purchaseColumns = [
  customerColumn,
  dateColumn,
  numberOfRow({ name: "amount", text: "Revenue; refunds are negative." }),
] as const;

export interface Purchases {
  readonly histories: readonly CustomerHistory[];
  /** The day up to which the data count. */
  readonly as_of: DayNumber;
}

/** What the segment of a customer without one is called. */
export const withoutSegment = "(blank)";

/** The histories of all customers up to `as_of`, which is the latest date in the data where it is not given. */
export function toPurchases(
  customer: readonly string[],
  date: readonly DayNumber[],
  amount: readonly number[],
  as_of?: DayNumber,
): Purchases {
  if (date.length === 0)
    throw refusal("date must have at least one row with a customer and an amount next to it, got none");
  const until = as_of ?? most(date);
  const rows = date.flatMap((day, row) => (day <= until ? [row] : []));
  if (rows.length === 0) {
    throw refusal(
      `as_of must be ${isoFromDay(least(date))}, the first date of the data, or later, got ${isoFromDay(until)}`,
    );
  }
  const upToThen = <T>(values: readonly T[]) =>
    rows.length === values.length ? values : rows.map((row) => values[row]!);
  return { histories: histories(upToThen(customer), upToThen(date), upToThen(amount)), as_of: until };
}
