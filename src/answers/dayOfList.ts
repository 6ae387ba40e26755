import type { Term } from "../recipe/term";
import type { Reading } from "./reading";
import type { Compute, Setup } from "./setup";

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
export function dayOfList({ subscriptions }: Reading, setup: Setup, compute: Compute, today: string): Term {
  if (!subscriptions?.end) return null;
  const { start, end } = subscriptions;
  const [starts, ends, curve] = compute(
    setup,
    [start, end, apply("CLV_SURVIVAL", start, end, null, { setting: "period" })].map((result) => ({
      steps: [],
      result,
    })),
  );
  const days = [starts, ends].flatMap((figure) =>
    figure!.cells.flatMap(([cell]) => (typeof cell === "object" ? [cell.date.slice(0, 10)] : [])),
  );
  const latestBy = (last: string) =>
    days.reduce((latest, day) => (day <= last && day > latest ? day : latest), "");
  const day = latestBy(today);
  const isTold = curve?.error === undefined && latestBy(lastRealDay) === day;
  return day === "" || isTold ? null : dayTerm(day);
}
