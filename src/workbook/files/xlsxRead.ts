import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
} from "@univerjs/core";
import { SHEET_CONDITIONAL_FORMATTING_PLUGIN } from "@univerjs/sheets-conditional-formatting";
import type { ISheetNote } from "@univerjs/sheets-note";
import type { Cell, Style, Workbook, Worksheet } from "exceljs";
import { createSnapshot, gridSize, type SheetDraft } from "../engine/snapshot";
import { serialAt } from "../engine/serial";
import { parseA1 } from "../services/a1";
import { NOTE_SIZE } from "../services/rangeNotes";
import { fromArgb } from "./excelColor";
import { fromExcel } from "./excelFormula";
import { readLayout } from "./excelLayout";
import { readRules } from "./excelRules";
import { fromExcelStyle } from "./excelStyle";
import { plainXlsx } from "./xlsxParts";

/**
 * A workbook from the bytes of an .xlsx file: values, formulas, number formats, styles, sheet names, column widths.
 * @throws Refusal where the bytes are no such file, or more than can be opened: what follows the file's name
 */
export async function snapshotFromXlsx(id: string, name: string, bytes: ArrayBuffer): Promise<IWorkbookData> {
  const [{ default: exceljs }, plain] = await Promise.all([import("exceljs"), plainXlsx(bytes)]);
  const file: Workbook = new exceljs.Workbook();
  await file.xlsx.load(plain);
  const styles: Record<string, IStyleData> = {};
  const ids = new Map<string, string>();
  // exceljs gives cells of one style the same object
  const known = new WeakMap<object, string | undefined>();
  const styleId = (given: Partial<Style>): string | undefined => {
    if (known.has(given)) return known.get(given);
    const style = fromExcelStyle(given);
    const id = style && idOf(style);
    known.set(given, id);
    return id;
  };
  const idOf = (style: IStyleData): string => {
    const key = JSON.stringify(style);
    const id = ids.get(key) ?? `x${ids.size}`;
    ids.set(key, id);
    styles[id] = style;
    return id;
  };
  const sheets = file.worksheets.map((worksheet) => readSheet(worksheet, styleId));
  const snapshot = createSnapshot(id, name, sheets, styles);
  const bySheet = (read: (worksheet: Worksheet) => unknown) =>
    JSON.stringify(
      Object.fromEntries(file.worksheets.map((each, index) => [snapshot.sheetOrder[index], read(each)])),
    );
  const resources = [
    { name: SHEET_CONDITIONAL_FORMATTING_PLUGIN, data: bySheet(readRules) },
    { name: NOTES, data: bySheet(readNotes) },
  ];
  return { ...snapshot, resources };
}

/** How many charts a file has, which are not read. */
export async function chartsIn(bytes: ArrayBuffer): Promise<number> {
  const { default: JSZip } = await import("jszip");
  const { files } = await JSZip.loadAsync(bytes);
  return Object.keys(files).filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path)).length;
}

/** Calls for each cell that is in the file, with its row and column from 1; cells between them are not made. */
function eachCell(worksheet: Worksheet, call: (cell: Cell, row: number, column: number) => void): void {
  for (let r = 1; r <= worksheet.rowCount; r++) {
    const row = worksheet.findRow(r);
    const columns = row?.cellCount ?? 0;
    for (let c = 1; c <= columns; c++) {
      const cell = row?.findCell(c);
      if (cell) call(cell, r, c);
    }
  }
}

/** The name under which Univer keeps the notes of a workbook. */
const NOTES = "SHEET_NOTE_PLUGIN";

function readNotes(worksheet: Worksheet): Record<number, Record<number, ISheetNote>> {
  const notes: Record<number, Record<number, ISheetNote>> = {};
  eachCell(worksheet, (cell, r, c) => {
    if (!cell.note || cell.master !== cell) return;
    const note = typeof cell.note === "string" ? cell.note : textOf({ richText: cell.note.texts });
    const place = { row: r - 1, col: c - 1, ...NOTE_SIZE };
    (notes[r - 1] ??= {})[c - 1] = { ...place, id: `${r}-${c}`, note };
  });
  return notes;
}

function readSheet(worksheet: Worksheet, styleId: (style: Partial<Style>) => string | undefined): SheetDraft {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const { tabColor } = worksheet.properties;
  const spilled = createSpilled(worksheet);
  eachCell(worksheet, (cell, r, c) => {
    // exceljs repeats a merged cell's value in each cell it covers.
    const covered = cell.master !== cell || spilled.has(r, c);
    const content = covered ? {} : readCell(cell);
    spilled.add(cell);
    const s = styleId(cell.style);
    const data = s === undefined ? content : { ...content, s };
    if (Object.keys(data).length > 0) (cellData[r - 1] ??= {})[c - 1] = data;
  });
  return {
    name: worksheet.name,
    ...(worksheet.state !== "visible" && { hidden: BooleanNumber.TRUE }),
    ...(tabColor?.argb && { tabColor: fromArgb(tabColor.argb) }),
    cellData,
    ...readLayout(worksheet),
    ...gridSize(worksheet.rowCount, worksheet.columnCount),
  };
}

/** Cells that array formulas of a tab fill, as far as they are minded: no file with more is known. */
const mostSpilled = 1_000_000;

/** The cells, counted from 1, that array formulas fill next to their own: they will spill there again. */
function createSpilled({ rowCount, columnCount }: Worksheet) {
  const places = new Set<number>();
  const placeOf = (row: number, column: number) => row * 16_384 + column;
  let left = mostSpilled;
  return {
    has: (row: number, column: number) => places.has(placeOf(row, column)),
    add: (cell: Cell) => {
      const { ref, shareType } = (cell.value ?? {}) as { ref?: string; shareType?: string };
      // a formula that is written once for several cells has an area too
      if (ref === undefined || shareType !== "array") return;
      const { row, column, rows, columns } = parseA1(ref.includes(":") ? ref : `${ref}:${ref}`, 0, 0);
      const [lastRow, lastColumn] = [Math.min(row + rows, rowCount), Math.min(column + columns, columnCount)];
      for (let r = row + 1; r <= lastRow && left > 0; r++)
        for (let c = column + 1; c <= lastColumn && left > 0; c++, left--)
          if (r > row + 1 || c > column + 1) places.add(placeOf(r, c));
    },
  };
}

function readCell(cell: Cell): ICellData {
  const { formula, result, value } = cell;
  const plain = formula ? result : value;
  if (!formula) return readValue(plain);
  const translated = fromExcel(formula);
  return translated === undefined ? {} : { ...readValue(plain), f: translated };
}

function readValue(value: unknown): ICellData {
  // exceljs takes the error of a formula for a number
  if (value === null || value === undefined || Number.isNaN(value)) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value instanceof Date) return { v: serialAt(value.getTime()), t: CellValueType.NUMBER };
  return { v: textOf(value), t: CellValueType.STRING };
}

/** exceljs gives errors, links and formatted text as objects. */
function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { error, richText, text } = value as {
    error?: string;
    richText?: { text: string }[];
    text?: unknown;
  };
  if (richText) return richText.map((part) => part.text).join("");
  return error ?? (text === undefined ? "" : textOf(text));
}
