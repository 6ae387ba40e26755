import { Rectangle as Rectangles } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Rectangle } from "./a1";

/**
 * Merges an area, which keeps the value of its first cell.
 * @throws Error as Sheets does where it cuts through merged cells
 */
export function mergeCells(worksheet: FWorksheet, area: Rectangle): void {
  checkMerges(worksheet, area);
  rangeOf(worksheet, area).merge({ isForceMerge: true });
}

/** Merges each row of an area on its own, in one change: Univer looks at all merged cells of a sheet after each. */
export function mergeRows(worksheet: FWorksheet, area: Rectangle): void {
  for (let row = 0; row < area.rows; row++) checkMerges(worksheet, { ...area, row: area.row + row, rows: 1 });
  rangeOf(worksheet, area).mergeAcross({ isForceMerge: true });
}

/** Takes an area's merged cells apart. */
export function breakApart(worksheet: FWorksheet, area: Rectangle): void {
  checkMerges(worksheet, area);
  rangeOf(worksheet, area).breakApart();
}

function checkMerges(worksheet: FWorksheet, area: Rectangle): void {
  const own = rangeOf(worksheet, area).getRange();
  const cut = worksheet
    .getSheet()
    .getMergeData()
    .some((merged) => Rectangles.intersects(own, merged) && !Rectangles.contains(own, merged));
  if (cut) throw new Error("You must select all cells in a merged range to merge or unmerge them.");
}

function rangeOf(worksheet: FWorksheet, { row, column, rows, columns }: Rectangle) {
  return worksheet.getRange(row, column, rows, columns);
}
