import type { Rectangle } from "./a1";
import { breakApart, mergeCells, mergeRows } from "./merges";
import type { SheetInternal } from "./sheetInternal";
import { clearRules } from "./storedRules";

/** The methods of a Range that clear and merge its cells. */
export type RangeEditing<Self> = ReturnType<typeof rangeEditing<Self>>;

/** Clears and merges the cells of an area of a sheet. */
export function rangeEditing<Self>(sheet: SheetInternal, area: Rectangle, self: () => Self) {
  const { worksheet } = sheet;
  const univer = () => worksheet.getRange(area.row, area.column, area.rows, area.columns);
  const after = (work: () => unknown): Self => {
    work();
    return self();
  };
  const clearFormat = () => {
    univer().clearFormat();
    clearRules(sheet, area);
  };
  return {
    clear: () =>
      after(() => {
        univer().clear();
        clearRules(sheet, area);
      }),
    clearContent: () => after(() => univer().clearContent()),
    clearFormat: () => after(clearFormat),
    merge: () => after(() => mergeCells(worksheet, area)),
    mergeAcross: () => after(() => mergeRows(worksheet, area)),
    breakApart: () => after(() => breakApart(worksheet, area)),
    isPartOfMerge: () => univer().isPartOfMerge(),
  };
}
