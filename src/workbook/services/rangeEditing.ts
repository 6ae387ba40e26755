import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Rectangle } from "./a1";
import { breakApart, mergeCells, mergeRows } from "./merges";
import type { SheetInternal } from "./sheetInternal";
import { clearRules } from "./storedRules";

/** The methods of a Range that clear and merge its cells. */
export type RangeEditing<Self> = ReturnType<typeof rangeEditing<Self>>;

/** Clears and merges the cells of an area of a sheet. */
export function rangeEditing<Self>(sheet: SheetInternal, area: Rectangle, self: () => Self) {
  const { worksheet } = sheet;
  const rangeOf = ({ row, column, rows, columns }: Rectangle) =>
    worksheet.getRange(row, column, rows, columns);
  const univer = () => rangeOf(area);
  const stored = () => storedPart(worksheet, area).map(rangeOf);
  const after = (work: () => unknown): Self => {
    work();
    return self();
  };
  const clearFormat = () => {
    for (const range of stored()) range.clearFormat();
    clearRules(sheet, area);
  };
  return {
    clear: () =>
      after(() => {
        univer().clear();
        clearRules(sheet, area);
      }),
    clearContent: () => after(() => stored().forEach((range) => range.clearContent())),
    clearFormat: () => after(clearFormat),
    merge: () => after(() => mergeCells(worksheet, area)),
    mergeAcross: () => after(() => mergeRows(worksheet, area)),
    breakApart: () => after(() => breakApart(worksheet, area)),
    isPartOfMerge: () => univer().isPartOfMerge(),
  };
}

/**
 * The rectangle around the cells of an area that are stored, none where there are none: Univer makes records of each cell
 * that it clears, and most of an area are often cells that nobody has used.
 */
function storedPart(worksheet: FWorksheet, area: Rectangle): Rectangle[] {
  const cells = worksheet.getSheet().getCellMatrix();
  const found = { top: Infinity, left: Infinity, bottom: -Infinity, right: -Infinity };
  for (let row = area.row; row < area.row + area.rows; row++) {
    const inRow = cells.getRow(row);
    if (!inRow) continue;
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (!inRow[column]) continue;
      found.top = Math.min(found.top, row);
      found.left = Math.min(found.left, column);
      found.bottom = row;
      found.right = Math.max(found.right, column);
    }
  }
  const { top, left, bottom, right } = found;
  return top > bottom ? [] : [{ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }];
}
