import { daysPerMonth } from "../../sheet/written/intervals";
import { areSubscribed } from "./evidence";
import { amountsOf, type Facts } from "../columns/facts";
import { type Assigned, columnOf } from "../columns/assigned";
import type { Meaning } from "../types";
import { dayOf, shown } from "../words/values";
import type { Concept } from "../words/words";

/** Times that begin and end on the same day: work or journeys, not subscriptions. */
export function areShort(assigned: readonly Assigned[]): boolean {
  const daysOf = (meaning: Meaning) =>
    columnOf(assigned, meaning)?.cells.map((cell) => shown(cell).split(/[ T]/)[0]!);
  const [starts, ends] = [daysOf("start"), daysOf("end")];
  const both = starts?.flatMap((day, row) => (day !== "" && ends?.[row] ? [day === ends[row]] : [])) ?? [];
  return both.length > 2 && both.filter(Boolean).length >= both.length * 0.8;
}

/** Courses take days, where subscriptions go on for weeks at least. */
const shortest = 12;

/** Rentals, stays and courses: all are short, or a column counts their days, and nothing is subscribed to. */
export function areStays(all: readonly Facts[]): boolean {
  if (areSubscribed(all)) return false;
  const dated = (concept: "start" | "end") =>
    all.find(({ words, dateShare }) => words.concepts.includes(concept) && dateShare > 0.9);
  const [start, end] = [dated("start"), dated("end")];
  if (!start || !end) return false;
  const ends = end.cells.map((cell) => dayOf(cell, end.dates) ?? NaN);
  const days = start.cells.map((cell, row) => ends[row]! - (dayOf(cell, start.dates) ?? NaN));
  const known = days.filter((length) => !Number.isNaN(length));
  if (known.length > 4 && known.filter((length) => length < shortest).length >= known.length * 0.8)
    return true;
  return all.some(({ cells, numbers }) => {
    const counted = days.flatMap((length, row) => {
      const cell = cells[row];
      return typeof cell === "number" && !Number.isNaN(length) ? [cell - length] : [];
    });
    const agreeing = counted.filter((more) => more === 0 || more === 1);
    return (
      counted.length > 2 &&
      agreeing.length >= counted.length * 0.9 &&
      numbers.every((number) => number > 0 && number < 60)
    );
  });
}

/** Several rows for one start of a customer, each of another month: what is paid month by month, not subscriptions. */
export function areMonthsOfEach(assigned: readonly Assigned[], all: readonly Facts[]): boolean {
  const [customer, start, end] = [
    columnOf(assigned, "customer"),
    columnOf(assigned, "start"),
    columnOf(assigned, "end"),
  ];
  if (!customer) return false;
  const keys = customer.cells.map((cell, row) => `${shown(cell)} ${start ? shown(start.cells[row]!) : ""}`);
  const months = all.filter(
    (facts) =>
      facts !== start &&
      facts !== end &&
      Math.max(facts.dateShare, facts.monthShare) > 0.8 &&
      facts.filled > 0.9,
  );
  return months.some(({ cells }) => {
    const seen = new Map<string, Set<string>>();
    keys.forEach((key, row) => seen.set(key, (seen.get(key) ?? new Set()).add(shown(cells[row]!))));
    const again = keys.filter((key) => seen.get(key)!.size > 1);
    return again.length > 4 && again.length >= keys.length / 2;
  });
}

/** Days on which customers come back, without an end, and no word of a start: what is paid each time, not subscriptions. */
export function areBillings(assigned: readonly Assigned[]): boolean {
  const [customer, start, end] = [
    columnOf(assigned, "customer"),
    columnOf(assigned, "start"),
    columnOf(assigned, "end"),
  ];
  if (!customer || !start || end || start.words.concepts.some((one) => one === "start" || one === "made"))
    return false;
  return customer.distinct < customer.values.length / 2 && start.distinct > 1;
}

/** So much more is paid for a term that is at least twice as long, where it is the price of all of it. */
const moreOfLonger = 1.5;

/** A number in the middle, and one of them, since it is shown: no mean of two prices is a price. */
export const middleOf = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

interface PaidTerm {
  readonly term: number;
  readonly paid: number;
}

/** The shortest and the longest of some terms, and what is typically paid for each; undefined where that is not more for the longer. */
export function paidByTerm(
  terms: readonly (number | undefined)[],
  amounts: readonly (number | undefined)[],
): readonly [shortest: PaidTerm, longest: PaidTerm] | undefined {
  const [shortest, ...longer] = [...new Set(terms)]
    .filter((term): term is number => term !== undefined && term > 0)
    .sort((a, b) => a - b)
    .map((term) => ({ term, all: amounts.filter((one, row): one is number => terms[row] === term && !!one) }))
    .filter(({ all }) => all.length > 2)
    .map(({ term, all }) => ({ term, paid: middleOf(all)! }));
  const longest = longer[longer.length - 1];
  return shortest &&
    longest &&
    longest.term >= 2 * shortest.term &&
    longest.paid >= moreOfLonger * shortest.paid
    ? [shortest, longest]
    : undefined;
}

/** Whether recurring revenue beside a column of terms is for the whole of each: a contract's value is, and what grows with it. */
export function isForWholeTerm(assigned: readonly Assigned[]): boolean {
  const [price, term] = [columnOf(assigned, "mrr"), columnOf(assigned, "term")];
  if (!price || !term) return false;
  const says = (...sought: Concept[]) => price.words.concepts.some((one) => sought.includes(one));
  if (says("mrr", "monthly", "month", "otherSpan", "unit")) return false;
  return (
    (says("sub") && says("sum")) || says("all") || paidByTerm(amountsOf(term), amountsOf(price)) !== undefined
  );
}

/** How many whole months there are between start and end of each row; NaN where there is no such number. */
export function termsBetween(start: Facts, end: Facts): number[] {
  return start.cells.map((cell, row) => {
    const days = (dayOf(end.cells[row]!, end.dates) ?? NaN) - (dayOf(cell, start.dates) ?? NaN);
    const months = Math.round(days / daysPerMonth);
    return Math.abs(days - months * daysPerMonth) < 3 ? months : NaN;
  });
}

/** How many months there are between start and end, the same in every row; undefined where terms differ or go on. */
export function monthsOfTerm(assigned: readonly Assigned[]): number | undefined {
  const [start, end] = [columnOf(assigned, "start"), columnOf(assigned, "end")];
  if (!start || !end || end.filled < 1) return undefined;
  const terms = termsBetween(start, end);
  const [first] = terms as [number, ...number[]];
  return first > 1 && terms.length > 4 && terms.every((term) => term === first) ? first : undefined;
}
