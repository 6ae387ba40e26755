import { daysPerMonth } from "../../sheet/written/intervals";
import { subscriptionState } from "../../sheet/written/statuses";
import { wordsOf } from "../../sheet/written/words";
import { columnOf } from "../columns/assigned";
import type { Facts } from "../columns/facts";
import type { Meaning } from "../types";
import { dayOf, shown } from "../words/values";
import type { Pair } from "./pairs";
import { termsBetween } from "./spans";

const named = (pairs: readonly Pair[], sought: Meaning): Facts | undefined =>
  pairs.find(({ meaning, isExact }) => meaning === sought && isExact)?.facts;

/** So many ends stand as many months after the start as the term says: they are its own, and not days of leaving. */
const mostEnds = 0.8;

function endAfter({ cells }: Facts, start: Facts, end: Facts): boolean {
  const between = termsBetween(start, end).map((months, row) => [months, cells[row]] as const);
  const known = between.filter(([months, term]) => !Number.isNaN(months) && typeof term === "number");
  return (
    known.length > 2 &&
    known.length >= cells.length * mostEnds &&
    known.filter(([months, term]) => months === term).length >= known.length * mostEnds
  );
}

/** What says whether a subscription runs: whether it was paid does not. */
const stateOf = (columns: readonly Facts[]): Facts | undefined =>
  columns.find(
    ({ matches, words }) =>
      matches.some(({ meaning, isExact }) => meaning === "status" && isExact) &&
      !words.concepts.some((one) => one === "pay" || one === "paid"),
  );

/** Whether so many of the subscriptions that were over before the last one began are said to be running. */
function goOn(ends: readonly number[], start: Facts, columns: readonly Facts[], share: number): boolean {
  const states = stateOf(columns);
  if (!states) return false;
  const days = start.cells.flatMap((cell) => dayOf(cell, start.dates) ?? []);
  const latest = days.reduce((most, day) => Math.max(most, day), -Infinity);
  const over = states.cells.filter((cell, row) => shown(cell) !== "" && ends[row]! < latest);
  const running = over.filter((cell) => subscriptionState(shown(cell), wordsOf(states.header)) === "running");
  return over.length > 2 && running.length >= over.length * share;
}

/** Of subscriptions whose term was over before the last one began, at least half are said to be running. */
function goOnAfter({ cells }: Facts, pairs: readonly Pair[], columns: readonly Facts[]): boolean {
  const start = columnOf(pairs, "start");
  const ends = cells.map((term, row) =>
    start && typeof term === "number"
      ? (dayOf(start.cells[row]!, start.dates) ?? NaN) + term * daysPerMonth
      : NaN,
  );
  return start !== undefined && goOn(ends, start, columns, 0.5);
}

/** The end of a contract that is renewed is not that of the customer, who leaves on the day of another column. */
export function isRenewed(facts: Facts, pairs: readonly Pair[], columns: readonly Facts[]): boolean {
  const start = named(pairs, "start");
  const isOther = pairs.some(
    (one) => one.meaning === "end" && one.isExact && one.facts !== facts && one.facts.dateShare > 0.8,
  );
  const ends = facts.cells.map((cell) => dayOf(cell, facts.dates) ?? NaN);
  return start !== undefined && isOther && goOn(ends, start, columns, 0.3);
}

/**
 * Whether a term ends subscriptions: where their ends are given it has to be theirs, and where none is those that are over
 * by it must not go on.
 */
export function isOwnEnd(term: Facts, pairs: readonly Pair[], columns: readonly Facts[]): boolean {
  const [start, end] = [named(pairs, "start"), named(pairs, "end")];
  if (!end || end.kind === "blank") return !goOnAfter(term, pairs, columns);
  return start !== undefined && endAfter(term, start, end);
}
