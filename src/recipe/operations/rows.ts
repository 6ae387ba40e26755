import { type Operation, cellsOf, gridOf } from "./values";

/** Rows and columns of tables. */
export const rowsOperations: Readonly<Record<string, Operation>> = {
  TRANSPOSE: {
    text: (table) => `TRANSPOSE(${table})`,
    value: ([table]) => {
      const rows = gridOf(table!);
      return rows[0]!.map((_, column) => rows.map((row) => row[column]!));
    },
  },
  /** Tables next to each other, as high as the first. */
  BESIDE: {
    text: (...tables) => `HSTACK(${tables.join(", ")})`,
    value: (tables) => {
      const grids = tables.map(gridOf);
      return grids[0]!.map((_, row) => grids.flatMap((grid) => grid[row] ?? grid[0]!.map(() => "")));
    },
  },
  COLUMN: {
    text: (table, number) => `CHOOSECOLS(${table}, ${number})`,
    value: ([table, number]) => gridOf(table!).map((row) => [row[(number as number) - 1] ?? ""]),
  },
  /** One cell of a table, by its row and column. */
  CELL: {
    text: (table, row, column) => `INDEX(${table}, ${row}, ${column})`,
    value: ([table, row, column]) => gridOf(table!)[(row as number) - 1]?.[(column as number) - 1] ?? "#REF!",
  },
  LAST_ROW: {
    text: (table, number) => `INDEX(${table}, ROWS(${table}), ${number})`,
    value: ([table, number]) => {
      const rows = gridOf(table!);
      return rows[rows.length - 1]![(number as number) - 1] ?? "";
    },
  },
  MEAN_OF_LAST: {
    text: (cells, count) =>
      `LET(filled, FILTER(${cells}, ${cells}<>""), ` +
      `AVERAGE(FILTER(filled, SEQUENCE(ROWS(filled))>ROWS(filled)-${count})))`,
    value: ([cells, count]) => {
      const numbers = cellsOf(cells!)
        .filter((cell) => cell !== "")
        .slice(-(count as number))
        .filter((cell) => typeof cell === "number");
      return numbers.length === 0
        ? "#DIV/0!"
        : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    },
  },
  /** The rows of a table but one, where the table takes long to work out: it stands in the formula once. */
  WITHOUT_FINDING: {
    text: (table, finding) => `LET(f, ${table}, FILTER(f, 1-EXACT(CHOOSECOLS(f, 1), ${finding})))`,
    value: ([table, finding]) => gridOf(table!).filter(([first]) => first !== finding),
  },
};
