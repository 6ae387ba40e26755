import { times } from "../../core/math/times";
import { type Cell, isDate } from "../../sheet/cell";
import type { Area, Place } from "../spreadsheet/areas";

type Cells = readonly (readonly Cell[])[];

const plain = (cell: Cell) => (isDate(cell) ? cell.getTime() : cell);

/**
 * How far the results of formulas spill, which Sheets does not tell: `before` and `after` are a tab's values before and
 * after the formulas at `places` were cleared, `formulas` all that it held. What has gone belongs to the nearest formula
 * that could reach it, which may be another one that depends on those cleared.
 */
export function spilledAreas(
  before: Cells,
  after: Cells,
  formulas: readonly (readonly string[])[],
  places: readonly Place[],
): Area[] {
  const width = before[0]!.length;
  const hasGone = (row: number, column: number) =>
    formulas[row]![column] === "" &&
    before[row]![column] !== "" &&
    plain(before[row]![column]!) !== plain(after[row]?.[column] ?? "");
  const gone = before.map((cells, row) => cells.map((_, column) => hasGone(row, column)));
  const filled = filledWithin(gone, formulas);
  const isForeign = (row: number, column: number) =>
    formulas[row]![column] !== "" || (before[row]![column] !== "" && !gone[row]![column]);

  const reaching = new Map<
    number,
    { readonly anchor: number; readonly share: number; readonly away: number }
  >();
  formulas.forEach((cells, top) =>
    cells.forEach((formula, left) => {
      if (formula === "") return;
      let end = width;
      for (let row = top; row < before.length; row++) {
        let column = left + (row === top ? 1 : 0);
        while (column < end && !isForeign(row, column)) column++;
        end = column;
        if (end === left) break;
        for (column = left; column < end; column++) {
          if (!gone[row]![column]) continue;
          const share = filled(top, left, row, column) / ((row - top + 1) * (column - left + 1));
          const away = column - left;
          const known = reaching.get(row * width + column);
          if (known && (known.share > share || (known.share === share && known.away <= away))) continue;
          reaching.set(row * width + column, { anchor: top * width + left, share, away });
        }
      }
    }),
  );

  const sizes = new Map(places.map(({ row, column }) => [(row - 1) * width + column - 1, [1, 1]]));
  reaching.forEach(({ anchor }, cell) => {
    const size = sizes.get(anchor);
    if (!size) return;
    size[0] = Math.max(size[0]!, Math.floor(cell / width) - Math.floor(anchor / width) + 1);
    size[1] = Math.max(size[1]!, (cell % width) - (anchor % width) + 1);
  });
  return places.map(({ row, column }) => {
    const [rows, columns] = sizes.get((row - 1) * width + column - 1)!;
    return { row, column, rows: rows!, columns: columns! };
  });
}

/** Counts the cells of a rectangle that have gone, its first one included. */
function filledWithin(gone: readonly (readonly boolean[])[], formulas: readonly (readonly string[])[]) {
  const sums = [times(gone[0]!.length + 1, () => 0)];
  gone.forEach((cells, row) => {
    const above = sums[row]!;
    const own = [0];
    cells.forEach((has, column) => {
      const isCounted = has || formulas[row]![column] !== "";
      own.push(own[column]! + above[column + 1]! - above[column]! + Number(isCounted));
    });
    sums.push(own);
  });
  return (top: number, left: number, bottom: number, right: number) =>
    sums[bottom + 1]![right + 1]! - sums[top]![right + 1]! - sums[bottom + 1]![left]! + sums[top]![left]!;
}
