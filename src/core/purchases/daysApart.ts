import type { DayNumber } from "../day";

/** Rows that may stand apart without being the usual course of things: a few, or a hundredth. */
const fewRows = (rows: number): number => Math.max(1, Math.min(3, rows / 20), rows / 100);

/** Rows of the very latest date that may stand apart in little data. */
const fewOnLatest = 3;

/**
 * The first of the latest days of rows that stand apart from the others: after a gap longer than any three gaps before it
 * together, and with few rows from then on. Undefined where there is none.
 */
export function firstDayApart(days: readonly DayNumber[]): DayNumber | undefined {
  const rowsOn = new Map<DayNumber, number>();
  for (const day of days) rowsOn.set(day, (rowsOn.get(day) ?? 0) + 1);
  const distinct = Float64Array.from(rowsOn.keys()).sort();
  let left = days.length;
  let longest: number[] = [];
  for (let index = 0; index < distinct.length; index++) {
    const day = distinct[index]!;
    const gap = index > 0 ? day - distinct[index - 1]! : 0;
    const most = Math.max(fewRows(days.length), index === distinct.length - 1 ? fewOnLatest : 0);
    const [a, b, c] = longest;
    if (a !== undefined && b !== undefined && c !== undefined && gap > a + b + c && left <= most) return day;
    if (index > 0) longest = [...longest, gap].sort((one, other) => other - one).slice(0, 3);
    left -= rowsOn.get(day)!;
  }
  return undefined;
}
