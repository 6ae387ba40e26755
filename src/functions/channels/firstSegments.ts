import { refusal } from "../../core/refusal";
import { withoutSegment } from "../tables/purchases";

/** The earliest row of each customer, of several rows on that day the upper. */
export function earliestRows(customer: readonly string[], date: readonly number[]): Map<string, number> {
  const earliest = new Map<string, number>();
  customer.forEach((name, row) => {
    const before = earliest.get(name);
    if (before === undefined || date[row]! < date[before]!) earliest.set(name, row);
  });
  return earliest;
}

/** The segment of each customer: that of its earliest row. */
export function firstSegments(
  customer: readonly string[],
  date: readonly number[],
  segments: readonly (string | undefined)[],
): Map<string, string> {
  return new Map(
    Array.from(earliestRows(customer, date), ([name, row]) => [name, segments[row] ?? withoutSegment]),
  );
}

/** More than that is not a segment, but a column such as the order number. */
const mostSegments = 100;

/** Refuses a column of too many different values. */
export function requireFew(argument: string, count: number, instead: string): void {
  if (count > mostSegments)
    throw refusal(
      `${argument} must have at most ${mostSegments} different values, got ${count}: use a column such as ${instead}`,
    );
}
