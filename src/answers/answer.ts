import type { FoundTable, Shape } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import type { Term } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import { type NewCustomers, cacFrom, cacNote, disagreement } from "./acquisition";
import { columnOf } from "./columns";
import { type FigureRecipe, type TableRecipe, costFigures, tables, trend, usable, valueNow } from "./figures";
import { dayIn, dayOfList, dayTerm } from "./dayOfList";
import { leftOutNote } from "./leftOut";
import { marginFrom, marginNote } from "./margin";
import { type Reading, type Source, joined, mostLive, readingOf } from "./reading";
import {
  type Compute,
  type SavedSetting,
  type Setup,
  assumptions,
  defaults,
  numbersOf,
  setupFor,
} from "./setup";

/** Assumptions as the formulas take them. */
type Assumed = Readonly<Record<string, Term>>;

/** What answers rest on beside the tables: the setup tab, what computes, and the day in ISO notation. */
export interface Place {
  readonly saved: readonly SavedSetting[];
  readonly compute: Compute;
  readonly today: string;
}

/** What is asked about a table: the other tables of the workbook, and the assumptions that a person has changed. */
export interface AnswerRequest {
  readonly table: FoundTable;
  readonly tables: readonly FoundTable[];
  readonly changes: Readonly<Record<string, number | string | null>>;
}

export interface ComputedFigure extends FigureRecipe {
  readonly figure: Figure;
}

/** The answer from a table: its value, course, costs and further tables. */
export interface Answer {
  /** The table as it was answered from, with what other tables add to it. */
  readonly source: Source;
  /** What the table gives. */
  readonly reading: Reading;
  readonly setup: Setup;
  readonly value: ComputedFigure;
  readonly trend: Figure | null;
  readonly costs: readonly ComputedFigure[];
  readonly tables: readonly TableRecipe[];
  /** What each assumption is now; null where it comes from a formula over the data. */
  readonly assumed: Readonly<Record<string, SentCell | null>>;
  readonly period: string;
  readonly window: number;
  /** Periods after which a customer counts as lost; null where the data say who is. */
  readonly lostAfter: number | null;
  readonly cautions: readonly string[];
}

const usualWindow = 12;
const shortHistory = 6;
const usualPause = 3;

/** The ISO code of the table's amounts; "" where none is known, or several are. */
function currencyOf(table: FoundTable): string {
  const named = table.columns.find((column) => column.currency)?.currency;
  const written = columnOf(table, "currency")?.samples[0];
  if (named || table.currencies || typeof written !== "string") return named ?? "";
  return /^[A-Za-z]{3}$/.test(written) ? written.toUpperCase() : "";
}

/** The tables of a request as they are read: the one that is asked about first. */
export function readingsOf(
  { table, tables: all }: AnswerRequest,
  saved: readonly SavedSetting[],
  others: readonly Shape[] = ["spend"],
): Reading[] {
  const besides = all.filter((one) => one !== table && one.shape && others.includes(one.shape));
  const tables = [joined(table, all), ...besides];
  const numbers = numbersOf(tables, saved);
  return tables.map((one, index) => readingOf(one, numbers[index]!));
}

/** The assumptions as a person has changed them, else what the setup tab holds, else what is usual. */
function assumptionsOf(
  { table, changes }: AnswerRequest,
  readings: readonly Reading[],
  { saved, compute, today }: Place,
): Assumed {
  // A window counts periods: twelve months say nothing of how many quarters to take.
  const isOtherPeriod =
    "period" in changes && saved.some(({ key, value }) => key === "period" && value !== changes["period"]);
  const kept = saved.flatMap(({ key }) =>
    assumptions.some((one) => one.key === key) ? [[key, { setting: key }] as const] : [],
  );
  const assumed = Object.fromEntries(kept.filter(([key]) => key !== "window" || !isOtherPeriod));
  const [reading] = readings as [Reading];
  const usual = defaults(table, cacFrom(readings), marginFrom(reading), currencyOf(table));
  const given = { ...usual, ...assumed, ...changes };
  const { as_of } = changes;
  if (typeof as_of === "string") return { ...given, as_of: dayTerm(as_of) };
  if ("as_of" in assumed || "as_of" in changes) return given;
  return { ...given, as_of: dayOfList(reading, setupFor(given, readings, saved), compute, today) };
}

const isKept = (term: Term | undefined) => typeof term === "object" && term !== null && "setting" in term;

/** What the periods of a table are. */
interface Periods {
  readonly readings: readonly Reading[];
  /** How many at the end of the data all have customers and a churn rate. */
  readonly full: number;
  /** Whether anybody was lost in them. */
  readonly hasLost: boolean;
  /** Of all periods. */
  readonly newCustomers: NewCustomers;
  /** Whether the data could be read at all. */
  readonly areRead: boolean;
}

function periodsOf(readings: readonly Reading[], assumed: Assumed, { saved, compute }: Place): Periods {
  const { period, customers, churn, joined: joiners } = readings[0]!.series!;
  const [days, at, lost, won] = compute(
    setupFor(assumed, readings, saved),
    [period, customers, churn, ...(joiners ? [joiners] : [])].map((result) => ({ steps: [], result })),
  );
  const cell = (figure: Figure | undefined, row: number) => figure!.cells[row]?.[0] ?? "";
  let rows = at!.cells.length;
  // Open-ended columns go on below the data.
  while (rows > 0 && cell(days, rows - 1) === "") rows--;
  const isFull = (row: number) => Number(cell(at, row)) > 0 && typeof cell(lost, row) === "number";
  let full = 0;
  while (full < rows && isFull(rows - 1 - full)) full++;
  const began = days!.cells.flatMap(([day], row) =>
    typeof day === "object" ? [{ day: day.date, count: won?.cells[row]?.[0] ?? "" }] : [],
  );
  return {
    readings,
    full,
    areRead: days!.error === undefined,
    hasLost: lost!.cells.slice(rows - full, rows).some(([one]) => Number(one) > 0),
    newCustomers: { days: began.map(({ day }) => day), counts: began.map(({ count }) => count) },
  };
}

/** The whole periods of a table, or with the unfinished one where there are hardly any. */
function wholeOrAll(readings: readonly Reading[], assumed: Assumed, place: Place): Periods {
  const whole = periodsOf(readings, assumed, place);
  if (whole.full > 1) return whole;
  const [{ table, number }, ...others] = readings as [Reading, ...Reading[]];
  const all = periodsOf([readingOf({ ...table, countsUnfinished: true }, number), ...others], assumed, place);
  return all.full > whole.full ? all : whole;
}

interface Fitted {
  readonly readings: readonly Reading[];
  readonly assumed: Assumed;
  readonly full: number;
  readonly areRead: boolean;
  /** Why the spend is not used, where it is not. */
  readonly cautions: readonly string[];
}

/** A window that fills and, where the history allows, moves: one that takes all of it would show no course. */
function windowFor(full: number): number {
  if (full >= usualWindow) return usualWindow;
  return full >= usualWindow - 4 ? usualWindow / 2 : Math.max(1, full);
}

/** Shorter pauses after which a customer counts as lost, for data too short to show a long one. */
const shorterPauses = [6, 3, 1];

/** Fits to what the data have, unless a person has set them, the window and the pause after which a customer is lost. */
function fitted(
  changes: AnswerRequest["changes"],
  readings: readonly Reading[],
  given: Assumed,
  place: Place,
): Fitted {
  const [{ rows, series }] = readings as [Reading];
  if (!series) return { readings, assumed: given, full: 0, areRead: true, cautions: [] };
  let periods = wholeOrAll(readings, given, place);
  let assumed = given;
  const pause = given["inactive_after"];
  if (typeof pause === "number" && !("inactive_after" in changes) && rows) {
    // In a short history nobody could be lost after a long pause.
    const isShort = () => periods.full < shortHistory || pause > usualPause;
    for (const shorter of shorterPauses.filter((one) => one < pause)) {
      if (periods.hasLost || !isShort()) break;
      const changed = { ...given, inactive_after: shorter };
      const tried = wholeOrAll(readings, changed, place);
      if (tried.full > 0) [periods, assumed] = [tried, changed];
    }
  }
  const window = given["window"] === usualWindow ? windowFor(periods.full) : given["window"]!;
  const isComputed = typeof given["cac"] === "object" && given["cac"] !== null && !isKept(given["cac"]);
  const doubt = isComputed
    ? disagreement(readings, periods.newCustomers, setupFor(given, readings, place.saved), place.compute)
    : undefined;
  const cac = doubt === undefined ? given["cac"]! : null;
  return {
    readings: periods.readings,
    assumed: { ...assumed, window, cac },
    full: periods.full,
    areRead: periods.areRead,
    cautions: doubt ? [doubt] : [],
  };
}

/** What formulas over a table rest on: the table, and the spend that its acquisition cost comes from. */
export function setupOf(
  request: AnswerRequest,
  place: Place,
  others?: readonly Shape[],
): { setup: Setup; readings: readonly Reading[] } {
  const readings = readingsOf(request, place.saved, others);
  const assumed = assumptionsOf(request, readings, place);
  return { setup: setupFor(assumed, readings, place.saved), readings };
}

/** Works out the answer from a table; null where it gives no value. */
export function answerFor(request: AnswerRequest, place: Place): Answer | null {
  const known = readingsOf(request, place.saved);
  if (!usable(known[0]!)) return null;
  const { saved, compute } = place;
  const given = assumptionsOf(request, known, place);
  const { readings, assumed, full, areRead, cautions } = fitted(request.changes, known, given, place);
  const [reading] = readings as [Reading];
  const { table } = reading;
  const setup = setupFor(assumed, readings, saved);
  const current = (key: string): SentCell | null => {
    const term = assumed[key] ?? "";
    const date = dayIn(term);
    if (date !== undefined) return { date };
    if (typeof term !== "object") return term;
    return isKept(term) ? (saved.find((one) => one.key === key)?.value ?? "") : null;
  };
  const value = valueNow(reading)!;
  const isComputed = (key: string, beginning: string) => {
    const kept = isKept(assumed[key]) && saved.find((one) => one.key === key);
    return kept ? kept.formula.startsWith(beginning) : current(key) === null;
  };
  const course = trend(reading);
  const costs = current("cac") === "" ? [] : costFigures(reading);
  const [valueFigure, ...figures] = compute(setup, [
    value.recipe,
    ...costs.map(({ recipe }) => recipe),
    ...(course ? [course] : []),
  ]);
  const trendFigure = course ? figures[costs.length]! : null;
  const period = table.shape === "monthly" ? spacing(trendFigure) : periodIn(current("period"));
  return {
    source: table,
    reading,
    setup,
    value: { ...value, figure: valueFigure! },
    trend: trendFigure,
    costs: costs.map((one, index) => ({ ...one, figure: figures[index]! })),
    tables: tables(reading, period),
    assumed: Object.fromEntries(assumptions.map(({ key }) => [key, current(key)])),
    period,
    window: Number(current("window") || usualWindow),
    lostAfter: reading.rows ? Number(current("inactive_after") || 1) : null,
    cautions: [
      ...cautions,
      ...(areRead ? cautionsOf(full, period, reading) : []),
      ...leftOutNote(reading, setup, compute),
      ...fixedNote(reading),
      ...(reading.snapshot
        ? [
            "What a customer pays a month ÷ the share that leaves a month, over all months that anybody has stayed: right as long as churn stays as it is. A history with dates tells more.",
          ]
        : []),
      ...(isComputed("gross_margin", "=LET(") ? marginNote(reading) : []),
      ...(isComputed("cac", "=CLV_CAC(") ? cacNote(readings) : []),
      ...table.notes,
    ],
  };
}

const periodIn = (cell: unknown) => (typeof cell === "string" && cell !== "" ? cell : "month");

/** The period of rows that carry their own dates. */
function spacing(figure: Figure | null): string {
  const days = figure?.cells
    .slice(1)
    .flatMap(([cell]) => (typeof cell === "object" ? Date.parse(cell.date) : []));
  const gap = days && days.length > 1 ? (days[1]! - days[0]!) / 86_400_000 : 30;
  return gap < 3 ? "day" : gap < 20 ? "week" : gap < 60 ? "month" : gap < 200 ? "quarter" : "year";
}

function cautionsOf(full: number, period: string, { table, series }: Reading): string[] {
  const periods = `${full} ${period}${full === 1 ? "" : "s"}`;
  const short = series && full < usualWindow;
  if (short && full === 0)
    return [
      `No ${period} has both customers and a churn rate, so there is no value yet: customers have to come back first. A longer Period may help.`,
    ];
  return [
    ...(table.countsUnfinished
      ? [
          `The last ${period} is not over but counts, since there are too few others: churn looks too high, and the value too low.`,
        ]
      : []),
    ...(short
      ? [
          `Only ${periods} ${full === 1 ? "has" : "have"} a churn rate, too few for the usual window of ${usualWindow}: take the value as a first impression.`,
        ]
      : []),
  ];
}

/** Where clean rows stand as values, that they do, and how to read them anew. */
const fixedNote = ({ kept }: Reading): string[] =>
  kept
    .filter(({ isFixed }) => isFixed)
    .map(
      ({ tab }) =>
        `${tab} holds values, since the table has over ${mostLive.toLocaleString("en-US")} rows: after changes choose Data › Update CLV Data in the menu.`,
    );
