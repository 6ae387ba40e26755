import type { Assigned } from "../columns/assigned";
import type { Facts } from "../columns/facts";
import { asCustomer, isMoney } from "../columns/fit";
import type { Confidence, Meaning, Shape } from "../types";
import { dayOf } from "../words/values";
import { unbarred } from "./bars";
import {
  areContracts,
  areInvoiced,
  areMonthsOfCustomers,
  areSubscribed,
  customers,
  hasWord,
  isOfAds,
} from "./evidence";
import { confidenceOf, isForSpan, leastScore, type Pair, pairOf, partsOf } from "./pairs";
import { allShapes, lowest, type Mapping, meaningsOf, shapes } from "./shapes";
import { areBillings, areMonthsOfEach, areShort } from "./spans";
import { type Veto, vetoOf } from "./vetoes";

/** Minimum score where a shape takes any of several meanings, such as start or MRR. */
const leastOfSeveral = 0.6;

/** The outcome of looking for a shape in columns. */
export interface Attempt {
  readonly shape: Shape;
  readonly assigned: readonly Assigned[];
  /** Of what the shape needs the meanings that no column has; nothing where one of each has one. */
  readonly missing: readonly (readonly Meaning[])[];
  readonly veto: Veto | undefined;
}

/** Nobody's word makes deals or histories of what has none of them. */
const overruled: readonly Shape[] = allShapes.filter(
  (shape) => shape !== "deals" && shape !== "histories" && shape !== "usage" && shape !== "touches",
);

/**
 * The best assignment of meanings to columns for a shape; undefined where a needed one is missing, or there is a veto.
 * A person overrules it who says which column is one that the shape needs, and so has looked at the table.
 */
export function mappingFor(
  shape: Shape,
  all: readonly Facts[],
  mayOverrule: boolean = false,
): Mapping | undefined {
  const needsSaid = shapes[shape].needs
    .flat()
    .some((meaning) => all.some(({ said }) => said?.meaning === meaning));
  const isOverruled = mayOverrule && needsSaid && overruled.includes(shape);
  if (!isOverruled && vetoOf(shape, all)) return undefined;
  const assigned = assignedFor(shape, all);
  const groups = groupsOf(shape, assigned, all);
  if (groups.some((group) => group.length === 0)) return undefined;
  const needed = neededOf(groups);
  return isContradicted(shape, assigned, needed, all)
    ? undefined
    : {
        shape,
        assigned,
        score: scoreOf(shape, assigned, needed, all),
        confidence: lowest(doubts(shape, assigned, needed, all)),
      };
}

/** Which parts of a shape headers or dates show, what is missing, and what rules it out. */
export function attemptFor(shape: Shape, all: readonly Facts[]): Attempt {
  const assigned = assignedFor(shape, all).filter(
    ({ meaning, facts }) =>
      facts.matches.some((match) => match.meaning === meaning && match.isExact) ||
      (meaning === "date" && facts.dateShare > 0.8),
  );
  const groups = groupsOf(shape, assigned, all);
  const missing = shapes[shape].needs.filter((_, index) => groups[index]!.length === 0);
  return { shape, assigned, missing, veto: vetoOf(shape, all) };
}

/** The shape that columns come closest to: what they would mean in it, and of what it needs the meanings that none has. */
export function nearestTo(all: readonly Facts[]): Pick<Attempt, "assigned" | "missing"> | undefined {
  const attempts = allShapes
    .filter(
      (shape) =>
        shape !== "touches" && (shape !== "usage" || all.some(({ said }) => said?.meaning === "signal")),
    )
    .map((shape) => {
      const assigned = assignedFor(shape, all);
      const groups = groupsOf(shape, assigned, all);
      return { assigned, missing: shapes[shape].needs.filter((_, index) => groups[index]!.length === 0) };
    })
    .filter(({ assigned, missing }) => missing.length > 0 && assigned.length > 0);
  return attempts.sort(
    (a, b) => a.missing.length - b.missing.length || b.assigned.length - a.assigned.length,
  )[0];
}

const isSaid = ({ facts }: Pair) => Number(facts.said !== undefined);

function assignedFor(shape: Shape, all: readonly Facts[]): readonly Assigned[] {
  const codes = all.filter((facts) => facts.matches.some(({ meaning }) => meaning === "currency"));
  const currenciesDiffer =
    codes.some(({ distinct }) => distinct > 1) || new Set(codes.flatMap(({ texts }) => texts)).size > 1;
  const parts = shape === "monthly" ? partsOf(all) : undefined;
  const candidates = [...meaningsOf(shape)]
    .flatMap((meaning) => all.map((facts) => pairOf(meaning, facts, { shape, currenciesDiffer, parts })))
    .filter(({ score }) => score >= leastScore)
    .sort(
      (a, b) =>
        isSaid(b) - isSaid(a) ||
        b.score - a.score ||
        // The seller's own company may stand next to the customers'.
        (a.meaning === "customer" ? b.facts.distinct - a.facts.distinct : 0) ||
        // Somebody may have signed up before the subscription started.
        (a.meaning === "start" && b.meaning === "start" ? meanDay(b.facts) - meanDay(a.facts) : 0),
    );
  const pairs = unbarred({ shape, columns: all, pairs: candidates });
  const isRate = isForSpan(pairs.find(({ meaning }) => meaning === "mrr"));
  const assigned: Assigned[] = [];
  for (const pair of pairs) {
    if (pair.meaning === "interval" && isRate) continue;
    const isTaken = ({ facts, meaning }: Assigned) =>
      facts === pair.facts || (meaning === pair.meaning && meaning !== "signal");
    if (assigned.some(isTaken)) continue;
    assigned.push({ ...pair, confidence: confidenceOf(pair, pairs) });
  }
  if (shape === "monthly")
    return assigned.filter(({ meaning, facts }) => facts.said || !isLess(meaning, assigned));
  const price = shape === "subscriptions" && onlyMoney(all, assigned);
  return price ? [...assigned, price] : assigned;
}

const meanDay = ({ cells, dates }: Facts): number => {
  const days = cells.flatMap((cell) => dayOf(cell, dates) ?? []);
  return days.reduce((sum, day) => sum + day, 0) / (days.length || 1);
};

/** All revenue says more than that of each customer, and customers at the start more than those at the end. */
const isLess = (meaning: Meaning, beside: readonly Assigned[]): boolean =>
  beside.some(
    (one) =>
      (one.meaning === "revenue" && meaning === "revenuePerCustomer") ||
      (one.meaning === "customerCount" && meaning === "customersAtEnd"),
  );

/** What a subscription brings in where no header says it: the only money next to its start. */
function onlyMoney(all: readonly Facts[], assigned: readonly Assigned[]): Assigned | undefined {
  const has = (sought: Meaning) => assigned.some(({ meaning }) => meaning === sought);
  const [money, ...others] = all.filter(isMoney);
  if (!money || money.said || others.length > 0 || !has("start") || has("mrr")) return undefined;
  const isOther = money.words.concepts.some((one) =>
    /^(not|never|cost|tax|back|outlay|bank|all|spent|signal)$/.test(one),
  );
  return isOther || assigned.some(({ facts }) => facts === money)
    ? undefined
    : { facts: money, meaning: "mrr", score: leastScore, confidence: "medium" };
}

/** For each thing that a shape needs the columns that will do. */
function groupsOf(shape: Shape, assigned: readonly Assigned[], all: readonly Facts[]): Assigned[][] {
  const hasHeaders = all.some(({ header }) => header !== "");
  const isEnough = ({ meaning, score }: Assigned) =>
    score >= leastOfSeveral ||
    shape === "monthly" ||
    (!hasHeaders && meaning !== "mrr") ||
    (areSubscribed(all) && (meaning === "start" || meaning === "end")) ||
    areContracts(all);
  return shapes[shape].needs.map((group) =>
    assigned.filter((one) => group.includes(one.meaning) && (group.length === 1 || isEnough(one))),
  );
}

/** The best of each group; of two things that one column would do for, another does for the second where there is one. */
function neededOf(groups: readonly (readonly Assigned[])[]): Assigned[] {
  const taken: Assigned[] = [];
  for (const group of groups) {
    const free = group.filter((one) => !taken.includes(one));
    taken.push((free.length > 0 ? free : group).reduce((a, b) => (b.score > a.score ? b : a)));
  }
  return taken;
}

/** Whether one column is all that a shape needs twice, as MRR is where nothing starts or ends. */
const isShared = (needed: readonly Assigned[]) => new Set(needed).size < needed.length;

const comesBack = ({ distinct, values }: Facts) => distinct < values.length / 2;

/** What the chosen columns rule out. */
function isContradicted(
  shape: Shape,
  assigned: readonly Assigned[],
  needed: readonly Assigned[],
  all: readonly Facts[],
): boolean {
  const areSaid = (but?: Meaning) => needed.some(({ facts, meaning }) => facts.said && meaning !== but);
  // Who it is does not say what a row is.
  const arePayments = () =>
    areMonthsOfEach(assigned, all) ||
    areBillings(assigned) ||
    (!assigned.some(({ meaning }) => meaning === "start") && areMonthsOfCustomers(all));
  if (shape === "subscriptions" && !areSaid("customer") && arePayments()) return true;
  if (areSaid()) return false;
  // An amount next to a customer is a subscription's only where something says so.
  if (shape === "subscriptions") return areShort(assigned) || (isShared(needed) && !areSubscribed(all));
  // One row for each thing a customer did is not a list of customers, nor is a list of employees.
  if (shape === "snapshot" || shape === "usage")
    return (
      hasWord(all, "staff") || customers(all).some((facts) => asCustomer(facts) === 1 && comesBack(facts))
    );
  // An amount is spent where a campaign says what on.
  const spent = needed.find(({ meaning }) => meaning === "spend")?.facts.words.concepts.join();
  return spent === "sum" && !all.some(({ words }) => words.concepts.includes("campaign"));
}

function scoreOf(
  shape: Shape,
  assigned: readonly Assigned[],
  needed: readonly Assigned[],
  all: readonly Facts[],
): number {
  const sum = (list: readonly Assigned[]) => list.reduce((total, { score }) => total + score, 0);
  const further = assigned.filter((one) => !needed.includes(one));
  return (
    sum(needed) / needed.length +
    0.06 * sum(further) +
    (shape === "deals" ? 0.2 : 0) -
    (isShared(needed) ? 0.2 : 0) -
    (shape === "subscriptions" && areInvoiced(all) ? 0.2 : 0)
  );
}

/** How sure each thing is that a mapping rests on. */
function doubts(
  shape: Shape,
  assigned: readonly Assigned[],
  needed: readonly Assigned[],
  all: readonly Facts[],
): Confidence[] {
  const prices =
    shape === "subscriptions"
      ? assigned.filter(({ meaning }) => meaning === "mrr" || meaning === "interval")
      : [];
  const isPriceUnknown =
    shape === "subscriptions" && !prices.some(({ meaning }) => meaning === "mrr") && all.some(isMoney);
  const isOpen = isPriceUnknown || (shape === "spend" && !isOfAds(all));
  return [
    ...[...needed, ...prices].map(({ confidence }) => confidence),
    ...(isOpen ? ["medium" as const] : []),
  ];
}
