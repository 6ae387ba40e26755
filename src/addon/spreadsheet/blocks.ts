import { notationOf } from "./a1";
import { type Area, joinedAreas, single } from "./areas";
import type { FormulaCell, Sheet } from "./formulaTabs";

/** Clears areas of a tab in one call. */
export function clear(sheet: Sheet, areas: readonly Area[]): void {
  if (areas.length > 0) sheet.getRangeList(joinedAreas(areas).map(notationOf)).clearContent();
}

/** Writes formulas, those in neighbouring cells in one call. */
export function writeFormulas(sheet: Sheet, cells: readonly FormulaCell[]): void {
  const formulas = new Map(cells.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
  for (const { row, column, rows, columns } of joinedAreas(cells.map(single))) {
    const texts = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => formulas.get(`${row + r} ${column + c}`)!),
    );
    sheet.getRange(row, column, rows, columns).setFormulas(texts);
  }
}
