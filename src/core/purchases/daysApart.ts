import { type DayNumber, dayFromCalendar } from "../day";
import { sum } from "../math/sum";

/** Days before this one are slips where they are few, and no gap to them is a measure of the others. */
export const earliestDay: DayNumber = dayFromCalendar(1990, 1, 1)!;

/** The shortest gap that sets days apart, and how many of the gaps before it together it must exceed. */
const leastGap = 28;
const comparedGaps = 3;

/** Rows that may stand apart without being the usual course of things: a few, or a hundredth. */
const fewRows = (rows: number): number => Math.max(1, Math.min(3, rows / 20), rows / 100);

/** Rows of the very latest date that may stand apart in little data. */
const fewOnLatest = 3;

/** The latest days of rows, which stand apart from the others. */
export interface DaysApart {
  /** The last day before them. */
  readonly before: DayNumber;
  /** The first of them; undefined where nothing came after the day before. */
  readonly first: DayNumber | undefined;
  /** Rows on them. */
  readonly rows: number;
}

/**
 * The latest days of rows that stand apart from the others: after a gap of four weeks or more, longer than any three gaps
 * before it together, and with few rows from then on. One date typed wrong makes such days, and makes everyone look quiet
 * for long. With `until` the silence up to that day counts as such a gap too. Undefined where there are none.
 */
export function daysApart(days: readonly DayNumber[], until?: DayNumber): DaysApart | undefined {
  const usual = days.filter((day) => day >= earliestDay);
  const counted = days.length - usual.length <= fewRows(days.length) ? usual : days;
  const rowsOn = new Map<DayNumber, number>();
  for (const day of counted) rowsOn.set(day, (rowsOn.get(day) ?? 0) + 1);
  const distinct = Float64Array.from(rowsOn.keys()).sort();
  const rows = counted.length;
  let left = rows;
  let longest: number[] = [];
  const isApart = (gap: number) => longest.length === comparedGaps && gap >= leastGap && gap > sum(longest);
  for (let index = 0; index < distinct.length; index++) {
    const day = distinct[index]!;
    if (index > 0) {
      const before = distinct[index - 1]!;
      const most = Math.max(fewRows(rows), index === distinct.length - 1 ? fewOnLatest : 0);
      if (isApart(day - before) && left <= most) return { before, first: day, rows: left };
      longest = [...longest, day - before].sort((one, other) => other - one).slice(0, comparedGaps);
    }
    left -= rowsOn.get(day)!;
  }
  const last = distinct[distinct.length - 1];
  const isSilent = last !== undefined && until !== undefined && isApart(until - last);
  return isSilent ? { before: last, first: undefined, rows: 0 } : undefined;
}
