import { refusal } from "../../core/refusal";
import { withoutSegment } from "../tables/purchases";

/** The segment of each customer: that of its earliest row, of several rows on that day the upper. */
export function firstSegments(
  customer: readonly string[],
  date: readonly number[],
  segments: readonly (string | undefined)[],
): Map<string, string> {
  const earliest = new Map<string, number>();
  customer.forEach((name, row) => {
    const before = earliest.get(name);
    if (before === undefined || date[row]! < date[before]!) earliest.set(name, row);
  });
  return new Map(Array.from(earliest, ([name, row]) => [name, segments[row] ?? withoutSegment]));
}

/** More than that is no segment, but a column such as the order number. */
const mostSegments = 100;

/** Refuses a column of too many different values. */
export function requireFew(argument: string, count: number, instead: string): void {
  if (count > mostSegments)
    throw refusal(
      `${argument} must have at most ${mostSegments} different values, got ${count}: take a column such as ${instead}`,
    );
}
