import { isRefusal } from "../../core/refusal";
import { amountColumn, customerColumn, dateColumn } from "../../sheet/argument";
import { readCube } from "../../sheet/cube";
import type { CustomFunction } from "../../sheet/customFunction";
import { isTotalLabel } from "../../sheet/labels";
import { type LooseCell, type LooseRows, readLoosely } from "../../sheet/looseRows";
import { isRange, toRange } from "../../sheet/range";
import { type Columns, finishedTable, tableOf } from "../../sheet/result";
import type { Zone } from "../../sheet/zone";
import { isReadableDate } from "../../sheet/cell";
import { type Check, type RevenueRow, checksOfRows, found, listed } from "./checks";

const columns: Columns<Check> = {
  Check: ({ check }) => check,
  Rows: ({ rows }) => rows,
  Status: ({ status }) => status,
  Advice: ({ advice }) => advice,
};

const args = [
  customerColumn("Customer of each row; or a whole grid of customers × months alone."),
  dateColumn(),
  amountColumn(),
] as const;
const names = args.map(({ name }) => name);
const readers = args.map(({ reader }) => reader);

/** What the ranges hold, cell by cell, then what can be said of the rows that are complete. */
function checksOfColumns(given: readonly unknown[], zone: Zone): Check[] {
  const loose = readLoosely(readers, given, zone);
  const { rows, hasHeader, lengths } = loose;
  const longest = Math.max(...lengths);
  const isUneven = given.some(
    (one, index) =>
      isRange(one) && toRange(one).length > 1 && toRange(one).length < longest && lengths[index]! > 0,
  );
  const totals = rows.filter(
    ({ cells }) => typeof cells[0]!.cell === "string" && isTotalLabel(cells[0]!.cell),
  );
  const complete = rows.flatMap(({ place, cells }): RevenueRow[] => {
    const [customer, day, amount] = cells.map(({ value }) => value) as [
      string | undefined,
      number | undefined,
      number | undefined,
    ];
    return customer === undefined || day === undefined || amount === undefined
      ? []
      : [{ customer, day, amount, place }];
  });
  const customers = rows.flatMap(({ cells }) =>
    cells[0]!.value === undefined ? [] : [cells[0]!.value as string],
  );
  return [
    {
      check: "Rows read",
      rows: rows.length,
      status: rows.length > 0 ? "ok" : "error",
      advice: hasHeader ? "the first row is a header" : "",
    },
    isUneven
      ? {
          check: "Ranges of unequal size",
          rows: longest,
          status: "error",
          advice: `${names.map((name, index) => `${name} ${lengths[index]!}`).join(", ")} cells: make them end in the same row`,
        }
      : { check: "Ranges of unequal size", rows: 0, status: "ok", advice: "" },
    ...names.map((name, index) =>
      found(`Blank ${name}`, blanks(loose, index), "note", "left out of every table"),
    ),
    ...names.map((name, index) =>
      found(`Unreadable ${name}`, unreadable(loose, index), "error", `must be ${readers[index]!.expected}`),
    ),
    found(
      "Rows of totals",
      totals.map(({ place, cells }) => `${cells[0]!.shown()} in ${place}`),
      "warning",
      "leave them out of the range, or they count as customers",
    ),
    duplicatesCheck(loose),
    ...checksOfRows(complete, customers),
  ];
}

const blanks = ({ rows }: LooseRows, column: number) =>
  rows.filter(({ cells }) => cells[column]!.isBlank).map(({ place }) => place);

const unreadable = ({ rows }: LooseRows, column: number) =>
  rows
    .filter(({ cells }) => !cells[column]!.isBlank && cells[column]!.value === undefined)
    .map(({ place, cells }) => `${cells[column]!.shown()} in ${place}`);

/** What makes a cell the same as another: its value, a date with its time, or the text that cannot be read. */
function sameness({ cell, value }: LooseCell<unknown>): unknown {
  if (isReadableDate(cell)) return cell.getTime();
  return value ?? (typeof cell === "string" ? cell : typeof cell);
}

/** Full rows of which an earlier one has the same customer, date with its time, and amount. */
function duplicatesCheck({ rows }: LooseRows): Check {
  const firstPlace = new Map<string, string>();
  const full = rows.filter(({ cells }) => cells.every((cell) => !cell.isBlank));
  const duplicates = full.flatMap(({ place, cells }) => {
    const key = JSON.stringify(cells.map(sameness));
    const before = firstPlace.get(key);
    if (before === undefined) firstPlace.set(key, place);
    return before === undefined ? [] : [`${place} as ${before}`];
  });
  return found("Exact duplicate rows", duplicates, "warning", "remove them if they were exported twice");
}

function checksOfCube(given: unknown, zone: Zone): Check[] {
  try {
    const { cells, totals } = readCube(given, zone);
    const rows = cells.map(({ customer, day, amount }) => ({ customer, day, amount, place: customer }));
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
        advice: listed(totals),
      },
      ...checksOfRows(rows, Array.from(new Set(rows.map(({ customer }) => customer)))),
    ];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [{ check: "Cells read", rows: 0, status: "error", advice: error.message }];
  }
}

export const CLV_CHECK: CustomFunction = {
  name: "CLV_CHECK",
  summary:
    "What is to be known about rows of orders or invoices before they are used: what is blank or cannot be read and where, refunds, duplicates, odd dates, customers written in two ways, rows of totals, span, repeat purchases. It reports bad rows and never fails for them.",
  args: args.map(({ name, text }, index) => ({
    name,
    text,
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
