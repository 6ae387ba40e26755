import { type DayNumber, millisecondsPerDay } from "../core/day";

/** The spreadsheet's time zone: which day an instant falls on there, and when a day begins there. */
export interface Zone {
  /** Learns in few service calls what `dayOf` will need for these dates. */
  readonly prepare: (dates: readonly Date[]) => void;
  /** Day number of the date in the spreadsheet's time zone; a time of day is dropped. */
  readonly dayOf: (date: Date) => DayNumber;
  /** Midnight in the spreadsheet's time zone at the start of a day. */
  readonly dateOf: (day: DayNumber) => Date;
}

/**
 * No time zone of the tz database has left an offset and come back to it within a fortnight since 1970, so the
 * offset between two instants this close that agree is theirs.
 */
const fortnight = 14 * millisecondsPerDay;
const hour = 3_600_000;

interface Observation {
  readonly at: number;
  readonly offset: number;
}

/**
 * A zone that knows nothing but one question: `localTime` gives an instant's local time as
 * "yyyy-MM-dd HH:mm:ss". Each question is a service call in Apps Script (some milliseconds), so answers are kept as
 * offsets and reused for every instant for which they settle the day beyond doubt: at most about one question for
 * each distinct day, one for each week or so of a long run of days, whatever the number of rows.
 */
export function createZone(localTime: (date: Date) => string): Zone {
  const observations: Observation[] = [];

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
    const agree = before && after && before.offset === after.offset && after.at - before.at <= fortnight;
    return agree ? before.offset : undefined;
  }

  /**
   * The day of an instant, where observations settle it: by the offset, or because the nearest observation is of the
   * same day and no change of clocks (at most three hours) could carry the instant over a midnight.
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

  /** Asks as few of the instants (ascending) as settle the days of all of them. */
  function settle(instants: readonly number[]): void {
    const open = instants.filter((at) => knownDay(at) === undefined);
    if (open.length === 0) return;
    if (observations.length === 0) {
      ask(open[0]!);
      settle(open.slice(-1));
      settle(open);
      return;
    }
    const middle = open.length >> 1;
    ask(open[middle]!);
    settle(open.slice(0, middle));
    settle(open.slice(middle + 1));
  }

  function offsetAt(at: number): number {
    return knownOffset(at) ?? ask(at);
  }

  return {
    prepare(dates) {
      const instants = Float64Array.from(dates, (date) => date.getTime()).sort();
      settle(Array.from(instants));
    },
    dayOf(date) {
      const at = date.getTime();
      return knownDay(at) ?? Math.floor((at + ask(at)) / millisecondsPerDay);
    },
    dateOf(day) {
      const midnight = day * millisecondsPerDay;
      const nearest = observations[Math.max(0, indexAfter(midnight) - 1)];
      const first = midnight - (nearest ? nearest.offset : offsetAt(midnight));
      const second = midnight - offsetAt(first);
      // Where clocks go forward at midnight the day begins at 01:00: of the two candidates only the later one is in it.
      return new Date(second === first ? first : Math.max(second, midnight - offsetAt(second)));
    },
  };
}
