import type { FoundTable } from "../recognition/types";
import type { Term } from "../recipe/term";
import { datesOf, realDatesOf } from "./columns";
import type { Compute, SetupLine } from "./setup";

const apply = (name: string, ...to: Term[]): Term => ({ apply: name, to });

/** A day in ISO notation as a date in a cell. */
export const dayTerm = (iso: string): Term => apply("DATE", ...iso.split("-").map(Number));

/** The day that such a term stands for; undefined for any other. */
export function dayIn(term: Term | undefined): string | undefined {
  if (typeof term !== "object" || term === null || !("apply" in term) || term.apply !== "DATE")
    return undefined;
  return term.to.map((part) => String(part as number).padStart(2, "0")).join("-");
}

/** Ends from 2099 on are a way to write "open". */
const lastRealDay = "2098-12-31";

/**
 * The day that a list of subscriptions is from: the latest start or end that is not after today. Null where the dates
 * alone tell it, since none lies ahead of today, and no end in a later period than the latest start.
 */
export function dayOfList(
  table: FoundTable,
  setup: readonly SetupLine[],
  compute: Compute,
  today: string,
): Term {
  const [start, end] = [datesOf(table, "start"), datesOf(table, "end")];
  if (table.shape !== "subscriptions" || !start || !end) return null;
  const dates = (["start", "end"] as const).map((meaning) => realDatesOf(table, meaning)!);
  const [latest, latestOfAll, curve] = compute(setup, [
    { steps: [], result: apply("LATEST_BY", dayTerm(today), ...dates) },
    { steps: [], result: apply("LATEST_BY", dayTerm(lastRealDay), ...dates) },
    { steps: [], result: apply("CLV_SURVIVAL", start, end, null, { setting: "period" }) },
  ]);
  const dayOf = (figure: typeof latest) => {
    const cell = figure?.cells[0]?.[0];
    return typeof cell === "object" ? cell.date : undefined;
  };
  const day = dayOf(latest);
  const isTold = curve?.error === undefined && dayOf(latestOfAll) === day;
  return day === undefined || isTold ? null : dayTerm(day);
}
