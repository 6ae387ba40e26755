import type { DayNumber } from "../core/day";
import { type Given, type Optionality, type ScalarArgument, type Spec, scalar } from "./argument";
import { type Reader, adviceOnDate, dayFrom } from "./reader";
import { wholePeriod } from "./written/periods";

/** A month: any of its days, or the month as it is written (`2026-03`, `Mar 2026`), which is its first day. */
export const monthReader: Reader<DayNumber> = {
  expected: "a month such as 2026-03, or a date in it",
  read: (cell, zone) => {
    const whole = wholePeriod(cell);
    return dayFrom(cell, zone) ?? (whole?.unit === "month" ? whole.firstDay : undefined);
  },
  advice: adviceOnDate,
  mayHaveHeader: true,
};

/** A month: any of its days, or text such as 2026-03. */
export function month<const S extends Spec & Optionality<DayNumber>>(
  spec: S,
): ScalarArgument<Given<DayNumber, S>> {
  return scalar(spec, monthReader);
}
