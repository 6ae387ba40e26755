import type { DayNumber } from "../day";
import { ratio } from "../math/ratio";
import { sum } from "../math/sum";
import { daysPer } from "../period";
import type { CustomerHistory } from "./history";

/** The customers of one segment and what one of them is worth. */
export interface SegmentSummary {
  readonly segment: string;
  /** Customers with a purchase. */
  readonly customers: number;
  readonly revenue: number;
  /** Share of the revenue of all segments; undefined where that is not above 0. */
  readonly revenueShare: number | undefined;
  readonly ordersPerCustomer: number | undefined;
  readonly averageOrder: number | undefined;
  readonly revenuePerCustomer: number | undefined;
  /** Customers lost per month of exposure. */
  readonly monthlyChurn: number | undefined;
  readonly lifetimeMonths: number | undefined;
  readonly value: number | undefined;
  readonly note: string;
}

interface Totals {
  customers: number;
  orders: number;
  lost: number;
  exposureMonths: number;
  revenue: number;
}

const fewCustomers = 5;

/**
 * One summary a segment, the highest value first and those without a value last, by revenue. A customer is lost
 * without a purchase in the `inactive_after` months (of 365.25 ÷ 12 days) before `as_of`. Exposure runs from the first
 * purchase to the latest one of the lost, and to `as_of` for the others; churn is lost ÷ exposure, and value is
 * revenue per month of exposure × margin ÷ churn.
 */
export function segments(
  histories: readonly CustomerHistory[],
  segmentOf: (customer: string) => string,
  gross_margin: number,
  inactive_after: number,
  as_of: DayNumber,
): SegmentSummary[] {
  const totals = new Map<string, Totals>();
  for (const { customer, amounts, purchaseDays } of histories) {
    const segment = segmentOf(customer);
    const own = totals.get(segment) ?? { customers: 0, orders: 0, lost: 0, exposureMonths: 0, revenue: 0 };
    totals.set(segment, own);
    own.revenue += sum(amounts);
    if (purchaseDays.length === 0) continue;
    const [first, last] = [purchaseDays[0]!, purchaseDays[purchaseDays.length - 1]!];
    const isLost = as_of - last > inactive_after * daysPer.month;
    own.customers += 1;
    own.orders += purchaseDays.length;
    own.lost += isLost ? 1 : 0;
    own.exposureMonths += ((isLost ? last : as_of) - first) / daysPer.month;
  }
  const allRevenue = sum(Array.from(totals.values(), (own) => own.revenue));
  const valueOf = ({ value = -Infinity }: SegmentSummary) => value;
  // Two without a value differ by NaN, which leaves it to their revenue.
  return Array.from(totals, ([segment, own]) => summarised(segment, own, allRevenue, gross_margin)).sort(
    (a, b) => valueOf(b) - valueOf(a) || b.revenue - a.revenue || (a.segment < b.segment ? -1 : 1),
  );
}

function summarised(segment: string, own: Totals, allRevenue: number, gross_margin: number): SegmentSummary {
  const { customers, orders, lost, exposureMonths, revenue } = own;
  const monthlyChurn = ratio(lost, exposureMonths);
  const notes = [
    customers < fewCustomers ? "few" : "",
    monthlyChurn === undefined ? "no time observed" : lost === 0 ? "nobody lost" : "",
  ];
  return {
    segment,
    customers,
    revenue,
    revenueShare: ratio(revenue, allRevenue),
    ordersPerCustomer: ratio(orders, customers),
    averageOrder: ratio(revenue, orders),
    revenuePerCustomer: ratio(revenue, customers),
    monthlyChurn,
    lifetimeMonths: monthlyChurn ? 1 / monthlyChurn : undefined,
    value: monthlyChurn ? ((revenue / exposureMonths) * gross_margin) / monthlyChurn : undefined,
    note: notes.filter(Boolean).join(", "),
  };
}
