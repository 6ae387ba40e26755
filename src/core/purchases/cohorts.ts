import type { DayNumber } from "../day";
import { grouped } from "../grouped";
import { least } from "../math/extremes";
import { sum } from "../math/sum";
import { times } from "../math/times";
import { type Period, firstDayOf, periodOf } from "../period";
import { refusal } from "../refusal";
import type { CustomerHistory } from "./history";

/**
 * "retention": share of the cohort that bought; "customers": their number; "revenue": of the cohort in that period;
 * "cumulative": revenue to date per customer of the cohort.
 */
export type CohortMeasure = "retention" | "customers" | "revenue" | "cumulative";

/** The customers whose first purchase was in one period; or all of them, without a first day. */
interface Cohort {
  readonly firstDay: DayNumber | undefined;
  readonly customers: number;
  /** The measure at age 0, 1, 2, … periods; undefined where the period of that age is not over yet. */
  readonly ages: readonly (number | undefined)[];
}

/** What a cohort did at each age. */
interface Course {
  readonly customers: number;
  readonly active: Float64Array;
  readonly revenue: Float64Array;
}

const mostCells = 1_000_000;

/** Cohorts, and all of them together: at each age those that were observed at that age. */
export interface Cohorts {
  readonly cohorts: readonly Cohort[];
  readonly all: Cohort;
}

/**
 * One cohort for each calendar period in which a customer's first purchase was, and as many ages as the oldest has seen
 * whole periods, at least one. What a customer paid and got back before the first purchase that was kept counts at age 0,
 * so that the revenue of all ages is that of the cohort's customers.
 */
export function cohorts(
  histories: readonly CustomerHistory[],
  last_day: DayNumber,
  measure: CohortMeasure,
  period: Period,
): Cohorts {
  const buyers = histories.filter(({ purchaseDays }) => purchaseDays.length > 0);
  if (buyers.length === 0) throw refusal("amount must leave at least one purchase after refunds, got none");
  const first = least(buyers.map(({ purchaseDays }) => periodOf(purchaseDays[0]!, period)));
  const count = periodOf(last_day, period) - first + 1;
  if (count * count > mostCells) {
    throw refusal(
      `date must span at most ${Math.sqrt(mostCells)} ${period}s, got ${count}: use a longer period`,
    );
  }
  const whole = periodOf(last_day + 1, period) - first;
  const ofPeriod = grouped(buyers, ({ purchaseDays }) => periodOf(purchaseDays[0]!, period));
  const ages = Math.max(1, whole);
  const courses = Array.from(ofPeriod.keys())
    .sort((a, b) => a - b)
    .map((start) => {
      const course = courseOf(ofPeriod.get(start)!, start, first + count - start, period);
      return { start, course, observed: Math.max(0, first + whole - start) };
    });
  return {
    cohorts: courses.map(({ start, course, observed }) => {
      const values = measured(measure, course).slice(0, observed);
      return {
        firstDay: firstDayOf(start, period),
        customers: course.customers,
        ages: times(ages, (age) => values[age]),
      };
    }),
    all: { firstDay: undefined, customers: buyers.length, ages: together(measure, courses, ages) },
  };
}

/** A course, and at how many ages it was observed. */
interface Observed {
  readonly course: Course;
  readonly observed: number;
}

/** The measure of all cohorts that were observed at each age; what they brought to date adds up what they bring at each. */
function together(
  measure: CohortMeasure,
  courses: readonly Observed[],
  ages: number,
): (number | undefined)[] {
  let toDate = 0;
  return times(ages, (age) => {
    const seen = courses.filter(({ observed }) => observed > age).map(({ course }) => course);
    if (seen.length === 0) return undefined;
    const customers = sum(seen.map((course) => course.customers));
    const active = sum(seen.map((course) => course.active[age]!));
    const revenue = sum(seen.map((course) => course.revenue[age]!));
    if (measure === "customers") return active;
    if (measure === "retention") return active / customers;
    return measure === "revenue" ? revenue : (toDate += revenue / customers);
  });
}

function courseOf(members: readonly CustomerHistory[], start: number, ages: number, period: Period): Course {
  const course = {
    customers: members.length,
    active: new Float64Array(ages),
    revenue: new Float64Array(ages),
  };
  for (const { days, amounts, purchaseDays } of members) {
    let latest = -1;
    for (const day of purchaseDays) {
      const age = periodOf(day, period) - start;
      if (age > latest) course.active[age]! += 1;
      latest = age;
    }
    days.forEach((day, index) => {
      course.revenue[Math.max(0, periodOf(day, period) - start)]! += amounts[index]!;
    });
  }
  return course;
}

function measured(measure: CohortMeasure, { customers, active, revenue }: Course): number[] {
  if (measure === "customers") return Array.from(active);
  if (measure === "retention") return Array.from(active, (number) => number / customers);
  if (measure === "revenue") return Array.from(revenue);
  let toDate = 0;
  return Array.from(revenue, (amount) => (toDate += amount) / customers);
}
