import { areContracts, areInvoiced, areSubscribed, isOfAds, isRuledOut } from "./evidence";
import type { Facts } from "./facts";
import { contentScore } from "./content";
import { fit, isEmail, isMoney } from "./fit";
import { areShort, areStays } from "./spans";
import { isWon } from "./statuses";
import type { Confidence, Meaning, Shape } from "./types";
import { shown } from "./values";
import type { Concept } from "./words";

/** What a shape needs, by "/" where either will do, and after the comma what it may have. */
const shapes: Readonly<Record<Shape, string>> = {
  orders: "customer date amount,order status segment refund currency",
  lines: "customer date quantity price,order status segment currency",
  subscriptions: "customer start/mrr end/mrr,interval segment status currency",
  cube: "customer,segment currency",
  monthly: "period revenue customerCount lost/churnRate,newCustomers margin",
  customers: "customer revenue orderCount/firstDate/lastDate,segment currency",
  spend: "period spend,segment newCustomers currency",
  deals: "customer date amount status,order segment currency",
};

export const allShapes = Object.keys(shapes) as Shape[];
/** For each thing that a shape needs the meanings of which one will do. */
export const needsOf = (shape: Shape): Meaning[][] =>
  shapes[shape]
    .split(",")[0]!
    .split(" ")
    .map((group) => group.split("/") as Meaning[]);
const meaningsOf = (shape: Shape) => new Set(shapes[shape].split(/[ ,/]/) as Meaning[]);

export interface Assigned {
  readonly facts: Facts;
  readonly meaning: Meaning;
  readonly score: number;
  readonly confidence: Confidence;
}

export interface Mapping {
  readonly shape: Shape;
  readonly score: number;
  readonly confidence: Confidence;
  readonly assigned: readonly Assigned[];
}

const leastScore = 0.1;
/** Where any of several meanings will do, a column must be good at it. */
const leastOfSeveral = 0.6;
const levels: readonly Confidence[] = ["low", "medium", "high"];
export const lowest = (all: readonly Confidence[]): Confidence =>
  levels[Math.min(2, ...all.map((one) => levels.indexOf(one)))]!;

/** From this rank on a header says what is meant, not what will do. */
const firstChoice = 7.4;

interface Pair {
  readonly facts: Facts;
  readonly meaning: Meaning;
  readonly score: number;
  readonly isExact: boolean;
  readonly rank: number;
  readonly fit: number;
}

interface Context {
  readonly shape: Shape;
  readonly currenciesDiffer: boolean;
}

/** What a rank gains or loses by what else is known. */
function bonus(meaning: Meaning, facts: Facts, { shape, currenciesDiffer }: Context): number {
  const { concepts } = facts.words;
  if (meaning === "amount") return currenciesDiffer && concepts.includes("conv") ? 0.5 : 0;
  if (meaning === "status") return isWon(facts) ? 0.5 : 0;
  // All orders of a subscription have its number.
  if (meaning === "order") return shape !== "subscriptions" && concepts.includes("sub") ? -6 : 0;
  if (meaning !== "date") return 0;
  return concepts.includes(shape === "deals" ? "made" : "close") ? -2.5 : 0;
}

function pairOf(meaning: Meaning, facts: Facts, context: Context): Pair {
  const match = facts.matches.find((one) => one.meaning === meaning);
  // A month in several rows, such as of several channels, makes them no figures of months.
  const isRepeated =
    context.shape === "monthly" && meaning === "period" && facts.distinct < facts.values.length * 0.75;
  // A lifetime value is a customer's total, not a month's.
  const isLifetime =
    context.shape === "monthly" && meaning === "revenue" && facts.words.concepts.includes("spent");
  // Customers in several rows are no list of customers.
  const areSeveral =
    context.shape === "customers" && meaning === "customer" && facts.distinct < facts.values.length / 2;
  const fitting = isRepeated || isLifetime || areSeveral ? 0 : fit(meaning, facts);
  const rank = match ? match.rank + bonus(meaning, facts, context) : 0;
  const byHeader = (rank / 9) * (match?.isExact ? 1 : 0.65) * fitting;
  const { concepts } = facts.words;
  // A "ticket" may be what was paid for it, and an "offer" what was asked.
  const isForeign = concepts.length === 0 || (/^(doc|deal)$/.test(concepts.join()) && isMoney(facts));
  const byContent = !areSeveral && (match || isForeign) ? contentScore(meaning, facts) : 0;
  return {
    facts,
    meaning,
    score: Math.max(byHeader, byContent),
    isExact: match?.isExact ?? false,
    rank,
    fit: fitting,
  };
}

function confidenceOf(pair: Pair, pairs: readonly Pair[]): Confidence {
  if (pair.facts.heading) return pair.isExact ? "medium" : "low";
  const isRival = ({ meaning, facts, score, rank, fit }: Pair) =>
    meaning === pair.meaning &&
    facts !== pair.facts &&
    (score > pair.score - 0.001 || (rank >= Math.max(pair.rank, 1) && fit >= 0.9));
  // A second choice by its header, such as a gross amount, where an unknown header might hide the first.
  const mayHide = ({ meaning, facts, rank, score }: Pair) =>
    meaning === pair.meaning &&
    rank === 0 &&
    score >= 0.3 &&
    facts.filled > 0.9 &&
    pair.rank > 0 &&
    pair.rank < firstChoice;
  const rivals = pairs.filter((one) => isRival(one) || mayHide(one));
  if (pair.rank === 0) {
    const isSure = isEmail(pair.facts) || pair.score >= 0.3;
    return isSure && rivals.length === 0 ? "medium" : "low";
  }
  const isSure = pair.isExact && pair.rank >= 6 && pair.fit >= 0.9 && rivals.length === 0;
  if (isSure) return "high";
  return pair.isExact || pair.fit >= 0.9 ? "medium" : "low";
}

/** Each customer has one and the same in several rows: a number of theirs, not of an order. */
function isOfCustomer(facts: Facts, pairs: readonly Pair[]): boolean {
  const customers = pairs.find(({ meaning }) => meaning === "customer")?.facts;
  if (!customers || customers === facts) return false;
  const own = new Map<string, string>();
  let repeated = 0;
  for (const [row, cell] of customers.cells.entries()) {
    const [customer, value] = [shown(cell), shown(facts.cells[row]!)];
    if (customer === "" || value === "") continue;
    if (own.has(customer)) repeated++;
    if ((own.get(customer) ?? value) !== value) return false;
    own.set(customer, value);
  }
  return repeated > 4;
}

/** Numbers from row to row where others repeat who the customer is. */
function countsRows({ kind, numbers, values }: Facts, pairs: readonly Pair[]): boolean {
  const isOneMore = (number: number, index: number) => index === 0 || number === numbers[index - 1]! + 1;
  if (kind !== "number" || numbers.length < 8 || !numbers.slice(0, 20).every(isOneMore)) return false;
  return pairs.some(
    ({ meaning, rank, fit, facts }) =>
      meaning === "customer" && rank >= 6 && fit === 1 && facts.distinct < values.length * 0.95,
  );
}

/** A fee is what customers pay where nothing else is money and each has its date, as a broker's commission. */
const isMereFee = ({ words }: Facts, all: readonly Facts[]) =>
  words.concepts.includes("fee") &&
  (all.filter(isMoney).length > 1 ||
    !all.some(({ words: { concepts } }) => concepts.includes("fee") && concepts.includes("day")));

/** How often it is billed does not change what is given for a month, a week or a year. */
const isForSpan = (mrr: Pair | undefined) =>
  mrr?.facts.words.concepts.some((one) => /^(mrr|monthly|month|otherSpan)$/.test(one)) ?? false;

/** The best assignment of meanings to columns for a shape; undefined where a needed one is missing. */
export function mappingFor(shape: Shape, all: readonly Facts[]): Mapping | undefined {
  if (isRuledOut(shape, all)) return undefined;
  const codes = all.filter((facts) => facts.matches.some(({ meaning }) => meaning === "currency"));
  const currenciesDiffer =
    codes.some(({ distinct }) => distinct > 1) || new Set(codes.flatMap(({ texts }) => texts)).size > 1;
  const isStay = areStays(all);
  // The first day of a stay is when it was bought, as far as one knows; that of a subscription is not.
  const mayDate = (concepts: readonly Concept[]) =>
    (isStay || !concepts.includes("start")) && (shape === "deals" || !concepts.includes("expected"));
  const pairs = [...meaningsOf(shape)]
    .flatMap((meaning) => all.map((facts) => pairOf(meaning, facts, { shape, currenciesDiffer })))
    .filter(({ score }) => score >= leastScore)
    // The seller's own company may stand beside the customers'.
    .sort((a, b) => b.score - a.score || (a.meaning === "customer" ? b.facts.distinct - a.facts.distinct : 0))
    .filter(({ meaning, facts }, _, sorted) => meaning !== "order" || !isOfCustomer(facts, sorted))
    .filter(({ meaning, facts }, _, sorted) => meaning !== "customer" || !countsRows(facts, sorted))
    .filter(({ meaning, facts }) => meaning !== "amount" || !isMereFee(facts, all))
    .filter(({ meaning, facts: { words } }) => meaning !== "date" || mayDate(words.concepts));
  const isRate = isForSpan(pairs.find(({ meaning }) => meaning === "mrr"));
  const assigned: Assigned[] = [];
  for (const pair of pairs) {
    if (pair.meaning === "interval" && isRate) continue;
    if (assigned.some(({ facts, meaning }) => facts === pair.facts || meaning === pair.meaning)) continue;
    assigned.push({ ...pair, confidence: confidenceOf(pair, pairs) });
  }
  if (shape === "subscriptions" && (isStay || areShort(assigned))) return undefined;
  // An amount is spent where a campaign says what on.
  const spent =
    shape === "spend" && assigned.find(({ meaning }) => meaning === "spend")?.facts.words.concepts;
  if (spent && spent.join() === "sum" && !all.some(({ words }) => words.concepts.includes("campaign")))
    return undefined;
  const hasHeaders = all.some(({ header }) => header !== "");
  const groups = needsOf(shape).map((group) =>
    assigned.filter(
      ({ meaning, score }) =>
        group.includes(meaning) &&
        (group.length === 1 ||
          score >= leastOfSeveral ||
          (!hasHeaders && meaning !== "mrr") ||
          (areSubscribed(all) && (meaning === "start" || meaning === "end")) ||
          areContracts(all)),
    ),
  );
  if (groups.some((group) => group.length === 0)) return undefined;
  const needed = groups.map((group) => group.reduce((a, b) => (b.score > a.score ? b : a)));
  // An amount beside a customer is a subscription's only where something says so.
  if (shape === "subscriptions" && new Set(needed).size < needed.length && !areSubscribed(all))
    return undefined;
  const isPriced = assigned.some(({ meaning }) => meaning === "mrr");
  const isPriceUnknown = shape === "subscriptions" && !isPriced && all.some(isMoney);
  const average = needed.reduce((sum, { score }) => sum + score, 0) / needed.length;
  const further = assigned.filter((one) => !needed.includes(one)).reduce((sum, { score }) => sum + score, 0);
  return {
    shape,
    assigned,
    score:
      average +
      0.06 * further +
      (shape === "deals" ? 0.2 : 0) -
      (new Set(needed).size < needed.length ? 0.2 : 0) -
      (shape === "subscriptions" && areInvoiced(all) ? 0.2 : 0),
    confidence: lowest(
      needed
        .concat(
          shape === "subscriptions"
            ? assigned.filter(({ meaning }) => meaning === "mrr" || meaning === "interval")
            : [],
        )
        .map(({ confidence }) => confidence)
        .concat(shape !== "spend" || isOfAds(all) ? [] : "medium")
        .concat(isPriceUnknown ? "medium" : []),
    ),
  };
}
