import { CellValueType, type ICellData } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { Rectangle } from "./a1";
import { storedCell } from "./book";
import type { SheetInternal } from "./sheet";

/** Apps Script's SpreadsheetApp.CopyPasteType, as far as it is about values, formulas and formats. */
export const CopyPasteType = {
  PASTE_NORMAL: "PASTE_NORMAL",
  PASTE_VALUES: "PASTE_VALUES",
  PASTE_FORMULA: "PASTE_FORMULA",
  PASTE_FORMAT: "PASTE_FORMAT",
} as const;

export type CopyPasteType = keyof typeof CopyPasteType;

/** A rectangle of cells on its sheet. */
export interface Place {
  readonly sheet: SheetInternal;
  readonly area: Rectangle;
}

/** Copies cells: as often as they fit into a larger destination, whole into a smaller one. */
export function copyCells(from: Place, to: Place, type: CopyPasteType, transposed: boolean): void {
  from.sheet.book.flush();
  const [height, width] = transposed
    ? [from.area.columns, from.area.rows]
    : [from.area.rows, from.area.columns];
  const rows = height * Math.max(1, Math.floor(to.area.rows / height));
  const columns = width * Math.max(1, Math.floor(to.area.columns / width));
  const cells = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => {
      const [row, column] = transposed ? [c % width, r % height] : [r % height, c % width];
      const source = { row: from.area.row + row, column: from.area.column + column };
      return copiedCell(from.sheet, source, { row: to.area.row + r, column: to.area.column + c }, type);
    }),
  );
  to.sheet.worksheet.getRange(to.area.row, to.area.column, rows, columns).setValues(cells);
  if (type === "PASTE_NORMAL" && !transposed) copyMerges(from, to, rows, columns);
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function copiedCell(
  { book, worksheet }: SheetInternal,
  from: Cell,
  to: Cell,
  type: CopyPasteType,
): ICellData {
  const { data } = storedCell(book, worksheet, from.row, from.column);
  const cleared = { f: null, si: null, p: null, custom: null, v: null } as unknown as ICellData;
  const format = worksheet.getSheet().getComposedCellStyle(from.row, from.column);
  // A style that is merged into the old one must also take away what it does not have.
  const style = { bd: null, bg: null, bl: null, cl: null, ff: null, fs: null, ht: null, it: null, n: null };
  const look = { s: { ...style, pd: null, tb: null, vt: null, ...format } as unknown as ICellData["s"] };
  if (type === "PASTE_FORMAT") return look;
  const formula = worksheet.getRange(from.row, from.column).getFormula();
  const value = { v: data?.v ?? null, t: data?.t ?? CellValueType.STRING } as ICellData;
  const moved = formula === "" ? value : { f: movedFormula(worksheet, formula, from, to), v: null };
  if (type === "PASTE_FORMULA") return { ...cleared, ...moved };
  if (type === "PASTE_VALUES") return { ...cleared, ...value };
  return { ...cleared, ...moved, ...look };
}

function movedFormula(worksheet: SheetInternal["worksheet"], formula: string, from: Cell, to: Cell): string {
  const lexer = worksheet.getInject().get(LexerTreeBuilder);
  return lexer.moveFormulaRefOffset(formula, to.column - from.column, to.row - from.row);
}

function copyMerges(from: Place, to: Place, rows: number, columns: number): void {
  const { row, column, rows: height, columns: width } = from.area;
  const merges = from.sheet.worksheet
    .getSheet()
    .getMergeData()
    .filter(({ startRow, startColumn, endRow, endColumn }) => {
      const isBelow = startRow >= row && startColumn >= column;
      return isBelow && endRow < row + height && endColumn < column + width;
    });
  for (let down = 0; down < rows; down += height)
    for (let across = 0; across < columns; across += width)
      for (const { startRow, startColumn, endRow, endColumn } of merges)
        to.sheet.worksheet
          .getRange(
            to.area.row + down + startRow - row,
            to.area.column + across + startColumn - column,
            endRow - startRow + 1,
            endColumn - startColumn + 1,
          )
          .merge({ isForceMerge: true });
}
