import { FIRST_DAY, LAST_DAY, MONTHS, monthOf, monthStart } from "./calendar";
import type { Random } from "./random";

/** One row of the subscriptions sheet; a running one has no end. */
export interface Subscription {
  readonly customer: string;
  readonly plan: string;
  readonly start: number;
  readonly end: number | undefined;
  readonly mrr: number;
}

/** The time of one customer, from the first subscription to the end of the last; whoever still has one has not left. */
export interface Subscriber {
  readonly customer: string;
  readonly joined: number;
  readonly left: number | undefined;
}

const PLANS = [
  { plan: "Solo", mrr: 19, cancels: 0.05 },
  { plan: "Duo", mrr: 34, cancels: 0.035 },
  { plan: "Office", mrr: 89, cancels: 0.018 },
];
const SUBSCRIBERS = 175;

/** Chance a month of moving to the next larger plan. */
const UPGRADES = 0.014;

/** Coffee subscriptions, month by month; an upgrade ends one row and begins the next. */
export function createSubscriptions(random: Random): Subscription[] {
  const rows: Subscription[] = [];
  for (let index = 0; index < SUBSCRIBERS; index++) {
    rows.push(...subscriptionsOf(random, `S-${String(index + 1).padStart(3, "0")}`));
  }
  return rows.sort((a, b) => a.start - b.start || a.customer.localeCompare(b.customer, "en"));
}

function subscriptionsOf(random: Random, customer: string): Subscription[] {
  const rows: Subscription[] = [];
  const joined = random.whole(FIRST_DAY, LAST_DAY);
  let level = random.pick([0, 0, 0, 1, 1, 2]);
  let start = joined;
  for (let month = monthOf(joined) + 1; month < MONTHS; month++) {
    const { plan, mrr, cancels } = PLANS[level]!;
    const day = monthStart(month) + random.whole(0, 27);
    const row = { customer, plan, start, end: day, mrr };
    if (day > LAST_DAY) break;
    if (random.unit() < cancels) return [...rows, row];
    if (level < PLANS.length - 1 && random.unit() < UPGRADES) {
      rows.push(row);
      start = day;
      level++;
    }
  }
  const { plan, mrr } = PLANS[level]!;
  return [...rows, { customer, plan, start, end: undefined, mrr }];
}

/** One row for each customer, in the order in which they joined. */
export function subscribersOf(subscriptions: readonly Subscription[]): Subscriber[] {
  const subscribers = new Map<string, Subscriber>();
  // Rows are in the order of their starts, and of one customer each begins where the one before ends.
  for (const { customer, start, end } of subscriptions) {
    subscribers.set(customer, { customer, joined: subscribers.get(customer)?.joined ?? start, left: end });
  }
  return [...subscribers.values()];
}

/** How one subscriber uses the shop's portal. */
export interface Usage {
  readonly customer: string;
  readonly logins: number;
  readonly tickets: number;
  readonly nps: number | undefined;
  /** Days since the last login. */
  readonly quiet: number;
  readonly hasLeft: boolean;
}

/** Means of those who stay and of those who leave: logins in the last month, tickets, and what they would recommend. */
const STAYERS = { logins: 9, tickets: 0.6, nps: 8.2, quiet: 7 };
const LEAVERS = { logins: 4.5, tickets: 1.5, nps: 6.4, quiet: 13 };

/** Usage in the last month of each subscriber, or in the one before leaving: those who left used it less, and complained more. */
export function createUsage(random: Random, subscribers: readonly Subscriber[]): Usage[] {
  return subscribers.map(({ customer, left }) => {
    const mean = left === undefined ? STAYERS : LEAVERS;
    const nps = Math.round(mean.nps + random.normal(0, 1.6));
    return {
      customer,
      logins: Math.round(random.wait(mean.logins)),
      tickets: Math.floor(random.wait(mean.tickets)),
      // One in five does not answer.
      nps: random.unit() < 0.2 ? undefined : Math.max(0, Math.min(10, nps)),
      quiet: Math.round(random.wait(mean.quiet)),
      hasLeft: left !== undefined,
    };
  });
}
