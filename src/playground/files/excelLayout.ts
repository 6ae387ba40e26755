import { BooleanNumber, type IRange, type IWorksheetData } from "@univerjs/core";
import type { Worksheet, WorksheetViewFrozen } from "exceljs";
import { parseA1, toA1 } from "../services/a1";

/** Excel measures widths in characters and heights in points. */
const [PIXELS_PER_CHARACTER, PIXELS_PER_POINT] = [7, 4 / 3];

type Layout = Pick<IWorksheetData, "columnData" | "rowData" | "mergeData" | "freeze" | "showGridlines">;

/** Writes column widths, row heights, merged cells, frozen rows and columns, and whether grid lines show. */
export function writeLayout(
  layout: Layout,
  columns: number,
  widthOf: (column: number) => number,
  target: Worksheet,
): void {
  for (let c = 0; c < columns; c++) target.getColumn(c + 1).width = widthOf(c) / PIXELS_PER_CHARACTER;
  for (const [row, data] of Object.entries(layout.rowData)) {
    if (data?.h) target.getRow(Number(row) + 1).height = data.h / PIXELS_PER_POINT;
  }
  for (const { startRow, startColumn, endRow, endColumn } of layout.mergeData) {
    target.mergeCells(startRow + 1, startColumn + 1, endRow + 1, endColumn + 1);
  }
  const { xSplit, ySplit } = layout.freeze;
  const showGridLines = layout.showGridlines !== BooleanNumber.FALSE;
  target.views = [xSplit || ySplit ? { state: "frozen", xSplit, ySplit, showGridLines } : { showGridLines }];
}

/** Reads the same. */
export function readLayout(source: Worksheet): Layout {
  const widths = Array.from({ length: source.columnCount }, (_, c) => source.getColumn(c + 1).width);
  const heights: [number, number][] = [];
  source.eachRow((row, r) => row.height && heights.push([r - 1, row.height]));
  const view = source.views[0] as (Partial<WorksheetViewFrozen> & { showGridLines?: boolean }) | undefined;
  const [xSplit, ySplit] = view?.state === "frozen" ? [view.xSplit ?? 0, view.ySplit ?? 0] : [0, 0];
  return {
    columnData: Object.fromEntries(
      widths.flatMap((width, c) => (width ? [[c, { w: Math.round(width * PIXELS_PER_CHARACTER) }]] : [])),
    ),
    rowData: Object.fromEntries(
      heights.map(([r, height]) => [r, { h: Math.round(height * PIXELS_PER_POINT) }]),
    ),
    mergeData: source.model.merges.map(toRange),
    freeze: { xSplit, ySplit, startRow: ySplit || -1, startColumn: xSplit || -1 },
    showGridlines: view?.showGridLines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
  };
}

function toRange(a1: string): IRange {
  const { row, column, rows, columns } = parseA1(a1, 0, 0);
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}

/** The area of a range in A1 notation. */
export function areaName({ startRow, startColumn, endRow, endColumn }: IRange): string {
  return toA1({
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  });
}
