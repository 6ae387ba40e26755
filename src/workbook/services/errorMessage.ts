import { ErrorType } from "@univerjs/engine-formula";
import { cellToA1 } from "./a1";
import { type Book, storedCell } from "./book";
import type { Range } from "./range";

/** The error values of Univer, as cells store them. */
const [ERROR, SPILL]: readonly string[] = [ErrorType.ERROR, ErrorType.SPILL];

const MESSAGES: Readonly<Record<string, string>> = {
  [ErrorType.DIV_BY_ZERO]: "Division by zero.",
  [ErrorType.NAME]: "Unknown name: a function is misspelt, or text has no quotes.",
  [ErrorType.REF]: "The formula refers to a cell that does not exist.",
  [ErrorType.VALUE]: "A value in the formula is of the wrong type.",
  [ErrorType.NUM]: "A number is too large, too small or not valid here.",
  [ErrorType.NA]: "A value the formula needs is not available.",
  [ErrorType.CYCLE]: "Circular dependency: the formula refers to its own cell.",
  [ErrorType.CALC]: "The formula has no result.",
  [ErrorType.NULL]: "The ranges in the formula do not intersect.",
  [ErrorType.ERROR]: "The formula cannot be read: check its brackets and quotes.",
};

/** What is wrong in a cell, in words; undefined where it shows no error. */
export function errorMessage(book: Book, cell: Range): string | undefined {
  book.flush();
  const worksheet = cell.getSheet().internal.worksheet;
  const { data } = storedCell(book, worksheet, cell.getRow() - 1, cell.getColumn() - 1);
  if (typeof data?.v !== "string" || !data.v.startsWith("#")) return undefined;
  if (data.v === ERROR && typeof data.custom?.["message"] === "string") return data.custom["message"];
  if (data.v === SPILL) return blockedSpill(book, cell);
  return MESSAGES[data.v];
}

/** Sheets' own words for an array result that finds no room. */
function blockedSpill(book: Book, cell: Range): string {
  const { worksheet } = cell.getSheet().internal;
  const [row, column] = [cell.getRow() - 1, cell.getColumn() - 1];
  const id = worksheet.getSheetId();
  const area = book.formulas.getArrayFormulaRange()?.[book.workbook.getId()]?.[id]?.[row]?.[column];
  if (!area) return "Array result was not expanded because it would overwrite data.";
  const missingRows = area.endRow + 1 - worksheet.getMaxRows();
  if (missingRows > 0)
    return `Result was not automatically expanded, please insert more rows (${missingRows}).`;
  const missingColumns = area.endColumn + 1 - worksheet.getMaxColumns();
  if (missingColumns > 0)
    return `Result was not automatically expanded, please insert more columns (${missingColumns}).`;
  for (let r = row; r <= area.endRow; r++) {
    for (let c = column; c <= area.endColumn; c++) {
      const occupied = (r !== row || c !== column) && storedCell(book, worksheet, r, c).data?.v;
      if (occupied)
        return `Array result was not expanded because it would overwrite data in ${cellToA1(r, c)}.`;
    }
  }
  return "Array result was not expanded because it would overwrite data.";
}
