import { sum } from "../math/sum";
import { times } from "../math/times";

/** How much more or less happens in each calendar month than in a usual one. */
export interface Seasons {
  /** Whole years that tell it; 0 where there are fewer than two, and then every month is a usual one. */
  readonly years: number;
  /** The index of a month by its number (of `periodOf`): 1.4 where there are 40% more. */
  readonly at: (month: number) => number;
  /** The same as told by the other years alone, so that what came in the month can be compared with it. */
  readonly fromOtherYears: (month: number) => number;
}

/** Where nothing is known of seasons. */
export const noSeasons: Seasons = { years: 0, at: () => 1, fromOtherYears: () => 1 };

/** An index needs each month twice, so that what comes again can be told from chance. */
const leastYears = 2;
/** Older years than these tell of another shop. */
const mostYears = 5;
/** Months that an index may rest on. */
export const mostMonths = 12 * mostYears;
/** Rounds in which the level of each year and the index settle. */
const rounds = 4;

const calendarMonth = (month: number) => ((month % 12) + 12) % 12;

/**
 * The index by calendar month of a count, from its consecutive whole months up to `last` and what would be expected of each
 * without seasons: ratio to a trend, as in classical decomposition. The trend is the level of each year of 12 months,
 * counted back from `last`, on a line of logarithms between the years' middles; the twelve indices have a mean of 1.
 *
 * What differs from year to year is chance: by it each index is drawn towards 1, as in a one-way analysis of variance with
 * random effects (the moments of DerSimonian and Laird 1986), so that a shop without seasons keeps an index near 1. Chance
 * is at least that of counts (Poisson), and half of what the line moves a month from the level of its year may be wrong: where
 * most came in one year, no other tells whether its months are seasons or a start.
 */
export function seasonsOf(actual: readonly number[], expected: readonly number[], last: number): Seasons {
  const years = Math.min(mostYears, Math.floor(actual.length / 12));
  if (years < leastYears) return noSeasons;
  const length = 12 * years;
  const first = last - length + 1;
  const came = actual.slice(-length);
  const wanted = expected.slice(-length);
  const blocks = times(years, (year) => year);
  const ofYear = (values: readonly number[], year: number) => sum(values.slice(12 * year, 12 * year + 12));
  if (blocks.some((year) => !(ofYear(came, year) > 0 && ofYear(wanted, year) > 0))) return noSeasons;

  /** What is expected of each month at the level of its time, before seasons, and the index by months since `first`. */
  let index = times(12, () => 1);
  let usual: number[] = [];
  let moved: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const seasonal = wanted.map((value, month) => value * index[month % 12]!);
    const levels = blocks.map((year) => Math.log(ofYear(came, year) / ofYear(seasonal, year)));
    const line = wanted.map((_, month) => between(levels, (month - 5.5) / 12));
    moved = line.map((level, month) => level - levels[Math.floor(month / 12)]!);
    usual = wanted.map((value, month) => value * Math.exp(line[month]!));
    index = ratios(came, usual, blocks);
  }

  const weights = times(12, (month) => sum(blocks.map((year) => usual[12 * year + month]!)));
  const scatter = sum(
    came.map((count, month) =>
      usual[month]! > 0 ? (count - usual[month]! * index[month % 12]!) ** 2 / usual[month]! : 0,
    ),
  );
  const chance = Math.max(1, scatter / (11 * (years - 1)));
  const ofLine = times(
    12,
    (month) => sum(blocks.map((year) => (moved[12 * year + month]! / 2) ** 2)) / years,
  );
  const all = sum(weights);
  const apart = sum(weights.map((weight, month) => weight * ((index[month]! - 1) ** 2 - ofLine[month]!)));
  const seasonal = Math.max(
    0,
    (apart - 11 * chance) / (all - sum(weights.map((weight) => weight ** 2)) / all),
  );

  const told = (by: readonly number[]) => {
    const raw = ratios(came, usual, by);
    const drawn = raw.map((value, month) => {
      const weight = sum(by.map((year) => usual[12 * year + month]!));
      const error = chance / weight + ofLine[month]!;
      return seasonal > 0 && weight > 0 ? 1 + ((value - 1) * seasonal) / (seasonal + error) : 1;
    });
    const mean = sum(drawn) / 12;
    return drawn.map((value) => value / mean);
  };
  const ofAll = told(blocks);
  const ofOthers = blocks.map((left) => told(blocks.filter((year) => year !== left)));
  const place = (month: number) => calendarMonth(month - first);
  return {
    years,
    at: (month) => ofAll[place(month)]!,
    fromOtherYears: (month) => (ofOthers[Math.floor((month - first) / 12)] ?? ofAll)[place(month)]!,
  };
}

/** What came ÷ what is usual, by months since the first, over some of the years; with a mean of 1. */
function ratios(came: readonly number[], usual: readonly number[], years: readonly number[]): number[] {
  const raw = times(12, (month) => {
    const base = sum(years.map((year) => usual[12 * year + month]!));
    return base > 0 ? sum(years.map((year) => came[12 * year + month]!)) / base : 1;
  });
  const mean = sum(raw) / 12;
  return raw.map((value) => value / mean);
}

/** The value at a place on the lines between values at 0, 1, 2, …, and on the first and the last line beyond them. */
function between(values: readonly number[], place: number): number {
  const left = Math.min(Math.max(0, Math.floor(place)), values.length - 2);
  return values[left]! + (values[left + 1]! - values[left]!) * (place - left);
}
