import { type DayNumber, isoFromDay } from "../../core/day";
import { type Period, daysPer } from "../../core/period";
import { refusal } from "../../core/refusal";
import type { Lifetime } from "../../core/survival/kaplanMeier";
import { type Series, dateOfRow, dateSeries } from "../../sheet/argument";

/** The arguments that the functions of beginnings and ends share. */
export const startColumn = dateOfRow({ name: "start", text: "First day of each row." });
export const endColumn = dateSeries({
  name: "end",
  text: "Last day of each row; blank while it runs.",
});

const mostShown = 5;

/** Refuses ends before their starts, naming the rows. */
export function refuseEndsBeforeStarts(start: readonly DayNumber[], end: Series): void {
  const wrong = start.flatMap((day, index) => {
    const last = end.values[index];
    return last !== undefined && last < day
      ? [`${isoFromDay(last)} before ${isoFromDay(day)} in ${end.place(index)}`]
      : [];
  });
  if (wrong.length === 0) return;
  const more = wrong.length > mostShown ? `, and ${wrong.length - mostShown} more` : "";
  throw refusal(`end must not be before start, got ${wrong.slice(0, mostShown).join(", ")}${more}`);
}

/** The latest day among starts and ends. */
export function latestOf(start: readonly DayNumber[], end: Series): DayNumber {
  if (start.length === 0) throw refusal("start must have at least one row with a date, got none");
  return start.reduce((latest, day, index) => Math.max(latest, day, end.values[index] ?? day), -Infinity);
}

/** One lifetime for each row that began by `as_of`, in periods; those without an end by then are still running. */
export function toLifetimes(
  start: readonly DayNumber[],
  end: Series,
  as_of: DayNumber | undefined,
  period: Period,
): Lifetime[] {
  refuseEndsBeforeStarts(start, end);
  const until = as_of ?? latestOf(start, end);
  const lifetimes = start.flatMap((day, index): Lifetime[] => {
    const last = end.values[index];
    const isLost = last !== undefined && last <= until;
    return day > until ? [] : [{ time: ((isLost ? last : until) - day) / daysPer[period], isLost }];
  });
  if (lifetimes.length === 0) {
    throw refusal(`as_of must not be before the first start, got ${isoFromDay(until)}`);
  }
  return lifetimes;
}
