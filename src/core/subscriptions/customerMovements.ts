import type { DayNumber } from "../day";
import { grouped } from "../grouped";
import type { Subscription } from "./span";

/** What happens on a day: a customer pays for the first time, again, more, less, or for the last time. */
export interface Movement {
  readonly kind: "new" | "returned" | "expansion" | "contraction" | "lost";
  readonly day: DayNumber;
  /** MRR that comes, goes, or is won or lost with the change. */
  readonly mrr: number;
  /** The customer's MRR from then on. */
  readonly after: number;
}

/** Relative size below which a difference of sums is rounding. */
const rounding = 1e-12;

/**
 * The movements of each customer in the order of their days. MRR on a day is the sum of the customer's rows; a spell of
 * days with MRR above 0 begins with its first and is lost with its last. A customer who is back at most `grace_days` after
 * the last day was never gone, with the MRR of before until then; nor is one whose last day is no longer ago than that at
 * `as_of`.
 */
export function movementsOfCustomers(
  subscriptions: readonly Subscription[],
  as_of: DayNumber,
  grace_days: number,
): Movement[][] {
  return Array.from(grouped(subscriptions, ({ customer }) => customer).values()).map((own) =>
    movementsOf(levels(own), as_of, grace_days),
  );
}

interface Level {
  readonly day: DayNumber;
  /** MRR from that day on. */
  readonly mrr: number;
}

/** The days on which a customer's MRR changes, ascending. */
function levels(own: readonly Subscription[]): Level[] {
  const changes = own
    .filter(({ mrr }) => mrr > 0)
    .flatMap(({ start, end, mrr }) => [
      { day: start, rows: 1, mrr },
      ...(end === undefined ? [] : [{ day: end + 1, rows: -1, mrr: -mrr }]),
    ]);
  // By MRR too, so that the order of the rows cannot change a sum in its last digits.
  changes.sort((a, b) => a.day - b.day || b.mrr - a.mrr);
  const found: Level[] = [];
  let [rows, mrr] = [0, 0];
  for (let next = 0; next < changes.length;) {
    const { day } = changes[next]!;
    const before = mrr;
    let size = mrr;
    for (; next < changes.length && changes[next]!.day === day; next++) {
      rows += changes[next]!.rows;
      mrr += changes[next]!.mrr;
      size += Math.abs(changes[next]!.mrr);
    }
    if (rows === 0) mrr = 0;
    if (Math.abs(mrr - before) <= rounding * size) mrr = before;
    if (mrr !== before) found.push({ day, mrr });
  }
  return found;
}

function movementsOf(own: readonly Level[], as_of: DayNumber, grace_days: number): Movement[] {
  const found: Movement[] = [];
  const add = (kind: Movement["kind"], day: DayNumber, mrr: number, after: number) =>
    found.push({ kind, day, mrr, after });
  let before = 0;
  own.forEach(({ day, mrr }, index) => {
    if (mrr === 0) {
      const lastDay = day - 1;
      const back = own[index + 1]?.day;
      const isRenewed =
        back === undefined ? grace_days > 0 && as_of - lastDay <= grace_days : back - lastDay <= grace_days;
      if (isRenewed) return;
      add("lost", lastDay, before, 0);
    } else if (before === 0) add(found.length === 0 ? "new" : "returned", day, mrr, mrr);
    else if (mrr > before) add("expansion", day, mrr - before, mrr);
    else if (mrr < before) add("contraction", day, before - mrr, mrr);
    before = mrr;
  });
  return found;
}
