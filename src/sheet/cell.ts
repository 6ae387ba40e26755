/** What one cell holds, as Apps Script passes it and takes it back; an empty cell is "". */
export type Cell = number | string | boolean | Date;

const { getTime } = Date.prototype;

/**
 * True for a Date of any realm: Apps Script hands over dates for which `instanceof Date` may fail. Its method takes any of
 * them and nothing else, and costs a fraction of what asking for their tag does.
 */
export function isDate(value: unknown): value is Date {
  if (typeof value !== "object") return false;
  try {
    getTime.call(value as Date);
    return true;
  } catch {
    return false;
  }
}

/** Within these years Sheets, JavaScript and the time-zone service have the same calendar. */
const earliest = Date.UTC(1600, 0, 2);
/** The end of 9999 in the zone that is furthest behind. */
const latest = Date.UTC(9999, 11, 31, 36) - 1;

/** True for an instant of which a time zone can tell the day. */
export const isReadableDate = (value: unknown): value is Date =>
  isDate(value) && value.getTime() >= earliest && value.getTime() <= latest;

/** True for what counts as not given: an empty cell, an omitted argument, text of nothing but white space. */
export const isBlank = (value: unknown): value is "" | undefined | null =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** Errors end with ! or ? in every language, but for #N/A and its translations; "#VIP" is a name. */
const errorValue = /^(?:#[\p{Lu}\d/_¡¿]+[!?]|#N\/[AD]|#NV|Loading\.\.\.)$/u;

/** True for the text as which Sheets passes a cell that holds an error or has not finished loading. */
export const isErrorValue = (value: unknown): boolean =>
  typeof value === "string" && errorValue.test(value.trim());
