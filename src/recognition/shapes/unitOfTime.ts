import { daysPerMonth, monthsOfInterval } from "../../sheet/written/intervals";
import { wordsOf } from "../../sheet/written/words";
import { amountsOf, type Facts } from "../columns/facts";
import type { UnitOfTime } from "../types";

const daysPer: Readonly<Record<UnitOfTime, number>> = {
  day: 1,
  week: 7,
  month: daysPerMonth,
  year: 12 * daysPerMonth,
};
const units = Object.keys(daysPer) as UnitOfTime[];

/** Times of so many different lengths tell a unit: a few may be parts of any. */
const leastTimes = 5;
/** Longer than this in whole numbers, times count days: in weeks they would be more than four years. */
const mostWeeks = 208;

const unitInHeader = ({ header }: Facts): UnitOfTime | undefined => {
  const months = monthsOfInterval(wordsOf(header).replace(/\d+/g, ""));
  return units.find((unit) => months !== undefined && Math.abs(months * daysPerMonth - daysPer[unit]) < 1e-9);
};

const timesIn = (times: readonly Facts[]) => [
  ...new Set(times.flatMap((facts) => amountsOf(facts).flatMap((time) => (time ? [time] : [])))),
];

const decimalsOf = (time: number) => /\.(\d+)$/.exec(String(time))?.[1]!.length ?? 0;

/** Whether all are whole days, counted in a unit in which a day is a fraction that their decimals can tell. */
function areWholeDaysIn(unit: UnitOfTime, times: readonly number[]): boolean {
  const days = daysPer[unit];
  const decimals = Math.min(9, Math.max(...times.map(decimalsOf)));
  const rounding = (days * 10 ** -decimals) / 2 + 1e-6;
  return (
    rounding < 0.25 && times.every((time) => Math.abs(time * days - Math.round(time * days)) <= rounding)
  );
}

/**
 * What the times of summed-up purchases count, where a header says so, or where they are days written as parts of a week,
 * a month or a year; undefined where they are whole numbers, which may count anything.
 */
export function toldUnit(times: readonly Facts[]): UnitOfTime | undefined {
  const said = times.flatMap((facts) => unitInHeader(facts) ?? [])[0];
  if (said) return said;
  const parts = timesIn(times).filter((time) => time % 1 !== 0);
  if (parts.length < leastTimes) return undefined;
  return (["week", "month", "year"] as const).find((unit) => areWholeDaysIn(unit, parts));
}

/** The same, with what they are likely to count where nothing tells. */
export const unitOfTime = (times: readonly Facts[]): UnitOfTime =>
  toldUnit(times) ?? (longestIn(times) > mostWeeks ? "day" : "week");

export const longestIn = (times: readonly Facts[]): number =>
  timesIn(times).reduce((longest, time) => Math.max(longest, time), 0);
