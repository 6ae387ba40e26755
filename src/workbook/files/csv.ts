import type { ICellData, IStyleData } from "@univerjs/core";
import Papa from "papaparse";
import { readAmount } from "../../sheet/amount";
import { isDate } from "../../sheet/cell";
import { gridSize, type SheetDraft } from "../engine/snapshot";
import { instantAt } from "../engine/serial";
import type { SpreadsheetZone } from "../engine/zone";
import type { Sheet } from "../services/sheet";
import { columnWidth } from "./columnWidth";
import { readCsv } from "./csvRows";
import { textCell } from "./typed";

/**
 * A sheet with the rows of a CSV text, whose delimiter is found out. Numbers and ISO dates become such, 1.234 as the
 * other cells tell; all else stays text, formulas included.
 * @param styleId makes a style known to the workbook and returns its id
 */
export function sheetFromCsv(name: string, text: string, styleId: (style: IStyleData) => string): SheetDraft {
  const { rows, typed } = readCsv(text);
  const styles = new Map<string, string>();
  const cell = (value: string, column: number): ICellData => {
    const { v, t, pattern } = guarded.test(value) ? textCell(value.slice(1)) : typed(value, column);
    if (pattern === undefined) return { v, t };
    if (!styles.has(pattern)) styles.set(pattern, styleId({ n: { pattern } }));
    return { v, t, s: styles.get(pattern) };
  };
  const cellData: Record<number, Record<number, ICellData>> = {};
  rows.forEach((row, r) => {
    const cells: Record<number, ICellData> = {};
    row.forEach((value, c) => value !== "" && (cells[c] = cell(value, c)));
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

/**
 * Text that other programs take for a formula when they open a .csv file, and carry out; with an apostrophe before it, as
 * web shops export it, it stays text.
 */
const formulaLike = /^[=+\-@\t\r][^]/;
const guarded = /^'[=+\-@\t\r][^]/;

/** CSV text of a sheet's values: numbers in full, dates in ISO form, so that it can be read back unchanged. */
export function csvFromSheet(sheet: Sheet): string {
  const { zone } = sheet.internal.book;
  const values = sheet.getDataRange().getValues();
  return Papa.unparse(values.map((row) => row.map((value) => csvText(value, zone))));
}

function csvText(value: unknown, zone: SpreadsheetZone): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string")
    return formulaLike.test(value) && readAmount(value) === undefined ? `'${value}` : value;
  if (!isDate(value)) return String(value);
  const serial = zone.serialOf(value.getTime());
  const iso = new Date(instantAt(serial)).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}
