import { type DayNumber, isoFromDay } from "../day";
import { grouped } from "../grouped";
import { least } from "../math/extremes";
import { normalQuantile } from "../math/normal";
import { sum } from "../math/sum";
import { times } from "../math/times";
import { type Period, firstDayOf, periodOf } from "../period";
import { refusal } from "../refusal";
import type { CustomerHistory } from "./history";

/** What a customer has brought through an age, and how sure that is. */
export interface ValueAtAge {
  /** Customers whose period of that age is over. */
  readonly customers: number;
  readonly value: number;
  /** The 95% interval; undefined with a single customer at that age or a younger one. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** The ages that customers have seen. */
export interface Ages {
  /** Those of the oldest customer. */
  readonly count: number;
  /** The age of a customer on a day, 0 also for what came before the first purchase that was kept. */
  readonly ageOf: (buyer: CustomerHistory, day: DayNumber) => number;
  /** At how many ages a customer was observed to the end. */
  readonly observed: (buyer: CustomerHistory) => number;
}

const sureness = normalQuantile(0.975);

export const withPurchase = (histories: readonly CustomerHistory[]): CustomerHistory[] =>
  histories.filter(({ purchaseDays }) => purchaseDays.length > 0);

/** Ages in calendar periods since that of the first purchase; one counts for a customer when its period is over. */
export function agesOf(buyers: readonly CustomerHistory[], last_day: DayNumber, period: Period): Ages {
  if (buyers.length === 0) throw refusal("amount must leave at least one purchase after refunds, got none");
  const firstOf = ({ purchaseDays }: CustomerHistory) => periodOf(purchaseDays[0]!, period);
  const end = periodOf(last_day + 1, period);
  const first = least(buyers.map(firstOf));
  if (end <= first)
    throw refusal(
      `date must reach the end of a ${period} with a first purchase, got ${isoFromDay(firstDayOf(first, period))} to ${isoFromDay(last_day)}: use a shorter period`,
    );
  return {
    count: end - first,
    ageOf: (buyer, day) => Math.max(0, periodOf(day, period) - firstOf(buyer)),
    observed: (buyer) => end - firstOf(buyer),
  };
}

/**
 * What a customer brings by age: at each age the revenue of that age ÷ the customers observed through it, added up, so
 * that young customers count as far as they go. Undefined from the age on that nobody was observed through.
 *
 * A customer moves the sum at every age it was observed, so the variance is that of the customers' own sums of
 * (revenue − mean) ÷ customers over those ages; where all are as old, that is s² ÷ n. The interval is taken on the
 * logarithm, since revenue is skewed: the few who bring most pull the mean up more often than down.
 */
export function valueByAge(buyers: readonly CustomerHistory[], ages: Ages): (ValueAtAge | undefined)[] {
  const longest = buyers.map((buyer) => courseOf(buyer, ages)).sort((a, b) => b.observed - a.observed);
  let value = 0;
  return times(ages.count, (age) => {
    const past = longest.findIndex(({ observed }) => observed <= age);
    const customers = past < 0 ? longest.length : past;
    if (customers === 0) return undefined;
    const revenue = longest.slice(0, customers).map((course) => broughtAt(course, age));
    const mean = sum(revenue) / customers;
    value += mean;
    // Infinite for one customer, since nobody knows how others differ; so is the error from then on.
    const scale = 1 / Math.sqrt(customers * (customers - 1));
    revenue.forEach((amount, index) => (longest[index]!.share += (amount - mean) * scale));
    const error = Math.sqrt(sum(longest.map(({ share }) => share * share)));
    return { customers, value, ...interval(value, error) };
  });
}

/** One customer, while ages are gone through. */
interface Course {
  readonly observed: number;
  readonly ages: readonly number[];
  readonly amounts: readonly number[];
  /** The next of its amounts. */
  next: number;
  /** By how much it moves the value so far. */
  share: number;
}

const courseOf = (buyer: CustomerHistory, { ageOf, observed }: Ages): Course => ({
  observed: observed(buyer),
  ages: buyer.days.map((day) => ageOf(buyer, day)),
  amounts: buyer.amounts,
  next: 0,
  share: 0,
});

/** What a customer brought at the next age. */
function broughtAt(course: Course, age: number): number {
  let brought = 0;
  for (; course.ages[course.next] === age; course.next++) brought += course.amounts[course.next]!;
  return brought;
}

/** On the logarithm where that is possible. */
function interval(value: number, error: number): Pick<ValueAtAge, "low" | "high"> {
  if (!Number.isFinite(error)) return { low: undefined, high: undefined };
  if (value <= 0) return { low: value - sureness * error, high: value + sureness * error };
  const factor = Math.exp((sureness * error) / value);
  return { low: value / factor, high: value * factor };
}

/** Buyers by their segment, the largest first, equal ones by name. */
export const bySegment = (
  buyers: readonly CustomerHistory[],
  segmentOf: (customer: string) => string,
): [segment: string, members: CustomerHistory[]][] =>
  Array.from(grouped(buyers, ({ customer }) => segmentOf(customer))).sort(
    ([a, own], [b, others]) => others.length - own.length || (a < b ? -1 : 1),
  );
