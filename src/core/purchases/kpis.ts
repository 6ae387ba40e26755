import type { DayNumber } from "../day";
import { least, most } from "../math/extremes";
import { ratio } from "../math/ratio";
import { times } from "../math/times";
import { type Period, firstDayOf, periodOf } from "../period";
import { refusal } from "../refusal";
import type { CustomerHistory } from "./history";

/** Revenue and customers of one calendar period. */
export interface PeriodKpis {
  readonly firstDay: DayNumber;
  readonly revenue: number;
  /** Customers with a purchase in the period, or recently enough to count as active in it. */
  readonly customers: number;
  readonly newCustomers: number;
  readonly returned: number;
  readonly lost: number;
  /** Lost ÷ the previous period's customers; undefined in the first period and after one without customers. */
  readonly churnRate: number | undefined;
  readonly revenuePerCustomer: number | undefined;
}

const mostPeriods = 50_000;

/**
 * One row for each calendar period from the first to the last amount, those without any included. A customer counts in
 * the period of a purchase and in the `inactive_after` − 1 periods after it, is lost in the first period in which it
 * no longer counts, and returns with its next purchase.
 */
export function kpis(
  histories: readonly CustomerHistory[],
  period: Period,
  inactive_after: number,
): PeriodKpis[] {
  const first = least(histories.map(({ days }) => periodOf(days[0]!, period)));
  const last = most(histories.map(({ days }) => periodOf(days[days.length - 1]!, period)));
  const count = last - first + 1;
  if (count > mostPeriods) {
    throw refusal(
      `date must span at most ${mostPeriods} ${period}s, got ${count}: look for a wrong year, or take a longer period`,
    );
  }
  const flows = times(count + 1, () => ({
    revenue: 0,
    newCustomers: 0,
    returned: 0,
    lost: 0,
  }));
  for (const { days, amounts, purchaseDays } of histories) {
    days.forEach((day, index) => {
      flows[periodOf(day, period) - first]!.revenue += amounts[index]!;
    });
    let activeUntil: number | undefined;
    for (const day of purchaseDays) {
      const at = periodOf(day, period) - first;
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
    const churnRate = ratio(flow.lost, customers);
    customers += flow.newCustomers + flow.returned - flow.lost;
    return {
      ...flow,
      firstDay: firstDayOf(first + index, period),
      customers,
      churnRate,
      revenuePerCustomer: ratio(flow.revenue, customers),
    };
  });
}
