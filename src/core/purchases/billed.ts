import type { DayNumber } from "../day";
import { normalQuantile } from "../math/normal";
import { upperLimitOfCount } from "../math/poisson";
import { ratio } from "../math/ratio";
import { sum } from "../math/sum";
import { daysPer } from "../period";

/** What a customer is worth who pays a regular bill. */
export interface BilledValue {
  /** Undefined where nobody was lost, as the range. */
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The least that it is with 95% confidence; undefined where no payment counts. */
  readonly atLeast: number | undefined;
  readonly lost: number;
  readonly payments: number;
  /** Lost ÷ payments. */
  readonly churn: number | undefined;
  readonly lifetimeMonths: number | undefined;
}

interface Payer {
  readonly days: readonly DayNumber[];
  readonly amounts: readonly number[];
}

/** Lost customers below which only the least is told. */
export const fewLost = 10;

const z90 = normalQuantile(0.95);

/** A year's bill is reminded and paid within weeks; for others half an interval more is late. */
export const usualGrace = (interval: number): number => (interval >= 300 ? interval + 45 : 1.5 * interval);

/**
 * Revenue ÷ customers lost, of the payments whose next one was due by `to`: a payment counts where it and `grace` lie
 * before `to`, and is a customer's loss where no other follows within `grace` days. Numerator and denominator are of the same
 * payments, so growth does not bias it, and neither window nor calendar is needed. The range is that of this ratio over
 * customers (linearised, on the scale of logarithms); with few lost, the upper limit of a Poisson count tells the least.
 */
export function billedValue(
  payers: readonly Payer[],
  to: DayNumber,
  interval: number,
  grace: number,
): BilledValue {
  const each = payers.map(({ days, amounts }) => {
    const own = { revenue: 0, lost: 0, payments: 0 };
    days.forEach((day, index) => {
      if (day + grace >= to) return;
      own.revenue += amounts[index]!;
      own.payments += 1;
      if ((days[index + 1] ?? Infinity) > day + grace) own.lost += 1;
    });
    return own;
  });
  const revenue = sum(each.map((own) => own.revenue));
  const lost = sum(each.map((own) => own.lost));
  const payments = sum(each.map((own) => own.payments));
  const churn = ratio(lost, payments);
  const value = ratio(revenue, lost);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const error = Math.sqrt(sum(each.map((own) => (share(own.revenue, revenue) - share(own.lost, lost)) ** 2)));
  const low = value === undefined ? undefined : value * Math.exp(-z90 * error);
  return {
    value,
    low,
    high: value === undefined ? undefined : value * Math.exp(z90 * error),
    atLeast: payments === 0 ? undefined : lost < fewLost ? revenue / upperLimitOfCount(lost, 0.95) : low,
    lost,
    payments,
    churn,
    lifetimeMonths: churn ? interval / daysPer.month / churn : undefined,
  };
}
