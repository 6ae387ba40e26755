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

/** The values of an area among those of a tab from its first cell on. */
export const valuesIn = <Value>(
  cells: readonly (readonly Value[])[],
  { row, column, rows, columns }: Area,
): Value[][] =>
  cells.slice(row - 1, row - 1 + rows).map((values) => values.slice(column - 1, column - 1 + columns));
