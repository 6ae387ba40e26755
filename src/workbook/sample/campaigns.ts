import { MONTHS, monthOf, monthStart } from "./calendar";
import type { Order } from "./orders";
import type { Random } from "./random";

/** What one channel cost and brought in one month. */
export interface Campaign {
  readonly first: number;
  readonly channel: string;
  readonly spend: number;
  readonly joined: number;
}

/** Channels as whoever buys the ads calls them, what the shop calls them, and what a new customer costs there. */
const CHANNELS = [
  { channel: "Search ads", shop: "Search", cost: 74 },
  { channel: "Social ads", shop: "Social", cost: 118 },
  { channel: "Referral bonus", shop: "Referral", cost: 25 },
] as const;

/** A month without any new customer still costs part of one. */
const LEAST = 0.4;

/** What winning the customers of each month cost, by the channel of their first order. */
export function createCampaigns(random: Random, orders: readonly Order[]): Campaign[] {
  const seen = new Set([""]);
  const won = new Map<string, number>();
  for (const { customer, day, channel } of orders) {
    if (seen.has(customer)) continue;
    seen.add(customer);
    const key = `${monthOf(day)} ${channel}`;
    won.set(key, (won.get(key) ?? 0) + 1);
  }
  return Array.from({ length: MONTHS }, (_, month) =>
    CHANNELS.map(({ channel, shop, cost }): Campaign => {
      const joined = won.get(`${month} ${shop}`) ?? 0;
      const spend = Math.max(LEAST, joined) * cost * Math.exp(random.normal(0, 0.12));
      return { first: monthStart(month), channel, joined, spend: Math.round(spend / 5) * 5 };
    }),
  ).flat();
}

/** One contact with someone before the first order. */
export interface Touch {
  readonly customer: string;
  readonly day: number;
  readonly channel: string;
}

/** How often a first order follows so many contacts. */
const TOUCHES = [1, 1, 2, 2, 3, 4] as const;
const CONTACTS = [
  "Search ads",
  "Search ads",
  "Social ads",
  "Social ads",
  "Newsletter",
  "Referral bonus",
] as const;

/** What people met before their first order; most end where the shop says that they came from. */
export function createTouches(random: Random, orders: readonly Order[]): Touch[] {
  const first = new Map<string, Order>();
  for (const order of orders)
    if (order.customer !== "" && !first.has(order.customer)) first.set(order.customer, order);
  return [...first.values()]
    .flatMap(({ customer, day, channel }) => {
      const count = random.pick(TOUCHES);
      return Array.from({ length: count }, (_, index): Touch => {
        const isLast = index === count - 1;
        const name = CHANNELS.find(({ shop }) => shop === channel)?.channel ?? "Newsletter";
        return {
          customer,
          day: day - Math.round((count - 1 - index) * (2 + random.wait(5))),
          channel: isLast && random.unit() < 0.8 ? name : random.pick(CONTACTS),
        };
      });
    })
    .sort((a, b) => a.day - b.day);
}
