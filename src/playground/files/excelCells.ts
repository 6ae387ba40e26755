import { CellValueType, type ICellData, type IRange } from "@univerjs/core";
import { IFunctionService } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { CellValue, Worksheet } from "exceljs";
import { sheetsError } from "../engine/errors";
import { toA1 } from "../services/a1";
import { type Book, storedCell, usedSize } from "../services/book";
import { areaName } from "./excelLayout";
import { computed, type ExcelValue, LONGEST_CELL, wrapped } from "./excelDummy";
import { toExcelCellStyle } from "./excelStyle";
import { type Known, liveFormula } from "./excelSupport";

/** A formula as exceljs takes it; with an area it is an array formula. */
interface FormulaCell {
  readonly formula: string;
  readonly result?: ExcelValue;
  readonly ref?: string;
}

/**
 * Writes values, formulas with their present results, and styles; returns how many rows and columns have any.
 * @param inCharts the cells whose values charts show
 */
export function writeCells(
  book: Book,
  sheet: FWorksheet,
  known: Known,
  inCharts: ReadonlySet<string>,
  target: Worksheet,
): { rows: number; columns: number; hasArrays: boolean } {
  const size = formattedSize(book, sheet);
  const univer = sheet.getSheet();
  const computedPlaces = new Set<string>();
  let hasArrays = false;
  const written = (data: ICellData, value: ExcelValue, r: number, c: number) => {
    const place = placeOf(r, c);
    // A chart of Excel's draws text as 0, also the text that is none: there a blank cell has to be one.
    if (computedPlaces.has(place) && value === "" && inCharts.has(place)) return null;
    if (computedPlaces.has(place) && value !== null) return withResult(computed(value), value);
    if (!data.f && !data.si) return undefined;
    const area = spillArea(book, sheet, r, c);
    const formula = sheet.getRange(r, c).getFormula();
    const cell = formulaCell(formula, value, place, area ? areaName(area) : "", known);
    if (cell?.ref) hasArrays = true;
    else if (area && cell) placesIn(area).forEach((each) => computedPlaces.add(each));
    return cell;
  };
  for (let r = 0; r < size.rows; r++) {
    for (let c = 0; c < size.columns; c++) {
      const { data, style } = storedCell(book, sheet, r, c);
      if (!data) continue;
      const value = excelValue(data);
      const cell = target.getCell(r + 1, c + 1);
      const formula = written(data, value, r, c);
      cell.value = (formula === undefined ? value : formula) as CellValue;
      Object.assign(cell, toExcelCellStyle(style ?? univer.getComposedCellStyle(r, c) ?? {}));
    }
  }
  return { ...size, hasArrays };
}

/**
 * What formulas of a workbook may refer to.
 * @param names the names of its tabs in the file: a tab of another name is not found there
 */
export function knownTo({ workbook }: Book, names: readonly string[]): Known {
  const kept = workbook.getSheets().flatMap((sheet, index) => {
    const name = sheet.getSheetName();
    return name === names[index] ? [name] : [];
  });
  const functions = workbook.getSheets()[0]?.getInject().get(IFunctionService);
  return {
    tabs: new Set(kept.map((name) => name.toLowerCase())),
    arity: (name) => {
      const { minParams = -1, maxParams = -1 } = functions?.getExecutor(name) ?? {};
      return minParams < 0 || maxParams < 0 ? undefined : [minParams, maxParams];
    },
  };
}

/** Live where Excel can calculate it; undefined where not even the text of the formula finds room. */
function formulaCell(
  formula: string,
  value: ExcelValue,
  place: string,
  area: string,
  known: Known,
): FormulaCell | undefined {
  const live = liveFormula(formula, known);
  if (!live) return withResult(wrapped(formula, value), value);
  const isArray = area !== "" || live.isArray;
  return { ...withResult(live.text, value)!, ...(isArray && { shareType: "array", ref: area || place }) };
}

function withResult(formula: string | undefined, value: ExcelValue): FormulaCell | undefined {
  return formula === undefined ? undefined : { formula, ...(value !== null && { result: value }) };
}

function excelValue({ v, t }: ICellData): ExcelValue {
  if (v === null || v === undefined) return null;
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true || v === "TRUE";
  if (typeof v !== "string") return v;
  const error = v.startsWith("#") ? sheetsError(v) : "";
  return excelErrors.test(error) ? { error } : (error || v).slice(0, LONGEST_CELL);
}

const excelErrors = /^#(N\/A|REF!|NAME\?|DIV\/0!|NULL!|VALUE!|NUM!)$/;

/** Rows and columns up to the last cell with something in it or a style of its own. */
function formattedSize(book: Book, sheet: FWorksheet): { rows: number; columns: number } {
  let { rows, columns } = usedSize(book, sheet);
  const matrix = sheet.getSheet().getCellMatrix();
  matrix.forValue((row, column, cell) => {
    if (!cell?.s) return;
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  });
  return { rows, columns };
}

/** The area which a formula's result fills; undefined where it is one cell. */
function spillArea(book: Book, sheet: FWorksheet, row: number, column: number): IRange | undefined {
  const areas = book.formulas.getArrayFormulaRange()?.[book.workbook.getId()]?.[sheet.getSheetId()];
  const area = areas?.[row]?.[column];
  return area && storedCell(book, sheet, row, column).data?.v !== "#SPILL!" ? area : undefined;
}

function placesIn({ startRow, endRow, startColumn, endColumn }: IRange): string[] {
  const indexes = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return indexes(startRow, endRow).flatMap((row) =>
    indexes(startColumn, endColumn).map((column) => placeOf(row, column)),
  );
}

/** A cell in A1 notation, counted from 0. */
export const placeOf = (row: number, column: number): string => toA1({ row, column, rows: 1, columns: 1 });
