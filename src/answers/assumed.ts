import type { AnswerRequest, Place } from "./answer";
import type { FoundTable } from "../recognition/types";
import type { Term } from "../recipe/term";
import { cacFrom } from "./acquisition";
import { columnOf } from "./columns";
import { type Now, dayTerm, nowOf } from "./now";
import { marginFrom } from "./margin";
import type { Reading } from "./reading";
import { defaults, keyOf, settingsOf, setupFor } from "./setup";

/** Assumptions as the formulas take them. */
export type Assumed = Readonly<Record<string, Term>>;

/** The ISO code of the table's amounts; "" where none is known, or several are. */
function currencyOf(table: FoundTable): string {
  const named = table.columns.find((column) => column.currency)?.currency;
  const written = columnOf(table, "currency")?.samples[0];
  if (named || table.currencies || typeof written !== "string") return named ?? "";
  return /^[A-Za-z]{3}$/.test(written) ? written.toUpperCase() : "";
}

/** The assumptions as a person has changed them, else what the setup tab holds, else what is usual. */
export function assumptionsOf(
  { table, changes }: AnswerRequest,
  readings: readonly Reading[],
  { saved, compute, today }: Place,
): { readonly assumed: Assumed; readonly now: Now } {
  const [{ number }] = readings as [Reading];
  const own = settingsOf(saved, number);
  // A window counts periods: twelve months say nothing of how many quarters to take.
  const isOtherPeriod =
    "period" in changes && own.some(({ key, value }) => key === "period" && value !== changes["period"]);
  const kept = own.map(({ key }) => [key, { setting: keyOf(key, number) }] as const);
  const assumed = Object.fromEntries(kept.filter(([key]) => key !== "window" || !isOtherPeriod));
  const [reading] = readings as [Reading];
  const usual = defaults(table, cacFrom(readings), marginFrom(reading), currencyOf(table));
  const given = { ...usual, ...assumed, ...changes };
  const { as_of } = changes;
  if (typeof as_of === "string") return { assumed: { ...given, as_of: dayTerm(as_of) }, now: asSaid };
  if ("as_of" in assumed || "as_of" in changes) return { assumed: given, now: asSaid };
  const now = nowOf(reading, setupFor(given, readings, saved), compute, today);
  return { assumed: { ...given, as_of: now.term }, now };
}

/** A day that someone has typed. */
const asSaid: Now = { term: null };

/** Whether a term is what the setup tab holds. */
export const isKept = (term: Term | undefined) =>
  typeof term === "object" && term !== null && "setting" in term;
