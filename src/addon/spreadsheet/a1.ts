// Cells and areas by their names, such as B2 and B2:C5.
import { columnLetters, columnNumber, quotedTab } from "../../sheet/a1";
import type { Area, Place } from "./areas";

export const a1Of = ({ row, column }: Place): string => `${columnLetters(column)}${row}`;

/** An area as its tab's getRange takes it. */
export const notationOf = ({ row, column, rows, columns }: Area): string =>
  rows * columns === 1
    ? a1Of({ row, column })
    : `${a1Of({ row, column })}:${a1Of({ row: row + rows - 1, column: column + columns - 1 })}`;

/** The area of cells such as $B$2:C5, without open ends. */
export function areaIn(cells: string): Area {
  const corners = cells.split(":").map((corner) => /^\$?([A-Z]+)\$?(\d+)$/.exec(corner)!);
  const [first, last] = [corners[0]!, corners[corners.length - 1]!];
  const [row, column] = [Number(first[2]), columnNumber(first[1]!)];
  return { row, column, rows: Number(last[2]) - row + 1, columns: columnNumber(last[1]!) - column + 1 };
}

export const cellName = (tab: string, place: Place): string => `${quotedTab(tab)}!${a1Of(place)}`;
