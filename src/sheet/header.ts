import { readAmount } from "./amount";
import { type Cell, isBlank, isErrorValue } from "./cell";
import type { Reader } from "./reader";
import type { Zone } from "./zone";

/** A value that someone wrote as text, such as 03/04/2026 or 1,234, and no title. */
function isValueAsText(text: string): boolean {
  const hasDigitsOnly = /\d/.test(text) && !/[A-Za-z\u00c0-\uffff]/.test(text);
  return hasDigitsOnly || readAmount(text) !== undefined;
}

/**
 * True where the first cells of ranges that belong together are their header: text where a number or a date is due,
 * in all of those that are not blank. One readable value among them, or an error value, makes it a row of data, so
 * that dirt in the first row is reported and not swallowed.
 */
export function isHeader(
  firstCells: readonly { readonly cell: Cell; readonly reader: Reader<unknown> }[],
  zone: Zone,
): boolean {
  const due = firstCells.filter(({ cell, reader }) => reader.mayHaveHeader && !isBlank(cell));
  const isTitle = ({ cell, reader }: (typeof due)[number]) =>
    typeof cell === "string" &&
    !isErrorValue(cell) &&
    !isValueAsText(cell) &&
    reader.read(cell, zone) === undefined;
  return due.length > 0 && due.every(isTitle);
}
