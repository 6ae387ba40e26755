import { times } from "../core/math/times";
import { isRefusal, refusal } from "../core/refusal";
import type { ScalarArgument, WholeArgument } from "./argument";
import { type Cell, isBlank, isReadableDate } from "./cell";
import { type Fault, andMore, refuseFaults } from "./fault";
import { isHeader } from "./header";
import { readCell } from "./readCell";
import { type Range, cellOf, isRange, toRange, usedSize } from "./range";
import { type ResultCell, finishedCell, finishedGrid } from "./result";
import type { Zone } from "./zone";

type Argument = ScalarArgument<unknown>;

interface RangeArgument {
  readonly argument: Argument;
  readonly range: Range;
}

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

const mostCells = 1_000_000;

/**
 * Computes a scalar function. Without a range among the arguments that is one value. With ranges it is one value for
 * each of their cells, in their shape: ranges agree in rows and in columns, or are one row or one column against the
 * others. Cells where all ranges are blank, and a header, give a blank.
 */
export function broadcast(
  args: readonly (Argument | WholeArgument<unknown>)[],
  given: readonly unknown[],
  zone: Zone,
  compute: (values: readonly unknown[]) => ResultCell,
): Cell | Cell[][] {
  const ranges: RangeArgument[] = [];
  const faults: Fault[] = [];
  const fixed = args.map((argument, index) => {
    if (argument.kind === "whole") return argument.read(given[index], zone);
    if (isRange(given[index])) {
      ranges.push({ argument, range: toRange(given[index]) });
      return undefined;
    }
    return readCell(argument, cellOf(given[index]), undefined, zone, faults);
  });
  refuseFaults(faults, zone);
  if (ranges.length === 0) return finishedCell(compute(fixed), zone);

  const shape = commonShape(ranges);
  if (shape.rows === 0 || shape.columns === 0) return "";
  zone.prepare(ranges.flatMap(({ range }) => range.flatMap((row) => row.filter(isReadableDate))));
  const start = headerSize(ranges, zone);
  const refusals: string[] = [];
  const table = times(shape.rows, (row) =>
    times(shape.columns, (column): ResultCell => {
      if (row < start.rows || column < start.columns) return "";
      if (ranges.every(({ range }) => isBlank(cellAt(range, row, column)))) return "";
      const place = placeOf(row, column, shape);
      const before = faults.length;
      const values = fixed.slice();
      for (const { argument, range } of ranges) {
        values[args.indexOf(argument)] = readCell(argument, cellAt(range, row, column), place, zone, faults);
      }
      if (faults.length > before) return "";
      try {
        return compute(values);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        refusals.push(`${error.message} in ${place}`);
        return "";
      }
    }),
  );
  refuseFaults(faults, zone);
  if (refusals.length > 0) throw refusal(refusals[0] + andMore(refusals.length - 1));
  return finishedGrid(table, zone);
}

function cellAt(range: Range, row: number, column: number): Cell {
  const cells = range.length === 1 ? range[0]! : range[row]!;
  return cells.length === 1 ? cells[0]! : cells[column]!;
}

function placeOf(row: number, column: number, shape: Shape): string {
  if (shape.columns === 1) return `row ${row + 1}`;
  return shape.rows === 1 ? `column ${column + 1}` : `row ${row + 1}, column ${column + 1}`;
}

/** The shape that all ranges fit, without the blank rows and columns at their ends. */
function commonShape(ranges: readonly RangeArgument[]): Shape {
  const tallest = largest(
    ranges,
    "row",
    (range) => range.length,
    (range) => usedSize(range).rows,
  );
  const widest = largest(
    ranges,
    "column",
    (range) => range[0]!.length,
    (range) => usedSize(range).columns,
  );
  const cells = tallest.used * widest.used;
  if (cells > mostCells) {
    throw refusal(
      `${tallest.name} and ${widest.name} must give a table of at most ${mostCells} cells, got ${cells}`,
    );
  }
  return { rows: tallest.used, columns: widest.used };
}

/** The range that is used furthest in one direction, which every other range of several cells there must reach. */
function largest(
  ranges: readonly RangeArgument[],
  unit: "row" | "column",
  sizeOf: (range: Range) => number,
  usedOf: (range: Range) => number,
): { readonly name: string; readonly used: number } {
  const sized = ranges.map(({ argument, range }) => ({
    name: argument.name,
    size: sizeOf(range),
    used: usedOf(range),
  }));
  const several = sized.filter(({ size }) => size > 1);
  const most = (several.length > 0 ? several : sized).reduce((top, one) => (one.used > top.used ? one : top));
  for (const { name, size } of several) {
    if (size < most.used) throw unequal(name, unit, size, most.name, most.used);
  }
  return most;
}

export function unequal(
  name: string,
  unit: "row" | "column" | "cell",
  size: number,
  other: string,
  otherSize: number,
): Error {
  return refusal(`${name} must have as many ${unit}s as ${other} (${otherSize}), got ${size}`);
}

/** Number of rows and columns at the start that a header takes: titles above columns, or in front of rows. */
function headerSize(ranges: readonly RangeArgument[], zone: Zone): Shape {
  const headersIn = (some: readonly RangeArgument[], cellsOf: (range: Range) => readonly Cell[]) => {
    const cells = some.flatMap(({ argument: { reader }, range }) =>
      cellsOf(range).map((cell) => ({ cell, reader })),
    );
    return isHeader(cells, zone) ? 1 : 0;
  };
  const tall = ranges.filter(({ range }) => range.length > 1);
  const flat = ranges.filter(({ range }) => range.length === 1 && range[0]!.length > 1);
  return {
    rows: headersIn(tall, (range) => range[0]!),
    columns: headersIn(flat, (range) => range[0]!.slice(0, 1)),
  };
}
