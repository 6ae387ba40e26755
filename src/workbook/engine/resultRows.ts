import type { ICellData, IRange, Nullable } from "@univerjs/core";
import { ErrorType } from "@univerjs/engine-formula";
import type { Internals } from "./internals";

/** A result of a formula: what is in its cells, from its own one on. */
export type Rows = readonly (readonly Cell[])[];
type Cell = Nullable<ICellData>;

/** A calculated value as rows of cells; one value is one cell. */
export function rowsOf(runtime: Internals, value: Internals): Rows {
  const isArray = value["isReferenceObject"]() || (value["isValueObject"]() && value["isArray"]());
  if (!isArray) return [[cellOf(runtime, value)]];
  const { startRow, startColumn, endRow, endColumn } = value["getRangePosition"]();
  if (startRow === endRow && startColumn === endColumn) return [[cellOf(runtime, value["getFirstCell"]())]];
  const [height, width] = [Math.max(endRow - startRow + 1, 1), Math.max(endColumn - startColumn + 1, 1)];
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, (): Cell => ({ v: null })));
  value["iterator"]((cell: unknown, row: number, column: number) => {
    const at = rows[row - startRow];
    if (at) at[column - startColumn] = cellOf(runtime, cell);
  });
  return rows[0]![0]?.v === ErrorType.SPILL ? [[rows[0]![0]]] : rows;
}

/** A calculated value of one cell, as it is stored. */
export function cellOf(runtime: Internals, value: unknown): Cell {
  return runtime["_getValueObjectOfRuntimeData"](value);
}

/** The smallest area around the cells that differ between two results which begin in the same cell. */
export function difference(before: Rows, after: Rows, row: number, column: number): IRange | undefined {
  let area: IRange | undefined;
  const height = Math.max(before.length, after.length);
  const width = Math.max(before[0]!.length, after[0]!.length);
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      if (isSame(before[r]?.[c], after[r]?.[c])) continue;
      area ??= { startRow: row + r, endRow: row + r, startColumn: column + c, endColumn: column + c };
      area.endRow = row + r;
      area.startColumn = Math.min(area.startColumn, column + c);
      area.endColumn = Math.max(area.endColumn, column + c);
    }
  return area;
}

function isSame(a: Cell, b: Cell): boolean {
  return (
    (a?.v ?? null) === (b?.v ?? null) && (a?.t ?? null) === (b?.t ?? null) && patternOf(a) === patternOf(b)
  );
}

/** The number format that a result carries; a stored cell has the name of a style in its place. */
function patternOf(cell: Cell): string | undefined {
  const style = cell?.s;
  return typeof style === "object" ? style?.n?.pattern : undefined;
}
