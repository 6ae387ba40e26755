import { type DayNumber, isoFromDay } from "../day";
import { least } from "../math/extremes";
import { ratio } from "../math/ratio";
import { times } from "../math/times";
import { type Period, firstDayOf, isOver, periodOf } from "../period";
import { refusal } from "../refusal";
import type { CustomerHistory } from "./history";

/** Revenue and customers of one calendar period. */
export interface PeriodKpis {
  readonly firstDay: DayNumber;
  /** Net of the refunds paid in the period. */
  readonly revenue: number;
  /** Customers of the period before. */
  readonly customersAtStart: number;
  readonly newCustomers: number;
  readonly returned: number;
  readonly lost: number;
  /** Customers with a purchase in the period, or recently enough to count as active in it. */
  readonly customers: number;
  /** Lost ÷ customers at start; undefined where there are none, as in the first period. */
  readonly churnRate: number | undefined;
  readonly revenuePerCustomer: number | undefined;
}

const mostPeriods = 50_000;

/**
 * One row for each calendar period from the first amount to `last_day`, those without any included; with
 * `leavesOutUnfinished` a period that `last_day` does not end is left out. A customer counts in the period of a purchase
 * and in the `inactive_after` − 1 periods after it, is lost in the first period in which it no longer counts, and returns
 * with its next purchase: at start + new + returned − lost = customers.
 */
export function kpis(
  histories: readonly CustomerHistory[],
  period: Period,
  inactive_after: number,
  last_day: DayNumber,
  leavesOutUnfinished: boolean,
): PeriodKpis[] {
  const first = least(histories.map(({ days }) => periodOf(days[0]!, period)));
  const isCut = leavesOutUnfinished && !isOver(last_day, period);
  const count = periodOf(last_day, period) - first + (isCut ? 0 : 1);
  if (count === 0) {
    throw refusal(
      `as_of must be ${isoFromDay(firstDayOf(first + 1, period) - 1)}, the end of the first ${period} of the data, or later, got ${isoFromDay(last_day)}: use a shorter period`,
    );
  }
  if (count > mostPeriods) {
    throw refusal(
      `date must span at most ${mostPeriods} ${period}s, got ${count}: look for a wrong year, or use a longer period`,
    );
  }
  // What happens after the last row lands in one more, which is cut off.
  const flows = times(count + 1, () => ({ revenue: 0, newCustomers: 0, returned: 0, lost: 0 }));
  const indexOf = (day: DayNumber) => Math.min(count, periodOf(day, period) - first);
  for (const { days, amounts, purchaseDays } of histories) {
    days.forEach((day, index) => {
      flows[indexOf(day)]!.revenue += amounts[index]!;
    });
    let activeUntil: number | undefined;
    for (const day of purchaseDays) {
      const at = indexOf(day);
      if (activeUntil === undefined) flows[at]!.newCustomers += 1;
      else if (at > activeUntil) {
        flows[activeUntil]!.lost += 1;
        flows[at]!.returned += 1;
      }
      activeUntil = Math.min(count, at + inactive_after);
    }
    if (activeUntil !== undefined) flows[activeUntil]!.lost += 1;
  }

  let customers = 0;
  return flows.slice(0, count).map((flow, index) => {
    const customersAtStart = customers;
    customers += flow.newCustomers + flow.returned - flow.lost;
    return {
      ...flow,
      firstDay: firstDayOf(first + index, period),
      customersAtStart,
      customers,
      churnRate: ratio(flow.lost, customersAtStart),
      revenuePerCustomer: ratio(flow.revenue, customers),
    };
  });
}
