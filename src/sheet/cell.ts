/** What one cell holds, as Apps Script passes it and takes it back; an empty cell is "". */
export type Cell = number | string | boolean | Date;

/** True for a Date of any realm: Apps Script hands over dates for which `instanceof Date` may fail. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** True for what counts as not given: an empty cell, an omitted argument, text of nothing but white space. */
export function isBlank(value: unknown): value is "" | undefined | null {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** True for the text as which Sheets passes a cell that holds an error or has not finished loading. */
export function isErrorValue(value: unknown): boolean {
  return typeof value === "string" && /^(#[A-Z][A-Z0-9/_]*[!?]?|Loading\.\.\.)$/.test(value.trim());
}
