import { CellValueType, type ICellData, type IStyleData, type IWorkbookData } from "@univerjs/core";
import type { Cell, Workbook, Worksheet } from "exceljs";
import { createSnapshot, gridSize, type SheetDraft } from "../engine/snapshot";
import { DAY } from "../engine/zone";
import { fromExcel } from "./excelFormula";
import { fromExcelStyle } from "./excelStyle";
import { PIXELS_PER_CHARACTER } from "./xlsxWrite";

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
  return createSnapshot(id, name, sheets, styles);
}

function readSheet(worksheet: Worksheet, styleId: (style: IStyleData) => string): SheetDraft {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const spills: ((row: number, column: number) => boolean)[] = [];
  worksheet.eachRow((row, r) => {
    const cells: Record<number, ICellData> = {};
    row.eachCell((cell, c) => {
      const spill = arrayArea(cell);
      const content = spills.some((covers) => covers(r, c)) ? {} : readCell(cell);
      if (spill) spills.push(spill);
      const style = fromExcelStyle(cell.style);
      cells[c - 1] = { ...content, ...(style && { s: styleId(style) }) };
    });
    cellData[r - 1] = cells;
  });
  const columns = worksheet.columnCount;
  const widths = Array.from({ length: columns }, (_, c) => worksheet.getColumn(c + 1).width);
  const columnData = Object.fromEntries(
    widths.flatMap((width, c) =>
      width === undefined ? [] : [[c, { w: Math.round(width * PIXELS_PER_CHARACTER) }]],
    ),
  );
  return {
    name: worksheet.name,
    cellData,
    columnData,
    ...gridSize(worksheet.rowCount, columns),
  };
}

/** For an array formula, whether a cell (counted from 1) lies in the area it fills: it will spill there again. */
function arrayArea(cell: Cell): ((row: number, column: number) => boolean) | undefined {
  const { ref } = (cell.value ?? {}) as { ref?: string };
  const [, , top, bottom] = ref?.match(/^([A-Z]+)(\d+):[A-Z]+(\d+)$/) ?? [];
  if (!ref || top === undefined) return undefined;
  const last = cell.worksheet.getCell(ref.split(":")[1]!).fullAddress.col;
  const first = cell.fullAddress;
  return (row, column) => row >= first.row && row <= Number(bottom) && column >= first.col && column <= last;
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
