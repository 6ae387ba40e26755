import { areContracts, areDeals, areInvoiced, areSubscribed, isOfAds, isRuledOut } from "./evidence";
import type { Assigned } from "../columns/assigned";
import type { Facts } from "../columns/facts";
import { isMoney } from "../columns/fit";
import { confidenceOf, isForSpan, isMereFee, isOfCustomer, leastScore, pairOf } from "./pairs";
import { ruledOutCustomers } from "./customers";
import { areShort, areStays } from "./spans";
import type { Confidence, Meaning, Shape } from "../types";
import type { Concept } from "../words/words";

/** What a shape needs, by "/" where either will do, and after the comma what it may have. */
const shapes: Readonly<Record<Shape, string>> = {
  orders: "customer date amount,order status segment refund currency",
  lines: "customer date quantity price,order status segment currency",
  subscriptions: "customer start/mrr end/mrr,interval segment status currency",
  cube: "customer,segment currency",
  monthly: "period revenue customerCount/customersAtEnd lost/churnRate,newCustomers margin",
  customers: "customer revenue orderCount/firstDate/lastDate,segment currency",
  spend: "period spend,segment newCustomers currency",
  deals: "customer date amount status,order segment currency",
  snapshot: "customer tenure charge/revenueToDate left,segment currency",
  histories: "frequency recency age,customer repeatValue currency",
};

export const allShapes = Object.keys(shapes) as Shape[];
/** For each thing that a shape needs the meanings of which one will do. */
export const needsOf = (shape: Shape): Meaning[][] =>
  shapes[shape]
    .split(",")[0]!
    .split(" ")
    .map((group) => group.split("/") as Meaning[]);
const meaningsOf = (shape: Shape) => new Set(shapes[shape].split(/[ ,/]/) as Meaning[]);

export interface Mapping {
  readonly shape: Shape;
  readonly score: number;
  readonly confidence: Confidence;
  readonly assigned: readonly Assigned[];
}

/** Minimum score where a shape takes any of several meanings, such as start or MRR. */
const leastOfSeveral = 0.6;
const levels: readonly Confidence[] = ["low", "medium", "high"];
export const lowest = (all: readonly Confidence[]): Confidence =>
  levels[Math.min(2, ...all.map((one) => levels.indexOf(one)))]!;

/** What a subscription brings in where no header says it: the only money beside its start. */
function onlyMoney(all: readonly Facts[], assigned: readonly Assigned[]): Assigned | undefined {
  if (
    !assigned.some(({ meaning }) => meaning === "start") ||
    assigned.some(({ meaning }) => meaning === "mrr")
  )
    return undefined;
  const [money, ...others] = all.filter(isMoney);
  const isOther = money?.words.concepts.some((one) => /^(not|never|cost|tax|back|outlay|bank)$/.test(one));
  const isFree = money && !isOther && others.length === 0 && assigned.every(({ facts }) => facts !== money);
  return isFree && !money.said
    ? { facts: money, meaning: "mrr", score: leastScore, confidence: "medium" }
    : undefined;
}

/** The best assignment of meanings to columns for a shape; undefined where a needed one is missing. */
export function mappingFor(shape: Shape, all: readonly Facts[]): Mapping | undefined {
  // Whoever names a column that a shape needs has looked at the table, and does so for a reason.
  const isWanted = needsOf(shape)
    .flat()
    .some((meaning) => all.some(({ said }) => said?.meaning === meaning));
  if (!isWanted && isRuledOut(shape, all)) return undefined;
  if (isWanted && shape === "deals" && !areDeals(all)) return undefined;
  const codes = all.filter((facts) => facts.matches.some(({ meaning }) => meaning === "currency"));
  const currenciesDiffer =
    codes.some(({ distinct }) => distinct > 1) || new Set(codes.flatMap(({ texts }) => texts)).size > 1;
  const isStay = areStays(all);
  // The first day of a stay is when it was bought, as far as one knows; that of a subscription is not.
  const mayDate = (concepts: readonly Concept[]) =>
    (isStay || !concepts.includes("start")) && (shape === "deals" || !concepts.includes("expected"));
  const candidates = [...meaningsOf(shape)]
    .flatMap((meaning) => all.map((facts) => pairOf(meaning, facts, { shape, currenciesDiffer })))
    .filter(({ score }) => score >= leastScore)
    // The seller's own company may stand beside the customers'.
    .sort(
      (a, b) =>
        Number(b.facts.said !== undefined) - Number(a.facts.said !== undefined) ||
        b.score - a.score ||
        (a.meaning === "customer" ? b.facts.distinct - a.facts.distinct : 0),
    )
    .filter(
      ({ meaning, facts }, _, sorted) =>
        facts.said !== undefined ||
        ((meaning !== "order" || !isOfCustomer(facts, sorted)) &&
          (meaning !== "amount" || !isMereFee(facts, all)) &&
          (meaning !== "date" || mayDate(facts.words.concepts))),
    );
  const ruledOut = ruledOutCustomers(shape, candidates, all);
  const pairs = candidates.filter(
    ({ meaning, facts }) => meaning !== "customer" || !ruledOut.includes(facts),
  );
  const isRate = isForSpan(pairs.find(({ meaning }) => meaning === "mrr"));
  const assigned: Assigned[] = [];
  for (const pair of pairs) {
    if (pair.meaning === "interval" && isRate) continue;
    if (assigned.some(({ facts, meaning }) => facts === pair.facts || meaning === pair.meaning)) continue;
    assigned.push({ ...pair, confidence: confidenceOf(pair, pairs) });
  }
  const price = shape === "subscriptions" && onlyMoney(all, assigned);
  if (price) assigned.push(price);
  if (shape === "subscriptions" && !isWanted && (isStay || areShort(assigned))) return undefined;
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
          shape === "monthly" ||
          score >= leastOfSeveral ||
          (!hasHeaders && meaning !== "mrr") ||
          (areSubscribed(all) && (meaning === "start" || meaning === "end")) ||
          areContracts(all)),
    ),
  );
  if (groups.some((group) => group.length === 0)) return undefined;
  const needed = groups.map((group) => group.reduce((a, b) => (b.score > a.score ? b : a)));
  // An amount beside a customer is a subscription's only where something says so.
  const isSaid = needed.some(({ facts }) => facts.said);
  if (shape === "subscriptions" && new Set(needed).size < needed.length && !areSubscribed(all) && !isSaid)
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
