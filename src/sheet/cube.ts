import type { DayNumber } from "../core/day";
import { refusal } from "../core/refusal";
import { type Cell, isBlank, isErrorValue } from "./cell";
import { type Fault, refuseFaults } from "./fault";
import { isTotalLabel } from "./labels";
import { dayFromMonthText } from "./month";
import { readCell } from "./readCell";
import { isRange, toRange, usedSize } from "./range";
import { dateReader, identityReader, numberReader } from "./reader";
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

const header = {
  ...dateReader,
  expected: "a date or a month, such as 2026-03 or Mar 2026, in its first row",
};

/**
 * Reads a grid whose first row holds dates or months and whose first column holds customers. Zero and blank cells, rows
 * and columns of totals and columns that describe the customer (a title without a digit) are left out; everything else
 * that cannot be read is an error that names the cell.
 */
export function readCube(given: unknown, zone: Zone): Cube {
  const range = isRange(given) ? toRange(given) : [];
  const { rows, columns } = usedSize(range);
  if (rows < 2 || columns < 2)
    throw refusal(
      "cube must be a range with dates in its first row and customers in its first column, got less",
    );
  const faults: Fault[] = [];
  const totals: string[] = [];
  const days = range[0]!.slice(0, columns).map((cell, column) => {
    if (column === 0 || isBlank(cell)) return undefined;
    const day = headerDay(cell, zone);
    if (day !== undefined) return day;
    const title = String(cell);
    if (isTotalLabel(title)) totals.push(title.trim());
    else if (isErrorValue(cell) || /\d/.test(title))
      faults.push({ argument: "cube", reader: header, cell, place: `column ${column + 1}` });
    return undefined;
  });
  const cells = range.slice(1, rows).flatMap((cellsOfRow, index) => {
    const first = cellsOfRow[0]!;
    if (isBlank(first)) return [];
    if (isTotalLabel(String(first))) {
      totals.push(String(first).trim());
      return [];
    }
    return cellsOf(cellsOfRow, index + 2, days, zone, faults);
  });
  refuseFaults(faults, zone);
  if (days.every((day) => day === undefined)) {
    throw refusal(`cube must have ${header.expected}, got none`);
  }
  return { cells, totals };
}

const headerDay = (cell: Cell, zone: Zone): DayNumber | undefined =>
  dateReader.read(cell, zone) ?? (typeof cell === "string" ? dayFromMonthText(cell) : undefined);

const customerOfRow = { name: "cube", reader: identityReader };
const amountOfCell = { name: "cube", reader: numberReader() };

function cellsOf(
  row: readonly Cell[],
  number: number,
  days: readonly (DayNumber | undefined)[],
  zone: Zone,
  faults: Fault[],
): CubeCell[] {
  const placeOfRow = `row ${number}`;
  const customer = readCell(customerOfRow, row[0], placeOfRow, zone, faults) as string | undefined;
  if (customer === undefined) return [];
  return days.flatMap((day, column): CubeCell[] => {
    const cell = row[column]!;
    if (day === undefined || isBlank(cell)) return [];
    const place = `${placeOfRow}, column ${column + 1}`;
    const amount = readCell(amountOfCell, cell, place, zone, faults);
    return amount ? [{ customer, day, amount: amount as number, cell, place }] : [];
  });
}
