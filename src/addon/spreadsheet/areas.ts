import { times } from "../../core/math/times";

/** A rectangle of cells of a tab; row and column count from 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell of a tab; row and column count from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export const single = ({ row, column }: Place): Area => ({ row, column, rows: 1, columns: 1 });

/** Fewer and larger areas of the same cells: what lies under each other is joined, then what lies side by side. */
export function joinedAreas(areas: readonly Area[]): Area[] {
  const under = joinedWhere(
    areas.slice().sort((a, b) => a.column - b.column || a.row - b.row),
    (a, b) => a.column === b.column && a.columns === b.columns && a.row + a.rows === b.row,
    (a, b) => ({ ...a, rows: a.rows + b.rows }),
  );
  return joinedWhere(
    under.sort((a, b) => a.row - b.row || a.column - b.column),
    (a, b) => a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column,
    (a, b) => ({ ...a, columns: a.columns + b.columns }),
  );
}

function joinedWhere(
  areas: readonly Area[],
  touch: (a: Area, b: Area) => boolean,
  join: (a: Area, b: Area) => Area,
): Area[] {
  const joined: Area[] = [];
  for (const area of areas) {
    const last = joined[joined.length - 1];
    if (last && touch(last, area)) joined[joined.length - 1] = join(last, area);
    else joined.push(area);
  }
  return joined;
}

/** The smallest area that holds all of these. */
export function boundsOf(areas: readonly Area[]): Area {
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  return {
    row,
    column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
  };
}

/** The cells of an area at their places in a tab, where others may be left out. */
export function placed<Value>({ row, column }: Area, cells: readonly (readonly Value[])[]): Value[][] {
  const tab: Value[][] = times(row - 1, () => []);
  for (const values of cells) {
    const line: Value[] = [];
    values.forEach((value, index) => (line[column - 1 + index] = value));
    tab.push(line);
  }
  return tab;
}

/** The values of an area among those of a tab from its first cell on. */
export const valuesIn = <Value>(
  cells: readonly (readonly Value[])[],
  { row, column, rows, columns }: Area,
): Value[][] =>
  cells.slice(row - 1, row - 1 + rows).map((values) => values.slice(column - 1, column - 1 + columns));
