import type { Rectangle } from "./a1";
import { clearRules } from "./conditionalFormats";
import { type CopyPasteType, copyCells } from "./copyCells";
import { breakApart, mergeCells } from "./merges";
import type { Range } from "./range";
import type { SheetInternal } from "./sheet";

/** The methods of a Range that clear, merge and copy its cells. */
export type RangeEditing<Self> = ReturnType<typeof rangeEditing<Self>>;

interface CopyOptions {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
}

/** Clears, merges and copies the cells of an area of a sheet. */
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
    mergeAcross: () =>
      after(() => {
        for (let row = 0; row < area.rows; row++)
          mergeCells(worksheet, { ...area, row: area.row + row, rows: 1 });
      }),
    breakApart: () => after(() => breakApart(worksheet, area)),
    isPartOfMerge: () => univer().isPartOfMerge(),
    /** To a range by type, all when left out; or with options, as in Apps Script's older form. */
    copyTo: (
      destination: Range,
      type: CopyPasteType | CopyOptions = "PASTE_NORMAL",
      transposed = false,
    ): void => {
      const to = { row: destination.getRow() - 1, column: destination.getColumn() - 1 };
      const size = { rows: destination.getNumRows(), columns: destination.getNumColumns() };
      const target = { sheet: destination.getSheet().internal, area: { ...to, ...size } };
      copyCells({ sheet, area }, target, typeof type === "string" ? type : typeOf(type), transposed);
    },
  };
}

function typeOf({ contentsOnly, formatOnly }: CopyOptions): CopyPasteType {
  if (contentsOnly) return "PASTE_FORMULA";
  return formatOnly ? "PASTE_FORMAT" : "PASTE_NORMAL";
}
