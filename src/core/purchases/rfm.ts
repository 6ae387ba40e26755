import type { DayNumber } from "../day";
import type { CustomerSummary } from "./customers";

/** One customer's recency, frequency and monetary value, scored against all others. */
export interface RfmScore {
  readonly customer: string;
  readonly recencyDays: number;
  /** Days with a purchase. */
  readonly frequency: number;
  /** Revenue net of refunds. */
  readonly monetary: number;
  /** 1 to the number of bins, the best highest. */
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly segment: string;
}

/**
 * Names by recency score (rows, 1 to 5) and by the mean of frequency and monetary score (columns, 1 to 5). Who bought
 * once stands in the first column, whatever the scores: all others speak of customers who came back.
 */
export const segmentNames = [
  ["Lost", "Hibernating", "At risk", "At risk", "Cannot lose them"],
  ["Hibernating", "Hibernating", "At risk", "At risk", "Cannot lose them"],
  ["About to sleep", "About to sleep", "Need attention", "Loyal", "Loyal"],
  ["Promising", "Potential loyalist", "Potential loyalist", "Loyal", "Loyal"],
  ["New customers", "Potential loyalist", "Potential loyalist", "Champions", "Champions"],
] as const;

/**
 * Scores by quantile: bins − ⌊bins × share of customers who are better⌋. Equal values score alike, and the best always
 * the most: who bought today is as recent as can be, however many others did. Customers without a purchase are left out.
 */
export function rfm(summaries: readonly CustomerSummary[], as_of: DayNumber, bins: number): RfmScore[] {
  const buyers = summaries.filter(({ last }) => last !== undefined);
  const recencies = buyers.map(({ last }) => as_of - last!);
  const r = scores(
    recencies.map((days) => -days),
    bins,
  );
  const f = scores(
    buyers.map(({ orders }) => orders),
    bins,
  );
  const m = scores(
    buyers.map(({ revenue }) => revenue),
    bins,
  );
  return buyers.map(({ customer, orders, revenue }, index) => ({
    customer,
    recencyDays: recencies[index]!,
    frequency: orders,
    monetary: revenue,
    r: r[index]!,
    f: f[index]!,
    m: m[index]!,
    segment: nameOf(r[index]!, orders > 1 ? (f[index]! + m[index]!) / 2 : 1, bins),
  }));
}

function scores(values: readonly number[], bins: number): number[] {
  const sorted = Float64Array.from(values).sort();
  const better = new Map<number, number>();
  sorted.forEach((value, index) => better.set(value, values.length - 1 - index));
  return values.map((value) => bins - Math.floor((bins * better.get(value)!) / values.length));
}

const nameOf = (recency: number, worth: number, bins: number): string =>
  segmentNames[outOfFive(recency, bins) - 1]![outOfFive(worth, bins) - 1]!;

/** The score on a scale of 1 to 5. */
const outOfFive = (score: number, bins: number) => Math.round(1 + ((score - 1) * 4) / (bins - 1));
