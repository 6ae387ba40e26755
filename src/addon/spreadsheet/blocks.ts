import { notationOf } from "./a1";
import { type Area, joinedAreas, single } from "./areas";
import type { FormulaCell, Sheet } from "./formulaTabs";

/** The cells of an area of a tab. */
export const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Area) =>
  sheet.getRange(row, column, rows, columns);

/** Clears areas of a tab in one call. */
export function clear(sheet: Sheet, areas: readonly Area[]): void {
  if (areas.length > 0) sheet.getRangeList(joinedAreas(areas).map(notationOf)).clearContent();
}

/** Writes formulas, those in neighbouring cells in one call. */
export function writeFormulas(sheet: Sheet, cells: readonly FormulaCell[]): void {
  const formulas = new Map(cells.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
  for (const area of joinedAreas(cells.map(single))) {
    const { row, column, rows, columns } = area;
    const texts = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => formulas.get(`${row + r} ${column + c}`)!),
    );
    rangeOf(sheet, area).setFormulas(texts);
  }
}
