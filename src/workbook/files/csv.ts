import { CellValueType, type ICellData, type IStyleData } from "@univerjs/core";
import Papa from "papaparse";
import { isDate } from "../../sheet/cell";
import { gridSize, type SheetDraft } from "../engine/snapshot";
import { DAY, type SpreadsheetZone } from "../engine/zone";
import type { Sheet } from "../services/sheet";
import { columnWidth } from "./columnWidth";
import { typedCell } from "./typed";

const EPOCH = Date.UTC(1899, 11, 30);

/** The text of a file: UTF-8, or Windows' Western encoding where it is not valid UTF-8. */
export function decodeText(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * The delimiter that cuts most of the first lines, headers among them, and if several do, into as many fields. Papa
 * Parse's own guess takes the decimal commas of a report for it that has a title above.
 */
function delimiterOf(text: string): string {
  const [best] = [",", ";", "\t", "|"]
    .map((delimiter) => {
      const { data } = Papa.parse<string[]>(text, { delimiter, preview: 60 });
      const widths = data.map((row) => row.length).filter((width) => width > 1);
      const alike = widths.map((width) => widths.filter((one) => one === width).length);
      return { delimiter, cut: widths.length, alike: Math.max(0, ...alike) };
    })
    .sort((a, b) => b.cut - a.cut || b.alike - a.alike);
  return best!.delimiter;
}

const thousands = /^-?\d{1,3}(\.\d{3})+$/;

/** Amounts are written as in 1.234,50 and none as in 1,234.50 or 12.5, so that 1.234 is a thousand and more. */
function haveDecimalCommas(rows: readonly (readonly string[])[]): boolean {
  const has = (pattern: RegExp) => rows.some((row) => row.some((value) => pattern.test(value)));
  return has(/^\D*\d{1,3}(\.?\d{3})*,\d{1,2}\D*$/) && !has(/^\D*\d[\d,]*\.\d{1,2}\D*$/);
}

/**
 * A sheet with the rows of a CSV text, whose delimiter is found out. Numbers and ISO dates become such; all else
 * stays text, formulas included.
 * @param styleId makes a style known to the workbook and returns its id
 */
export function sheetFromCsv(name: string, text: string, styleId: (style: IStyleData) => string): SheetDraft {
  const { data: rows } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter: delimiterOf(text) });
  while (rows.length > 0 && rows.at(-1)!.every((value) => value === "")) rows.pop();
  const styles = new Map<string, string>();
  const areGrouped = haveDecimalCommas(rows);
  const cell = (value: string): ICellData => {
    if (areGrouped && thousands.test(value)) return { v: value, t: CellValueType.STRING };
    const { v, t, pattern } = typedCell(value);
    if (pattern === undefined) return { v, t };
    if (!styles.has(pattern)) styles.set(pattern, styleId({ n: { pattern } }));
    return { v, t, s: styles.get(pattern) };
  };
  const cellData: Record<number, Record<number, ICellData>> = {};
  rows.forEach((row, r) => {
    const cells: Record<number, ICellData> = {};
    row.forEach((value, c) => value !== "" && (cells[c] = cell(value)));
    cellData[r] = cells;
  });
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columnData = Array.from({ length: columns }, (_, c) => ({
    w: columnWidth(rows.map((row) => row[c])),
  }));
  return {
    name,
    cellData,
    columnData: Object.fromEntries(columnData.entries()),
    ...gridSize(rows.length, columns),
  };
}

/** CSV text of a sheet's values: numbers in full, dates in ISO form, so that it can be read back unchanged. */
export function csvFromSheet(sheet: Sheet): string {
  const { zone } = sheet.internal.book;
  const values = sheet.getDataRange().getValues();
  return Papa.unparse(values.map((row) => row.map((value) => csvText(value, zone))));
}

function csvText(value: unknown, zone: SpreadsheetZone): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (!isDate(value)) return String(value);
  const serial = zone.serialOf(value.getTime());
  const iso = new Date(EPOCH + Math.round(serial * DAY)).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}
