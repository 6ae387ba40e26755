import type { SentCell } from "../../sheet/sentCell";
import type { DateNotation } from "../types";
import { wholePeriod } from "../../sheet/written/periods";
import { dayOf, isDate, monthOf } from "./values";

/** The first day of a whole quarter or year that a cell names. */
const firstDayOf = (unit: "quarter" | "year") => (cell: SentCell) => {
  const period = isDate(cell) ? undefined : wholePeriod(cell);
  return period?.unit === unit ? period.firstDay : undefined;
};

/** Numbers such as 202601 are months under a header of periods. */
const monthIn = (cell: SentCell) =>
  monthOf(typeof cell === "number" ? String(cell).replace(/^(\d{4})(\d\d)$/, "$1-$2") : cell);

const wholePeriods = { month: monthIn, quarter: firstDayOf("quarter"), year: firstDayOf("year") } as const;

/** How a cell names a whole month, quarter or year; undefined where it is something else. */
export function notationOf(cell: SentCell): keyof typeof wholePeriods | undefined {
  if (monthIn(cell) !== undefined) return "month";
  const unit = isDate(cell) ? undefined : wholePeriod(cell)?.unit;
  return unit === "quarter" || unit === "year" ? unit : undefined;
}

/** How cells name whole months, quarters or years; undefined where most are something else. */
export function periodNotation(values: readonly SentCell[]): DateNotation | undefined {
  return (Object.keys(wholePeriods) as (keyof typeof wholePeriods)[]).find(
    (notation) =>
      values.length > 0 &&
      values.filter((cell) => wholePeriods[notation](cell) !== undefined).length >= values.length * 0.7,
  );
}

/** A number that grows with time; undefined for anything but a date in that notation. */
export const timeOf = (cell: SentCell, notation: DateNotation): number | undefined =>
  notation === "month" || notation === "quarter" || notation === "year"
    ? wholePeriods[notation](cell)
    : dayOf(cell, notation);

/** Each date is later than the one before, whichever way they may be read. */
export function areRising(values: readonly SentCell[], notation: DateNotation): boolean {
  const readings = notation === "ambiguous" ? (["dayFirst", "monthFirst"] as const) : [notation];
  return readings.every((reading) => {
    const times = values.map((cell) => timeOf(cell, reading));
    return times.every(
      (time, index) => time !== undefined && (index === 0 || time > (times[index - 1] ?? Infinity)),
    );
  });
}
