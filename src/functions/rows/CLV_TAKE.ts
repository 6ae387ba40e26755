import { refusal } from "../../core/refusal";
import { type Unread, unread, wholeNumber, words } from "../../sheet/argument";
import { type Cell, isBlank, isDate, isErrorValue } from "../../sheet/cell";
import type { CustomFunction } from "../../sheet/customFunction";
import { shown } from "../../sheet/fault";
import { named } from "../../sheet/named";
import { cellOf, isRange, toRange, usedSize } from "../../sheet/range";
import { readArguments } from "../../sheet/table";
import { placeOfHeader, readConditions, readHeaders, wordsIn } from "./conditions";

type Row = readonly Cell[];

const args = [
  unread({ name: "table", text: "A table with its header in the first row, such as a result." }),
  wholeNumber({
    name: "rows",
    text: "How many rows; below 0, the last ones or, with by, the smallest.",
    optional: true,
    whenLeftOut: "all of them",
  }),
  words({
    name: "by",
    text: "Header of a column of numbers or dates: largest first.",
    optional: true,
    whenLeftOut: "rows keep their order",
  }),
  words({
    name: "where",
    text: 'Conditions, such as "Status: overdue"; "Status: not ok, Basis: own"; "CLV: not blank".',
    optional: true,
    whenLeftOut: "all rows count",
  }),
  unread({
    name: "columns",
    text: 'Headers of the columns to keep, in the order you want: "Period, CLV"; or how many from the left.',
    optional: true,
    whenLeftOut: "all columns",
  }),
  unread({
    name: "among",
    text: "A list, or a table that begins with one: keeps only rows whose first cell is in it.",
    optional: true,
    whenLeftOut: "all rows count",
  }),
] as const;

const longestText = 50_000;

/** The cells of a table without what is blank at its end, blank rows left out. */
function readTable({ given, zone }: Unread): readonly [header: Row, ...rows: Row[]] {
  const range = Array.isArray(given) ? toRange(given) : [];
  const { rows, columns } = usedSize(range);
  if (!isRange(given) || rows === 0)
    throw refusal(
      `table must be a range with its header in the first row, got ${shown(cellOf(given), zone)}`,
    );
  const used = range.slice(0, rows).map((row) => row.slice(0, columns).map(asCell));
  const wrong = used.findIndex((row) => row.some(isErrorValue));
  if (wrong >= 0) {
    throw refusal(
      `table must have no errors in its cells, got ${shown(used[wrong]!.find(isErrorValue), zone)} in row ${wrong + 1}`,
    );
  }
  const [header, ...body] = used;
  return [header!, ...body.filter((row) => !row.every(isBlank))];
}

/** What a cell can hold: of anything else, nothing. */
function asCell(cell: unknown): Cell {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell + 0 : "";
  if (typeof cell === "string") return cell.slice(0, longestText);
  if (isDate(cell)) return Number.isNaN(cell.getTime()) ? "" : cell;
  return typeof cell === "boolean" ? cell : "";
}

/** Whether the first cell of a row is in a list; case does not matter. */
function membership({ given, zone }: Unread): (row: Row) => boolean {
  if (!isRange(given) && isBlank(cellOf(given))) return () => true;
  const cells = isRange(given) ? toRange(given) : [[cellOf(given)]];
  const wrong = cells.findIndex(([cell]) => isErrorValue(cell));
  if (wrong >= 0)
    throw refusal(
      `among must have no errors in its cells, got ${shown(cells[wrong]![0], zone)} in row ${wrong + 1}`,
    );
  const plain = (cell: unknown) => wordsIn(asCell(cell), zone).trim().toLowerCase();
  const known = new Set(cells.map(([cell]) => plain(cell)).filter((name) => name !== ""));
  return ([cell]) => known.has(plain(cell));
}

/** The places of the columns to keep. */
function placesOf({ given, zone }: Unread, headers: readonly string[]): number[] {
  const all = Array.from(headers.keys());
  const wanted = cellOf(given);
  if (isRange(given) || (!isBlank(wanted) && typeof wanted !== "string" && typeof wanted !== "number"))
    throw refusal(
      `columns must be headers of the table or a number of columns, got ${isRange(given) ? "a range" : shown(wanted, zone)}`,
    );
  if (typeof wanted === "string" && !isBlank(wanted)) return readHeaders(wanted, headers);
  if (typeof wanted !== "number") return all;
  if (!Number.isInteger(wanted) || wanted < 1)
    throw refusal(`columns must be headers of the table or a whole number of 1 or more, got ${wanted}`);
  return all.slice(0, wanted);
}

/** Rows by a column, the largest first; rows without a number or a date there have no place. */
function sorted(rows: readonly Row[], column: number, isFalling: boolean): Row[] {
  const direction = isFalling ? -1 : 1;
  return rows
    .flatMap((row) => {
      const cell = row[column];
      const size = isDate(cell) ? cell.getTime() : cell;
      return typeof size === "number" ? [{ row, size }] : [];
    })
    .sort((a, b) => direction * (a.size - b.size))
    .map(({ row }) => row);
}

export const CLV_TAKE: CustomFunction = {
  name: "CLV_TAKE",
  summary:
    "The rows of a table that you want to see: the first or last ones, those with the largest numbers in a column, or those that meet a condition. The header stays on top.",
  details: [
    "Applied to another function's result, it makes a short list: the customers with the most value at risk, the last twelve periods, the checks that are not ok.",
    "where names headers, each with what its cells must contain; all conditions must hold. Case does not matter; not negates; blank means an empty cell. It compares whole cells: for parts of cells or limits, use FILTER. among keeps only rows whose first cell is in a list, such as the customers who are still active.",
    "With by, rows without a number or date in that column are left out, and ties keep their order. Blank rows are left out. If no row is left, only the header remains.",
  ].join("\n\n"),
  notFor: "For parts of cells, and for limits such as above 100, use FILTER and SORT.",
  args,
  columns: [],
  result: "The rows, below the header of the table",
  example: {
    formula:
      '=CLV_TAKE({"Customer","Revenue","Status";"Ann",120,"late";"Bo",300,"ok";"Cy",200,"late"}, 2, "Revenue", "Status: late")',
    result: [
      ["Customer", "Revenue", "Status"],
      ["Cy", 200, "late"],
      ["Ann", 120, "late"],
    ],
  },
  source: "The same rows",
  run: (given, zone) =>
    named("CLV_TAKE", () => {
      const [table, count, by, where, columns, among] = readArguments(args, given, zone) as [
        Unread,
        number | undefined,
        string | undefined,
        string | undefined,
        Unread,
        Unread,
      ];
      if (count === 0) throw refusal("rows must be a whole number other than 0, got 0");
      const [header, ...rows] = readTable(table);
      const headers = header.map((cell) => wordsIn(cell, zone).trim());
      const conditions = where === undefined ? [] : readConditions(where, headers, zone);
      const isAmong = membership(among);
      const kept = rows.filter((row) => isAmong(row) && conditions.every((holds) => holds(row)));
      const isFromEnd = count !== undefined && count < 0;
      const inOrder = by === undefined ? kept : sorted(kept, placeOfHeader("by", by, headers), !isFromEnd);
      const size = count === undefined ? inOrder.length : Math.abs(count);
      const taken = isFromEnd && by === undefined ? inOrder.slice(-size) : inOrder.slice(0, size);
      const places = placesOf(columns, headers);
      return [header, ...taken].map((row) => places.map((place) => row[place]!));
    }),
};
