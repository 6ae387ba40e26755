import { refusal } from "../core/refusal";
import type { Argument, ColumnArgument, Series, WholeArgument } from "./argument";
import { unequal } from "./broadcast";
import { type Cell, isBlank, isReadableDate } from "./cell";
import { type Fault, refuseFaults } from "./fault";
import { isHeader } from "./header";
import { refuseMixedCurrencies } from "./oneCurrency";
import { readCell } from "./readCell";
import { type Range, cellOf, isRange, toRange, usedLength } from "./range";
import type { Zone } from "./zone";

interface Column {
  readonly index: number;
  readonly argument: ColumnArgument<unknown>;
  readonly cells: readonly Cell[];
  /** What the places in the range are called. */
  readonly line: "row" | "column";
}

/**
 * Reads the arguments of a table function: the columns that belong together as arrays of equal length, the others as
 * single values. Blank rows at the end and a header are left out, rows with a blank in a column that must not have
 * one are skipped, and every unreadable cell is reported at once.
 */
export function readArguments(args: readonly Argument[], given: readonly unknown[], zone: Zone): unknown[] {
  const faults: Fault[] = [];
  const columns: Column[] = [];
  const values = args.map((argument, index) => {
    if (argument.kind === "whole") return argument.read(given[index], zone);
    const isColumn = argument.kind === "column" && (isRange(given[index]) || !argument.mayBeOne);
    if (!isColumn) return readOne(argument, given[index], zone, faults);
    if (argument.optional && !isRange(given[index]) && isBlank(cellOf(given[index]))) return undefined;
    columns.push({ index, argument, ...asColumn(argument, given[index]) });
    return undefined;
  });
  readColumns(columns, zone, faults).forEach((column, position) => {
    values[columns[position]!.index] = column;
  });
  refuseFaults(faults, zone);
  return values;
}

function readOne(
  argument: Exclude<Argument, WholeArgument<unknown>>,
  given: unknown,
  zone: Zone,
  faults: Fault[],
): unknown {
  if (isRange(given)) throw refusal(`${argument.name} must be one cell, got ${sizeOf(toRange(given))}`);
  return readCell(argument, cellOf(given), undefined, zone, faults);
}

const sizeOf = (range: Range) => `${range.length} rows × ${range[0]!.length} columns`;

function asColumn(
  { name, mayBeBlank }: ColumnArgument<unknown>,
  given: unknown,
): { readonly cells: readonly Cell[]; readonly line: "row" | "column" } {
  const mustBe = `${name} must be one column or one row, got`;
  if (isRange(given)) {
    const range = toRange(given);
    if (range[0]!.length === 1) return { cells: range.map((row) => row[0]!), line: "row" };
    if (range.length === 1) return { cells: range[0]!, line: "column" };
    throw refusal(`${mustBe} ${sizeOf(range)}`);
  }
  const cell = cellOf(given) as Cell;
  if (mayBeBlank && isBlank(cell)) return { cells: [], line: "row" };
  if (!Array.isArray(given) && isBlank(given)) throw refusal(`${mustBe} nothing: add it, such as D2:D`);
  return { cells: [cell], line: "row" };
}

function readColumns(columns: readonly Column[], zone: Zone, faults: Fault[]): unknown[] {
  const lengths = columns.map(({ cells }) => usedLength(cells));
  const length = Math.max(0, ...lengths);
  const longest = columns[lengths.indexOf(length)];
  for (const { argument, cells } of columns) {
    if (cells.length < length && !(argument.mayBeBlank && cells.length === 0))
      throw unequal(argument.name, "cell", cells.length, longest!.argument.name, length);
  }
  const firstCells = columns.map(({ cells, argument }) => ({
    cell: cells[0]!,
    reader: argument.reader,
  }));
  const start = length > 0 && isHeader(firstCells, zone) ? 1 : 0;
  for (const { cells } of columns) zone.prepare(cells.filter(isReadableDate));

  const mustBeFull = columns.flatMap(({ argument, cells }) => (argument.blanks === "skip" ? [cells] : []));
  const rows: number[] = [];
  for (let row = start; row < length; row++) {
    if (mustBeFull.every((cells) => !isBlank(cells[row]))) rows.push(row);
  }
  return columns.map(({ argument, cells, line }) => {
    const placeOf = (row: number) => `${line} ${row + 1}`;
    const values = rows.map((row) =>
      isBlank(cells[row]) ? undefined : readCell(argument, cells[row], () => placeOf(row), zone, faults),
    );
    if (argument.reader.isAmount && faults.length === 0)
      refuseMixedCurrencies(
        argument.name,
        rows.map((row) => cells[row]),
        (index) => placeOf(rows[index]!),
      );
    if (argument.blanks === "skip") return values;
    const heading = start === 1 && !isBlank(cells[0]) ? (cells[0] as string) : undefined;
    return { argument: argument.name, heading, values, place: (index) => placeOf(rows[index]!) } as Series;
  });
}
