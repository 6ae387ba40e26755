import { type DayNumber, isoFromDay } from "../../core/day";
import { type CustomerHistory, histories } from "../../core/purchases/history";
import { refusal } from "../../core/refusal";

export interface Purchases {
  readonly histories: readonly CustomerHistory[];
  /** The day up to which the data count. */
  readonly as_of: DayNumber;
}

/** The histories of all customers up to `as_of`, which is the latest date in the data where it is not given. */
export function toPurchases(
  customer: readonly string[],
  date: readonly DayNumber[],
  amount: readonly number[],
  as_of?: DayNumber,
): Purchases {
  if (date.length === 0)
    throw refusal("date must have at least one row with a customer and an amount beside it, got none");
  const latest = date.reduce((last, day) => Math.max(last, day));
  const until = as_of ?? latest;
  if (until >= latest) return { histories: histories(customer, date, amount), as_of: until };
  const rows = date.flatMap((day, row) => (day <= until ? [row] : []));
  if (rows.length === 0) {
    const first = date.reduce((earliest, day) => Math.min(earliest, day));
    throw refusal(
      `as_of must be ${isoFromDay(first)}, the first date of the data, or later, got ${isoFromDay(until)}`,
    );
  }
  const upToThen = histories(
    rows.map((row) => customer[row]!),
    rows.map((row) => date[row]!),
    rows.map((row) => amount[row]!),
  );
  return { histories: upToThen, as_of: until };
}
