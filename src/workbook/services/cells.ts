import { CellValueType, type ICellData, numfmt } from "@univerjs/core";
import { isDate } from "../../sheet/cell";
import { sheetsError } from "../engine/errors";
import type { Realm } from "../engine/realm";
import { DATE_FORMAT, DATE_TIME_FORMAT, isDateFormat, realmDate } from "../engine/values";
import type { SpreadsheetZone } from "../engine/zone";
import { typedCell } from "../files/typed";
import type { StoredCell } from "./book";
import { keptFormula } from "./ways/typedFormula";
import { readAsTyped } from "./ways/typedText";
import type { Ways } from "./ways/ways";

/** What Range.getValue() returns for a stored cell. */
export function cellValue({ data, style }: StoredCell, realm: Realm, zone: SpreadsheetZone): unknown {
  const value = data?.v;
  if (value == null) return "";
  if (data?.t === CellValueType.BOOLEAN) return isTrue(value);
  if (typeof value === "number")
    return isDateFormat(style?.n?.pattern) ? realmDate(value, realm, zone) : value;
  return typeof value === "string" ? sheetsError(value) : value;
}

/** What Range.getDisplayValue() returns for a stored cell. */
export function displayValue({ data, style }: StoredCell): string {
  const value = data?.v;
  if (value == null) return "";
  if (data?.t === CellValueType.BOOLEAN) return isTrue(value) ? "TRUE" : "FALSE";
  const pattern = style?.n?.pattern;
  if (typeof value !== "number" || !pattern) return sheetsError(String(value));
  return numfmt.format(pattern, value, { throws: false });
}

/** A cell without what it held before. */
const cleared = { f: null, si: null, p: null, custom: null } as unknown as ICellData;

/** Text that stays text. */
export const textInput = (text: string): ICellData => ({
  ...cleared,
  v: text,
  t: CellValueType.FORCE_STRING,
});

/**
 * What Range.setValue() stores, or setFormula(): text that begins with = is a formula, text that reads as a date or
 * number is one.
 */
export function cellInput(
  value: unknown,
  zone: SpreadsheetZone,
  ways: Ways,
  call: "setValue" | "setFormula" = "setValue",
): ICellData {
  if (value === null || value === undefined || value === "") return { ...cleared, v: null };
  if (isDate(value)) return { ...cleared, ...dateCell(zone.serialOf(value.getTime())) };
  if (typeof value === "number") return { ...cleared, v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { ...cleared, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  const text = value as string;
  if (text.startsWith("=")) {
    const formula = ways.typed.has(call) ? keptFormula(text, ways.locale) : text;
    return { ...cleared, f: formula ?? unreadable, v: null };
  }
  if (text.startsWith("'") && ways.apostrophe === "does nothing")
    return cellInput(text.slice(1), zone, ways, call);
  if (text.startsWith("'") && ways.apostrophe === "goes") return textInput(text.slice(1));
  const asTyped = ways.reads === "as typed" ? readAsTyped(text, ways.locale) : undefined;
  const { v, t, pattern } = asTyped ?? typedCell(text);
  return { ...cleared, v, t, ...(pattern && { s: { n: { pattern } } }) };
}

/** A date cell as Sheets formats one that had no format. */
function dateCell(serial: number): ICellData {
  const pattern = Number.isInteger(serial) ? DATE_FORMAT : DATE_TIME_FORMAT;
  return { v: serial, t: CellValueType.NUMBER, s: { n: { pattern } } };
}

/** What shows as an error in place of a formula that Sheets cannot read. */
const unreadable = "=#ERROR!";

function isTrue(value: unknown): boolean {
  return value === 1 || value === true || value === "TRUE";
}
