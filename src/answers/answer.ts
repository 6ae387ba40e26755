import type { FoundTable, Shape } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import { monthsOf } from "../recipe/known";
import type { Call, Term } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import { type NewCustomers, cacFrom, cacNote, disagreement } from "./acquisition";
import { channelsOf, withChannels } from "./channels";
import { columnOf } from "./columns";
import {
  type ComputedFigure,
  type TableRecipe,
  costFigures,
  rollingOf,
  tables,
  trend,
  usable,
} from "./figures";
import { ofBilled } from "./headline/billed";
import { ofContracts } from "./headline/contracts";
import { ofHistories } from "./headline/histories";
import { type Basis, type Headline, type Work, marginIn } from "./headline/headline";
import { ofShop, rollingBeside } from "./headline/shop";
import { ofSnapshot } from "./headline/snapshot";
import { ofPaid, ofRunning, ofTotals } from "./headline/soFar";
import { type Held, heldIn, targetNotes } from "./held";
import { type LeftOut, endlessIn, leftOutNote, leftOutOf } from "./leftOut";
import { type Now, dayIn, dayTerm, laterNotes, nowOf } from "./now";
import { doubtsOf } from "./plausible";
import { type Question, isKindOpen, isWorth, profileOf, questionOf } from "./question";
import { dayOf, measuresOf, numberIn, recipeOf, wordsOf } from "./results";
import type { Sentence } from "./sentence";
import { marginFrom, marginNote } from "./margin";
import type { Reading, Source } from "./reading";
import { joined, mostLive, readingOf } from "./readingOf";
import {
  type Compute,
  type SavedSetting,
  type Setup,
  assumptions,
  defaults,
  keyOf,
  numbersOf,
  settingsOf,
  setupFor,
} from "./setup";
import { sizeNote } from "./size";
import { withUsage } from "./usage";
import { type WhatIf, whatIfOf } from "./whatIf";

/** Assumptions as the formulas take them. */
type Assumed = Readonly<Record<string, Term>>;

/** What answers rest on besides the tables: the setup tab, what computes, and the day in ISO notation. */
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

/** The answer from a table: its value, course, costs and further tables. */
export interface Answer {
  /** The table as it was answered from, with what other tables add to it. */
  readonly source: Source;
  /** What the table gives. */
  readonly reading: Reading;
  readonly setup: Setup;
  readonly headline: Headline;
  /** The value of the headline, as it is inserted. */
  readonly value: ComputedFigure;
  readonly trend: Figure | null;
  readonly costs: readonly ComputedFigure[];
  /** The figures that a target can be set for, and whether it is met. */
  readonly held: readonly Held[];
  readonly tables: readonly TableRecipe[];
  /** What each assumption is now; null where it comes from a formula over the data. */
  readonly assumed: Readonly<Record<string, SentCell | null>>;
  /** The assumptions that change anything here. */
  readonly relevant: readonly string[];
  readonly period: string;
  readonly window: number;
  /** Periods after which a customer counts as lost; null where the data say who is. */
  readonly lostAfter: number | null;
  /** The day up to which the data count; "" where it is not known. */
  readonly asOf: string;
  /** Another day that a list may be from, and what the value would be then, where it differs. */
  readonly other: { readonly day: string; readonly value: number } | null;
  /** Whether only a person can say if customers pay steadily or as in a shop. */
  readonly isKindOpen: boolean;
  /** What the value is made of; null where nothing can be tried on it. */
  readonly whatIf: WhatIf | null;
  /** What gives each channel's cost and value; null where no table tells what was spent on which. */
  readonly channels: Call | null;
  /** What makes the value doubtful, what matters most first. */
  readonly doubts: readonly Sentence[];
  /** How the data were read. */
  readonly cautions: readonly string[];
}

const usualWindow = 12;

/** The ISO code of the table's amounts; "" where none is known, or several are. */
function currencyOf(table: FoundTable): string {
  const named = table.columns.find((column) => column.currency)?.currency;
  const written = columnOf(table, "currency")?.samples[0];
  if (named || table.currencies || typeof written !== "string") return named ?? "";
  return /^[A-Za-z]{3}$/.test(written) ? written.toUpperCase() : "";
}

/** The tables of a request as they are read: the one that is asked about first. */
function readingsOf(
  { table, tables: all }: AnswerRequest,
  saved: readonly SavedSetting[],
  others: readonly Shape[] = ["spend", "usage", "touches"],
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
): { readonly assumed: Assumed; readonly now: Now } {
  const [{ number }] = readings as [Reading];
  const own = settingsOf(saved, number);
  // A window counts periods: twelve months say nothing of how many quarters to take.
  const isOtherPeriod =
    "period" in changes && own.some(({ key, value }) => key === "period" && value !== changes["period"]);
  const kept = own.map(({ key }) => [key, { setting: keyOf(key, number) }] as const);
  const assumed = Object.fromEntries(kept.filter(([key]) => key !== "window" || !isOtherPeriod));
  const [reading] = readings as [Reading];
  const usual = defaults(table, cacFrom(readings), marginFrom(reading), currencyOf(table));
  const given = { ...usual, ...assumed, ...changes };
  const { as_of } = changes;
  if (typeof as_of === "string") return { assumed: { ...given, as_of: dayTerm(as_of) }, now: asSaid };
  if ("as_of" in assumed || "as_of" in changes) return { assumed: given, now: asSaid };
  const now = nowOf(reading, setupFor(given, readings, saved), compute, today);
  return { assumed: { ...given, as_of: now.term }, now };
}

/** A day that someone has typed. */
const asSaid: Now = { term: null };

const isKept = (term: Term | undefined) => typeof term === "object" && term !== null && "setting" in term;

/** What the periods of a table are. */
interface Periods {
  readonly readings: readonly Reading[];
  /** How many at the end of the data all have customers and a churn rate. */
  readonly full: number;
  /** All of them. */
  readonly rows: number;
  /** Customers lost in so many of the latest ones. */
  readonly lostIn: (window: number) => number;
  /** What customers have paid so far, on average; undefined where the data don't count the new ones. */
  readonly paid: number | undefined;
  /** Of all periods. */
  readonly newCustomers: NewCustomers;
  /** Whether the data could be read at all. */
  readonly areRead: boolean;
}

function periodsOf(readings: readonly Reading[], assumed: Assumed, { saved, compute }: Place): Periods {
  const { period, revenue, customers, churn, lost: counts, joined: joiners } = readings[0]!.series!;
  const [days, paid, at, lost, won] = compute(
    setupFor(assumed, readings, saved),
    [period, revenue, customers, churn, ...(joiners ? [joiners] : [])].map(recipeOf),
  );
  const cell = (figure: Figure | undefined, row: number) => figure!.cells[row]?.[0] ?? "";
  let rows = at!.cells.length;
  // Open-ended columns go on below the data.
  while (rows > 0 && cell(days, rows - 1) === "") rows--;
  const isFull = (row: number) => Number(cell(at, row)) > 0 && typeof cell(lost, row) === "number";
  let full = 0;
  while (full < rows && isFull(rows - 1 - full)) full++;
  const each = (figure: Figure | undefined) =>
    Array.from({ length: rows }, (_, row) => Number(cell(figure, row)) || 0);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const [customersAt, lostAt] = [each(at), each(lost)];
  const everybody = won ? (customersAt[0] ?? 0) + sum(each(won).slice(1)) : 0;
  const began = days!.cells.flatMap(([day], row) =>
    typeof day === "object" ? [{ day: day.date, count: won?.cells[row]?.[0] ?? "" }] : [],
  );
  return {
    readings,
    full,
    areRead: days!.error === undefined,
    rows,
    lostIn: (window) =>
      sum(
        lostAt
          .map((value, row) => (counts === churn ? value : value * customersAt[row]!))
          .slice(Math.max(0, rows - window)),
      ),
    paid: everybody > 0 ? sum(each(paid)) / everybody : undefined,
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
  readonly periods: Periods | undefined;
  /** Why the spend is not used, where it is not. */
  readonly cautions: readonly string[];
}

/** A window that fills and, where the history allows, moves: one that takes all of it would show no course. */
function windowFor(full: number): number {
  if (full >= usualWindow) return usualWindow;
  return full >= usualWindow - 4 ? usualWindow / 2 : Math.max(1, full);
}

/** Fits the window to what the data have, unless a person has set it, and leaves out spend that does not belong to them. */
function fitted(readings: readonly Reading[], given: Assumed, place: Place): Fitted {
  if (!readings[0]!.series) return { readings, assumed: given, periods: undefined, cautions: [] };
  const periods = wholeOrAll(readings, given, place);
  const window = given["window"] === usualWindow ? windowFor(periods.full) : given["window"]!;
  const isComputed = typeof given["cac"] === "object" && given["cac"] !== null && !isKept(given["cac"]);
  const doubt = isComputed
    ? disagreement(readings, periods.newCustomers, setupFor(given, readings, place.saved), place.compute)
    : undefined;
  const cac = doubt === undefined ? given["cac"]! : null;
  return {
    readings: periods.readings,
    assumed: { ...given, window, cac },
    periods,
    cautions: doubt ? [doubt] : [],
  };
}

/** The readings with what joins them: channels of spend, and of tables of use those that are of the same customers. */
const joinedReadings = (readings: readonly Reading[], setup: Setup, compute: Compute): Reading[] =>
  withUsage(withChannels(readings, setup, compute), setup, compute);

/** What formulas over a table rest on: the table, the spend that its acquisition cost comes from, and how customers use it. */
export function setupOf(
  request: AnswerRequest,
  place: Place,
  others?: readonly Shape[],
): { setup: Setup; readings: readonly Reading[] } {
  const known = readingsOf(request, place.saved, others);
  const { assumed } = assumptionsOf(request, known, place);
  const readings = joinedReadings(known, setupFor(assumed, known, place.saved), place.compute);
  return { setup: setupFor(assumed, readings, place.saved), readings };
}

/** What a table answers, as far as it can: what is asked, and where that can't be told, what customers have paid so far. */
function headlineOf(question: Question, reading: Reading, basis: Basis, work: Work): Headline | undefined {
  const asked = () => {
    // Whoever has left on a day that nobody knows is not among the lost.
    const isUntold = question === "contracts" && basis.endless > 0 && !(basis.lost > 0);
    if (isUntold) return ofRunning(reading, basis, work);
    if (question === "contracts") return ofContracts(reading, basis, work);
    if (question === "snapshot") return ofSnapshot(reading, work);
    if (question === "histories") return ofHistories(reading, work);
    if (question === "soFar")
      return reading.totals ? ofTotals(reading, work) : ofRunning(reading, basis, work);
    if (question === "billed") return ofBilled(reading, basis, work);
    return ofShop(reading, question, basis, work);
  };
  return asked() ?? ofPaid(reading, basis, work);
}

/** Works out the answer from a table; null where it gives no value. */
export function answerFor(request: AnswerRequest, place: Place): Answer | null {
  const known = readingsOf(request, place.saved);
  if (!usable(known[0]!)) return null;
  const { saved, compute } = place;
  const { assumed: given, now } = assumptionsOf(request, known, place);
  const { readings: fit, assumed, periods, cautions } = fitted(known, given, place);
  const readings = joinedReadings(fit, setupFor(assumed, fit, saved), compute);
  const [reading] = readings as [Reading];
  const { table } = reading;
  const setup = setupFor(assumed, readings, saved);
  const own = settingsOf(saved, reading.number);
  const current = (key: string): SentCell | null => {
    const term = assumed[key] ?? "";
    const date = dayIn(term);
    if (date !== undefined) return { date };
    if (typeof term !== "object") return term;
    return isKept(term) ? (own.find((one) => one.key === key)?.value ?? "") : null;
  };
  const work: Work = (...terms) => compute(setup, terms.map(recipeOf));
  const call = profileOf(reading);
  const profile = call && work(call)[0];
  const said = wordsOf(current("kind") ?? "");
  const question = questionOf(reading, profile, said);
  if (!question) return null;
  const course = trend(reading);
  const trendFigure = course ? compute(setup, [course])[0]! : null;
  const period = table.shape === "monthly" ? spacing(trendFigure) : periodIn(current("period"));
  const window = Number(current("window") || usualWindow);
  const lost = periods?.lostIn(window) ?? 0;
  const leftOut = leftOutOf(reading, work);
  const endless = endlessIn(leftOut);
  const headline = headlineOf(question, reading, { period, window, profile, lost, endless }, work);
  if (!headline) return null;
  const value = { title: headline.title, unit: "money" as const, recipe: headline.recipe };
  const isComputed = (key: string, beginning: string) => {
    const kept = isKept(assumed[key]) && own.find((one) => one.key === key);
    return kept ? kept.formula.startsWith(beginning) : current(key) === null;
  };
  const costs = current("cac") === "" ? [] : costFigures(reading, headline);
  const costFigure = compute(
    setup,
    costs.map(({ recipe }) => recipe),
  );
  const computedCosts = costs.map((one, index) => ({ ...one, figure: costFigure[index]! }));
  const held = heldIn({ reading, headline, costs: computedCosts, trend: trendFigure, period, work });
  const measures = profile && measuresOf(profile);
  const pause = numberIn(measures?.get("Usual pause (months)")) ?? null;
  const history = numberIn(measures?.get("History (months)"));
  const lostAfter = reading.rows ? Number(current("inactive_after")) || pause : null;
  const seen = { pause: lostAfter, history, window: monthsOf(window, period) };
  const [day] = work(assumed["as_of"] ?? null);
  const asOf = dayOf(day!.cells[0]?.[0]) || dayOf(measures?.get("Last date")) || (now.day ?? "");
  return {
    source: table,
    reading,
    setup,
    headline: {
      ...headline,
      beside: [...headline.beside, ...rollingBeside(reading, headline, seen, work)],
    },
    value: { ...value, figure: headline.figure },
    trend: trendFigure,
    costs: computedCosts,
    held,
    tables: tables(reading, period, question),
    assumed: Object.fromEntries(assumptions.map(({ key }) => [key, current(key)])),
    relevant: [...relevantTo(headline.question, reading), ...held.map(({ key }) => key)],
    period,
    window,
    lostAfter,
    asOf,
    other: otherReading(now, assumed, readings, numberIn(headline.figure.cells[0]?.[0]), place),
    isKindOpen: question !== "contracts" && isKindOpen(profile, said),
    whatIf: whatIfOf(reading, headline, work),
    channels: (reading.rows && channelsOf(reading.rows, readings)) ?? null,
    doubts: doubtsOf({
      reading,
      headline: { ...headline, lifetime: headline.lifetime ?? lifetimeIn(trendFigure, period) },
      profile,
      history: history ?? (periods && monthsOf(periods.rows, period)) ?? longestStay(reading, work),
      paid: measures ? numberIn(measures.get("Paid per customer")) : periods?.paid,
      margin: marginIn(work),
      endless,
      ownerless: ownerlessShare(leftOut, numberIn(measures?.get("Revenue"))),
    }),
    cautions: [
      ...laterNotes(reading, asOf, work, place.today),
      ...cautions,
      ...(periods?.areRead && question === "contracts" ? cautionsOf(periods.full, period, reading) : []),
      ...leftOutNote(reading, leftOut),
      ...fixedNote(reading),
      ...targetNotes(held, work),
      ...sizeNote(reading),
      ...(isComputed("gross_margin", "=LET(") ? marginNote(reading) : []),
      ...(isComputed("cac", "=CLV_CAC(") ? cacNote(readings) : []),
      // Several currencies are among the doubts.
      ...table.notes.filter((note) => !table.currencies || !note.includes("several currencies")),
    ],
  };
}

/** By how much two readings of a list differ before the other is offered. */
const otherwise = 0.05;

/** The value of a list, were it from the other day. */
function otherReading(
  { other: day }: Now,
  assumed: Assumed,
  readings: readonly Reading[],
  value: number | undefined,
  { saved, compute }: Place,
): Answer["other"] {
  const series = readings[0]?.series;
  if (!day || !series || value === undefined) return null;
  const then = setupFor({ ...assumed, as_of: dayTerm(day) }, readings, saved);
  const [figure] = compute(then, [recipeOf(rollingOf(series))]);
  const found = numberIn(figure!.cells[0]?.[0]);
  return found === undefined || Math.abs(found / value - 1) <= otherwise ? null : { day, value: found };
}

/** How long anyone in a list of customers so far has stayed. */
const longestStay = ({ snapshot }: Reading, work: Work): number | undefined =>
  snapshot &&
  work(snapshot.tenure)[0]!.cells.reduce((longest, [cell]) => Math.max(longest, numberIn(cell) ?? 0), 0);

/** The lifetime in months that the latest period of a trend shows. */
function lifetimeIn(trendFigure: Figure | null, period: string): number | undefined {
  const [titles, ...rows] = trendFigure?.cells ?? [];
  const lifetime = numberIn(rows[rows.length - 1]?.[titles?.indexOf("Lifetime") ?? -1]);
  return lifetime === undefined ? undefined : monthsOf(lifetime, period);
}

/** The share of all revenue that stands in rows without a customer. */
function ownerlessShare(leftOut: readonly LeftOut[], revenue: number | undefined): number {
  const amount = leftOut.find(({ reason }) => reason === "No customer")?.amount ?? 0;
  return revenue === undefined || amount <= 0 ? 0 : amount / (amount + Math.max(0, revenue));
}

/** The assumptions that change anything in the answer to a question. */
function relevantTo(question: Question, { series, rows, subscriptions, histories }: Reading): string[] {
  return [
    ...(isWorth(question) ? ["gross_margin", "cac"] : []),
    ...((rows ?? histories) ? ["horizon", "discount_rate"] : []),
    ...(rows ? ["kind"] : []),
    ...(series && question === "contracts" ? ["window"] : []),
    ...(question === "billed" ? ["grace_days"] : []),
    ...(rows ? ["inactive_after"] : []),
    ...((series && (rows || subscriptions)) || histories ? ["period"] : []),
    ...(rows || subscriptions?.end ? ["as_of"] : []),
    "currency",
  ];
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
      `No ${period} has both customers and a churn rate, so there is no value yet: customers need to come back first. A longer Period may help.`,
    ];
  return [
    ...(table.countsUnfinished
      ? [
          `The last ${period} is unfinished but counts, since there are too few others: churn looks too high and the value too low.`,
        ]
      : []),
    ...(short
      ? [
          `Only ${periods} ${full === 1 ? "has" : "have"} a churn rate, too few for the usual window of ${usualWindow}: treat the value as a first impression.`,
        ]
      : []),
  ];
}

/** Where clean rows stand as values, that they do, and how to read them anew. */
const fixedNote = ({ kept }: Reading): string[] =>
  kept
    .filter(({ isFixed, isOptional }) => isFixed && !isOptional)
    .map(
      ({ tab }) =>
        `${tab} holds values, since the table has over ${mostLive.toLocaleString("en-US")} rows: after changes, choose Data › Update CLV Data in the menu.`,
    );
