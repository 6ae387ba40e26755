import type { Figure } from "../recipe/figure";
import { type Term, apply } from "../recipe/term";
import type { Reading } from "./reading";
import { cellsTerm } from "./columns";
import { columnOf } from "./columns";
import { dayOf, recipeOf } from "./results";
import type { Work } from "./headline/headline";
import type { Compute, Setup } from "./setup";

/** A day in ISO notation as a date in a cell. */
export const dayTerm = (iso: string): Term => apply("DATE", ...iso.split("-").map(Number));

/** The day that such a term stands for; undefined for any other. */
export function dayIn(term: Term | undefined): string | undefined {
  if (typeof term !== "object" || term === null || !("apply" in term) || term.apply !== "DATE")
    return undefined;
  return term.to.map((part) => String(part as number).padStart(2, "0")).join("-");
}

/** The day up to which data count. */
export interface Now {
  /** What the setup tab is to hold: a formula over the data, a day, or null where the functions find it themselves. */
  readonly term: Term;
  /** The day itself, where the functions find it themselves. */
  readonly day?: string;
  /** Of a list with ends, another day that it may be from. */
  readonly other?: string;
}

/** Ends from 2099 on are a way to write "open". */
const lastRealDay = "2098-12-31";

const daysIn = (figure: Figure | undefined): string[] => figure!.cells.flatMap(([cell]) => dayOf(cell) || []);

const latestOf = (days: readonly string[], last: string) =>
  days.reduce((latest, day) => (day <= last && day > latest ? day : latest), "");

/** The day of a table's data: the latest that is neither after today nor apart from all others. */
export function nowOf(reading: Reading, setup: Setup, compute: Compute, today: string): Now {
  if (reading.subscriptions?.end) return nowOfList(reading, setup, compute, today);
  return reading.rows ? nowOfRows(reading, setup, compute, today) : { term: null };
}

/** What does not count yet on the day of the data, or counts as running. */
export function laterNotes(reading: Reading, day: string, work: Work, today: string): string[] {
  const { subscriptions, rows } = reading;
  if (day === "") return [];
  if (subscriptions) {
    const [starts, ends] = work(subscriptions.start, subscriptions.end);
    return [...aheadNote(daysIn(starts), day, today), ...laterEnds(daysIn(ends), day)];
  }
  return rows ? aheadNote(daysIn(work(datesOf(reading))[0]), day, today) : [];
}

/** The dates of rows: where they are real ones, those of all rows, whether or not they came to money. */
const datesOf = ({ table, rows }: Reading): Term => {
  const column = columnOf(table, "date");
  return table.shape !== "cube" && column?.dates === "real" ? cellsTerm(table, column.column) : rows!.date;
};

function nowOfRows(reading: Reading, setup: Setup, compute: Compute, today: string): Now {
  const dates = datesOf(reading);
  const live = apply("CLV_LATEST", dates);
  const [all, latest] = compute(setup, [recipeOf(dates), recipeOf(live)]);
  const days = daysIn(all);
  const day = dayOf(latest!.cells[0]?.[0]);
  if (day === "") return { term: null };
  const known = day <= today ? day : latestOf(days, today);
  return { term: known === day || known === "" ? live : dayTerm(known) };
}

/** Which rows are dated after the day up to which the others count. */
function aheadNote(days: readonly string[], known: string, today: string): string[] {
  const ahead = days.filter((day) => day > known).sort();
  if (ahead.length === 0) return [];
  const [first] = ahead;
  const rows =
    ahead.length === 1 ? `One row is dated ${first}` : `${ahead.length} rows are dated ${first} or later`;
  const why = first! > today ? "after today" : "long after all others";
  return [
    `${rows}, ${why}: the value is as of ${known}, and ${ahead.length === 1 ? "that row does" : "those rows do"} not count. Check the year.`,
  ];
}

/**
 * The day that a list of subscriptions is from: the latest start or end that is neither after today nor, of starts, apart
 * from all others. Null where the dates alone tell it, since none lies ahead of today, and no end in a later period than
 * the latest start.
 */
function nowOfList({ subscriptions }: Reading, setup: Setup, compute: Compute, today: string): Now {
  const { start, end } = subscriptions!;
  const [starts, ends, latest, curve] = compute(
    setup,
    [
      start,
      end!,
      apply("CLV_LATEST", start),
      apply("CLV_SURVIVAL", start, end, null, { setting: "period" }),
    ].map(recipeOf),
  );
  const began = daysIn(starts);
  const lastStart = latestOf(began, [dayOf(latest!.cells[0]?.[0]) || today, today].sort()[0]!);
  const lastEnd = latestOf(daysIn(ends), today);
  const day = lastStart > lastEnd ? lastStart : lastEnd;
  if (day === "") return { term: null };
  const isTold = curve?.error === undefined && latestOf([...began, ...daysIn(ends)], lastRealDay) === day;
  const isLater = lastStart !== "" && lastEnd.slice(0, 7) > lastStart.slice(0, 7);
  const ahead = latestOf(began, today);
  const other = ahead > day ? ahead : isLater ? lastStart : undefined;
  return { term: isTold ? null : dayTerm(day), day, ...(other !== undefined && { other }) };
}

function laterEnds(ends: readonly string[], day: string): string[] {
  const later = ends.filter((end) => end > day && end <= lastRealDay).length;
  if (later === 0) return [];
  return [
    `${later === 1 ? "One contract ends" : `${later} contracts end`} later than ${day}: ${later === 1 ? "it counts" : "they count"} as running.`,
  ];
}
