import type { ICellData, IRange } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { times } from "../../core/math/times";
import { cellToA1, rangeOf } from "../services/a1";
import { type Book, storedCell } from "../services/book";
import { computed, type ExcelValue, wrapped } from "./excelDummy";
import { areaName } from "./excelLayout";
import { type Known, liveFormula } from "./excelSupport";

/** A formula as exceljs takes it; with an area it is an array formula. */
interface FormulaCell {
  readonly formula: string;
  readonly result?: ExcelValue;
  readonly ref?: string;
}

/**
 * What a cell has in the file for its formula, or for being filled by that of a cell before it: undefined where
 * neither holds and its value is all there is, null where it is to be blank.
 */
export type FormulaOf = (
  data: ICellData,
  value: ExcelValue,
  row: number,
  column: number,
) => FormulaCell | null | undefined;

/**
 * The formulas of a sheet, asked for row by row.
 * @param inCharts the cells whose values charts show
 */
export function formulasOf(
  book: Book,
  sheet: FWorksheet,
  known: Known,
  inCharts: ReadonlySet<string>,
): FormulaOf {
  const computedPlaces = new Set<string>();
  const univer = sheet.getSheet();
  return (data, value, r, c) => {
    const place = cellToA1(r, c);
    // A chart of Excel's draws text as 0, also the text that is none: there a blank cell has to be one.
    if (computedPlaces.has(place) && value === "" && inCharts.has(place)) return null;
    if (computedPlaces.has(place) && value !== null) return withResult(computed(value), value);
    if (!data.f && !data.si) return undefined;
    const formula = sheet.getRange(r, c).getFormula();
    const area = spillArea(book, sheet, r, c);
    const cells = cellsIn(area);
    const isBlank = cells.some(([row, column]) => storedCell(book, sheet, row, column).data?.v == null);
    // Where a formula's result is a blank cell, Excel has 0.
    const live = isBlank ? undefined : liveFormula(formula, known);
    const isArray = cells.length > 1 || live?.isArray;
    // Excel allows no array formula in merged cells.
    const isAllowed = !isArray || !cells.some(([row, column]) => univer.getMergedCell(row, column));
    if (live && isAllowed)
      return {
        ...withResult(live.text, value)!,
        ...(isArray && { shareType: "array", ref: areaName(area) }),
      };
    const kept = withResult(wrapped(formula, value), value);
    if (kept) for (const [row, column] of cells) computedPlaces.add(cellToA1(row, column));
    return kept;
  };
}

function withResult(formula: string | undefined, value: ExcelValue): FormulaCell | undefined {
  return formula === undefined ? undefined : { formula, ...(value !== null && { result: value }) };
}

/** The area which a formula's result fills. */
function spillArea(book: Book, sheet: FWorksheet, row: number, column: number): IRange {
  const areas = book.formulas.getArrayFormulaRange()?.[book.workbook.getId()]?.[sheet.getSheetId()];
  const area = areas?.[row]?.[column];
  return area && storedCell(book, sheet, row, column).data?.v !== "#SPILL!"
    ? area
    : rangeOf({ row, column, rows: 1, columns: 1 });
}

function cellsIn({ startRow, endRow, startColumn, endColumn }: IRange): [row: number, column: number][] {
  return times(endRow - startRow + 1, (row) =>
    times(endColumn - startColumn + 1, (column): [number, number] => [startRow + row, startColumn + column]),
  ).flat();
}
