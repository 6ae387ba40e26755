import { calendarMonth, MONTHS, monthStart } from "./calendar";
import type { Random } from "./random";

/** One row of the monthly figures; customers are counted at the month's start. */
export interface Month {
  readonly first: number;
  readonly revenue: number;
  readonly customers: number;
  readonly joined: number;
  readonly lost: number;
  readonly margin: number;
}

/** The coffee club as its accountant sees it: each month's customers are last month's, plus new, less lost. */
export function createMonths(random: Random): Month[] {
  const months: Month[] = [];
  let customers = 640;
  for (let index = 0; index < MONTHS; index++) {
    const first = monthStart(index);
    const december = calendarMonth(first) === 12;
    const churn = 0.034 - 0.0004 * index + random.normal(0, 0.002);
    const lost = Math.round(customers * churn);
    const joined = Math.round(26 + index * 0.5 + random.normal(0, 3.5) + (december ? 9 : 0));
    const spending = 31.5 + index * 0.14 + random.normal(0, 0.5) + (december ? 3.2 : 0);
    const margin = Math.round((0.575 + index * 0.0012 + random.normal(0, 0.006)) * 1000) / 1000;
    months.push({ first, revenue: Math.round(customers * spending), customers, joined, lost, margin });
    customers += joined - lost;
  }
  return months;
}
