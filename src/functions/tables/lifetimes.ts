import { type DayNumber, isoFromDay } from "../../core/day";
import { most } from "../../core/math/extremes";
import { type Period, daysPer } from "../../core/period";
import { refusal } from "../../core/refusal";
import type { Lifetime } from "../../core/survival/kaplanMeier";
import { listed } from "../../sheet/fault";
import { type Series, dateOfRow, dateSeries } from "../../sheet/argument";

/** The arguments that the functions of beginnings and ends share. */
export const startColumn = dateOfRow({ name: "start", text: "First day of each row." });
export const endColumn = dateSeries({
  name: "end",
  text: "Last day of each row; blank while it runs.",
});

/**
 * The day up to which rows of beginnings and ends count: the latest among them where `as_of` is not given. Refuses ends
 * before their starts, naming the rows, and rows of which none has begun by then.
 */
export function lastDayOf(start: readonly DayNumber[], end: Series, as_of: DayNumber | undefined): DayNumber {
  if (start.length === 0) throw refusal("start must have at least one row with a date, got none");
  const ends = start.map((day, index) => end.values[index] ?? day);
  const wrong = start.flatMap((day, index) =>
    ends[index]! < day
      ? [`${isoFromDay(ends[index]!)} before ${isoFromDay(day)} in ${end.place(index)}`]
      : [],
  );
  if (wrong.length > 0) throw refusal(`end must not be before start, got ${listed(wrong)}`);
  const last = as_of ?? most(ends);
  if (start.every((day) => day > last))
    throw refusal(`as_of must not be before the first start, got ${isoFromDay(last)}`);
  return last;
}

/** One lifetime for each row that began by `as_of`, in periods; those without an end by then are still running. */
export function toLifetimes(
  start: readonly DayNumber[],
  end: Series,
  as_of: DayNumber | undefined,
  period: Period,
): Lifetime[] {
  const until = lastDayOf(start, end, as_of);
  return start.flatMap((day, index): Lifetime[] => {
    const last = end.values[index] ?? Infinity;
    return day > until
      ? []
      : [{ time: (Math.min(last, until) - day) / daysPer[period], isLost: last <= until }];
  });
}
