import type { DayNumber } from "../../day";
import { sum } from "../../math/sum";
import { times } from "../../math/times";
import { firstDayOf, periodOf } from "../../period";
import { buyersOf, firstDay } from "../../purchases/buyers";
import { type CustomerHistory, historyUpTo } from "../../purchases/history";
import type { Fit } from "../fit";
import type { Seasons } from "../seasons";
import { arrivalsOf, plannedArrivals } from "./arrivals";
import { expectationOf } from "./expected";

/** Months between the days from which the past is forecast, the longest way back, and the months forecast from each. */
const every = 3;
const farthest = 24;
const longestAhead = 12;
/** Months of history that each of them must have. */
const leastHistory = 6;
/** History in which a year's seasons are not all seen, and what they may add: one sigma. */
export const youngHistory = 13;
const youngSigma = 0.3;
/** Least share of a forecast as which what came counts, so that an empty month has a logarithm too. */
const leastShare = 0.05;
/** Independent misses below which the variance they tell is not widened further. */
const fewestIndependent = 2;

/** How far a month of the past was off its forecast, as the square of a logarithm, and what of it is chance. */
interface Miss {
  readonly ahead: number;
  /** What was forecast: a month in which a shop is closed says nothing about the others. */
  readonly weight: number;
  readonly squared: number;
  readonly chance: number;
}

/** The seasons of orders after the first, and of new customers. */
export interface ShopSeasons {
  readonly repeats: Seasons;
  readonly arrivals: Seasons;
}

/**
 * Variance, relative to the revenue, of what neither the parameters, seasons nor chance explain: sales, trends. It is read
 * off forecasts of the last two years, made from earlier days with the same parameters and compared with what came. A
 * function of the months ahead: of so many, the misses over more than half of them and up to all count. Each month is held
 * against the index of its season that the other years tell, so that an index drawn from chance makes misses.
 *
 * What chance makes of such a mean by itself shrinks it, so that shops without shared movements keep their own interval;
 * and as it is told from few independent stretches, it is widened as Student's t is against the normal distribution, whose
 * squared quantiles have about the ratio n ÷ (n − 1.5).
 */
export function sharedVariance(
  histories: readonly CustomerHistory[],
  as_of: DayNumber,
  fit: Fit,
  seasons: ShopSeasons,
  hasPlan: boolean,
): { readonly shared: (ahead: number) => number; readonly isYoung: boolean } {
  const end = periodOf(as_of + 1, "month");
  const age = end - periodOf(firstDay(buyersOf(histories)), "month");
  const reach = Math.min(farthest, age - leastHistory);
  const origins = times(Math.max(0, Math.ceil(reach / every)), (index) => 1 + index * every);
  const misses = origins.flatMap((back) => missesFrom(histories, end, back, fit, seasons, hasPlan));
  const longest = misses.reduce((most, { ahead }) => Math.max(most, ahead), 0);
  const isYoung = age <= youngHistory;
  const shared = (ahead: number) => {
    const seen = Math.min(ahead, Math.max(1, longest));
    return (isYoung ? youngSigma ** 2 : 0) + (ahead / seen) * excessOf(misses, seen, reach);
  };
  return { shared, isYoung };
}

function excessOf(misses: readonly Miss[], ahead: number, reach: number): number {
  const near = misses.filter((miss) => miss.ahead <= ahead && miss.ahead > ahead / 2);
  if (near.length === 0) return 0;
  const all = sum(near.map(({ weight }) => weight));
  const mean = (of: (miss: Miss) => number) => sum(near.map((miss) => miss.weight * of(miss))) / all;
  const chance = mean((miss) => miss.chance);
  const excess = mean((miss) => miss.squared) - chance;
  if (excess <= 0) return 0;
  const independent = Math.max(fewestIndependent, reach / ahead);
  const noise = (2 / independent) * chance * chance;
  return excess * (independent / (independent - 1.5)) * (excess ** 2 / (excess ** 2 + noise));
}

/** What came in the months from the one that is so many `back` on, against the forecast of the day before it. */
function missesFrom(
  histories: readonly CustomerHistory[],
  end: number,
  back: number,
  fit: Fit,
  { repeats, arrivals: ofArrivals }: ShopSeasons,
  hasPlan: boolean,
): Miss[] {
  const origin = firstDayOf(end - back, "month") - 1;
  const known = histories
    .map((history) => historyUpTo(history, origin))
    .filter(({ purchaseDays }) => purchaseDays.length > 0);
  if (known.length === 0) return [];
  // With a plan of who will come, only those who were there are compared with what they did.
  const counted = hasPlan ? new Set(known.map(({ customer }) => customer)) : undefined;
  const came = times(back, () => 0);
  for (const { customer, purchaseDays, purchaseAmounts } of histories) {
    if (counted && !counted.has(customer)) continue;
    purchaseDays.forEach((day, index) => {
      const month = periodOf(day, "month") - end + back;
      if (month >= 0 && month < back) came[month]! += purchaseAmounts[index]!;
    });
  }
  const arrivals = hasPlan ? plannedArrivals(0) : arrivalsOf(known, origin, ofArrivals.fromOtherYears);
  const indices = { ofRepeats: repeats.fromOtherYears, ofArrivals: ofArrivals.fromOtherYears };
  return expectationOf(known, origin, fit, arrivals, indices, Math.min(longestAhead, back))
    .monthsAt(fit.params)
    .flatMap(({ revenue, revenueOfNew, variance }, month) => {
      const total = revenue + revenueOfNew;
      if (!(total > 0)) return [];
      const squared = Math.log(Math.max(came[month]! / total, leastShare)) ** 2;
      return [{ ahead: month + 1, weight: total, squared, chance: variance / (total * total) }];
    });
}
