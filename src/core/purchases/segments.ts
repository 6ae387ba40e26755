import type { DayNumber } from "../day";
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
  readonly revenues: number[];
}

const fewCustomers = 5;

/**
 * One summary a segment, the highest value first and those without a value last, by
 * revenue. A customer is lost without a purchase
 * in the `inactive_after` months (of 365.25 ÷ 12 days) before `as_of`. Exposure runs from the first purchase to the
 * latest one of the lost, and to `as_of` for the others; churn is lost ÷ exposure, and value is revenue per month of
 * exposure × margin ÷ churn.
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
    const own = totals.get(segment) ?? { customers: 0, orders: 0, lost: 0, exposureMonths: 0, revenues: [] };
    totals.set(segment, own);
    own.revenues.push(sum(amounts));
    if (purchaseDays.length === 0) continue;
    const [first, last] = [purchaseDays[0]!, purchaseDays[purchaseDays.length - 1]!];
    const isLost = as_of - last > inactive_after * daysPer.month;
    own.customers += 1;
    own.orders += purchaseDays.length;
    own.lost += isLost ? 1 : 0;
    own.exposureMonths += ((isLost ? last : as_of) - first) / daysPer.month;
  }
  const allRevenue = sum(Array.from(totals.values(), ({ revenues }) => sum(revenues)));
  return Array.from(totals, ([segment, own]) => summarised(segment, own, allRevenue, gross_margin)).sort(
    (a, b) => byValue(a, b) || b.revenue - a.revenue || (a.segment < b.segment ? -1 : 1),
  );
}

function byValue(a: SegmentSummary, b: SegmentSummary): number {
  if (a.value === undefined || b.value === undefined)
    return Number(a.value === undefined) - Number(b.value === undefined);
  return b.value - a.value;
}

function summarised(segment: string, own: Totals, allRevenue: number, gross_margin: number): SegmentSummary {
  const { customers, orders, lost, exposureMonths } = own;
  const revenue = sum(own.revenues);
  const monthlyChurn = exposureMonths > 0 ? lost / exposureMonths : undefined;
  const hasValue = monthlyChurn !== undefined && monthlyChurn > 0;
  const notes = [
    customers < fewCustomers ? "few" : "",
    monthlyChurn === undefined ? "no time observed" : lost === 0 ? "nobody lost" : "",
  ];
  return {
    segment,
    customers,
    revenue,
    revenueShare: allRevenue > 0 ? revenue / allRevenue : undefined,
    ordersPerCustomer: customers > 0 ? orders / customers : undefined,
    averageOrder: orders > 0 ? revenue / orders : undefined,
    revenuePerCustomer: customers > 0 ? revenue / customers : undefined,
    monthlyChurn,
    lifetimeMonths: hasValue ? 1 / monthlyChurn : undefined,
    value: hasValue ? ((revenue / exposureMonths) * gross_margin) / monthlyChurn : undefined,
    note: notes.filter(Boolean).join(", "),
  };
}
