import { type Assumed, assumptionsOf, isKept } from "./assumed";
import type { Answer, AnswerRequest, Place } from "./answer";
import { cautionsOf, fitted, usualWindow } from "./window";
import type { Shape } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import { monthsOf } from "../recipe/known";
import type { SentCell } from "../sheet/sentCell";
import { cacNote, isCostOfSpend, spendNote } from "./acquisition";
import { channelsOf, withChannels } from "./channels";
import { costFigures, rollingOf, tables, trend, usable } from "./figures";
import { ofBilled } from "./headline/billed";
import { ofContracts } from "./headline/contracts";
import { ofHistories } from "./headline/histories";
import { type Basis, type Headline, type Work, marginIn } from "./headline/headline";
import { ofShop, rollingBeside } from "./headline/shop";
import { ofSnapshot } from "./headline/snapshot";
import { ofPaid, ofRunning, ofTotals } from "./headline/soFar";
import { heldIn, targetNotes } from "./held";
import { type LeftOut, endlessIn, leftOutNote, leftOutOf } from "./leftOut";
import { type Now, dayIn, dayTerm, laterNotes } from "./now";
import { doubtsOf } from "./plausible";
import { type Question, isKindOpen, isWorth, profileOf, questionOf } from "./question";
import { dayOf, measuresOf, numberIn, recipeOf, wordsOf } from "./results";
import { isMeanOfMargins, marginNote } from "./margin";
import type { Reading } from "./reading";
import { joined, mostLive, readingOf } from "./readingOf";
import {
  type Compute,
  type SavedSetting,
  type Setup,
  assumptions,
  numbersOf,
  settingsOf,
  setupFor,
} from "./setup";
import { plural } from "./sentence";
import { sizeNote } from "./size";
import { withUsage } from "./usage";
import { whatIfOf } from "./whatIf";

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
  const isComputed = (key: string, is: (formula: string) => boolean) => {
    const kept = isKept(assumed[key]) && own.find((one) => one.key === key);
    return kept ? is(kept.formula) : current(key) === null;
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
      ...(isComputed("gross_margin", isMeanOfMargins) ? marginNote(reading) : []),
      ...(isComputed("cac", isCostOfSpend) ? cacNote(readings) : []),
      ...(current("cac") === "" ? spendNote(readings) : []),
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

/** Where clean rows stand as values, that they do, and how to read them anew. */
const fixedNote = ({ kept }: Reading): string[] =>
  kept
    .filter(({ isFixed, isOptional }) => isFixed && !isOptional)
    .map(
      ({ tab }) =>
        `${tab} holds values, since the table has over ${plural(mostLive, "row")}: after changes, choose Data › Update CLV Data in the menu.`,
    );
