import type { Assigned } from "./shapes";
import type { Meaning } from "./types";
import { shown } from "./values";

/** Times that begin and end on the same day: work or journeys, not subscriptions. */
export function areShort(assigned: readonly Assigned[]): boolean {
  const daysOf = (meaning: Meaning) =>
    assigned.find((one) => one.meaning === meaning)?.facts.cells.map((cell) => shown(cell).split(/[ T]/)[0]!);
  const [starts, ends] = [daysOf("start"), daysOf("end")];
  const both = starts?.flatMap((day, row) => (day !== "" && ends?.[row] ? [day === ends[row]] : [])) ?? [];
  return both.length > 2 && both.filter(Boolean).length >= both.length * 0.8;
}
