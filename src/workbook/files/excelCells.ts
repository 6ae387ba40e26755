import { CellValueType, type ICellData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { CellValue, Worksheet } from "exceljs";
import { sheetsError } from "../engine/errors";
import { type Book, storedCell, usedSize } from "../services/book";
import { type ExcelValue, LONGEST_CELL } from "./excelDummy";
import type { FormulaOf } from "./excelFormulaCells";
import { toExcelCellStyle } from "./excelStyle";

/** Writes values, formulas with their present results, and styles; returns how many rows and columns have any. */
export function writeCells(
  book: Book,
  sheet: FWorksheet,
  formulaOf: FormulaOf,
  target: Worksheet,
): { rows: number; columns: number; hasArrays: boolean } {
  const size = formattedSize(book, sheet);
  const univer = sheet.getSheet();
  let hasArrays = false;
  for (let r = 0; r < size.rows; r++) {
    for (let c = 0; c < size.columns; c++) {
      const { data, style } = storedCell(book, sheet, r, c);
      if (!data) continue;
      const value = excelValue(data);
      const cell = target.getCell(r + 1, c + 1);
      const formula = formulaOf(data, value, r, c);
      hasArrays ||= formula?.ref !== undefined;
      cell.value = (formula === undefined ? value : formula) as CellValue;
      Object.assign(cell, toExcelCellStyle(style ?? univer.getComposedCellStyle(r, c) ?? {}));
    }
  }
  return { ...size, hasArrays };
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
