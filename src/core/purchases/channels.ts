import type { DayNumber } from "../day";
import { grouped } from "../grouped";
import { least } from "../math/extremes";
import { ratio } from "../math/ratio";
import { sum } from "../math/sum";
import { periodOf } from "../period";
import type { CustomerHistory } from "./history";
import { type SegmentSummary, segments } from "./segments";
import { type Ages, agesOf, valueByAge, withPurchase } from "./valueByAge";

/** What winning the customers of one channel cost, and what they are worth. */
export interface ChannelSummary {
  readonly channel: string;
  readonly newCustomers: number;
  /** Of the new customers of all channels. */
  readonly share: number | undefined;
  /** Undefined where none is known. */
  readonly spend: number | undefined;
  readonly cac: number | undefined;
  /** Gross profit a customer so far, and over the lifetime. */
  readonly valueToDate: number | undefined;
  readonly value: number | undefined;
  readonly ratio: number | undefined;
  /** The first age in calendar months by whose end a customer has brought its cost. */
  readonly payback: number | undefined;
  readonly note: string;
}

/** The name of the row for all channels together. */
const allChannels = "Total";

/** Customers at an age below which what it shows is said to rest on few. */
const fewCustomers = 5;

/** Relative size of what rounding may take from a sum. */
const rounding = 1e-12;

/**
 * One summary a channel, the highest value ÷ cost first, then those without it by value and by revenue, those with spend
 * alone last; then one of all. Value is that of `segments`. Payback is read off what customers brought by age, at the ages
 * that are over for someone; a channel's cost is its spend ÷ its customers.
 */
export function channels(
  histories: readonly CustomerHistory[],
  channelOf: (customer: string) => string,
  spend: ReadonlyMap<string, number> | undefined,
  gross_margin: number,
  inactive_after: number,
  as_of: DayNumber,
): ChannelSummary[] {
  const buyers = withPurchase(histories);
  const ages = agesIfAny(buyers, as_of);
  const members = grouped(buyers, ({ customer }) => channelOf(customer));
  const summaries = segments(histories, channelOf, gross_margin, inactive_after, as_of);
  const all = summaries.pop()!;
  const of = (summary: SegmentSummary, channel: string, cost: number | undefined, own: CustomerHistory[]) =>
    summarised(summary, channel, cost, own, { ages, buyers: buyers.length, gross_margin, hasSpend: !!spend });
  const won = summaries
    .map((summary) =>
      of(summary, summary.segment, spend?.get(summary.segment), members.get(summary.segment) ?? []),
    )
    // Two without a value ÷ cost, or without a value, differ by NaN, which leaves it to what comes next.
    .sort((a, b) => (b.ratio ?? -Infinity) - (a.ratio ?? -Infinity) || 0);
  const known = new Set(summaries.map(({ segment }) => segment));
  const spendAlone = Array.from(spend ?? [])
    .filter(([channel]) => !known.has(channel))
    .sort(([a, costs], [b, others]) => others - costs || (a < b ? -1 : 1))
    .map(([channel, cost]) => withoutCustomers(channel, cost));
  const total = spend && sum(Array.from(spend.values()));
  return [...won, ...spendAlone, of(all, allChannels, total, buyers)];
}

function agesIfAny(buyers: readonly CustomerHistory[], as_of: DayNumber): Ages | undefined {
  const first = least(buyers.map(({ purchaseDays }) => periodOf(purchaseDays[0]!, "month")));
  return periodOf(as_of + 1, "month") > first ? agesOf(buyers, as_of, "month") : undefined;
}

interface Whole {
  readonly ages: Ages | undefined;
  readonly buyers: number;
  readonly gross_margin: number;
  readonly hasSpend: boolean;
}

function summarised(
  { customers, revenuePerCustomer, value, note }: SegmentSummary,
  channel: string,
  spend: number | undefined,
  members: readonly CustomerHistory[],
  { ages, buyers, gross_margin, hasSpend }: Whole,
): ChannelSummary {
  const cac = spend === undefined ? undefined : ratio(spend, customers);
  const clvToCac = value === undefined || !cac ? undefined : value / cac;
  const { payback, notes } = paybackOf(cac, members, ages, gross_margin);
  const all = [
    note,
    hasSpend && spend === undefined && "no spend given",
    clvToCac !== undefined && clvToCac < 1 && "CAC above CLV",
    ...notes,
  ];
  return {
    channel,
    newCustomers: customers,
    share: ratio(customers, buyers),
    spend,
    cac,
    valueToDate: revenuePerCustomer === undefined ? undefined : revenuePerCustomer * gross_margin,
    value,
    ratio: clvToCac,
    payback,
    note: all.filter(Boolean).join(", "),
  };
}

function paybackOf(
  cac: number | undefined,
  members: readonly CustomerHistory[],
  ages: Ages | undefined,
  gross_margin: number,
): { readonly payback: number | undefined; readonly notes: readonly string[] } {
  if (cac === undefined) return { payback: undefined, notes: [] };
  const seen = ages === undefined ? [] : valueByAge(members, ages).filter((one) => one !== undefined);
  if (seen.length === 0) return { payback: undefined, notes: ["no month over"] };
  const needed = cac * (1 - rounding);
  const payback = seen.findIndex(({ value }) => value * gross_margin >= needed);
  if (payback < 0) return { payback: undefined, notes: [`not paid back by age ${seen.length - 1}`] };
  const { customers } = seen[payback]!;
  const isFew = customers < fewCustomers && members.length >= fewCustomers;
  return { payback, notes: isFew ? [`payback seen of ${customers}`] : [] };
}

const withoutCustomers = (channel: string, spend: number): ChannelSummary => ({
  channel,
  newCustomers: 0,
  share: 0,
  spend,
  cac: undefined,
  valueToDate: undefined,
  value: undefined,
  ratio: undefined,
  payback: undefined,
  note: "no customers by this name",
});
