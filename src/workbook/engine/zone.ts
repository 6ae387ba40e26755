import { millisecondsPerDay } from "../../core/day";
import { instantAt, serialAt } from "./serial";

/** Where the spreadsheet is: turns serial numbers (days since 1899-12-30 on the wall clock there) into instants and back. */
export interface SpreadsheetZone {
  /** IANA name, such as "Europe/Berlin". */
  readonly name: string;
  /** The instant (milliseconds since 1970 in UTC) at which the wall clock shows the serial number. */
  readonly instantOf: (serial: number) => number;
  /** The serial number which the wall clock shows at an instant. */
  readonly serialOf: (instant: number) => number;
}

/** The time zone of the process or browser. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * The clock of an IANA time zone, summer time included.
 * @throws RangeError where the name is none.
 */
export function createZone(name: string): SpreadsheetZone {
  const offsetAt = createOffsets(name);
  const wallOf = (instant: number) => instant + offsetAt(instant);
  const instantOf = (serial: number) => {
    const wall = instantAt(serial);
    const early = wall - offsetAt(wall - millisecondsPerDay);
    if (wallOf(early) === wall) return early;
    const late = wall - offsetAt(wall + millisecondsPerDay);
    // Where clocks jump over the time, the same distance after the jump, as java.util does for Sheets.
    return wallOf(late) === wall ? late : early;
  };
  const serialOf = (instant: number) => {
    const serial = serialAt(wallOf(instant));
    const day = Math.floor(serial);
    // Where clocks jump over midnight, the first moment of a day stands for it.
    return serial !== day && serialAt(wallOf(instant - 1)) < day ? day : serial;
  };
  return { name, instantOf, serialOf };
}

/** Milliseconds which the zone is ahead of UTC at an instant; most days cost no call of Intl. */
function createOffsets(timeZone: string): (instant: number) => number {
  const measure = createMeasure(timeZone);
  const byDay = new Map<number, number | undefined>();
  return (instant) => {
    const day = Math.floor(instant / millisecondsPerDay);
    if (!byDay.has(day)) {
      const start = measure(day * millisecondsPerDay);
      byDay.set(day, start === measure((day + 1) * millisecondsPerDay) ? start : undefined);
    }
    return byDay.get(day) ?? measure(instant);
  };
}

function createMeasure(timeZone: string): (instant: number) => number {
  const two = "2-digit";
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
  return (instant) => {
    const [, month, day, year, era, hour, minute, second] =
      /(\d+)\/(\d+)\/(\d+) (\w)\w*, (\d+):(\d+):(\d+)/.exec(format.format(instant)) ?? [];
    const wall = new Date(0);
    wall.setUTCFullYear(era === "B" ? 1 - Number(year) : Number(year), Number(month) - 1, Number(day));
    wall.setUTCHours(Number(hour), Number(minute), Number(second));
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  };
}
