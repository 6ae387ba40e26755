import { isRefusal } from "../../core/refusal";
import { numberOfRow, wholeNumber } from "../../sheet/argument";
import { isBlank, isReadableDate } from "../../sheet/cell";
import { readCube } from "../../sheet/cube";
import type { CustomFunction } from "../../sheet/customFunction";
import { listed } from "../../sheet/fault";
import { isTotalLabel } from "../../sheet/labels";
import { type LooseRows, cellsOf, readLoosely } from "../../sheet/looseRows";
import { named } from "../../sheet/named";
import { isRange, toRange } from "../../sheet/range";
import { finishedTable } from "../../sheet/result";
import { readArguments } from "../../sheet/table";
import type { Zone } from "../../sheet/zone";
import { type Check, found } from "./checks";
import { checksOfRows } from "./checksOfRows";
import { purchaseColumns } from "./purchases";

const columns = [
  { name: "Check", unit: "text" },
  { name: "Rows", unit: "count" },
  { name: "Status", unit: "text" },
  { name: "Advice", unit: "text" },
] as const;
const header = columns.map(({ name }) => name);

const names = purchaseColumns.map(({ name }) => name);
const readers = purchaseColumns.map(({ reader }) => reader);

const firstRow = wholeNumber({
  name: "first_row",
  text: "Sheet row where the ranges begin, such as ROW(A2), so that rows are numbered as in the sheet.",
  atLeast: 1,
  otherwise: 1,
});

const rowOfTable = numberOfRow({
  name: "row",
  text: "If the ranges are a CLV_ROWS result: its column Row; first_row is then the row of its table's header.",
  atLeast: 1,
});

/** By what number the sheet knows a row of the ranges: its place in them, or in the table that they were read from. */
function numbersOf(first: unknown, row: unknown, zone: Zone): (row: number) => number {
  const [start] = readArguments([firstRow], [first], zone) as [number];
  const places = cellsOf(row);
  return (index) => {
    const place = places[index];
    return start + (typeof place === "number" ? place - 1 : index);
  };
}

/** What the ranges hold, cell by cell, then what can be said of the rows that are complete. */
function checksOfColumns(given: readonly unknown[], zone: Zone): Check[] {
  const [, , , first, row] = given;
  const loose = readLoosely(readers, given.slice(0, names.length), zone, numbersOf(first, row, zone));
  const { rows, columns, hasHeader, place, shown } = loose;
  const [customers, days, amounts] = columns.map(({ values }) => values) as [string[], number[], number[]];
  const complete = rows.filter((row) => columns.every(({ values }) => values[row] !== undefined));
  return [
    [
      "Rows read",
      rows.length,
      rows.length > 0 ? "ok" : "error",
      hasHeader ? "the first row is a header" : "",
    ],
    rangesCheck(loose, given),
    ...columns.map(({ cells }, index) =>
      found(
        `Blank ${names[index]}`,
        rows.filter((row) => isBlank(cells[row])),
        place,
        "note",
        "left out of every table",
      ),
    ),
    ...columns.map(({ cells, values }, index) =>
      found(
        `Unreadable ${names[index]}`,
        rows.filter((row) => values[row] === undefined && !isBlank(cells[row])),
        (row) => shown(index, row),
        "error",
        `must be ${readers[index]!.expected}`,
      ),
    ),
    totalsCheck(loose),
    ...checksOfRows(
      {
        rows: complete.map((row) => ({
          customer: customers[row]!,
          day: days[row]!,
          amount: amounts[row]!,
          place: place(row),
        })),
        customers: rows.flatMap((row) => customers[row] ?? []),
        amounts: rows.map((row) => ({ cell: columns[2]!.cells[row], place: place(row) })),
        areMonths: false,
      },
      [duplicatesCheck(loose, complete)],
    ),
  ];
}

function rangesCheck({ columns }: LooseRows, given: readonly unknown[]): Check {
  const lengths = columns.map((column) => column.length);
  const longest = Math.max(...lengths);
  const isUneven = columns.some(
    ({ cells, length }, index) => isRange(given[index]) && length > 0 && cells.length < longest,
  );
  const sizes = names.map((name, index) => `${name} ${lengths[index]}`);
  const advice = `${sizes.join(", ")} cells: make them end in the same row`;
  return [
    "Ranges of unequal size",
    isUneven ? longest : 0,
    isUneven ? "error" : "ok",
    isUneven ? advice : "",
  ];
}

function totalsCheck({ rows, columns, shown }: LooseRows): Check {
  const { cells } = columns[0]!;
  const labels = Array.from(new Set(cells)).filter((cell) => typeof cell === "string" && isTotalLabel(cell));
  const totals = new Set(labels);
  return found(
    "Rows of totals",
    rows.filter((row) => totals.has(cells[row]!)),
    (row) => shown(0, row),
    "warning",
    "leave them out of the range, or they count as customers",
  );
}

/** Complete rows of which an earlier one has the same customer, date with its time, and amount. */
function duplicatesCheck({ columns, place }: LooseRows, complete: readonly number[]): Check {
  const [customers, dates, amounts] = columns;
  const firstRow = new Map<string, number>();
  const duplicates: string[] = [];
  for (const row of complete) {
    const date = dates!.cells[row];
    const time = isReadableDate(date) ? date.getTime() : date;
    const key = [amounts!.values[row], time, customers!.values[row]].join(" ");
    const first = firstRow.get(key);
    if (first === undefined) firstRow.set(key, row);
    else duplicates.push(`${place(row)} as ${place(first)}`);
  }
  return found(
    "Exact duplicate rows",
    duplicates,
    String,
    "warning",
    "remove them if they were exported twice; lines of one order may be identical",
  );
}

function checksOfCube(given: unknown, zone: Zone): Check[] {
  try {
    const { cells, totals } = readCube(given, zone);
    return [
      ["Cells read", cells.length, cells.length > 0 ? "ok" : "error", "a grid of customers × periods"],
      ["Totals left out", totals.length, totals.length > 0 ? "note" : "ok", listed(totals)],
      ...checksOfRows(
        {
          rows: cells,
          customers: Array.from(new Set(cells.map(({ customer }) => customer))),
          amounts: cells,
          areMonths: true,
        },
        [],
      ),
    ];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [["Cells read", 0, "error", error.message]];
  }
}

export const CLV_CHECK: CustomFunction = {
  name: "CLV_CHECK",
  summary: "What is wrong with rows of orders, where, and what to do: the first formula to run on new data.",
  details:
    "One row per check: blank or unreadable cells, totals, refunds, free orders, duplicates, dates before 1990 or far from the others, customers written in two ways, several currencies, share refunded, span, unfinished month, usual pause, repeat purchases, the largest customer, correlation of frequency and value.\n\nNo function knows today's date, so a wrong date in the future is found because it stands apart: it comes after a gap of 28 days or more, longer than any three gaps before it together, with few rows from then on. CLV_LATEST gives the last day before it, to use as as_of.\n\nThe usual pause is the default of inactive_after: the shortest of 1, 2, 3, 4, 6, 9, 12, 18 and 24 months after which at most one purchase in ten was followed by another. Bad rows are reported; they never cause an error.",
  notFor:
    "It reports but repairs nothing: to repair a table, use CLV_ROWS, and CLV_ROWS_LEFT_OUT to see what that leaves out.",
  args: [
    ...purchaseColumns.map(({ name, text }, index) => ({
      name,
      text: index > 0 ? text : "Customer of each row; or a grid of customers × months alone.",
      optional: index > 0,
      whenLeftOut: index > 0 ? "a grid is checked" : undefined,
    })),
    { ...firstRow, whenLeftOut: "1: rows are counted from the start of the ranges" },
    { ...rowOfTable, optional: true, whenLeftOut: "rows are counted from first_row" },
  ],
  columns,
  result: `Table: ${header.join(", ")} (ok, note, warning or error)`,
  example: {
    formula: '=CLV_CHECK({"Ann";"Bo";"ann"}, {"2026-01-05";"";"2026-01-31"}, {100;50;"n/a"})',
    result: [
      header,
      ["Rows read", 3, "ok", ""],
      ["Ranges of unequal size", 0, "ok", ""],
      ["Blank customer", 0, "ok", ""],
      ["Blank date", 1, "note", "row 2: left out of every table"],
      ["Blank amount", 0, "ok", ""],
      ["Unreadable customer", 0, "ok", ""],
      ["Unreadable date", 0, "ok", ""],
      ["Unreadable amount", 1, "error", '"n/a" in row 3: must be a number'],
      ["Rows of totals", 0, "ok", ""],
      ["Refunds (below 0)", 0, "ok", ""],
      ["Zero amounts", 0, "ok", ""],
      ["Exact duplicate rows", 0, "ok", ""],
      ["Dates before 1990", 0, "ok", ""],
      ["Dates that stand apart", 0, "ok", ""],
      [
        "Customers that differ only by case or spaces",
        2,
        "warning",
        '"Ann" and "ann": these count as different customers: write each in one way',
      ],
      ["Amounts in several currencies", 0, "ok", ""],
      ["Share refunded", 0, "ok", ""],
      ["Span of data", 1, "ok", "2026-01-05 to 2026-01-05, 1 day"],
      [
        "Unfinished last month",
        1,
        "note",
        "the data end on 2026-01-05: the figures of that month are not final",
      ],
      [
        "Usual pause",
        0,
        "note",
        "24 months, the longest, since the data show no shorter one: of 0 purchases followed by 24 quiet months, 0 had another later; give inactive_after if you know it",
      ],
      ["Repeat share", 0, "warning", "0 of 1 customers (0%) bought on more than one day"],
      ["Share of the largest customer", 1, "ok", '"Ann" brought in 100% of the revenue'],
      ["Frequency-value correlation", 0, "ok", "too few customers with a repeat purchase to tell"],
    ],
  },
  source: "Counts of the cells themselves; correlation of repeat frequency and repeat value by Pearson",
  run: (given, zone) =>
    named("CLV_CHECK", () => {
      const [first, ...others] = given.slice(0, names.length);
      const isGrid =
        isRange(first) &&
        toRange(first).length > 1 &&
        toRange(first)[0]!.length > 1 &&
        others.every((one) => one === undefined || one === "");
      const checks = isGrid ? checksOfCube(first, zone) : checksOfColumns(given, zone);
      return finishedTable({ columns, rows: checks }, zone);
    }),
};
