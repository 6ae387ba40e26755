import { readAmount } from "../amount";
import { type Cell, isBlank } from "../cell";
import type { Fault } from "../fault";
import { amountsWritten, cents, isDash } from "../written/amounts";
import type { MappedTable } from "./mappedTable";
import type { Meaning } from "./meanings";
import { type IsElse, toldAmounts } from "./notations";

/** A column of amounts, its numbers read; NaN where a cell is blank or cannot be read. */
export interface AmountColumn {
  readonly meaning: Meaning;
  readonly cells: readonly Cell[];
  readonly values: Float64Array;
  /** Blank, or a dash, which stands for nothing. */
  readonly isBlank: (row: number) => boolean;
  readonly fault: (row: number) => Fault;
}

interface Spec {
  /** True for rates: 5% is 0.05, and a column with numbers above 1 is in per cent. */
  readonly areRates?: true;
  readonly isElse?: IsElse;
}

/** Reads a column of amounts in any notation; undefined where the table has none of that meaning. */
export function readAmountColumn(
  table: MappedTable,
  meaning: Meaning,
  { areRates, isElse }: Spec = {},
): AmountColumn | undefined {
  const cells = table.cells(meaning);
  if (!cells) return undefined;
  const told = toldAmounts(table, meaning, isElse);
  const values = amountsWritten(areRates ? cells.map(withoutSign) : cells, told.decimal);
  if (areRates) inFractions(values, cells, told.inPercent === true);
  if (told.inCents || cents.test(table.headerWords(meaning)))
    for (let row = 0; row < values.length; row++) values[row]! /= 100;
  return {
    meaning,
    cells,
    values,
    isBlank: (row) => isBlank(cells[row]) || (typeof cells[row] === "string" && isDash(cells[row])),
    fault: (row) => ({
      argument: meaning,
      reader: readerOf(table, meaning),
      cell: cells[row],
      place: table.placeOf(row),
    }),
  };
}

const percentSign = /\s*%\s*$/;
const hasSign = (cell: Cell) => typeof cell === "string" && percentSign.test(cell);
const withoutSign = (cell: Cell): Cell => (typeof cell === "string" ? cell.replace(percentSign, "") : cell);

/** Rates as fractions: those with a sign, and all of a column in per cent. */
function inFractions(values: Float64Array, cells: readonly Cell[], areTold: boolean): void {
  const arePercent = areTold || values.some((value, row) => value > 1 && !hasSign(cells[row]!));
  values.forEach((value, row) => {
    if (arePercent || hasSign(cells[row]!)) values[row] = Number((value / 100).toPrecision(15));
  });
}

const readerOf = (table: MappedTable, meaning: Meaning): Fault["reader"] => ({
  expected: "a number",
  advice: (cell) =>
    typeof cell === "string" && readAmount(cell) === "ambiguous"
      ? `it can be read in two ways: say in columns how it is written, such as ${meaning}: ${table.headerOf(meaning)} (1,234.56)`
      : undefined,
});
