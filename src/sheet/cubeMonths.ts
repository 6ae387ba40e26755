import { type DayNumber, isoFromDay } from "../core/day";
import { firstDayOf, periodOf } from "../core/period";
import { refusal } from "../core/refusal";
import { type Cell, isBlank, isErrorValue } from "./cell";
import { type Fault, shown } from "./fault";
import { isTotalLabel } from "./labels";
import { dateReader } from "./reader";
import { bareMonth, wholePeriod } from "./written/periods";
import type { Zone } from "./zone";

/** The columns of a grid that hold amounts, and the titles of those that hold sums of others. */
export interface CubeMonths {
  /** The day that the amounts of a column are for; undefined for a column of something else. */
  readonly days: readonly (DayNumber | undefined)[];
  readonly totals: readonly string[];
}

const header = {
  ...dateReader,
  expected: "a date or a month, such as 2026-03 or Mar 2026, in its first row",
};

/** Spans from the shortest on, of which the longer ones are sums of the shorter. */
const spans = ["day", "quarter", "year"] as const;

/** A title that names a time: a span of the calendar, or a month whose year it does not say. */
interface Time {
  readonly title: string;
  /** The title and its place, for messages. */
  readonly there: string;
  readonly column: number;
  readonly span: (typeof spans)[number];
  readonly day: DayNumber | undefined;
  /** From 1 for January. */
  readonly month: number;
}

const monthOf = (day: DayNumber) => (periodOf(day, "month") % 12) + 1;

/** What the columns of a grid are for, by its first row. Months without a year are counted from `first_month`. */
export function monthsOfCube(
  titles: readonly Cell[],
  first_month: DayNumber | undefined,
  zone: Zone,
  faults: Fault[],
): CubeMonths {
  const times: Time[] = [];
  const totals: string[] = [];
  titles.forEach((cell, column) => {
    if (column === 0 || isBlank(cell)) return;
    const title = String(cell).trim();
    const time = timeOf(cell, zone);
    if (time) times.push({ title, there: `${shown(cell, zone)} in ${placeOf(column)}`, column, ...time });
    else if (isTotalLabel(title)) totals.push(title);
    else if (isErrorValue(cell) || /\d/.test(title))
      faults.push({ argument: "cube", reader: header, cell, place: placeOf(column) });
  });
  const shortest = spans.find((span) => times.some((time) => time.span === span));
  const own = times.filter(({ span }) => span === shortest);
  totals.push(...times.flatMap(({ span, title }) => (span === shortest ? [] : [title])));
  if (own.length === 0 && faults.length === 0) throw refusal(`cube must have ${header.expected}, got none`);
  const days: (DayNumber | undefined)[] = titles.map(() => undefined);
  withYears(own, first_month).forEach((day, index) => (days[own[index]!.column] = day));
  return { days, totals };
}

const placeOf = (column: number) => `column ${column + 1}`;

function timeOf(cell: Cell, zone: Zone): Pick<Time, "span" | "day" | "month"> | undefined {
  const day = dateReader.read(cell, zone);
  if (day !== undefined) return { span: "day", day, month: monthOf(day) };
  const whole = wholePeriod(cell);
  if (whole) {
    const span = whole.unit === "quarter" || whole.unit === "year" ? whole.unit : "day";
    return { span, day: whole.firstDay, month: monthOf(whole.firstDay) };
  }
  const month = typeof cell === "string" ? bareMonth(cell) : undefined;
  return month === undefined ? undefined : { span: "day", day: undefined, month };
}

/** The day of each column, in order; where titles have no year, from the first month or from those that have one. */
function withYears(times: readonly Time[], first_month: DayNumber | undefined): readonly DayNumber[] {
  const [first] = times;
  if (!first) return [];
  const said = first_month === undefined ? undefined : periodOf(first_month, "month");
  if (said !== undefined && !isMonth(first, said)) {
    throw refusal(
      `first_month must be the month of the first title, ${first.there}, got ${isoFromDay(first_month!).slice(0, 7)}`,
    );
  }
  const bare = times.find(({ day }) => day === undefined);
  if (!bare) return times.map(({ day }) => day!);
  const known = times.findIndex(({ day }) => day !== undefined);
  if (said === undefined && known < 0) {
    throw refusal(
      `cube must have months with a year in its first row, got ${bare.there}: give that month as first_month of CLV_UNPIVOT, such as 2026-01`,
    );
  }
  const steps = stepsBetween(times);
  // Without first_month, a word that only begins like a month would count as one.
  const isSure = said !== undefined || steps?.every((step) => Math.abs(step) === 1);
  if (!steps || !isSure) throw outOfOrder(bare);
  const places = steps.reduce((all, step) => [...all, all[all.length - 1]! + step], [0]);
  const start = said ?? periodOf(times[known]!.day!, "month") - places[known]!;
  return times.map((time, index) => {
    const month = start + places[index]!;
    if (!isMonth(time, month)) throw outOfOrder(bare);
    return time.day ?? firstDayOf(month, "month");
  });
}

const isMonth = ({ day, month }: Time, period: number) =>
  day === undefined ? monthOf(firstDayOf(period, "month")) === month : periodOf(day, "month") === period;

const outOfOrder = (bare: Time) =>
  refusal(
    `cube must have its months in order when they have no year, got ${bare.there} out of order: write each month with its year`,
  );

/**
 * Months from each title to the next, negative where the newest come first; undefined where a month stands twice in a row or
 * the titles go both ways. A few months may be missing.
 */
function stepsBetween(times: readonly Time[]): number[] | undefined {
  const steps = times.slice(1).map(({ month }, index) => (month - times[index]!.month + 12) % 12);
  if (steps.every((step) => step >= 9)) return steps.map((step) => step - 12);
  return steps.every((step) => step > 0 && step < 9) ? steps : undefined;
}
