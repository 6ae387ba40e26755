import type { DayNumber } from "../core/day";
import { refusal } from "../core/refusal";
import { type Cell, isBlank } from "./cell";
import { monthsOfCube } from "./cubeMonths";
import { type Fault, refuseFaults } from "./fault";
import { isTotalLabel } from "./labels";
import { isRange, toRange, usedSize } from "./range";
import { readCell } from "./readCell";
import { identityReader, numberReader } from "./reader";
import { amountsWritten, isDash } from "./written/amounts";
import type { Zone } from "./zone";

/** One amount of a customers × months grid. */
export interface CubeCell {
  readonly customer: string;
  readonly day: DayNumber;
  readonly amount: number;
  /** The amount as the grid has it, and where. */
  readonly cell: Cell;
  readonly place: string;
}

export interface Cube {
  readonly cells: readonly CubeCell[];
  /** Labels of the rows and columns of sums that were left out. */
  readonly totals: readonly string[];
}

const customerOfRow = { name: "cube", reader: identityReader };
const amountReader = numberReader();

/**
 * Reads a grid whose first row holds dates or months and whose first column holds customers; months without a year are
 * counted from `first_month`. Amounts as text are read as all of them are written. Zero and blank cells and dashes, rows and
 * columns of totals, rows without a customer and columns that describe the customer (a title without a digit that names no
 * month) are left out; everything else that cannot be read is an error that names the cell.
 */
export function readCube(given: unknown, zone: Zone, first_month?: DayNumber): Cube {
  const range = isRange(given) ? toRange(given) : [];
  const { rows, columns } = usedSize(range);
  if (rows < 2 || columns < 2)
    throw refusal(
      "cube must be a range with dates in its first row and customers in its first column, got less",
    );
  const faults: Fault[] = [];
  const months = monthsOfCube(range[0]!.slice(0, columns), first_month, zone, faults);
  const totals = [...months.totals];
  const own = months.days.flatMap((day, column) => (day === undefined ? [] : [{ day, column }]));
  const below = range.slice(1, rows);
  // Sums tell how amounts are written, too.
  const amounts = amountsWritten(below.flatMap((row) => own.map(({ column }) => row[column]!)));
  const cells = below.flatMap((row, at) => {
    const first = row[0]!;
    const isTotal = isTotalLabel(String(first));
    if (isTotal) totals.push(String(first).trim());
    if (isTotal || isBlank(first)) return [];
    const placeOfRow = `row ${at + 2}`;
    const customer = readCell(customerOfRow, first, placeOfRow, zone, faults) as string | undefined;
    if (customer === undefined) return [];
    return own.flatMap(({ day, column }, index): CubeCell[] => {
      const cell = row[column]!;
      if (isBlank(cell) || (typeof cell === "string" && isDash(cell))) return [];
      const amount = amounts[at * own.length + index]!;
      const place = `${placeOfRow}, column ${column + 1}`;
      if (Number.isNaN(amount)) faults.push({ argument: "cube", reader: amountReader, cell, place });
      return amount ? [{ customer, day, amount, cell, place }] : [];
    });
  });
  refuseFaults(faults, zone);
  return { cells, totals };
}
