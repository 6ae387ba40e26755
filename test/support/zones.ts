import { type Zone, createZone } from "../../src/sheet/zone";

const wholeTime = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;

/** Making a format takes far longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The local time of an IANA time zone as Utilities.formatDate gives it, from the tz data that Node brings. */
export function localTimeIn(timeZone: string): (date: Date) => string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, ...wholeTime });
  formats.set(timeZone, format);
  return (date) => format.format(date);
}

export function zoneIn(timeZone: string): Zone {
  return createZone(localTimeIn(timeZone));
}

export const utc = zoneIn("UTC");
