import { type Term, apply } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import type { Reading } from "./reading";
import type { Compute, Setup } from "./setup";

/** New customers by the first day of their period; blank where the data don't say. */
export interface NewCustomers {
  readonly days: readonly string[];
  readonly counts: readonly SentCell[];
}

/** The first of the tables that tells what winning customers has cost. */
const spendIn = (readings: readonly Reading[]): Reading | undefined =>
  readings.find(({ spend }) => spend?.newCustomers !== undefined);

/** Acquisition cost from a table of spend and new customers. */
export function cacFrom(readings: readonly Reading[]): Term {
  const spend = spendIn(readings)?.spend;
  return spend ? apply("CLV_CAC", spend.spend, spend.newCustomers!) : null;
}

/** Where the acquisition cost comes from. */
export function cacNote(readings: readonly Reading[]): string[] {
  const from = spendIn(readings);
  return from ? [`The acquisition cost comes from the tab ${from.table.tab}.`] : [];
}

const dayOf = (cell: SentCell | undefined) =>
  typeof cell === "object" ? cell.date : typeof cell === "string" ? cell : "";

/** Why the spend does not belong to the data: undefined where it does, "" where it is from other years. */
export function disagreement(
  readings: readonly Reading[],
  seen: NewCustomers,
  setup: Setup,
  compute: Compute,
): string | undefined {
  const from = spendIn(readings);
  const { period: dates, newCustomers } = from?.spend ?? {};
  if (!from || !dates || !newCustomers) return undefined;
  const [periods, joined] = compute(
    setup,
    [dates, newCustomers].map((result) => ({ steps: [], result })),
  );
  const months = periods!.cells.map(([cell]) => dayOf(cell));
  const [first, last] = [seen.days[0] ?? "", seen.days[seen.days.length - 1] ?? "9"];
  if (!months.some((day) => day >= first.slice(0, 7) && day.slice(0, 7) <= last)) return "";
  const said = byMonth(
    months,
    joined!.cells.map(([cell]) => cell ?? ""),
  );
  return countsApart(from.table.tab, said, seen);
}

function byMonth(days: readonly string[], counts: readonly SentCell[]): Map<string, number> {
  const sums = new Map<string, number>();
  days.forEach((day, row) => {
    const [month, count] = [day.slice(0, 7), counts[row]];
    if (/^\d{4}-\d\d$/.test(month) && typeof count === "number")
      sums.set(month, (sums.get(month) ?? 0) + count);
  });
  return sums;
}

/** Data may hold only some customers, such as those of one shop, at the same cost as all of them. */
const mostTimes = 10;
const longestMonth = 31 * 86_400_000;

/** A sentence on the new customers of both in their shared months, where one counts many times more than the other. */
function countsApart(
  tab: string,
  said: ReadonlyMap<string, number>,
  { days, counts }: NewCustomers,
): string | undefined {
  const [first, second] = days;
  if (!first || !second || Date.parse(second) - Date.parse(first) > longestMonth) return undefined;
  const seen = byMonth(days, counts);
  const shared = [...seen.keys()].filter((month) => said.has(month));
  // In the month that the data begin with, everyone is new.
  const counted = shared.filter((month) => shared.length === 1 || month !== first.slice(0, 7));
  const sum = (of: ReadonlyMap<string, number>) =>
    counted.reduce((total, month) => total + of.get(month)!, 0);
  const [ours, theirs] = [sum(seen), sum(said)];
  if (ours === 0 || (theirs <= ours * mostTimes && theirs * mostTimes >= ours)) return undefined;
  return (
    `The acquisition cost on the tab ${tab} is not used: it counts ${theirs} new customers where the data have ` +
    `${ours} in the same months. If both are the same business, enter the cost under Assumptions.`
  );
}
