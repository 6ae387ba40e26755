import { isRefusal } from "../../core/refusal";
import { amountColumn, customerColumn, dateColumn } from "../../sheet/argument";
import { isBlank, isReadableDate } from "../../sheet/cell";
import { readCube } from "../../sheet/cube";
import type { CustomFunction } from "../../sheet/customFunction";
import { isTotalLabel } from "../../sheet/labels";
import { type LooseRows, readLoosely } from "../../sheet/looseRows";
import { isRange, toRange } from "../../sheet/range";
import { type Columns, finishedTable, tableOf } from "../../sheet/result";
import type { Zone } from "../../sheet/zone";
import { type Check, checksOfRows, found, listed } from "./checks";

const columns: Columns<Check> = {
  Check: (row) => row.check,
  Rows: (row) => row.rows,
  Status: (row) => row.status,
  Advice: (row) => row.advice,
};

const args = [customerColumn(), dateColumn(), amountColumn()] as const;
const names = args.map(({ name }) => name);
const readers = args.map(({ reader }) => reader);

/** What the ranges hold, cell by cell, then what can be said of the rows that are complete. */
function checksOfColumns(given: readonly unknown[], zone: Zone): Check[] {
  const loose = readLoosely(readers, given, zone);
  const { rows, columns: read, hasHeader, place } = loose;
  const [customers, days, amounts] = read.map(({ values }) => values) as [string[], number[], number[]];
  const complete = rows.filter((row) => read.every(({ values }) => values[row] !== undefined));
  return [
    {
      check: "Rows read",
      rows: rows.length,
      status: rows.length > 0 ? "ok" : "error",
      advice: hasHeader ? "the first row is a header" : "",
    },
    rangesCheck(loose, given),
    ...names.map((name, index) =>
      found(`Blank ${name}`, blanks(loose, index), place, "note", "left out of every table"),
    ),
    ...names.map((name, index) =>
      found(
        `Unreadable ${name}`,
        unreadable(loose, index),
        (row) => `${loose.shown(index, row)} in ${place(row)}`,
        "error",
        `must be ${readers[index]!.expected}`,
      ),
    ),
    totalsCheck(loose),
    duplicatesCheck(loose, complete),
    ...checksOfRows(
      complete.map((row) => ({ customer: customers[row]!, day: days[row]!, amount: amounts[row]!, row })),
      rows.flatMap((row) => customers[row] ?? []),
      place,
    ),
  ];
}

function rangesCheck({ columns: read }: LooseRows, given: readonly unknown[]): Check {
  const longest = Math.max(...read.map(({ length }) => length));
  const isUneven = read.some(
    ({ cells, length }, index) => isRange(given[index]) && length > 0 && cells.length < longest,
  );
  const sizes = names.map((name, index) => `${name} ${read[index]!.length}`);
  return {
    check: "Ranges of unequal size",
    rows: isUneven ? longest : 0,
    status: isUneven ? "error" : "ok",
    advice: isUneven ? `${sizes.join(", ")} cells: make them end in the same row` : "",
  };
}

const blanks = ({ rows, columns: read }: LooseRows, column: number) =>
  rows.filter((row) => isBlank(read[column]!.cells[row]));

const unreadable = ({ rows, columns: read }: LooseRows, column: number) =>
  rows.filter((row) => read[column]!.values[row] === undefined && !isBlank(read[column]!.cells[row]));

function totalsCheck({ rows, columns: read, place, shown }: LooseRows): Check {
  const { cells } = read[0]!;
  const labels = Array.from(new Set(cells)).filter((cell) => typeof cell === "string" && isTotalLabel(cell));
  const totals = new Set(labels);
  return found(
    "Rows of totals",
    rows.filter((row) => totals.has(cells[row]!)),
    (row) => `${shown(0, row)} in ${place(row)}`,
    "warning",
    "leave them out of the range, or they count as customers",
  );
}

/** Complete rows of which an earlier one has the same customer, date with its time, and amount. */
function duplicatesCheck({ columns: read, place }: LooseRows, complete: readonly number[]): Check {
  const firstRow = new Map<string, number>();
  const duplicates: { readonly row: number; readonly first: number }[] = [];
  for (const row of complete) {
    const date = read[1]!.cells[row];
    const time = isReadableDate(date) ? date.getTime() : date;
    const key = `${String(read[2]!.values[row])} ${String(time)} ${String(read[0]!.values[row])}`;
    const first = firstRow.get(key);
    if (first === undefined) firstRow.set(key, row);
    else duplicates.push({ row, first });
  }
  return found(
    "Exact duplicate rows",
    duplicates,
    ({ row, first }) => `${place(row)} as ${place(first)}`,
    "warning",
    "remove them if they were exported twice; lines of one order may be alike",
  );
}

function checksOfCube(given: unknown, zone: Zone): Check[] {
  try {
    const { cells, totals } = readCube(given, zone);
    const rows = cells.map(({ customer, day, amount }, row) => ({ customer, day, amount, row }));
    return [
      {
        check: "Cells read",
        rows: cells.length,
        status: cells.length > 0 ? "ok" : "error",
        advice: "a grid of customers × periods",
      },
      {
        check: "Totals left out",
        rows: totals.length,
        status: totals.length > 0 ? "note" : "ok",
        advice: listed(totals, String),
      },
      ...checksOfRows(
        rows,
        Array.from(new Set(rows.map(({ customer }) => customer))),
        (row) => rows[row]!.customer,
      ),
    ];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [{ check: "Cells read", rows: 0, status: "error", advice: error.message }];
  }
}

export const CLV_CHECK: CustomFunction = {
  name: "CLV_CHECK",
  summary: "What is wrong with rows of orders, where, and what to do.",
  details:
    "What is blank or cannot be read, refunds, duplicates, odd dates, customers written in two ways, rows of totals, span, unfinished month, repeat purchases. It reports bad rows and never fails for them.",
  args: args.map(({ name, text }, index) => ({
    name,
    text: index > 0 ? text : "Customer of each row; or a grid of customers × months alone.",
    optional: index > 0,
    whenLeftOut: index > 0 ? "a grid is checked" : undefined,
  })),
  result: `Table: ${Object.keys(columns).join(", ")} (ok, note, warning or error)`,
  example: {
    formula: '=CLV_CHECK({"Ann";"Bo";"ann"}, {"2026-01-05";"";"2026-01-31"}, {100;50;"n/a"})',
    result: [
      Object.keys(columns),
      ["Rows read", 3, "ok", ""],
      ["Ranges of unequal size", 0, "ok", ""],
      ["Blank customer", 0, "ok", ""],
      ["Blank date", 1, "note", "row 2: left out of every table"],
      ["Blank amount", 0, "ok", ""],
      ["Unreadable customer", 0, "ok", ""],
      ["Unreadable date", 0, "ok", ""],
      ["Unreadable amount", 1, "error", '"n/a" in row 3: must be a number'],
      ["Rows of totals", 0, "ok", ""],
      ["Exact duplicate rows", 0, "ok", ""],
      ["Refunds (below 0)", 0, "ok", ""],
      ["Zero amounts", 0, "ok", ""],
      ["Dates before 1990 or far after the others", 0, "ok", ""],
      [
        "Customers that differ only by case or spaces",
        2,
        "warning",
        '"Ann" and "ann": these count as different customers: write each in one way',
      ],
      ["Span of data", 1, "ok", "2026-01-05 to 2026-01-05, 1 day"],
      [
        "Unfinished last month",
        1,
        "note",
        "the data end on 2026-01-05: figures of that month are not final, its churn above all",
      ],
      ["Repeat share", 0, "warning", "0 of 1 customers (0%) bought on more than one day"],
      ["Frequency-value correlation", 0, "ok", "too few customers with a repeat purchase to tell"],
    ],
  },
  source: "Counts of the cells themselves; correlation of repeat frequency and repeat value by Pearson",
  run: (given, zone) => {
    const [first, ...others] = given;
    const isGrid =
      isRange(first) &&
      toRange(first).length > 1 &&
      toRange(first)[0]!.length > 1 &&
      others.every((one) => one === undefined || one === "");
    return finishedTable(
      tableOf(columns, isGrid ? checksOfCube(first, zone) : checksOfColumns(given, zone)),
      zone,
    );
  },
};
