import { withSteps } from "../recipe/steps";
import { type Call, type Term, apply, setting } from "../recipe/term";
import type { TableRecipe } from "./figures";
import type { Work } from "./headline/headline";
import { type AskedSignal, type Ground, type NextStep, type Row, rowsOf } from "./nextStep";
import type { Reading, Signal } from "./reading";
import { daysSince } from "./asTheyStand";
import { measuresOf, numberIn, recipeOf, wordsOf } from "./results";
import { type Sentence, saidCount, saidShare } from "./sentence";
import { keyOfSignal } from "./setup";
import {
  type UsageReading,
  accountsOf,
  endsOf,
  isUsage,
  leftOf,
  signalCells,
  stayingOf,
  weightsOf,
} from "./usage";

/** Of those who left and of those who stayed at least so many tell which signals matter. */
const fewest = 10;
/** So many pairs of 100 at least have to be told apart for a list to go by it. */
const leastAuc = 0.6;
/** So many pairs of 100 are told apart hardly by anything that comes before. */
const tooWell = 0.97;
/** A coefficient that is so many standard errors from 0 is believed. */
const believed = 2;
/** At risk is whose odds of leaving are so many times those of all customers. */
const timesTheOdds = 2;

/** The chance of leaving from which someone is at risk, in steps of 5%. */
function leastChance(baseRate: number): number {
  const odds = (timesTheOdds * baseRate) / (1 - baseRate);
  return Math.round((20 * odds) / (1 + odds)) / 20;
}

/** How the signals of customers tell who may leave. */
export interface Health {
  readonly usage: UsageReading;
  /** Who left is known of enough customers. */
  readonly fit: Fit | undefined;
  readonly signals: Term;
  /** One row per customer. */
  readonly scores: Call;
  /** The names of those who are still customers; undefined where nothing tells. */
  readonly staying: Term | undefined;
}

interface Fit {
  readonly call: Call;
  /** The chance that one who left has a worse score than one who stayed. */
  readonly auc: number;
  readonly baseRate: number;
  readonly left: number;
  /** The signals that are believed, the surest first. */
  readonly telling: readonly string[];
  /** Dates of which nobody knows how long before each left they are. */
  readonly leftOut: readonly Signal[];
}

/** What the signals of a table of use tell; undefined where there is none. */
export function healthOf({
  reading,
  readings,
  work,
}: Pick<Ground, "reading" | "readings" | "work">): Health | undefined {
  const usage = readings.find(isUsage);
  if (!usage) return undefined;
  const staying = stayingOf(reading, usage, work);
  const all = usage.usage.signals;
  const left = leftOf(reading, usage, staying);
  const ends = endsOf(reading, usage);
  // Of someone who has left, the days since are those since then, unless one knows when that was.
  const told = ends ? all : all.filter(({ isDate }) => !isDate);
  const known = signalCells(usage, told, ends);
  const fit = left && told.length > 0 ? fitOf(apply("CLV_HEALTH_FIT", known, left), work) : undefined;
  const byFit = fit && fit.auc >= leastAuc;
  const signals = byFit ? known : signalCells(usage, all);
  const weights = byFit ? fit.call : weightsOf(usage);
  const scores = apply("CLV_HEALTH", usage.usage.customer, signals, weights);
  const leftOut = all.filter((one) => !told.includes(one));
  return { usage, fit: fit && { ...fit, leftOut }, signals, scores, staying };
}

function fitOf(call: Call, work: Work): Omit<Fit, "leftOut"> | undefined {
  const [figure] = work(call);
  if (!figure || figure.error !== undefined) return undefined;
  const measures = measuresOf(figure);
  const [customers, left, auc, baseRate] = ["Customers", "Churned", "AUC cross-validated", "Base rate"].map(
    (name) => numberIn(measures.get(name)),
  );
  if (customers === undefined || left === undefined || auc === undefined || baseRate === undefined)
    return undefined;
  if (Math.min(left, customers - left) < fewest) return undefined;
  const items = figure.cells.map(([item]) => wordsOf(item));
  const telling = figure.cells
    .slice(items.indexOf("intercept") + 1, items.lastIndexOf("Penalised log-likelihood"))
    .map(([name, value, error]) => ({
      name: wordsOf(name),
      sureness: Math.abs((numberIn(value) ?? 0) / (numberIn(error) || Infinity)),
    }))
    .filter(({ sureness }) => sureness >= believed)
    .sort((a, b) => b.sureness - a.sureness)
    .map(({ name }) => name);
  return { call, auc, baseRate, left, telling };
}

/** Whether the chances of leaving can be gone by. */
export const isTelling = ({ fit }: Health): boolean => fit !== undefined && fit.auc >= leastAuc;

/** Names with commas and an "and". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]!}`;

/** What each customer pays or has brought, by its name in small letters, and in words. */
function worthOfEach(reading: Reading, work: Work): { of: (name: string) => number; words: string } {
  const of = (rows: readonly Row[], column: string) =>
    new Map(rows.map((row) => [plain(row["Customer"]), numberIn(row[column]) ?? 0]));
  const accounts = accountsOf(reading);
  const { rows, totals, snapshot } = reading;
  const lists = (customer: Term, amount: Term) => {
    const [names, amounts] = work(customer, amount);
    return new Map(names!.cells.map(([name], row) => [plain(name), numberIn(amounts!.cells[row]?.[0]) ?? 0]));
  };
  const found = accounts
    ? of(rowsOf(work(accounts)[0]), "MRR")
    : rows
      ? of(
          rowsOf(work(apply("CLV_CUSTOMERS", rows.customer, rows.date, rows.amount, setting("as_of")))[0]),
          "Revenue",
        )
      : totals
        ? lists(totals.customer, totals.revenue)
        : snapshot?.customer
          ? lists(snapshot.customer, snapshot.charge)
          : new Map<string, number>();
  const words = accounts || snapshot ? "those who pay most" : "those who have brought in most";
  return { of: (name) => found.get(plain(name)) ?? 0, words };
}

const plain = (cell: Row[string] | undefined) => wordsOf(cell).trim().toLowerCase();

/** Customers at risk who are still there, the most valuable first. */
function atRisk(health: Health, { reading, work }: Ground) {
  const { fit, staying } = health;
  const [scores, names] = work(health.scores, ...(staying ? [staying] : []));
  const stay = names && new Set(names.cells.map(([name]) => plain(name)));
  const isThere = (row: Row) => !stay || stay.has(plain(row["Customer"]));
  const least = isTelling(health) ? leastChance(fit!.baseRate) : undefined;
  const isIn = (row: Row) =>
    least === undefined ? row["Band"] === "At risk" : (numberIn(row["Churn probability"]) ?? 0) >= least;
  const worth = worthOfEach(reading, work);
  const found = rowsOf(scores)
    .filter((row) => isThere(row) && isIn(row))
    .map((row) => wordsOf(row["Customer"]))
    .sort((a, b) => worth.of(b) - worth.of(a));
  return { names: found, least, most: worth.words };
}

const first = (names: readonly string[], most: string): string =>
  names.length === 0 ? "" : `; ${names.length > 3 ? `${most}: ` : ""}${names.slice(0, 3).join(", ")}`;

/** Who is at risk, and how well the signals tell it. */
export function health(ground: Ground): NextStep | undefined {
  const found = healthOf(ground);
  if (!found) return undefined;
  return found.fit ? byFit(found, found.fit, ground) : byWeights(found, ground);
}

/** That a signal cannot be read, and which. */
function unread({ usage }: Health, error: string): NextStep {
  const reason = error.replace(/^CLV\w*: /, "");
  return {
    title: `Fix the signals of ${usage.table.tab}`,
    said: [`They cannot be read: ${reason}.`],
    tables: [],
  };
}

const tableOfFit = ({ call }: Fit): TableRecipe => ({
  title: "CLV Health fit",
  about: "How well the signals predict who left, and what each says",
  recipe: recipeOf(call),
});

/** The parts of formulas with scores. */
export const partsOf = ({ signals, fit, scores, staying }: Health) =>
  [
    ["signals", signals],
    ["fit", fit?.call],
    ["health", scores],
    ["staying", staying],
  ] as const;

const tableOfScores = (found: Health): TableRecipe => ({
  title: "CLV Health",
  about: "Each customer's health, worst first",
  recipe: withSteps(
    found.staying ? apply("CLV_TAKE", found.scores, null, null, null, null, found.staying) : found.scores,
    partsOf(found),
  ),
});

function byFit(found: Health, fit: Fit, ground: Ground): NextStep {
  const { auc, telling, left, leftOut } = fit;
  const names = telling.slice(0, 3);
  const who = names.length > 0 ? listed(names) : "The signals";
  const verb = names.length === 1 ? "predicts" : "predict";
  const pairs: Sentence = [
    "in ",
    saidCount(Math.round(100 * auc)),
    " of 100 pairs, the one who left had the worse score",
  ];
  if (auc < leastAuc)
    return {
      title: "What customers do hardly predicts who leaves",
      said: ["The signals do barely better than chance: ", ...pairs, ". So there is no list from them."],
      tables: [tableOfFit(fit)],
    };
  const { names: risky, least, most } = atRisk(found, ground);
  const count = risky.length;
  return {
    title: count > 0 ? "Look after the customers at risk" : "Nobody stands out as at risk",
    said: [
      `${who} ${verb} who leaves: `,
      ...pairs,
      ". ",
      ...(count > 0 ? [saidCount(count)] : ["None"]),
      ` of the current customers ${count > 1 ? "are" : "is"} at least `,
      saidShare(least!),
      ` likely to leave sooner or later${first(risky, most)}.`,
      ...(leftOut.length > 0
        ? [
            ` ${listed(leftOut.map(({ name }) => name.replace(daysSince, "")))} does not count: the data do not say when customers left.`,
          ]
        : []),
      ...(left < 20 ? [` Only ${left} left: treat it as a first impression.`] : []),
      ...(auc >= tooWell
        ? [" That is almost too good: make sure the signals date from before each customer left."]
        : []),
    ],
    tables: [tableOfFit(fit), tableOfScores(found)],
  };
}

/** The signals of which only a person can say what more of them means, with what has been said. */
function askedOf({ usage }: Health, work: Work): AskedSignal[] {
  const open = usage.usage.signals.filter(({ moreIs }) => moreIs === undefined);
  const weights = work(...open.map(({ name }) => setting(keyOfSignal(usage.number, name))));
  return open.map(({ name }, index) => ({
    key: keyOfSignal(usage.number, name),
    name,
    weight: numberIn(weights[index]!.cells[0]?.[0]) ?? 0,
  }));
}

function byWeights(found: Health, ground: Ground): NextStep {
  const { usage } = found.usage;
  const asked = askedOf(found, ground.work);
  const used = usage.signals
    .map(({ name }) => name)
    .filter((name) => asked.every((one) => one.name !== name || one.weight !== 0));
  const hint = `To learn which signals predict churn, add a column to ${found.usage.table.tab} that says who left.`;
  if (used.length === 0)
    return {
      title: "Say what the signals mean",
      said: [`Only you can say whether more is good or bad. ${hint}`],
      tables: [],
      asked,
    };
  const { error } = ground.work(found.scores)[0]!;
  if (error !== undefined) return unread(found, error);
  const { names, most } = atRisk(found, ground);
  const { length } = names;
  return {
    title: "Look after the customers at risk",
    said: [
      `By ${listed(used)}, ${used.length > 1 ? "which count equally, " : ""}`,
      saidCount(length),
      ` current ${length === 1 ? "customer does" : "customers do"} worse than the others${first(names, most)}. ${hint}`,
    ],
    tables: [tableOfScores(found)],
    asked,
  };
}
