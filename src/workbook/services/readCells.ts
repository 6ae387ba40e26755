import { realmRows } from "../engine/realm";
import type { Rectangle } from "./a1";
import type { Book } from "./book";

/** What a function gives for each cell of an area, in rows; row and column count from 0 within it. */
export function readCells<Value>(
  book: Book,
  area: Rectangle,
  valueAt: (row: number, column: number) => Value,
): Value[][] {
  return realmRows(book.realm, area.rows, area.columns, valueAt);
}
