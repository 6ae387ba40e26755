import { contentScore } from "../columns/content";
import type { Facts } from "../columns/facts";
import { fit, isEmail, isMoney } from "../columns/fit";
import { isWon } from "../../sheet/written/statuses";
import type { Confidence, Meaning, Shape } from "../types";
import { normalised } from "../words/header";
import { shown } from "../words/values";

/** Minimum score for a column to have a meaning. */
export const leastScore = 0.1;

/** From this rank on a header says what is meant, not what will do. */
const firstChoice = 7.4;

/** A column and what it could mean. */
export interface Pair {
  readonly facts: Facts;
  readonly meaning: Meaning;
  readonly score: number;
  readonly isExact: boolean;
  readonly rank: number;
  readonly fit: number;
}

export interface Context {
  readonly shape: Shape;
  readonly currenciesDiffer: boolean;
  /** Of figures the column that says which part of the business a row is of, where a period has a row for each. */
  readonly parts?: Facts | undefined;
}

/** What a rank gains or loses by what else is known. */
function bonus(meaning: Meaning, facts: Facts, { shape, currenciesDiffer }: Context): number {
  const { concepts } = facts.words;
  // A list price is what is asked before discounts.
  const isFinal = /\b(final|discounted)\b/.test(normalised(facts.header)) ? 0.3 : 0;
  if (meaning === "mrr" || meaning === "price") return isFinal;
  if (meaning === "amount") return currenciesDiffer && concepts.includes("conv") ? 0.5 : 0;
  if (meaning === "status") {
    // Whether a payment was made says less of a subscription than whether it runs.
    if (shape === "subscriptions" && concepts.some((one) => one === "pay" || one === "paid")) return -4;
    return facts.texts.some(isWon) ? 0.5 : 0;
  }
  // All orders of a subscription have its number.
  if (meaning === "order") return shape !== "subscriptions" && concepts.includes("sub") ? -6 : 0;
  if (meaning !== "date") return 0;
  return concepts.includes(shape === "deals" ? "made" : "close") ? -2.5 : 0;
}

const isOften = ({ distinct, values }: Facts) => distinct < values.length * 0.75;

/** The column that says which part of the business a row of figures is of: with it each period stands once. */
export function partsOf(all: readonly Facts[]): Facts | undefined {
  const has = (facts: Facts, sought: Meaning) =>
    facts.matches.some(({ meaning, isExact }) => meaning === sought && isExact);
  const period = all.find((facts) => has(facts, "period"));
  if (!period || !isOften(period)) return undefined;
  return all.find((facts) => {
    if (!has(facts, "segment") || facts.kind !== "text" || facts.filled < 1) return false;
    const rows = facts.cells.map((cell, row) => `${shown(cell)} ${shown(period.cells[row]!)}`);
    return new Set(rows).size === rows.length;
  });
}

/** The pair of a column and a meaning of which a person has said whether they belong together. */
const pairSaid = (meaning: Meaning, facts: Facts, isRight: boolean): Pair => ({
  facts,
  meaning,
  score: Number(isRight),
  isExact: isRight,
  rank: isRight ? 10 : 0,
  fit: Number(isRight),
});

export function pairOf(meaning: Meaning, facts: Facts, context: Context): Pair {
  const match = facts.matches.find((one) => one.meaning === meaning);
  // Where a month repeats, and nothing parts its rows, this is not a monthly table; nor does anything else part them.
  const isRepeated =
    context.shape === "monthly" &&
    ((meaning === "period" && !context.parts && isOften(facts)) ||
      (meaning === "segment" && facts !== context.parts));
  // A lifetime value is a customer's total, not a month's.
  const isLifetime =
    context.shape === "monthly" && meaning === "revenue" && facts.words.concepts.includes("spent");
  // Repeated customers mean rows of orders, not a list of customers.
  const areSeveral =
    /^(customers|snapshot|usage|histories)$/.test(context.shape) &&
    meaning === "customer" &&
    facts.distinct < facts.values.length / 2;
  if (facts.said) return pairSaid(meaning, facts, facts.said.meaning === meaning && !areSeveral);
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

export function confidenceOf(pair: Pair, pairs: readonly Pair[]): Confidence {
  if (pair.facts.said) return "high";
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
    // Products and shops come back as customers do.
    const isSure = isEmail(pair.facts) || (pair.score >= 0.3 && pair.meaning !== "customer");
    return isSure && rivals.length === 0 ? "medium" : "low";
  }
  const isSure = pair.isExact && pair.rank >= 6 && pair.fit >= 0.9 && rivals.length === 0;
  if (isSure) return "high";
  return pair.isExact || pair.fit >= 0.9 ? "medium" : "low";
}

/** Amounts already per month, week or year ignore the billing interval. */
export const isForSpan = (mrr: Pair | undefined) =>
  mrr?.facts.words.concepts.some((one) => /^(mrr|monthly|month|otherSpan)$/.test(one)) ?? false;
