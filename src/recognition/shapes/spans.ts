import { areSubscribed } from "./evidence";
import type { Facts } from "../columns/facts";
import type { Assigned } from "../columns/assigned";
import type { Meaning } from "../types";
import { dayOf, shown } from "../words/values";

/** Times that begin and end on the same day: work or journeys, not subscriptions. */
export function areShort(assigned: readonly Assigned[]): boolean {
  const daysOf = (meaning: Meaning) =>
    assigned.find((one) => one.meaning === meaning)?.facts.cells.map((cell) => shown(cell).split(/[ T]/)[0]!);
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
