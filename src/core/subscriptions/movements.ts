import { type DayNumber, isoFromDay } from "../day";
import { least } from "../math/extremes";
import { times } from "../math/times";
import { type Period, firstDayOf, isOver, periodOf } from "../period";
import { refusal } from "../refusal";
import { type Movement, movementsOfCustomers } from "./customerMovements";
import type { Subscription } from "./span";

/** What happened to customers and their monthly recurring revenue within one calendar period. */
interface Flows {
  /** Customers who paid for the first time ever. */
  newCustomers: number;
  /** Customers who had been lost and are back. */
  returned: number;
  lostCustomers: number;
  newMrr: number;
  expansion: number;
  contraction: number;
  lostMrr: number;
  /** MRR of customers who had been lost and are back. */
  reactivation: number;
  /** Of the customers at the start: those lost, back again or not. */
  lostOfThose: number;
  /** Of the MRR at the start: what each customer ends below it, and how much more or less all of them end with. */
  shortfallOfThose: number;
  changeOfThose: number;
}

/** The flows of one calendar period, and what stood at its two ends. */
export interface PeriodMovements extends Readonly<Flows> {
  readonly firstDay: DayNumber;
  readonly customersAtStart: number;
  readonly customersAtEnd: number;
  readonly mrrAtStart: number;
  readonly mrrAtEnd: number;
}

const mostPeriods = 50_000;

/** Relative size below which a difference of sums is rounding. */
const rounding = 1e-12;

/**
 * Movements of each calendar period from the first day with MRR to `as_of`, each in the period of its day: a first day
 * is new or returned, a rise within a spell expansion, a fall contraction, the last day lost. With `leavesOutUnfinished` a
 * period that `as_of` does not end is left out.
 */
export function movements(
  subscriptions: readonly Subscription[],
  as_of: DayNumber,
  period: Period,
  grace_days: number,
  leavesOutUnfinished: boolean,
): PeriodMovements[] {
  const paid = subscriptions.filter(({ mrr }) => mrr > 0);
  if (paid.length === 0)
    throw refusal("mrr must be above 0 in at least one row that has begun, got only free ones");
  const first = least(paid.map(({ start }) => periodOf(start, period)));
  const count = periodOf(as_of, period) - first + 1;
  if (count > mostPeriods) {
    throw refusal(
      `start must be at most ${mostPeriods} ${period}s before as_of, got ${count}: look for a wrong year`,
    );
  }
  const wholePeriods = leavesOutUnfinished && !isOver(as_of, period) ? count - 1 : count;
  if (wholePeriods === 0) {
    throw refusal(
      `as_of must be ${isoFromDay(firstDayOf(first + 1, period) - 1)}, the end of the first ${period} of the data, or later, got ${isoFromDay(as_of)}: use a shorter period`,
    );
  }
  const flows = times(count, noFlows);
  for (const own of movementsOfCustomers(paid, as_of, grace_days))
    addFlows(flows, own, (day) => periodOf(day, period) - first);

  let customers = 0;
  let mrr = 0;
  return flows.slice(0, wholePeriods).map((flow, index) => {
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
  returned: 0,
  lostCustomers: 0,
  newMrr: 0,
  expansion: 0,
  contraction: 0,
  lostMrr: 0,
  reactivation: 0,
  lostOfThose: 0,
  shortfallOfThose: 0,
  changeOfThose: 0,
});

function addFlows(flows: readonly Flows[], own: readonly Movement[], at: (day: DayNumber) => number): void {
  let mrr = 0;
  for (let next = 0; next < own.length;) {
    const index = at(own[next]!.day);
    const atStart = mrr;
    // What becomes of a customer who was there at the start ends with the first loss, whatever comes after it.
    let isLost = false;
    let left = atStart;
    for (; next < own.length && at(own[next]!.day) === index; next++) {
      const movement = own[next]!;
      addFlow(flows[index]!, movement);
      mrr = movement.after;
      if (!isLost) left = mrr;
      isLost ||= movement.kind === "lost";
    }
    if (atStart === 0) continue;
    flows[index]!.lostOfThose += Number(isLost);
    flows[index]!.shortfallOfThose += Math.max(0, atStart - left);
    flows[index]!.changeOfThose += left - atStart;
  }
}

function addFlow(flow: Flows, { kind, mrr }: Movement): void {
  if (kind === "new") {
    flow.newCustomers += 1;
    flow.newMrr += mrr;
  } else if (kind === "returned") {
    flow.returned += 1;
    flow.reactivation += mrr;
  } else if (kind === "lost") {
    flow.lostCustomers += 1;
    flow.lostMrr += mrr;
  } else flow[kind] += mrr;
}
