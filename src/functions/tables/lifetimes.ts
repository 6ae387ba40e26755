import { isoFromDay } from "../../core/day";
import { type Period, daysPer } from "../../core/period";
import { refusal } from "../../core/refusal";
import { type KnownSpans, knownSpans } from "../../core/subscriptions/now";
import type { Span } from "../../core/subscriptions/span";
import { spells } from "../../core/subscriptions/spells";
import type { Lifetime } from "../../core/survival/kaplanMeier";
import { type Series, date, dateSeries, numberOfRow, valueOfRow } from "../../sheet/argument";
import { listed } from "../../sheet/fault";
import { dateReader, identityReader } from "../../sheet/reader";

/** The arguments that the functions of beginnings and ends share. */
export const startColumn = valueOfRow({ name: "start", text: "First day of each row." }, dateReader);
export const endColumn = dateSeries({
  name: "end",
  text: "Last day of each row; blank, or in 2099 or later, while it runs.",
});
export const mrrColumn = numberOfRow({
  name: "mrr",
  text: "Monthly revenue of each row; 0 for a trial or free plan.",
  atLeast: 0,
});
export const dayOfList = date({
  name: "as_of",
  text: "Day the list is from; rows that end then or later are still running.",
  optional: true,
  whenLeftOut: "the latest start or end, if no row runs on past the period of the latest start",
});
export const customerOfLifetime = valueOfRow(
  {
    name: "customer",
    text: "Customer of each row, so that renewals form one lifetime.",
    optional: true,
    whenLeftOut: "each row is a lifetime",
  },
  identityReader,
);

/** Rows with a beginning and an end, as they stand on `as_of`. Refuses ends before their starts, naming the rows. */
export function toSpans<S extends Omit<Span, "end">>(
  rows: readonly S[],
  end: Series,
  as_of: number | undefined,
  period: Period,
): KnownSpans<S & Span> {
  if (rows.length === 0) throw refusal("start must have at least one row with a date, got none");
  const spans = rows.map((row, index) => ({ ...row, end: end.values[index] }));
  const wrong = spans.flatMap(({ start, end: last }, index) =>
    last !== undefined && last < start
      ? [`${isoFromDay(last)} before ${isoFromDay(start)} in ${end.place(index)}`]
      : [],
  );
  if (wrong.length > 0) throw refusal(`end must not be before start, got ${listed(wrong)}`);
  return knownSpans(spans, as_of, period);
}

/** Lifetimes in periods, and of how many customers. */
export interface Lifetimes {
  readonly customers: number;
  readonly lifetimes: readonly Lifetime[];
}

/**
 * The lifetimes that began by `as_of`, from the first day to the last, or to `as_of` for those that still run: one for
 * each spell of each customer, or for each row where nobody says whose it is.
 */
export function toLifetimes(
  start: readonly number[],
  end: Series,
  as_of: number | undefined,
  period: Period,
  customer: readonly string[] | undefined,
): Lifetimes {
  const rows = start.map((day, index) => ({
    start: day,
    // Rows of nobody in particular are lifetimes of their own, under names that no cell can hold.
    customer: customer?.[index] ?? `\n${index}`,
  }));
  const known = toSpans(rows, end, as_of, period);
  const lifetimes = spells(known.spans).map((spell) => ({
    time: ((spell.end ?? known.as_of) - spell.start) / daysPer[period],
    isLost: spell.end !== undefined,
  }));
  return { customers: new Set(known.spans.map((span) => span.customer)).size, lifetimes };
}
