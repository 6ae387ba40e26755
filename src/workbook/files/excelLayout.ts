import {
  BooleanNumber,
  type IColumnData,
  type IRange,
  type IRowData,
  type IWorksheetData,
} from "@univerjs/core";
import type { Worksheet, WorksheetViewFrozen } from "exceljs";
import { EMPTY } from "../engine/snapshot";
import { parseA1, rangeOf, rectangleOf, toA1 } from "../services/a1";

/** Excel measures widths in characters and heights in points. */
const [PIXELS_PER_CHARACTER, PIXELS_PER_POINT] = [7, 4 / 3];

/** Pixels of a row that was given no height. */
const ROW_HEIGHT = 24;

const HIDDEN = { hd: BooleanNumber.TRUE };

type Layout = Pick<IWorksheetData, "columnData" | "rowData" | "mergeData" | "freeze" | "showGridlines">;

/** Writes sizes and hiding of rows and columns, merged cells, what is frozen, and whether grid lines show. */
export function writeLayout(
  layout: Layout,
  columns: number,
  widthOf: (column: number) => number,
  target: Worksheet,
): void {
  const given = Object.keys(layout.columnData).map(Number);
  const last = Math.max(columns - 1, ...given);
  for (let c = 0; c <= last; c++) target.getColumn(c + 1).width = widthOf(c) / PIXELS_PER_CHARACTER;
  for (const c of given) if (layout.columnData[c]?.hd) target.getColumn(c + 1).hidden = true;
  for (const [row, data] of Object.entries(layout.rowData)) {
    const written = target.getRow(Number(row) + 1);
    // exceljs writes no row that has neither a height nor cells.
    const height = data?.h ?? (data?.hd ? ROW_HEIGHT : undefined);
    if (height) written.height = height / PIXELS_PER_POINT;
    if (data?.hd) written.hidden = true;
  }
  for (const { startRow, startColumn, endRow, endColumn } of layout.mergeData) {
    target.mergeCellsWithoutStyle(startRow + 1, startColumn + 1, endRow + 1, endColumn + 1);
  }
  const { xSplit, ySplit } = layout.freeze;
  const showGridLines = layout.showGridlines !== BooleanNumber.FALSE;
  target.views = [xSplit || ySplit ? { state: "frozen", xSplit, ySplit, showGridLines } : { showGridLines }];
}

/** Reads the same. */
export function readLayout(source: Worksheet): Layout {
  const columnData: Record<number, IColumnData> = {};
  const rowData: Record<number, IRowData> = {};
  for (let c = 0; c < Math.max(source.columnCount, EMPTY.columnCount); c++) {
    const { width, hidden } = source.getColumn(c + 1);
    if (width) columnData[c] = { w: Math.round(width * PIXELS_PER_CHARACTER), ...(hidden && HIDDEN) };
  }
  for (let r = 1; r <= source.rowCount; r++) {
    const { height, hidden } = source.findRow(r) ?? {};
    const size = height && { h: Math.round(height * PIXELS_PER_POINT) };
    if (size || hidden) rowData[r - 1] = { ...size, ...(hidden && HIDDEN) };
  }
  // a file need not say how its tabs are seen
  const view = source.views?.[0] as (Partial<WorksheetViewFrozen> & { showGridLines?: boolean }) | undefined;
  const [xSplit, ySplit] = view?.state === "frozen" ? [view.xSplit ?? 0, view.ySplit ?? 0] : [0, 0];
  return {
    columnData,
    rowData,
    mergeData: source.model.merges.map(toRange),
    freeze: { xSplit, ySplit, startRow: ySplit || -1, startColumn: xSplit || -1 },
    showGridlines: view?.showGridLines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
  };
}

function toRange(a1: string): IRange {
  return rangeOf(parseA1(a1, 0, 0));
}

/** The area of a range in A1 notation. */
export function areaName(range: IRange): string {
  return toA1(rectangleOf(range));
}
