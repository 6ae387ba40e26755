import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { createZone } from "../../src/sheet/zone";
import { localTimeIn, zoneIn } from "../support/zones";

const timeZones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/Santiago",
  "America/St_Johns",
  "America/Boa_Vista",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Pacific/Apia",
  "Pacific/Kiritimati",
];

const millisecondsPerDay = 86_400_000;
const hour = 3_600_000;

/** The day by Intl's own local date. */
function expectedDays(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone });
  return (at) => Date.parse(format.format(at)) / millisecondsPerDay;
}

/** A zone that counts how often it asks. */
function countingZone(timeZone: string) {
  const localTime = localTimeIn(timeZone);
  let calls = 0;
  const zone = createZone((date) => {
    calls++;
    return localTime(date);
  });
  return { zone, calls: () => calls };
}

const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
/** Instants close to one another, as the rows of a sheet are. */
const batch = fc.oneof(
  fc.array(instant, { maxLength: 30 }),
  fc
    .tuple(instant, fc.array(fc.integer({ min: 0, max: 40 * millisecondsPerDay }), { maxLength: 60 }))
    .map(([start, steps]) => steps.map((step) => start + step)),
);

describe("the day of an instant is that of the zone's own calendar", () => {
  test.each(timeZones)("in %s, in any order and any batches", (timeZone) => {
    const expected = expectedDays(timeZone);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), batch), { maxLength: 4 }), (batches) => {
        const zone = zoneIn(timeZone);
        for (const [prepared, instants] of batches) {
          const dates = instants.map((at) => new Date(at));
          if (prepared) zone.prepare(dates);
          expect(dates.map(zone.dayOf)).toEqual(instants.map(expected));
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each(timeZones)("in %s, in every hour around every change of clocks from 1970 to 2037", (timeZone) => {
    const expected = expectedDays(timeZone);
    const localTime = localTimeIn(timeZone);
    const offset = (at: number) => {
      const [date, time] = localTime(new Date(at)).split(" ");
      return Date.parse(`${date}T${time}Z`) - at;
    };
    const zone = zoneIn(timeZone);
    const wrong: string[] = [];
    let before = offset(0);
    for (let at = 0; at < Date.UTC(2038, 0, 1); at += 2 * millisecondsPerDay) {
      const now = offset(at);
      if (now === before) continue;
      before = now;
      const instants = Array.from({ length: 400 }, (_, index) => at + (index - 300) * (hour / 2) + 30_000);
      zone.prepare(instants.map((each) => new Date(each)));
      for (const each of instants) {
        if (zone.dayOf(new Date(each)) !== expected(each)) wrong.push(new Date(each).toISOString());
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("the date of a day is an instant of that day, its first where clocks allow", () => {
  const noSuchDay = { "Pacific/Apia": "2011-12-30", "Pacific/Kiritimati": "1994-12-31" } as Record<
    string,
    string
  >;
  const first = Date.UTC(1990, 0, 1) / millisecondsPerDay;
  const days = Array.from({ length: 51 * 365 + 13 }, (_, index) => first + index);

  test.each(timeZones)("in %s for every day from 1990 to 2040", (timeZone) => {
    const expected = expectedDays(timeZone);
    const own = days.filter((day) => day * millisecondsPerDay !== Date.parse(noSuchDay[timeZone] ?? ""));
    const zone = zoneIn(timeZone);
    const wrong = own.filter((day) => {
      const date = zone.dateOf(day);
      return zone.dayOf(date) !== day || expected(date.getTime()) !== day;
    });
    expect(wrong).toEqual([]);
  });

  test.each(timeZones)("in %s whatever was asked before", (timeZone) => {
    const expected = expectedDays(timeZone);
    fc.assert(
      fc.property(
        batch,
        fc.array(fc.constantFrom(...days), { maxLength: 60 }),
        fc.boolean(),
        (at, some, prepared) => {
          const own = some.filter(
            (day) => day * millisecondsPerDay !== Date.parse(noSuchDay[timeZone] ?? ""),
          );
          const zone = zoneIn(timeZone);
          zone.prepare(at.map((each) => new Date(each)));
          if (prepared) zone.prepareDays(own);
          expect(own.map((day) => expected(zone.dateOf(day).getTime()))).toEqual(own);
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each([
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z"],
    ["Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00.000Z"],
    ["America/New_York", "2026-11-01", "2026-11-01T04:00:00.000Z"],
    ["Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00.000Z"],
    ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z"],
    ["America/Santiago", "2026-04-05", "2026-04-05T04:00:00.000Z"],
    ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00.000Z"],
    ["Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00.000Z"],
  ])("in %s %s begins at %s", (timeZone, iso, begins) => {
    const day = Date.parse(iso) / millisecondsPerDay;
    expect(zoneIn(timeZone).dateOf(day).toISOString()).toBe(begins);
    const prepared = zoneIn(timeZone);
    prepared.prepareDays([day - 1, day, day + 1]);
    expect(prepared.dateOf(day).toISOString()).toBe(begins);
  });
});

/** Instants of local times of day on days that are `every` days apart, one row after another, days mixed. */
function stamps(
  timeZone: string,
  count: number,
  days: number,
  every: number,
  fromHour: number,
  toHour: number,
) {
  const zone = zoneIn(timeZone);
  const firstDay = Date.UTC(2024, 0, 10) / millisecondsPerDay;
  return Array.from({ length: count }, (_, row) => {
    const midnight = zone.dateOf(firstDay + (row % days) * every).getTime();
    const share = (row * 0.618_033_988_7) % 1;
    return new Date(midnight + Math.floor((fromHour + share * (toHour - fromHour)) * hour));
  });
}

function distinctDays(timeZone: string, dates: readonly Date[]): number {
  const expected = expectedDays(timeZone);
  return new Set(dates.map((date) => expected(date.getTime()))).size;
}

describe("service calls", () => {
  const someZones = timeZones.filter((timeZone) => timeZone !== "UTC");

  test.each(someZones)("pure dates in %s take at most one call for each distinct day", (timeZone) => {
    for (const every of [1, 2, 7, 20, 31, 100]) {
      const days = Math.min(400, Math.floor(8000 / every));
      const dates = stamps(timeZone, 2000, days, every, 0, 0);
      const { zone, calls } = countingZone(timeZone);
      zone.prepare(dates);
      dates.forEach(zone.dayOf);
      expect(calls()).toBeLessThanOrEqual(distinctDays(timeZone, dates));
    }
  });

  test("100,000 rows of pure dates on 730 days take one call for every six days, and some for the clocks", () => {
    const dates = stamps("Europe/Berlin", 100_000, 730, 1, 0, 0);
    const { zone, calls } = countingZone("Europe/Berlin");
    zone.prepare(dates);
    dates.forEach(zone.dayOf);
    expect(calls()).toBeLessThanOrEqual(Math.ceil(730 / 6) + 1 + 4 * Math.ceil(Math.log2(7)));
  });

  test.each(someZones)("time stamps of business hours in %s take at most one call a day", (timeZone) => {
    for (const every of [1, 3, 7, 20, 100]) {
      const days = Math.min(400, Math.floor(4000 / every));
      const dates = stamps(timeZone, 4000, days, every, 8, 18);
      const { zone, calls } = countingZone(timeZone);
      zone.prepare(dates);
      dates.forEach(zone.dayOf);
      expect(calls()).toBeLessThanOrEqual(distinctDays(timeZone, dates));
    }
  });

  test.each(someZones)("dense time stamps of two years in %s take far fewer calls than days", (timeZone) => {
    const dates = stamps(timeZone, 20_000, 730, 1, 0, 24);
    const { zone, calls } = countingZone(timeZone);
    zone.prepare(dates);
    dates.forEach(zone.dayOf);
    expect(calls()).toBeLessThan(730 / 3);
  });

  test.each(someZones)(
    "evenings and nights far from one another in %s take at most two calls each",
    (timeZone) => {
      const dates = stamps(timeZone, 4000, 40, 20, 20, 24);
      const { zone, calls } = countingZone(timeZone);
      zone.prepare(dates);
      dates.forEach(zone.dayOf);
      expect(calls()).toBeLessThanOrEqual(2 * distinctDays(timeZone, dates) + 20);
    },
  );

  test("one evening of 100,000 rows takes two calls", () => {
    const dates = stamps("Europe/Berlin", 100_000, 1, 1, 21.5, 24);
    const { zone, calls } = countingZone("Europe/Berlin");
    zone.prepare(dates);
    dates.forEach(zone.dayOf);
    expect(calls()).toBe(2);
  });

  test.each(someZones)("dates of a result that were read before are free in %s", (timeZone) => {
    const { zone, calls } = countingZone(timeZone);
    const days = Array.from({ length: 60 }, (_, index) => Date.UTC(2020, index, 1) / millisecondsPerDay);
    const dates = days.map(zoneIn(timeZone).dateOf);
    zone.prepare(dates);
    const read = dates.map(zone.dayOf);
    const before = calls();
    zone.prepareDays(read);
    read.forEach(zone.dateOf);
    expect(before).toBeLessThanOrEqual(60);
    expect(calls()).toBe(before);
  });

  test.each(someZones)(
    "new dates of a result in %s take one call each, and one more where clocks changed",
    (timeZone) => {
      const { zone, calls } = countingZone(timeZone);
      const days = Array.from({ length: 60 }, (_, index) => Date.UTC(2020, index, 1) / millisecondsPerDay);
      zone.prepareDays(days);
      days.forEach(zone.dateOf);
      expect(calls()).toBeLessThanOrEqual(60 + 2 * 5 + 3);
    },
  );

  test.each(someZones)("1,000 days in a row in a result of %s take far fewer calls", (timeZone) => {
    const { zone, calls } = countingZone(timeZone);
    const days = Array.from({ length: 1000 }, (_, index) => 18_262 + index);
    zone.prepareDays(days);
    days.forEach(zone.dateOf);
    expect(calls()).toBeLessThan(1000 / 3);
  });

  test("no date, no call", () => {
    const { zone, calls } = countingZone("Europe/Berlin");
    zone.prepare([]);
    zone.prepareDays([]);
    expect(calls()).toBe(0);
  });
});
