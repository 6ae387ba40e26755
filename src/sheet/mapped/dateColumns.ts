import { type DayNumber, dayFromCalendar } from "../../core/day";
import { firstDayOf, periodOf } from "../../core/period";
import { refusal } from "../../core/refusal";
import { type Cell, isBlank, isReadableDate } from "../cell";
import { dayFromDate } from "../date";
import { type Fault, quoted } from "../fault";
import { dateReader } from "../reader";
import { type DayOrder, dayFromCompact, dayOrders, dayWritten, ordersOf } from "../written/days";
import { bareMonth, wholePeriod } from "../written/periods";
import type { MappedTable } from "./mappedTable";
import type { Meaning } from "./meanings";
import { type ToldDates, toldDates } from "./notations";

/** A column of dates, its days read; NaN where a cell is blank or cannot be read. */
export interface DateColumn {
  readonly meaning: Meaning;
  readonly cells: readonly Cell[];
  readonly days: Float64Array;
  readonly isBlank: (row: number) => boolean;
  /** The fault of a cell that cannot be read. */
  readonly fault: (row: number) => Fault;
}

/** What the texts of a column tell of how all of them are written. */
interface Evidence {
  readonly meaning: Meaning;
  readonly cells: readonly Cell[];
  readonly told: ToldDates;
  /** Orders in which every text of three numbers names a day. */
  readonly orders: readonly DayOrder[];
  /** Rows of texts that name different days in the orders that are left. */
  readonly open: readonly number[];
}

/**
 * Reads the columns of dates of a table: each in the notation that all of its cells tell, or where they leave two, in that
 * of the table's other dates. Where two fit and the days differ, that is an error that asks. A whole month, quarter or year is
 * its first day, as an end its last.
 */
export function readDateColumns(
  table: MappedTable,
  meanings: readonly Meaning[],
): ReadonlyMap<Meaning, DateColumn> {
  const all = meanings.flatMap((meaning) => {
    const cells = table.cells(meaning);
    return cells ? [evidenceOf(table, meaning, cells)] : [];
  });
  const sure = new Set(
    all.flatMap(({ orders, open }) => (orders.length === 1 && open.length > 0 ? orders : [])),
  );
  return new Map(
    all.map((one) => {
      const [other] = sure.size === 1 ? Array.from(sure) : [];
      const order = one.told.order ?? (other && one.orders.includes(other) ? other : one.orders[0]);
      const isOpen = one.told.order === undefined && one.orders.length > 1 && order !== other;
      if (isOpen) refuseOpen(one, table);
      return [one.meaning, columnOf(one, order, table)] as const;
    }),
  );
}

function evidenceOf(table: MappedTable, meaning: Meaning, cells: readonly Cell[]): Evidence {
  const told = toldDates(table, meaning);
  let orders: readonly DayOrder[] = dayOrders;
  const written: number[] = [];
  const known = new Map<string, readonly DayOrder[]>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (typeof cell !== "string" || told.order !== undefined) continue;
    const shape = cell.trim();
    let fitting = known.get(shape);
    if (!fitting) known.set(shape, (fitting = ordersOf(shape)));
    if (fitting.length === 0) continue;
    written.push(row);
    if (orders.some((order) => !fitting.includes(order)))
      orders = orders.filter((order) => fitting.includes(order));
    if (orders.length === 0) refuseMixed(table, meaning, cells, written);
  }
  if (written.length === 0) orders = [];
  if (orders.length > 1 && orders.includes("y.m.d")) {
    const isFirst = isYearFirst(written.map((row) => cells[row] as string));
    if (isFirst !== undefined) orders = orders.filter((order) => (order === "y.m.d") === isFirst);
  }
  return { meaning, cells, told, orders, open: written };
}

/**
 * Of dates like 26-01-31 either end may be the year: it is the one that stays much the same while the other goes through the
 * days of months. Undefined where neither does.
 */
function isYearFirst(texts: readonly string[]): boolean | undefined {
  const parts = texts.map((text) => /(\d{1,2})([./-]) ?\d{1,2}[./-] ?(\d{1,2})/.exec(text)!);
  const [first, last] = [1, 3].map((at) => new Set(parts.map((part) => part[at])).size) as [number, number];
  if (first > last) return false;
  if (last > 2 * first && last > 9) return true;
  // Before anything but a hyphen nobody writes a year of two digits.
  return parts.some((part) => part[2] !== "-") ? false : undefined;
}

function refuseMixed(
  { placeOf }: MappedTable,
  meaning: Meaning,
  cells: readonly Cell[],
  written: readonly number[],
): never {
  const last = written[written.length - 1]!;
  const fitting = ordersOf((cells[last] as string).trim());
  const other = written.find(
    (row) => !ordersOf((cells[row] as string).trim()).some((one) => fitting.includes(one)),
  )!;
  const shown = (row: number) => `${quoted((cells[row] as string).trim())} in ${placeOf(row)}`;
  throw refusal(
    `${meaning} must be written in one way in all rows, got ${shown(other ?? written[0]!)} and ${shown(last)}: make these cells dates`,
  );
}

function refuseOpen({ meaning, cells, orders, open }: Evidence, table: MappedTable): void {
  const differs = open.find((row) => {
    const days = orders.map((order) => dayWritten(cells[row] as string, order));
    return days.some((day) => day !== days[0]);
  });
  if (differs === undefined) return;
  throw refusal(
    `${meaning} must be written in one way only, got ${quoted((cells[differs] as string).trim())} in ${table.placeOf(differs)}, ` +
      `which may be ${orders.join(" or ")}: say which in columns, such as ${meaning}: ${table.headerOf(meaning)} (${orders[0]!})`,
  );
}

function columnOf(
  { meaning, cells, told }: Evidence,
  order: DayOrder | undefined,
  { zone, placeOf }: MappedTable,
): DateColumn {
  const atEnd = meaning === "end";
  const { since } = told;
  zone.prepare(cells.filter(isReadableDate));
  const days = new Float64Array(cells.length).fill(NaN);
  const known = new Map<string | number, DayNumber | undefined>();
  const dayOf = (cell: string | number): DayNumber | undefined => {
    const day = typeof cell === "string" ? dayWritten(cell, order) : dayFromCompact(cell);
    if (day !== undefined) return day;
    const whole = wholePeriod(cell);
    if (whole && (typeof cell === "string" || cell > 100_000 || meaning === "period"))
      return atEnd ? firstDayOf(periodOf(whole.firstDay, whole.unit) + 1, whole.unit) - 1 : whole.firstDay;
    const month = since && typeof cell === "string" ? bareMonth(cell) : undefined;
    return since && month && dayFromCalendar(since.year + Number(month < since.month), month, 1);
  };
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    if (isReadableDate(cell)) days[row] = dayFromDate(cell, zone) ?? NaN;
    else if ((typeof cell === "string" && cell !== "") || typeof cell === "number") {
      if (!known.has(cell)) known.set(cell, dayOf(cell));
      days[row] = known.get(cell) ?? NaN;
    }
  }
  const isBare = (cell: Cell) => typeof cell === "string" && !since && bareMonth(cell) !== undefined;
  const reader = {
    expected: "a date",
    advice: (cell: Cell) =>
      isBare(cell)
        ? `it has no year: say in columns which month the rows begin with, such as ${meaning}: Month (2026-01)`
        : typeof cell === "string"
          ? undefined
          : dateReader.advice?.(cell),
  };
  return {
    meaning,
    cells,
    days,
    isBlank: (row) =>
      isBlank(cells[row]) || (typeof cells[row] === "string" && /^\s*[-\u2013\u2014]\s*$/.test(cells[row])),
    fault: (row) => ({ argument: meaning, reader, cell: cells[row], place: placeOf(row) }),
  };
}
