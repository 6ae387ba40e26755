import type { ICellData, IStyleData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Rectangle } from "./a1";

/** Adds to the styles of an area's cells in one step; row and column count from 0 within it. */
export function writeStyles(
  worksheet: FWorksheet,
  area: Rectangle,
  styleOf: (row: number, column: number) => IStyleData,
): void {
  const cells = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column): ICellData => ({ s: styleOf(row, column) })),
  );
  worksheet.getRange(area.row, area.column, area.rows, area.columns).setValues(cells);
}
