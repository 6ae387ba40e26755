import type { SentCell } from "../sheet/sentCell";
import type { DateNotation } from "./types";
import { isDate, monthOf, shown } from "./values";

const quarter = /^(?:(\d{4})[-/ ]?[QT]([1-4])|[QT]([1-4])[-/ ]?(\d{4}))$/i;
const year = /^(?:FY ?|GJ ?)?((?:19|20)\d\d)$/i;

function quarterOf(cell: SentCell): number | undefined {
  const [, before, first, second, after] = quarter.exec(shown(cell)) ?? [];
  return (first ?? second) ? Number(before ?? after) * 4 + Number(first ?? second) : undefined;
}

const yearOf = (cell: SentCell): number | undefined => {
  const found = year.exec(shown(cell))?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Numbers such as 202601 are months under a header of periods. */
const monthIn = (cell: SentCell) =>
  monthOf(typeof cell === "number" ? String(cell).replace(/^(\d{4})(\d\d)$/, "$1-$2") : cell);

const wholePeriods = { month: monthIn, quarter: quarterOf, year: yearOf } as const;

/** How cells name whole months, quarters or years; undefined where most are something else. */
export function periodNotation(values: readonly SentCell[]): DateNotation | undefined {
  return (Object.keys(wholePeriods) as (keyof typeof wholePeriods)[]).find(
    (notation) =>
      values.length > 0 &&
      values.filter((cell) => wholePeriods[notation](cell) !== undefined).length >= values.length * 0.7,
  );
}

const digits = (text: string) => text.match(/\d+/g)?.map(Number) ?? [];

/** A number that grows with time; undefined for anything but a date in that notation. */
export function timeOf(cell: SentCell, notation: DateNotation): number | undefined {
  if (notation === "month" || notation === "quarter" || notation === "year")
    return wholePeriods[notation](cell);
  const [first, second, third] = digits(shown(cell).split(/[T ]/)[0]!);
  if (isDate(cell) || notation === "iso") return first! * 10_000 + second! * 100 + third!;
  if (third === undefined) return undefined;
  if (notation === "dayFirst") return third * 10_000 + second! * 100 + first!;
  return notation === "monthFirst" ? third * 10_000 + first! * 100 + second! : undefined;
}

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
