import type { DayNumber } from "../day";
import { least } from "../math/extremes";
import { times } from "../math/times";
import { type Period, firstDayOf, periodOf } from "../period";
import { refusal } from "../refusal";
import type { CustomerHistory } from "./history";

/**
 * "retention": share of the cohort that bought; "customers": their number; "revenue": of the cohort in that period;
 * "cumulative": revenue to date per customer of the cohort.
 */
export type CohortMeasure = "retention" | "customers" | "revenue" | "cumulative";

/** The customers whose first purchase was in one period. */
export interface Cohort {
  readonly firstDay: DayNumber;
  readonly customers: number;
  /** The measure at age 0, 1, 2, … periods; undefined where that age is not observed yet, or nobody is in the cohort. */
  readonly ages: readonly (number | undefined)[];
}

const mostCells = 1_000_000;

/**
 * One cohort for each calendar period from that of the first customer to `last_day`, those without customers included.
 * Refunds dated before a customer's first purchase belong to no age and are left out.
 */
export function cohorts(
  histories: readonly CustomerHistory[],
  last_day: DayNumber,
  measure: CohortMeasure,
  period: Period,
): Cohort[] {
  const buyers = histories.filter(({ purchaseDays }) => purchaseDays.length > 0);
  if (buyers.length === 0)
    throw refusal("amount must be 0 or more on at least one customer's day, got refunds only");
  const first = least(buyers.map(({ purchaseDays }) => periodOf(purchaseDays[0]!, period)));
  const count = periodOf(last_day, period) - first + 1;
  if (count * count > mostCells) {
    throw refusal(
      `date must span at most ${Math.sqrt(mostCells)} ${period}s, got ${count}: take a longer period`,
    );
  }
  const found = times(count, (cohort) => ({
    customers: 0,
    active: new Float64Array(count - cohort),
    revenue: new Float64Array(count - cohort),
  }));
  for (const { days, amounts, purchaseDays } of buyers) {
    const firstPeriod = periodOf(purchaseDays[0]!, period);
    const cohort = found[firstPeriod - first]!;
    cohort.customers += 1;
    let latest = -1;
    for (const day of purchaseDays) {
      const age = periodOf(day, period) - firstPeriod;
      if (age > latest) cohort.active[age]! += 1;
      latest = age;
    }
    days.forEach((day, index) => {
      if (day >= purchaseDays[0]!) cohort.revenue[periodOf(day, period) - firstPeriod]! += amounts[index]!;
    });
  }
  return found.map(({ customers, active, revenue }, cohort) => ({
    firstDay: firstDayOf(first + cohort, period),
    customers,
    ages: atAges(measure, count, customers, active, revenue),
  }));
}

/** The measure at every age up to `count`, from the active customers and the revenue at those observed. */
function atAges(
  measure: CohortMeasure,
  count: number,
  size: number,
  active: Float64Array,
  revenue: Float64Array,
): (number | undefined)[] {
  let toDate = 0;
  return times(count, (age) => {
    if (size === 0 || age >= active.length) return undefined;
    toDate += revenue[age]!;
    if (measure === "customers") return active[age]!;
    if (measure === "revenue") return revenue[age]!;
    return measure === "retention" ? active[age]! / size : toDate / size;
  });
}
