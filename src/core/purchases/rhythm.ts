import { sum } from "../math/sum";
import { daysPer } from "../period";
import { type Buyer, hasRepeat } from "./buyers";

/** How payments come: by a regular bill, as orders of a shop, once in a customer's life, or too few to tell. */
export type Kind = "billed" | "shop" | "once" | "few";

/** A time after which a bill comes again, and how many days a payment may be off it. */
interface Interval {
  readonly days: number;
  readonly tolerance: number;
}

export const intervalNames = ["week", "two weeks", "month", "quarter", "half-year", "year"] as const;
export type IntervalName = (typeof intervalNames)[number];

export const intervals: Readonly<Record<IntervalName, Interval>> = {
  week: { days: 7, tolerance: 1 },
  "two weeks": { days: 14, tolerance: 2 },
  month: { days: daysPer.month, tolerance: 4 },
  quarter: { days: 91.3, tolerance: 8 },
  "half-year": { days: 182.6, tolerance: 12 },
  year: { days: daysPer.year, tolerance: 20 },
};

export interface Rhythm {
  readonly kind: Kind;
  /** Whether these may be a bill as well as orders of a shop. */
  readonly isOpen: boolean;
  /** The interval that most gaps are, and their share; undefined where no gap is one. */
  readonly nearest: IntervalName | undefined;
  readonly share: number;
  /** From one purchase of a customer to the next. */
  readonly gaps: number;
  readonly repeatCustomers: number;
}

/** Share of customers with a repeat, and number of gaps, below which nobody is known to come back. */
const leastRepeatShare = 0.02;
const leastGaps = 3;
/** Customers who can be said to buy once. */
const leastCustomers = 20;
/** Share of gaps at one interval, and number of gaps, from which on payments are a bill. */
export const leastShareOfBill = 0.5;
const leastGapsOfBill = 8;
/** Share from which on they may be one. */
const leastShareOfDoubt = 0.35;

/**
 * How customers pay. The share at an interval is that of a customer's own gaps, averaged over customers with a repeat, so
 * that those who pay most often do not decide. Own study on 40 tables, 28 of them real, each cut at a third, a half and two
 * thirds of its span and whole: billed ones had 0.52 to 1.00, shops 0.00 to 0.27; all 32 billed cuts were found, and no shop was called billed.
 */
export function rhythmOf(buyers: readonly Buyer[]): Rhythm {
  const gapsOf = buyers
    .filter(hasRepeat)
    .map(({ days }) => days.slice(1).map((day, index) => day - days[index]!));
  const gaps = sum(gapsOf.map((own) => own.length));
  const shareAt = ({ days, tolerance }: Interval) =>
    sum(gapsOf.map((own) => own.filter((gap) => Math.abs(gap - days) <= tolerance).length / own.length)) /
    Math.max(1, gapsOf.length);
  let nearest: IntervalName | undefined;
  let share = 0;
  for (const name of intervalNames) {
    const own = shareAt(intervals[name]);
    if (own > share) [nearest, share] = [name, own];
  }
  const isRepeated = gapsOf.length >= leastRepeatShare * buyers.length && gaps >= leastGaps;
  const isBill = share >= leastShareOfBill && gaps >= leastGapsOfBill;
  const isOpen = !isBill && share >= leastShareOfDoubt && gaps >= leastGapsOfBill;
  const kind = isRepeated ? (isBill ? "billed" : "shop") : buyers.length < leastCustomers ? "few" : "once";
  return { kind, isOpen: isRepeated && isOpen, nearest, share, gaps, repeatCustomers: gapsOf.length };
}
