import { type DayNumber, dayFromCalendar, isoFromDay } from "../day";
import { grouped } from "../grouped";
import { most } from "../math/extremes";
import { type Period, periodOf } from "../period";
import { refusal } from "../refusal";
import type { Span } from "./span";

/** Ends from here on are a way to write "open", such as 2099-12-31 and 9999-12-31. */
const firstOpenEnd = dayFromCalendar(2099, 1, 1)!;

/** Spans as of a day: those that have begun, without an end where they still run. */
export interface KnownSpans<S extends Span> {
  readonly as_of: DayNumber;
  readonly spans: readonly S[];
}

/**
 * Spans as they stand on `as_of`. An end after that day, or on it, is a running span. Left out, `as_of` is the latest
 * start or end, and an end on it is the loss that the list ends with, unless the spans are terms, each renewed by the
 * next. Where an end lies in a later calendar period than the latest start, the day cannot be told from the spans. Where
 * a span starts on the last day of another of its customer, that day is the new one's.
 */
export function knownSpans<S extends Span>(
  all: readonly S[],
  as_of: DayNumber | undefined,
  period: Period,
): KnownSpans<S> {
  const until = as_of ?? latestDay(all, period);
  const begun = withoutSharedDays(all).filter(({ start }) => start <= until);
  if (begun.length === 0) throw refusal(`as_of must not be before the first start, got ${isoFromDay(until)}`);
  const lastLoss = as_of === undefined && !areTerms(all) ? until : until - 1;
  const runs = ({ end }: Span) => end === undefined || end > lastLoss || end >= firstOpenEnd;
  return { as_of: until, spans: begun.map((span) => (runs(span) ? { ...span, end: undefined } : span)) };
}

/** The latest start or end, where no end lies in a later calendar period than the latest start. */
function latestDay(all: readonly Span[], period: Period): DayNumber {
  const latestStart = most(all.map(({ start }) => start));
  const ends = all.flatMap(({ end }) => (end !== undefined && end < firstOpenEnd ? [end] : []));
  const later = ends.filter((end) => periodOf(end, period) > periodOf(latestStart, period));
  if (later.length === 0) return most([latestStart, ...ends]);
  const rows = later.length === 1 ? "1 row that ends" : `${later.length} rows that end`;
  throw refusal(
    `as_of must be the day the list is from when ends fall in a later ${period} than the latest start, ` +
      `got nothing with ${rows} after the ${period} of ${isoFromDay(latestStart)}, up to ${isoFromDay(most(later))}`,
  );
}

/** Whether some customer's span starts the day after another's end. */
function areTerms(all: readonly Span[]): boolean {
  return Array.from(grouped(all, ({ customer }) => customer).values()).some((own) => {
    const starts = new Set(own.map(({ start }) => start));
    return own.some(({ end }) => end !== undefined && starts.has(end + 1));
  });
}

function withoutSharedDays<S extends Span>(all: readonly S[]): S[] {
  const starts = new Set(all.map(({ customer, start }) => `${start} ${customer}`));
  return all.map((one) => {
    const { customer, start, end } = one;
    const isShared = end !== undefined && start < end && starts.has(`${end} ${customer}`);
    return isShared ? { ...one, end: end - 1 } : one;
  });
}
