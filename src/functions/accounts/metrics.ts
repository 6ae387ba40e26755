// A range of metrics with its header row, and a column next to it: the customers, or who left.
import { refusal } from "../../core/refusal";
import type { Metric } from "../../core/health/metrics";
import { type Unread, unread } from "../../sheet/argument";
import { type Cell, isBlank, isDate, isReadableDate } from "../../sheet/cell";
import { dayFromIso } from "../../sheet/date";
import { type Fault, quoted, refuseFaults, shown } from "../../sheet/fault";
import { refuseMixedCurrencies } from "../../sheet/oneCurrency";
import { readCell } from "../../sheet/readCell";
import { type Range, cellOf, isRange, toRange, usedLength, usedSize } from "../../sheet/range";
import { type Reader, dateReader, rateReader } from "../../sheet/reader";
import type { Zone } from "../../sheet/zone";

export const metricsArgument = unread({
  name: "metrics",
  text: "Signals such as logins or tickets: one column each, with a header row.",
});

const numbers = rateReader({});

/** The day of a date, or of ISO text that reads as no number. */
function dayIn(cell: Cell, zone: Zone): number | undefined {
  const mayBeDay = isDate(cell) || (typeof cell === "string" && numbers.read(cell, zone) === undefined);
  return mayBeDay ? dateReader.read(cell, zone) : undefined;
}

/** A number, also as text or a percentage; TRUE counts 1 and FALSE 0, and a date is its day. */
const metricReader: Reader<number> = {
  expected: "numbers, TRUE or FALSE, or dates",
  read: (cell, zone) =>
    typeof cell === "boolean" ? Number(cell) : (dayIn(cell, zone) ?? numbers.read(cell, zone)),
  advice: (cell) => numbers.advice?.(cell) ?? dateReader.advice?.(cell),
  mayHaveHeader: true,
};

/** The rows of both ranges below their header. */
export interface MetricRows {
  readonly metrics: readonly Metric[];
  /** The cells next to them. */
  readonly beside: readonly Cell[];
  /** Which row of the metrics' range each is, from 1. */
  readonly rows: readonly number[];
  /** Where a cell next to them stands in its own range. */
  readonly placeBeside: (index: number) => string;
}

interface Column {
  readonly heading: string;
  readonly at: number;
}

function columnsOf(range: Range, rows: number, columns: number, zone: Zone): Column[] {
  const found: Column[] = [];
  for (let at = 0; at < columns; at++) {
    const title = range[0]![at]!;
    const isEmpty = range.slice(0, rows).every((row) => isBlank(row[at]));
    if (isEmpty) continue;
    if (typeof title !== "string" || isBlank(title) || metricReader.read(title, zone) !== undefined)
      throw refusal(
        `metrics must have a header row with a name above each column, got ${shown(title, zone)} in row 1, column ${at + 1}`,
      );
    const name = title.trim();
    if (found.some((one) => one.heading === name))
      throw refusal(`metrics must have a different name above each column, got ${quoted(name)} twice`);
    found.push({ heading: name, at });
  }
  return found;
}

/** The cells of a range of one column. */
function asColumn(name: string, given: unknown): Cell[] {
  if (!isRange(given)) {
    const cell = cellOf(given) as Cell;
    if (isBlank(cell)) throw refusal(`${name} must be a column next to metrics, got nothing`);
    return [cell];
  }
  const range = toRange(given);
  if (range[0]!.length > 1)
    throw refusal(
      `${name} must be one column next to metrics, got ${range.length} rows × ${range[0]!.length} columns`,
    );
  return range.map((row) => row[0]!);
}

/** Which row of the column stands next to the header of the metrics: its first, or the one above that. */
function startOf(name: string, cells: readonly Cell[], range: Range, rows: number, zone: Zone): 0 | 1 {
  const [own, used] = [cells.length, usedLength(cells)];
  const isTitled = own === range.length || (own !== range.length - 1 && used === rows);
  const isBelow = own === range.length - 1 || used === rows - 1;
  if (!isTitled && !isBelow)
    throw refusal(
      `${name} must have as many rows as metrics (${rows}), with or without its header, got ${used}`,
    );
  const first = cells[0]!;
  if (isTitled && (typeof first !== "string" || dayFromIso(first) !== undefined))
    throw refusal(
      `${name} must begin in the row of metrics' header or the one below it, got ${shown(first, zone)} next to the header`,
    );
  return isTitled ? 1 : 0;
}

/** A metric's column holds dates or numbers, and not both: a day would count as some twenty thousand. */
function refuseMixture(cells: readonly Cell[], place: (index: number) => string, zone: Zone): void {
  const known = cells.flatMap((cell, index) =>
    isBlank(cell) ? [] : [{ cell, index, isDay: dayIn(cell, zone) !== undefined }],
  );
  const [first] = known;
  const other = known.find(({ isDay }) => isDay !== first!.isDay);
  if (!first || !other) return;
  const got = [first, other].map(({ cell, index }) => `${shown(cell, zone)} in ${place(index)}`);
  throw refusal(`metrics must have only dates or only numbers in a column, got ${got.join(" and ")}`);
}

/** Reads the metrics and a column next to them. Rows that are blank in both, and those that `isRow` leaves out, do not count. */
export function readMetrics(
  { given, zone }: Unread,
  name: string,
  beside: Unread,
  isRow: (cell: Cell) => boolean,
): MetricRows {
  if (!isRange(given))
    throw refusal("metrics must be a range with a header row, one metric per column, got one cell");
  const range = toRange(given);
  const { rows, columns } = usedSize(range);
  const titles = columnsOf(range, rows, columns, zone);
  if (titles.length === 0)
    throw refusal("metrics must be a range with a header row, one metric per column, got blank cells");
  const cells = asColumn(name, beside.given);
  const start = startOf(name, cells, range, rows, zone);
  const cellBeside = (row: number) => cells[row - 1 + start] ?? "";
  const wanted: number[] = [];
  for (let row = 1; row < range.length; row++) {
    const isEmpty = titles.every(({ at }) => isBlank(range[row]![at])) && isBlank(cellBeside(row));
    if (!isEmpty && isRow(cellBeside(row))) wanted.push(row);
  }
  if (wanted.length === 0)
    throw refusal(`metrics must have at least one row with ${name} next to it, got none`);
  zone.prepare(wanted.flatMap((row) => titles.map(({ at }) => range[row]![at])).filter(isReadableDate));
  const faults: Fault[] = [];
  const metrics = titles.map(({ heading, at }): Metric => {
    const place = (index: number) => `row ${wanted[index]! + 1}, column ${at + 1}`;
    const own = wanted.map((row) => range[row]![at]!);
    const before = faults.length;
    const values = own.map((cell, index) =>
      isBlank(cell)
        ? undefined
        : (readCell({ name: "metrics", reader: metricReader }, cell, place(index), zone, faults) as
            | number
            | undefined),
    );
    if (faults.length === before) {
      refuseMixture(own, place, zone);
      refuseMixedCurrencies("metrics", own, place);
      if (values.every((value) => value === undefined))
        throw refusal(`metrics must have a value in each column, got none below ${quoted(heading)}`);
    }
    return { name: heading, values };
  });
  refuseFaults(faults, zone);
  return {
    metrics,
    beside: wanted.map(cellBeside),
    rows: wanted.map((row) => row + 1),
    placeBeside: (index) => `row ${wanted[index]! + start}`,
  };
}
