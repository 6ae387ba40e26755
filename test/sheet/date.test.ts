import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { dayFromIso, dayFromIsoMonth } from "../../src/sheet/date";

/** Days since 1970-01-01, from a count of leap years that uses no Date. */
function daysSince1970(year: number, month: number, dayOfMonth: number): number {
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const leaps = (until: number) => Math.floor(until / 4) - Math.floor(until / 100) + Math.floor(until / 400);
  const before = lengths.slice(0, month - 1).reduce((total, length) => total + length, 0);
  return (year - 1970) * 365 + leaps(year - 1) - leaps(1969) + before + dayOfMonth - 1;
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const padded = (value: number, length = 2) => String(value).padStart(length, "0");

describe("ISO text names a day", () => {
  test.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2026-03-31", 20543],
    ["2026-3-1", 20513],
    ["20260331", 20543],
    [" 2026-03-31 ", 20543],
    ["2026-03-31T09:30", 20543],
    ["2026-03-31 09:30:15", 20543],
    ["2026-03-31T09:30:15.250", 20543],
    ["2026-03-31T23:59:59Z", 20543],
    ["2026-03-31T23:59:59+02:00", 20543],
    ["2026-03-31 23:59:59 -0500", 20543],
    ["2026-03-31 23:59:59 UTC", 20543],
    ["2026-03-31 23:59:59 +0000 UTC", 20543],
    ["2026-03-31 9:30 PM", 20543],
    ["2026-03-31T24:00", 20543],
    ["2024-02-29", 19782],
    ["2000-02-29", 11016],
    ["1900-01-01", -25567],
    ["9999-12-31", 2932896],
  ])("%j is day %d", (text, day) => {
    expect(dayFromIso(text)).toBe(day);
  });
});

test.each([
  "2023-02-29",
  "1900-02-29",
  "2100-02-29",
  "2026-02-30",
  "2026-04-31",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "2026-01-32",
  "20261301",
  "0000-01-01",
  "0026-03-31",
  "1899-12-30",
  "1899-12-31",
])("%j is a day that the calendar does not have, or one before 1900", (text) => {
  expect(dayFromIso(text)).toBeUndefined();
});

test.each([
  "03/04/2026",
  "31.03.2026",
  "31-03-2026",
  "3/4/26",
  "26-03-31",
  "2026/03/31",
  "2026-03",
  "2026",
  "March 31, 2026",
  "31 Mar 2026",
  "2026-03-31 or so",
  "2026-03-31T",
  "2026-03-31 9",
  "2026-03-31 99:99",
  "2026-03-31 25:00",
  "2026-03-31 12:60",
  "12026-03-31",
  "-2026-03-31",
  "202603311",
  "45000",
  "",
  "#REF!",
])("%j is no ISO date", (text) => {
  expect(dayFromIso(text)).toBeUndefined();
});

test("every day of the years 1900 to 9999 is read, with and without a time", () => {
  const calendarDay = fc
    .record({ year: fc.integer({ min: 1900, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) })
    .chain(({ year, month }) =>
      fc.record({
        year: fc.constant(year),
        month: fc.constant(month),
        dayOfMonth: fc.integer({
          min: 1,
          max: [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!,
        }),
      }),
    );
  const time = fc.constantFrom("", "T00:00", " 23:59", "T12:34:56Z", " 01:02:03.004 +0530", " 12:00:00 AM");
  fc.assert(
    fc.property(calendarDay, time, ({ year, month, dayOfMonth }, suffix) => {
      const expected = daysSince1970(year, month, dayOfMonth);
      expect(dayFromIso(`${padded(year, 4)}-${padded(month)}-${padded(dayOfMonth)}${suffix}`)).toBe(expected);
      expect(dayFromIso(`${padded(year, 4)}${padded(month)}${padded(dayOfMonth)}`)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

describe("a month as text is its first day", () => {
  test.each([
    ["2026-03", 20513],
    [" 2026-3 ", 20513],
    ["1970-01", 0],
  ])("%j is day %d", (text, day) => {
    expect(dayFromIsoMonth(text)).toBe(day);
  });

  test.each(["2026-13", "2026-00", "2026", "03/2026", "2026-03-31", "0026-03", "Mar 2026"])(
    "%j is none",
    (text) => {
      expect(dayFromIsoMonth(text)).toBeUndefined();
    },
  );
});
