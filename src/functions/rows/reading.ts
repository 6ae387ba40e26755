import type { DayNumber } from "../../core/day";
import type { Cell } from "../../sheet/cell";
import { isBlank } from "../../sheet/cell";
import { type Fault, refuseFaults } from "../../sheet/fault";
import type { AmountColumn } from "../../sheet/mapped/amountColumns";
import type { DateColumn } from "../../sheet/mapped/dateColumns";
import type { Meaning } from "../../sheet/mapped/meanings";
import type { MappedTable } from "../../sheet/mapped/mappedTable";
import { identityReader } from "../../sheet/reader";
import type { ResultCell } from "../../sheet/result";
import { labelsTotal } from "../../sheet/written/totals";
import { refuseSeveralCurrencies } from "./currencies";

/** The rows of one reason for which they are left out. */
export interface LeftOut {
  readonly reason: string;
  /** As the range of the table counts them. */
  readonly rows: number[];
  /** What stands in their column of amounts; NaN where no number does. */
  amount: number;
}

/** A table read: its clean rows, and those that are left out by their reasons. */
interface Reading {
  readonly rows: readonly (readonly ResultCell[])[];
  readonly leftOut: readonly LeftOut[];
}

/** How a kind of table is read, as of a day where one is given. */
export type KindReader = (table: MappedTable, as_of: DayNumber | undefined) => Reading;

/** Takes down which rows are left out and why, and which cells cannot be read. */
export interface Sieve {
  readonly leave: (row: number, reason: string, amount?: number) => void;
  readonly fault: (fault: Fault) => void;
  /** The reasons in the order of their first rows; refuses where a cell cannot be read. */
  readonly finish: () => LeftOut[];
}

export function createSieve(table: MappedTable): Sieve {
  const reasons = new Map<string, LeftOut>();
  const faults: Fault[] = [];
  return {
    leave(row, reason, amount = NaN) {
      let one = reasons.get(reason);
      if (!one) reasons.set(reason, (one = { reason, rows: [], amount: NaN }));
      one.rows.push(table.rowNumber(row));
      if (!Number.isNaN(amount)) one.amount = (Number.isNaN(one.amount) ? 0 : one.amount) + amount;
    },
    fault: (fault) => void faults.push(fault),
    finish() {
      refuseFaults(faults, table.zone);
      return Array.from(reasons.values());
    },
  };
}

/** What is asked of tables of which each row stands for itself. */
interface SingleRows {
  readonly keys: readonly Meaning[];
  /** Whether a row lacks what others have beside its key, as rows of totals do. */
  readonly isIncomplete: (row: number) => boolean;
  /** Why a row does not count that lacks something. */
  readonly lackOf: (row: number) => string | undefined;
  /** The columns of amounts, and what a row that is left out is said to have in them. */
  readonly amounts: readonly Meaning[];
  readonly amountOf: (row: number) => number | undefined;
  /** The cells of a clean row. */
  readonly cellsOf: (row: number, sieve: Sieve) => ResultCell[];
}

/** Reads such a table. */
export function readSingly(
  table: MappedTable,
  { keys, isIncomplete, lackOf, amounts, amountOf, cellsOf }: SingleRows,
): Reading {
  const sieve = createSieve(table);
  const furniture = furnitureOf(table, keys, isIncomplete);
  const counted: number[] = [];
  const rows: ResultCell[][] = [];
  for (let row = 0; row < table.length; row++) {
    const reason = furniture[row] ?? lackOf(row);
    if (reason !== undefined) sieve.leave(row, reason, amountOf(row));
    else {
      counted.push(row);
      rows.push(cellsOf(row, sieve));
    }
  }
  refuseSeveralCurrencies(table, amounts, counted);
  return { rows, leftOut: sieve.finish() };
}

export const reasons = {
  blank: "Blank row",
  header: "Header again",
  total: "Total",
  heading: "Heading",
  noCustomer: "No customer",
  noDate: "No date",
  noAmount: "No amount",
  nothingPaid: "Nothing paid",
  noOrder: "No order yet",
  guest: "Order without a customer (guest)",
  afterAsOf: "After as_of",
  refunded: "Refunded in full",
  trial: "Trial",
  neverPaid: "Never paid for",
} as const;

export const reasonOfStatus = (status: string): string => `Status: ${status}`;

const likeTotal = /tot|su[mb]|som|gesamt|ensemble|overall|insgesamt/i;

/** Rows of no data: blank ones, those that repeat the header, totals. Undefined for all others. */
export function furnitureOf(
  table: MappedTable,
  keys: readonly Meaning[],
  isIncomplete: (row: number) => boolean,
): (string | undefined)[] {
  const columns = keys.flatMap((meaning) => {
    const cells = table.cells(meaning);
    return cells ? [{ cells, header: table.headerOf(meaning) }] : [];
  });
  const isHeader = (row: number) =>
    columns.every(({ cells, header }) => typeof cells[row] === "string" && cells[row].trim() === header);
  const isTotal = (cell: Cell | undefined, row: number) =>
    typeof cell === "string" && likeTotal.test(cell) && labelsTotal(cell, isIncomplete(row));
  return Array.from({ length: table.length }, (_, row) => {
    const first = table.row(row).find((cell) => !isBlank(cell));
    if (first === undefined) return reasons.blank;
    if (isHeader(row)) return reasons.header;
    return isTotal(first, row) || columns.some(({ cells }) => isTotal(cells[row], row))
      ? reasons.total
      : undefined;
  });
}

/** Who stands in a cell, as every function compares customers; a fault where it holds an error value. */
export function identityOf(cell: Cell, row: number, table: MappedTable, sieve: Sieve): string | undefined {
  const name = identityReader.read(cell, table.zone);
  if (name === undefined)
    sieve.fault({ argument: "customer", reader: identityReader, cell, place: table.placeOf(row) });
  return name;
}

/** The number of a column in a row; undefined where it has none. */
export const numberIn = (values: Float64Array, row: number): number | undefined =>
  Number.isNaN(values[row]!) ? undefined : values[row]!;

/** Reports the cells of a row that hold something else than they should. */
export function faultUnread(
  columns: readonly (AmountColumn | DateColumn | undefined)[],
  row: number,
  sieve: Sieve,
): void {
  for (const column of columns) {
    if (!column) continue;
    const values = "days" in column ? column.days : column.values;
    if (Number.isNaN(values[row]!) && !column.isBlank(row)) sieve.fault(column.fault(row));
  }
}

/** What a number must be beyond being one. */
interface Demand {
  readonly expected: string;
  readonly isMet: (value: number) => boolean;
}

export const wholeCount: Demand = {
  expected: "a whole number of 0 or more",
  isMet: (value) => Number.isSafeInteger(value) && value >= 0,
};
export const notBelowZero: Demand = { expected: "a number of 0 or more", isMet: (value) => value >= 0 };

/** Reports a number that is not what its column needs. */
export function faultUnlike(
  column: AmountColumn,
  row: number,
  { expected, isMet }: Demand,
  sieve: Sieve,
): void {
  const value = numberIn(column.values, row);
  if (value !== undefined && !isMet(value)) sieve.fault({ ...column.fault(row), reader: { expected } });
}

/** Text of a cell that only groups rows. */
export const groupOf = (cells: readonly Cell[] | undefined, row: number): string =>
  cells === undefined || isBlank(cells[row]) ? "" : String(cells[row]).trim();

/** Without the dust of binary fractions. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
