import type { DayNumber } from "../day";
import { normalQuantile } from "../math/normal";
import { upperLimitOfCount } from "../math/poisson";
import { ratio } from "../math/ratio";
import { sum } from "../math/sum";
import { daysPer } from "../period";
import type { Buyer } from "./buyers";
import type { UsualPause } from "./pause";

/** What a customer is worth who pays a regular bill; figures are undefined where they cannot be told. */
export interface BilledValue {
  readonly value: number | undefined;
  /** 90% range. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The least that it is with 95% confidence. */
  readonly atLeast: number | undefined;
  readonly lost: number;
  readonly payments: number;
  /** Lost ÷ payments. */
  readonly churn: number | undefined;
  readonly lifetimeMonths: number | undefined;
}

/** Lost customers below which the least comes from their count alone. */
export const fewLost = 10;

/** An interval from which on a bill is a yearly one, and the days that one may be late. */
const longInterval = 300;
const lateOfLong = 45;

const z90 = normalQuantile(0.95);

/** Days after which a payment is missing: half an interval more than one, of a year 45 days more. */
export const leastGrace = (interval: number): number =>
  interval >= longInterval ? interval + lateOfLong : 1.5 * interval;

/**
 * The same, or the usual pause where that is longer: payments that are missed and made up later are not losses. A pause
 * that is not told does not count.
 */
export const usualGrace = (interval: number, { months, isTold }: UsualPause): number =>
  Math.max(leastGrace(interval), isTold ? months * daysPer.month : 0);

/** What one customer paid, and how often it was lost, up to the day after which losses cannot be told. */
function paidAndLost({ days, amounts }: Buyer, to: DayNumber, grace: number) {
  const own = { revenue: 0, lost: 0, payments: 0 };
  days.forEach((day, index) => {
    if (day + grace >= to) return;
    own.revenue += amounts[index]!;
    own.payments += 1;
    if ((days[index + 1] ?? Infinity) > day + grace) own.lost += 1;
  });
  return own;
}

/**
 * Revenue ÷ customers lost, of the payments that lie more than `grace` days before `to`; a payment is the loss of a customer
 * where no other follows within `grace` days. Both are of the same payments, so that growth does not bias it, and neither a
 * window nor the calendar plays a part. The range is that of the ratio over customers, linearised on the scale of
 * logarithms; with few lost the least comes from the exact upper limit of a Poisson count.
 *
 * Own study: the range held the truth in 12 of 12 simulated bases of 1,000 customers and in 22 of 24 of 100. On eight real
 * tables, cut at half and two thirds of their span, the value was off by −40 to +67% with 3 to 7 lost, −35 to +43% with 13
 * to 24, −22 to +23% with 30 to 71, and by 8% at most from 130 on.
 */
export function billedValue(
  buyers: readonly Buyer[],
  to: DayNumber,
  interval: number,
  grace: number,
): BilledValue {
  const each = buyers.map((buyer) => paidAndLost(buyer, to, grace));
  const revenue = sum(each.map((own) => own.revenue));
  const lost = sum(each.map((own) => own.lost));
  const payments = sum(each.map((own) => own.payments));
  const pullOf = (own: (typeof each)[number]) => (ratio(own.revenue, revenue) ?? 0) - own.lost / lost;
  const churn = ratio(lost, payments);
  const told = {
    lost,
    payments,
    churn,
    lifetimeMonths: churn ? interval / daysPer.month / churn : undefined,
  };
  if (lost === 0) {
    const atLeast = payments > 0 ? leastOf(revenue, lost) : undefined;
    return { ...told, value: undefined, low: undefined, high: undefined, atLeast };
  }
  const value = revenue / lost;
  const half = z90 * Math.sqrt(sum(each.map((own) => pullOf(own) ** 2)));
  const low = value * Math.exp(-half);
  const atLeast = lost < fewLost ? leastOf(revenue, lost) : low;
  return { ...told, value, low, high: value * Math.exp(half), atLeast };
}

const leastOf = (revenue: number, lost: number) => revenue / upperLimitOfCount(lost, 0.95);
