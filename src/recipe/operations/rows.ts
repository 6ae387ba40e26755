import type { Cell } from "../../sheet/cell";
import { type Operation, cellsOf, filtered, gridOf } from "./values";

/** A header alone stays: for one row Sheets may take a single condition to be one of columns. */
const withHeader = (table: string, rows: string) => `IF(ROWS(${table})=1, ${table}, ${rows})`;

function filledDown(
  taken: (names: string, dates: string) => string,
  isTaken: (date: Cell) => boolean,
): Operation {
  return {
    text: (...columns) => {
      const [names, dates] = columns as [string, string];
      const rows = `SEQUENCE(ROWS(${names}))`;
      const of = (cells: string) => `FILTER(${cells}, ${taken(names, dates)})`;
      return `ARRAYFORMULA(IF(${dates}="", "", IFNA(XLOOKUP(${rows}, ${of(rows)}, ${of(names)}, "", -1), "")))`;
    },
    value: ([names, dates]) => {
      const beside = cellsOf(dates!);
      let last: Cell = "";
      return cellsOf(names!).map((name, row) => {
        const date = beside[row] ?? "";
        if (name !== "" && isTaken(date)) last = name;
        return [date === "" ? "" : last];
      });
    },
  };
}

/** Rows and columns of tables. */
export const rowsOperations: Readonly<Record<string, Operation>> = {
  TRANSPOSE: {
    text: (table) => `TRANSPOSE(${table})`,
    value: ([table]) => {
      const rows = gridOf(table!);
      return rows[0]!.map((_, column) => rows.map((row) => row[column]!));
    },
  },
  STACKED: {
    text: (...tables) => `VSTACK(${tables.join(", ")})`,
    value: (tables) => tables.flatMap(gridOf),
  },
  /** Tables beside each other, as high as the first. */
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
  LAST_ROW: {
    text: (table, number) => `INDEX(${table}, ROWS(${table}), ${number})`,
    value: ([table, number]) => {
      const rows = gridOf(table!);
      return rows[rows.length - 1]![(number as number) - 1] ?? "";
    },
  },
  /** The rows of a table of which nothing is known but its columns, and which of them tell that a row is filled. */
  FILLED: {
    text: (table, ...columns) =>
      `FILTER(${table}, ${columns.map((column) => `CHOOSECOLS(${table}, ${column})`).join("&")}<>"")`,
    value: ([table, ...columns]) =>
      gridOf(table!).filter((row) => columns.some((column) => row[(column as number) - 1] !== "")),
  },
  /** The last name at or above each row that has a date; blank in the others. */
  FILLED_DOWN: filledDown(
    (names) => `${names}<>""`,
    () => true,
  ),
  /** The last name above each row that has a date, of those in rows without one; blank in the others. */
  HEADINGS_DOWN: filledDown(
    (names, dates) => `(${names}<>"")*(${dates}="")`,
    (date) => date === "",
  ),
  CELL: {
    text: (table, row, column) => `INDEX(${table}, ${row}, ${column})`,
    value: ([table, row, column]) => gridOf(table!)[(row as number) - 1]?.[(column as number) - 1] ?? "",
  },
  COLUMNS: {
    text: (table, ...columns) => `CHOOSECOLS(${table}, ${columns.join(", ")})`,
    value: ([table, ...columns]) =>
      gridOf(table!).map((row) => columns.map((column) => row[(column as number) - 1] ?? "")),
  },
  /** The header of a table and its first rows, as far as a column. */
  FIRST_ROWS: {
    text: (table, rows, columns) => `ARRAY_CONSTRAIN(${table}, 1+${rows}, ${columns})`,
    value: ([table, rows, columns]) =>
      gridOf(table!)
        .slice(0, 1 + (rows as number))
        .map((row) => row.slice(0, columns as number)),
  },
  /** The header of a table and its last rows. */
  LAST_ROWS: {
    text: (table, rows) =>
      withHeader(
        table,
        `FILTER(${table}, (SEQUENCE(ROWS(${table}))=1)+(SEQUENCE(ROWS(${table}))>ROWS(${table})-${rows}))`,
      ),
    value: ([table, rows]) => {
      const [header, ...body] = gridOf(table!);
      return [header!, ...body.slice(-(rows as number))];
    },
  },
  LAST_VALUE: {
    text: (cells) => `LET(x, FILTER(${cells}, ${cells}<>""), INDEX(x, ROWS(x), 1))`,
    value: ([cells]) => {
      const filled = cellsOf(cells!).filter((cell) => cell !== "");
      return filled[filled.length - 1] ?? "";
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
  /** The rows with the largest numbers in a column, the largest first: so many of them, and some of the columns. */
  LARGEST: {
    text: (table, by, rows, ...columns) =>
      `IFNA(LET(b, ${filtered(table, `ISNUMBER(CHOOSECOLS(${table}, ${by}))`)}, ` +
      `ARRAY_CONSTRAIN(CHOOSECOLS(SORT(HSTACK(ARRAYFORMULA(-CHOOSECOLS(b, ${by})), b), 1, TRUE), ` +
      `${columns.map((column) => Number(column) + 1).join(", ")}), ${rows}, ${columns.length})), "")`,
    value: ([table, by, rows, ...columns]) => {
      const place = (by as number) - 1;
      return gridOf(table!)
        .filter((row) => typeof row[place] === "number")
        .sort((a, b) => (b[place] as number) - (a[place] as number))
        .slice(0, rows as number)
        .map((row) => columns.map((column) => row[(column as number) - 1] ?? ""));
    },
  },
  /** The header of a table and the rows with a number in a column. */
  WITH_NUMBER: {
    text: (table, column) =>
      withHeader(
        table,
        `FILTER(${table}, (SEQUENCE(ROWS(${table}))=1)+ISNUMBER(CHOOSECOLS(${table}, ${column})))`,
      ),
    value: ([table, column]) =>
      gridOf(table!).filter((row, at) => at === 0 || typeof row[(column as number) - 1] === "number"),
  },
  /** The rows of a table whose column does not hold the text. */
  WITHOUT: {
    text: (table, column, text) => `FILTER(${table}, 1-EXACT(CHOOSECOLS(${table}, ${column}), ${text}))`,
    value: ([table, column, text]) => gridOf(table!).filter((row) => row[(column as number) - 1] !== text),
  },
  /** The rows of a table but one, where the table takes long to work out: it stands in the formula once. */
  WITHOUT_FINDING: {
    text: (table, finding) => `LET(f, ${table}, FILTER(f, 1-EXACT(CHOOSECOLS(f, 1), ${finding})))`,
    value: ([table, finding]) => gridOf(table!).filter(([first]) => first !== finding),
  },
  /** What a falling curve (times, then other columns) has come to at a time; blank after its last one. */
  FALLEN_TO: {
    text: (table, column, time) =>
      `LET(c, ${table}, IF(${time}>MAX(CHOOSECOLS(c, 1)), "", ` +
      `MIN(FILTER(CHOOSECOLS(c, ${column}), CHOOSECOLS(c, 1)<=${time}))))`,
    value: ([table, column, time]) => {
      const steps = gridOf(table!).filter(([at]) => typeof at === "number");
      const passed = steps.filter(([at]) => (at as number) <= (time as number));
      return passed.length === steps.length && steps[steps.length - 1]?.[0] !== time
        ? ""
        : Math.min(...passed.map((row) => row[(column as number) - 1] as number));
    },
  },
};
