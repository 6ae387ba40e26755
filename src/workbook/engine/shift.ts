import {
  type IInsertRowMutationParams,
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
} from "@univerjs/sheets";
import type { Rectangle } from "../services/a1";

/** Rows or columns put into a sheet (count above 0) or taken out (below 0) at an index from 0. */
export interface Shift {
  readonly sheetId: string;
  readonly axis: "row" | "column";
  readonly at: number;
  readonly count: number;
}

/** What a command did to the rows or columns of a sheet; undefined where it did nothing to them. */
export function shiftOf(command: string, params: unknown): Shift | undefined {
  const { subUnitId: sheetId, range } = (params ?? {}) as IInsertRowMutationParams;
  const { startRow, endRow, startColumn, endColumn } = range ?? {};
  const row = { sheetId, axis: "row", at: startRow } as const;
  const column = { sheetId, axis: "column", at: startColumn } as const;
  if (command === InsertRowMutation.id) return { ...row, count: endRow - startRow + 1 };
  if (command === RemoveRowMutation.id) return { ...row, count: startRow - endRow - 1 };
  if (command === InsertColMutation.id) return { ...column, count: endColumn - startColumn + 1 };
  if (command === RemoveColMutation.id) return { ...column, count: startColumn - endColumn - 1 };
  return undefined;
}

/** Where a rectangle of the sheet is afterwards; undefined where nothing of it is left. */
export function shiftRectangle<Area extends Rectangle>(area: Area, shift: Shift): Area | undefined {
  const size = shift.axis === "row" ? "rows" : "columns";
  const start = shiftIndex(area[shift.axis], shift);
  const next = area[shift.axis] + area[size];
  // Put in right below an area, rows do not belong to it.
  const end = next === shift.at ? next : shiftIndex(next, shift);
  return end > start ? { ...area, [shift.axis]: start, [size]: end - start } : undefined;
}

/** Where the row or column of an index is afterwards; one that was taken out is where the next one is. */
export function shiftIndex(index: number, { at, count }: Shift): number {
  return index < at ? index : Math.max(at, index + count);
}
