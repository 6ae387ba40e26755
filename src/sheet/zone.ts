import { type DayNumber, millisecondsPerDay } from "../core/day";

/** The spreadsheet's time zone: which day an instant falls on there, and when a day begins there. */
export interface Zone {
  /** Learns in few service calls what `dayOf` will need for these dates. */
  readonly prepare: (dates: readonly Date[]) => void;
  /** Learns in few service calls what `dateOf` will need for these days. */
  readonly prepareDays: (days: readonly DayNumber[]) => void;
  /** Day number of the date in the spreadsheet's time zone; a time of day is dropped. */
  readonly dayOf: (date: Date) => DayNumber;
  /** Midnight in the spreadsheet's time zone at the start of a day. */
  readonly dateOf: (day: DayNumber) => Date;
}

/**
 * No time zone of the tz database has left an offset and come back to it in less than 6.9 days since 1970 (northern
 * Brazil did in October 2000), so the offset between two instants this close that agree is theirs.
 */
const steadySpan = 6 * millisecondsPerDay;
const hour = 3_600_000;

interface Observation {
  readonly at: number;
  readonly offset: number;
}

/**
 * A zone that knows nothing but one question: `localTime` gives an instant's local time as
 * "yyyy-MM-dd HH:mm:ss". Each question is a service call in Apps Script (some milliseconds), so answers are kept as
 * offsets and reused for every instant for which they settle the day beyond doubt. Whatever the number of rows, that is
 * at most one question for each distinct day, and one for each six days of a long run of days. The exceptions: two
 * questions for a day that has several times of day within three hours of midnight and no other days near it, and some
 * ten more to find out when clocks change between such times.
 */
export function createZone(localTime: (date: Date) => string): Zone {
  const observations: Observation[] = [];
  const days = new Map<number, DayNumber>();

  /** Index of the first observation after the instant. */
  function indexAfter(at: number): number {
    let low = 0;
    let high = observations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (observations[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function ask(at: number): number {
    const [year, month, day, hours, minutes, seconds] = localTime(new Date(at)).split(/\D/).map(Number);
    const wholeSecond = Math.floor(at / 1000) * 1000;
    const offset = Date.UTC(year!, month! - 1, day, hours, minutes, seconds) - wholeSecond;
    observations.splice(indexAfter(at), 0, { at, offset });
    return offset;
  }

  /** The offset at an instant, where observations before and after it agree. */
  function knownOffset(at: number): number | undefined {
    const index = indexAfter(at);
    const before = observations[index - 1];
    const after = observations[index];
    if (before?.at === at) return before.offset;
    const agree = before && after && before.offset === after.offset && after.at - before.at <= steadySpan;
    return agree ? before.offset : undefined;
  }

  /**
   * The day of an instant, where observations settle it: by the offset, or because the nearest observation is of the
   * same day and no change of clocks could carry the instant over a midnight: they are of at most three hours, apart
   * from changes of the date line, which are at midnight, and two of 1994 in Vostok, Antarctica.
   */
  function knownDay(at: number): DayNumber | undefined {
    const offset = knownOffset(at);
    if (offset !== undefined) return Math.floor((at + offset) / millisecondsPerDay);
    const index = indexAfter(at);
    for (const near of [observations[index - 1], observations[index]]) {
      if (!near) continue;
      const day = Math.floor((near.at + near.offset) / millisecondsPerDay);
      const intoDay = at + near.offset - day * millisecondsPerDay;
      if (intoDay >= 3 * hour && intoDay < 21 * hour) return day;
    }
    return undefined;
  }

  /** Asks as few of the instants (ascending) as settle the days of all of them: the ends of each steady span. */
  function settle(instants: readonly number[]): void {
    let asked = -Infinity;
    for (let start = 0; start < instants.length; start++) {
      if (knownDay(instants[start]!) !== undefined) continue;
      if (instants[start]! - asked > steadySpan) {
        asked = instants[start]!;
        ask(asked);
        start++;
      }
      let end = start;
      while (end < instants.length && instants[end]! - asked <= steadySpan) end++;
      do end--;
      while (end >= start && knownDay(instants[end]!) !== undefined);
      if (end >= start) {
        asked = instants[end]!;
        ask(asked);
        bisect(instants.slice(start, end));
      }
      start = Math.max(start - 1, end);
    }
  }

  /** Settles what lies between two answers, which differ where anything is left open. */
  function bisect(instants: readonly number[]): void {
    const open = instants.filter((at) => knownDay(at) === undefined);
    if (open.length === 0) return;
    const middle = open.length >> 1;
    ask(open[middle]!);
    bisect(open.slice(0, middle));
    bisect(open.slice(middle + 1));
  }

  function offsetAt(at: number): number {
    return knownOffset(at) ?? ask(at);
  }

  function dateOf(day: DayNumber): Date {
    const midnight = day * millisecondsPerDay;
    const index = indexAfter(midnight);
    const near = [observations[index - 1], observations[index]].flatMap((one) => (one ? [one.offset] : []));
    const known = near.find((offset) => knownOffset(midnight - offset) === offset);
    if (known !== undefined) return new Date(midnight - known);
    const first = midnight - (near[0] ?? offsetAt(midnight));
    const second = midnight - offsetAt(first);
    // Where clocks go forward at midnight the day begins at 01:00: of the two candidates only the later one is in it.
    return new Date(second === first ? first : Math.max(second, midnight - offsetAt(second)));
  }

  return {
    prepare(dates) {
      settle(ascending(new Set(dates.map((date) => date.getTime()))));
    },
    prepareDays(wanted) {
      const sorted = ascending(new Set(wanted));
      const steadyDays = steadySpan / millisecondsPerDay - 1;
      for (let index = 0; index < sorted.length; index++) {
        dateOf(sorted[index]!);
        let end = index;
        while (end + 1 < sorted.length && sorted[end + 1]! - sorted[index]! <= steadyDays) end++;
        if (end > index) dateOf(sorted[end]!);
        index = Math.max(index, end - 1);
      }
    },
    dayOf(date) {
      const at = date.getTime();
      const remembered = days.get(at);
      if (remembered !== undefined) return remembered;
      const day = knownDay(at) ?? Math.floor((at + ask(at)) / millisecondsPerDay);
      days.set(at, day);
      return day;
    },
    dateOf,
  };
}

const ascending = (values: Iterable<number>) => Array.from(Float64Array.from(values).sort());
