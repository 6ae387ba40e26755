import { ErrorType, ErrorValueObject } from "@univerjs/engine-formula";

/** Error values which Univer has and Sheets has not, and what Sheets shows in their place. */
const IN_SHEETS: ReadonlyMap<string, string> = new Map([
  [ErrorType.SPILL, "#REF!"],
  [ErrorType.CYCLE, "#REF!"],
  [ErrorType.CALC, "#N/A"],
]);

/** The text of an error value as Sheets shows it. */
export function sheetsError(value: string): string {
  return IN_SHEETS.get(value) ?? value;
}

/** What a thrown error becomes: #ERROR! in the cell, with its message kept for whoever points at the cell. */
export function thrownError(thrown: unknown): ErrorValueObject {
  const message = messageOf(thrown);
  // Not ErrorValueObject.create(): its objects are shared by all cells, the message belongs to one.
  return new ErrorValueObject(ErrorType.ERROR, message).withCustomData({ message });
}

/** What a cell shows whose result is still to come; whatever depends on it shows the same. */
export const unfinishedError = (words: string): ErrorValueObject =>
  new ErrorValueObject(words as ErrorType, words);

/** The message of anything thrown, also by another realm, for whose errors `instanceof Error` fails. */
export function messageOf(thrown: unknown): string {
  const message = (thrown as { message?: unknown } | null | undefined)?.message;
  return typeof message === "string" ? message : String(thrown);
}
