import type { DayNumber } from "../day";
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

/** What happened to customers and their monthly recurring revenue in one calendar period. */
export interface Movements {
  readonly firstDay: DayNumber;
  readonly customersAtStart: number;
  /** Customers who were never there at the end of an earlier period. */
  readonly newCustomers: number;
  readonly lostCustomers: number;
  readonly customersAtEnd: number;
  readonly mrrAtStart: number;
  readonly newMrr: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly lostMrr: number;
  /** MRR of customers who had been lost and are back. */
  readonly reactivation: number;
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
 * Movements of each calendar period from the first start to `as_of`: every customer's state at the end of the period
 * (of `as_of` in the last) against that at the end of the period before. Subscriptions of one customer add up, so that
 * several rows are upgrades, downgrades, or a pause and a return; what begins and ends within one period moves nothing.
 */
export function movements(
  subscriptions: readonly Subscription[],
  as_of: DayNumber,
  period: Period,
): Movements[] {
  const first = subscriptions.reduce(
    (least, { start }) => Math.min(least, periodOf(start, period)),
    Infinity,
  );
  const count = periodOf(as_of, period) - first + 1;
  if (count > mostPeriods) {
    throw refusal(
      `start must be at most ${mostPeriods} ${period}s before as_of, got ${count}: look for a wrong year`,
    );
  }
  const column = () => new Float64Array(count);
  const flows = {
    newCustomers: column(),
    lostCustomers: column(),
    returned: column(),
    newMrr: column(),
    expansion: column(),
    contraction: column(),
    lostMrr: column(),
    reactivation: column(),
  };
  for (const changes of changesByCustomer(subscriptions, as_of, period).values())
    addFlows(flows, changes, first);

  let customers = 0;
  let mrr = 0;
  return Array.from({ length: count }, (_, at) => {
    const [customersAtStart, mrrAtStart] = [customers, mrr];
    customers += flows.newCustomers[at]! + flows.returned[at]! - flows.lostCustomers[at]!;
    const gained = flows.newMrr[at]! + flows.expansion[at]! + flows.reactivation[at]!;
    mrr += gained - flows.contraction[at]! - flows.lostMrr[at]!;
    if (customers === 0 || Math.abs(mrr) <= rounding * (mrrAtStart + gained)) mrr = 0;
    return {
      firstDay: firstDayOf(first + at, period),
      customersAtStart,
      newCustomers: flows.newCustomers[at]!,
      lostCustomers: flows.lostCustomers[at]!,
      customersAtEnd: customers,
      mrrAtStart,
      newMrr: flows.newMrr[at]!,
      expansion: flows.expansion[at]!,
      contraction: flows.contraction[at]!,
      lostMrr: flows.lostMrr[at]!,
      reactivation: flows.reactivation[at]!,
      mrrAtEnd: mrr,
    };
  });
}

function changesByCustomer(
  subscriptions: readonly Subscription[],
  as_of: DayNumber,
  period: Period,
): Map<string, Change[]> {
  const changes = new Map<string, Change[]>();
  for (const { customer, start, end, mrr } of subscriptions) {
    if (start > as_of) continue;
    const own = changes.get(customer) ?? [];
    if (own.length === 0) changes.set(customer, own);
    own.push({ period: periodOf(start, period), subscriptions: 1, mrr });
    if (end !== undefined && end <= as_of)
      own.push({ period: periodOf(end, period), subscriptions: -1, mrr: -mrr });
  }
  return changes;
}

function addFlows(flows: Record<string, Float64Array>, changes: Change[], first: number): void {
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
    const add = (flow: string, amount: number) => {
      flows[flow]![at - first]! += amount;
    };
    if (before.active === 0 && active > 0) {
      add(wasSeen ? "returned" : "newCustomers", 1);
      add(wasSeen ? "reactivation" : "newMrr", mrr);
      wasSeen = true;
    } else if (before.active > 0 && active === 0) {
      add("lostCustomers", 1);
      add("lostMrr", before.mrr);
    } else if (active > 0) {
      add(mrr > before.mrr ? "expansion" : "contraction", Math.abs(mrr - before.mrr));
    }
  }
}
