import { type Zone, createZone } from "../../src/sheet/zone";

/** The local time of an IANA time zone as Utilities.formatDate gives it, from the tz data that Node brings. */
export function localTimeIn(timeZone: string): (date: Date) => string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (date) => format.format(date);
}

export function zoneIn(timeZone: string): Zone {
  return createZone(localTimeIn(timeZone));
}

export const utc = zoneIn("UTC");
