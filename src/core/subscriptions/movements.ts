import type { DayNumber } from "../day";
import { grouped } from "../grouped";
import { least } from "../math/extremes";
import { times } from "../math/times";
import { type Period, firstDayOf, periodOf } from "../period";
import { refusal } from "../refusal";

/** A subscription: active from its first day on, and no longer at the end of its last; undefined while it runs. */
export interface Subscription {
  readonly customer: string;
  readonly start: DayNumber;
  readonly end: DayNumber | undefined;
  /** Monthly recurring revenue. */
  readonly mrr: number;
}

/** What happened to customers and their monthly recurring revenue within one calendar period. */
interface Flows {
  /** Customers who were never there at the end of an earlier period. */
  newCustomers: number;
  lostCustomers: number;
  /** Customers who had been lost and are back. */
  returned: number;
  newMrr: number;
  expansion: number;
  contraction: number;
  lostMrr: number;
  /** MRR of customers who had been lost and are back. */
  reactivation: number;
}

/** The flows of one calendar period, and what stood at its two ends. */
export interface Movements extends Readonly<Flows> {
  readonly firstDay: DayNumber;
  readonly customersAtStart: number;
  readonly customersAtEnd: number;
  readonly mrrAtStart: number;
  readonly mrrAtEnd: number;
}

/** What changes on a day: subscriptions that begin or end, and their MRR. */
interface Change {
  readonly period: number;
  readonly subscriptions: number;
  readonly mrr: number;
}

const mostPeriods = 50_000;

/** Relative size below which a difference of sums is rounding. */
const rounding = 1e-12;

/**
 * Movements of each calendar period from the first start to `as_of`, by which all subscriptions have begun: every customer's state at the end of the period
 * (of `as_of` in the last) against that at the end of the period before. Subscriptions of one customer add up, so that
 * several rows are upgrades, downgrades, or a pause and a return; what begins and ends within one period moves nothing.
 */
export function movements(
  subscriptions: readonly Subscription[],
  as_of: DayNumber,
  period: Period,
): Movements[] {
  const first = least(subscriptions.map(({ start }) => periodOf(start, period)));
  const count = periodOf(as_of, period) - first + 1;
  if (count > mostPeriods) {
    throw refusal(
      `start must be at most ${mostPeriods} ${period}s before as_of, got ${count}: look for a wrong year`,
    );
  }
  const flows = times(count, noFlows);
  for (const own of grouped(subscriptions, ({ customer }) => customer).values())
    addFlows(flows, changesOf(own, as_of, period), first);

  let customers = 0;
  let mrr = 0;
  return flows.map((flow, index) => {
    const [customersAtStart, mrrAtStart] = [customers, mrr];
    customers += flow.newCustomers + flow.returned - flow.lostCustomers;
    const gained = flow.newMrr + flow.expansion + flow.reactivation;
    mrr += gained - flow.contraction - flow.lostMrr;
    if (customers === 0 || Math.abs(mrr) <= rounding * (mrrAtStart + gained)) mrr = 0;
    return {
      ...flow,
      firstDay: firstDayOf(first + index, period),
      customersAtStart,
      customersAtEnd: customers,
      mrrAtStart,
      mrrAtEnd: mrr,
    };
  });
}

const noFlows = (): Flows => ({
  newCustomers: 0,
  lostCustomers: 0,
  returned: 0,
  newMrr: 0,
  expansion: 0,
  contraction: 0,
  lostMrr: 0,
  reactivation: 0,
});

function changesOf(own: readonly Subscription[], as_of: DayNumber, period: Period): Change[] {
  return own.flatMap(({ start, end = Infinity, mrr }) => {
    const beginning = { period: periodOf(start, period), subscriptions: 1, mrr };
    if (end > as_of) return [beginning];
    return [beginning, { period: periodOf(end, period), subscriptions: -1, mrr: -mrr }];
  });
}

function addFlows(flows: readonly Flows[], changes: Change[], first: number): void {
  // By MRR too, so that the order of the rows cannot change a sum in its last digits.
  changes.sort((a, b) => a.period - b.period || b.mrr - a.mrr);
  let active = 0;
  let mrr = 0;
  let wasSeen = false;
  for (let next = 0; next < changes.length;) {
    const at = changes[next]!.period;
    const before = { active, mrr };
    let size = mrr;
    for (; next < changes.length && changes[next]!.period === at; next++) {
      active += changes[next]!.subscriptions;
      mrr += changes[next]!.mrr;
      size += Math.abs(changes[next]!.mrr);
    }
    if (active === 0) mrr = 0;
    if (Math.abs(mrr - before.mrr) <= rounding * size) mrr = before.mrr;
    const flow = flows[at - first]!;
    if (before.active === 0 && active > 0) {
      if (wasSeen) {
        flow.returned += 1;
        flow.reactivation += mrr;
      } else {
        flow.newCustomers += 1;
        flow.newMrr += mrr;
      }
      wasSeen = true;
    } else if (before.active > 0 && active === 0) {
      flow.lostCustomers += 1;
      flow.lostMrr += before.mrr;
    } else if (mrr > before.mrr) flow.expansion += mrr - before.mrr;
    else flow.contraction += before.mrr - mrr;
  }
}
