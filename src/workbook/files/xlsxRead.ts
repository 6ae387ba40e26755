import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
} from "@univerjs/core";
import { SHEET_CONDITIONAL_FORMATTING_PLUGIN } from "@univerjs/sheets-conditional-formatting";
import type { ISheetNote } from "@univerjs/sheets-note";
import type { Cell, Workbook, Worksheet } from "exceljs";
import { createSnapshot, gridSize, type SheetDraft } from "../engine/snapshot";
import { DAY } from "../engine/zone";
import { parseA1 } from "../services/a1";
import { NOTE_SIZE } from "../services/rangeNotes";
import { fromArgb } from "./excelColor";
import { fromExcel } from "./excelFormula";
import { readLayout } from "./excelLayout";
import { readRules } from "./excelRules";
import { fromExcelStyle } from "./excelStyle";

const EPOCH = Date.UTC(1899, 11, 30);

/**
 * A workbook from the bytes of an .xlsx file: values, formulas, number formats, styles, sheet names, column widths.
 * @throws Error where the bytes are no such file
 */
export async function snapshotFromXlsx(id: string, name: string, bytes: ArrayBuffer): Promise<IWorkbookData> {
  const { default: exceljs } = await import("exceljs");
  const file: Workbook = new exceljs.Workbook();
  await file.xlsx.load(bytes);
  const styles: Record<string, IStyleData> = {};
  const ids = new Map<string, string>();
  const styleId = (style: IStyleData): string => {
    const key = JSON.stringify(style);
    const known = ids.get(key) ?? `x${ids.size}`;
    ids.set(key, known);
    styles[known] = style;
    return known;
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

/** Cells without a value can have a style or a note. */
const ALL = { includeEmpty: true };

/** The name under which Univer keeps the notes of a workbook. */
const NOTES = "SHEET_NOTE_PLUGIN";

function readNotes(worksheet: Worksheet): Record<number, Record<number, ISheetNote>> {
  const notes: Record<number, Record<number, ISheetNote>> = {};
  worksheet.eachRow(ALL, (row, r) =>
    row.eachCell(ALL, (cell, c) => {
      if (!cell.note || cell.master !== cell) return;
      const note = typeof cell.note === "string" ? cell.note : textOf({ richText: cell.note.texts });
      const place = { row: r - 1, col: c - 1, ...NOTE_SIZE };
      (notes[r - 1] ??= {})[c - 1] = { ...place, id: `${r}-${c}`, note };
    }),
  );
  return notes;
}

function readSheet(worksheet: Worksheet, styleId: (style: IStyleData) => string): SheetDraft {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const { tabColor } = worksheet.properties;
  const spills: ((row: number, column: number) => boolean)[] = [];
  worksheet.eachRow(ALL, (row, r) => {
    const cells: Record<number, ICellData> = {};
    row.eachCell(ALL, (cell, c) => {
      const spill = arrayArea(cell);
      // exceljs repeats a merged cell's value in each cell it covers.
      const covered = cell.master !== cell || spills.some((covers) => covers(r, c));
      const content = covered ? {} : readCell(cell);
      if (spill) spills.push(spill);
      const style = fromExcelStyle(cell.style);
      const data = { ...content, ...(style && { s: styleId(style) }) };
      if (Object.keys(data).length > 0) cells[c - 1] = data;
    });
    cellData[r - 1] = cells;
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

/** For an array formula, whether a cell (counted from 1) lies in the area it fills: it will spill there again. */
function arrayArea(cell: Cell): ((row: number, column: number) => boolean) | undefined {
  const { ref } = (cell.value ?? {}) as { ref?: string };
  if (ref === undefined) return undefined;
  const { row, column, rows, columns } = parseA1(ref.includes(":") ? ref : `${ref}:${ref}`, 0, 0);
  return (r, c) => r > row && r <= row + rows && c > column && c <= column + columns;
}

function readCell(cell: Cell): ICellData {
  const { formula, result, value } = cell;
  const plain = formula ? result : value;
  if (!formula) return readValue(plain);
  const translated = fromExcel(formula);
  return translated === undefined ? {} : { ...readValue(plain), f: translated };
}

function readValue(value: unknown): ICellData {
  if (value === null || value === undefined) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value instanceof Date) return { v: (value.getTime() - EPOCH) / DAY, t: CellValueType.NUMBER };
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
