import type { Facts } from "./facts";
import { contentScore, fit, isEmail } from "./fit";
import type { Confidence, Meaning, Shape } from "./types";
import type { Concept } from "./words";

interface ShapeRule {
  /** One meaning of each group is needed. */
  readonly needs: readonly (readonly Meaning[])[];
  readonly extras: readonly Meaning[];
  /** Headers of which at least one must be there. */
  readonly signs?: readonly Concept[];
}

export const shapeRules: Readonly<Record<Shape, ShapeRule>> = {
  orders: {
    needs: [["customer"], ["date"], ["amount"]],
    extras: ["order", "status", "segment", "refund", "currency"],
  },
  lines: {
    needs: [["customer"], ["date"], ["quantity"], ["price"]],
    extras: ["order", "status", "segment", "currency"],
  },
  subscriptions: {
    needs: [["customer"], ["start", "mrr"], ["end", "mrr"]],
    extras: ["end", "mrr", "interval", "segment", "status", "currency"],
  },
  cube: { needs: [["customer"]], extras: ["segment", "currency"] },
  monthly: {
    needs: [["period"], ["revenue"], ["customerCount"], ["lost", "churnRate"]],
    extras: ["lost", "churnRate", "newCustomers", "margin"],
  },
  customers: {
    needs: [["customer"], ["revenue"], ["orderCount", "firstDate", "lastDate"]],
    extras: ["orderCount", "firstDate", "lastDate", "segment", "currency"],
  },
  spend: { needs: [["period"], ["spend"]], extras: ["segment", "newCustomers", "currency"] },
  deals: {
    needs: [["customer"], ["date"], ["amount"], ["status"]],
    extras: ["order", "segment", "currency"],
    signs: ["deal", "stage", "close"],
  },
};

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

interface Pair {
  readonly facts: Facts;
  readonly meaning: Meaning;
  readonly score: number;
  readonly isExact: boolean;
  readonly rank: number;
  readonly fit: number;
}

function pairOf(meaning: Meaning, facts: Facts, currenciesDiffer: boolean): Pair {
  const match = facts.matches.find((one) => one.meaning === meaning);
  const fitting = fit(meaning, facts);
  const isBetter = currenciesDiffer && meaning === "amount" && facts.words.concepts.includes("conv");
  const rank = (match?.rank ?? 0) + (isBetter ? 0.5 : 0);
  const byHeader = (rank / 9) * (match?.isExact ? 1 : 0.65) * fitting;
  const isForeign = facts.words.concepts.length === 0;
  const byContent = match || isForeign ? contentScore(meaning, facts) : 0;
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
  const isRival = ({ meaning, facts, score, rank, fit }: Pair) =>
    meaning === pair.meaning &&
    facts !== pair.facts &&
    (score > pair.score - 0.001 || (rank >= Math.max(pair.rank, 1) && fit >= 0.9));
  const rivals = pairs.filter(isRival);
  if (pair.rank === 0) {
    const isSure = isEmail(pair.facts) || pair.score >= 0.3;
    return isSure && rivals.length === 0 ? "medium" : "low";
  }
  const isSure = pair.isExact && pair.rank >= 6 && pair.fit >= 0.9 && rivals.length === 0;
  if (isSure) return "high";
  return pair.isExact || pair.fit >= 0.9 ? "medium" : "low";
}

/** The best assignment of meanings to columns for a shape; undefined where a needed one is missing. */
export function mappingFor(shape: Shape, all: readonly Facts[]): Mapping | undefined {
  const { needs, extras, signs } = shapeRules[shape];
  if (signs && !all.some(({ words }) => words.concepts.some((concept) => signs.includes(concept))))
    return undefined;
  const meanings = [...new Set(needs.flat().concat(extras))];
  const codes = all.filter((facts) => facts.matches.some(({ meaning }) => meaning === "currency"));
  const currenciesDiffer =
    codes.some(({ distinct }) => distinct > 1) || new Set(codes.flatMap(({ texts }) => texts)).size > 1;
  const pairs = meanings
    .flatMap((meaning) => all.map((facts) => pairOf(meaning, facts, currenciesDiffer)))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score);
  const assigned: Assigned[] = [];
  for (const pair of pairs) {
    if (assigned.some(({ facts, meaning }) => facts === pair.facts || meaning === pair.meaning)) continue;
    assigned.push({ ...pair, confidence: confidenceOf(pair, pairs) });
  }
  const hasHeaders = all.some(({ header }) => header !== "");
  const groups = needs.map((group) =>
    assigned.filter(
      ({ meaning, score }) =>
        group.includes(meaning) &&
        (group.length === 1 || score >= leastOfSeveral || (!hasHeaders && meaning !== "mrr")),
    ),
  );
  if (groups.some((group) => group.length === 0)) return undefined;
  const needed = groups.map((group) => group.reduce((a, b) => (b.score > a.score ? b : a)));
  const average = needed.reduce((sum, { score }) => sum + score, 0) / needed.length;
  const further = assigned.filter((one) => !needed.includes(one)).reduce((sum, { score }) => sum + score, 0);
  return {
    shape,
    assigned,
    score: average + 0.06 * further + (signs ? 0.2 : 0) - (new Set(needed).size < needed.length ? 0.2 : 0),
    confidence: lowest(needed.map(({ confidence }) => confidence)),
  };
}
