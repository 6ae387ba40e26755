import { type DayNumber, dayFromCalendar } from "../core/day";
import type { Zone } from "./zone";

/** Before it lie times without a day, which Sheets passes as dates of 1899, and slips (0026). */
const firstDay = dayFromCalendar(1900, 1, 1)!;
/** A way to write that something has no end. */
const lastDay = dayFromCalendar(9999, 12, 31)!;

/** The day that a date cell names; undefined for a time of day, a duration and what is beyond the calendar. */
export function dayFromDate(date: Date, zone: Zone): DayNumber | undefined {
  const day = zone.dayOf(date);
  return day >= firstDay && day <= lastDay ? day : undefined;
}

const isoDate =
  /^((?:19|[2-9]\d)\d\d)-(\d{1,2})-(\d{1,2})(?:[T ](?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s*(?:Z|UTC|[AaPp][Mm]|[-+]\d{2}:?(?:\d{2})?(?:\s+UTC)?)?)?$/;
const compactIsoDate = /^((?:19|[2-9]\d)\d\d)(\d{2})(\d{2})$/;

/**
 * The day that ISO text names, with or without a time (`2026-03-31`, `2026-03-31T09:30:00Z`). The written day counts:
 * a time, and with it a time zone, is dropped. Undefined for everything else, since `03/04/2026` is a day in March
 * to some and in April to others, and for years before 1900.
 */
export function dayFromIso(text: string): DayNumber | undefined {
  const match = isoDate.exec(text.trim()) ?? compactIsoDate.exec(text.trim());
  return match ? dayFromCalendar(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The first day of the month that text such as `2026-03` names; undefined for everything else. */
export const dayFromIsoMonth = (text: string): DayNumber | undefined =>
  /^\s*\d{4}-\d{1,2}\s*$/.test(text) ? dayFromIso(`${text.trim()}-01`) : undefined;
