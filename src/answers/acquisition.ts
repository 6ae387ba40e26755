import { type Term, apply } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import type { Reading } from "./reading";
import { recipeOf } from "./results";
import { plural } from "./sentence";
import type { Compute, Setup } from "./setup";

/** New customers by the first day of their period; blank where the data don't say. */
export interface NewCustomers {
  readonly days: readonly string[];
  readonly counts: readonly SentCell[];
}

/** The first of the tables that tells what winning customers has cost. */
const spendIn = (readings: readonly Reading[]): Reading | undefined =>
  readings.find(({ spend }) => spend?.newCustomers !== undefined);

/** The tables that tell what advertising has cost and when, but not whom it won. */
const spendOnAds = (readings: readonly Reading[]): readonly Reading[] =>
  readings.filter(({ spend, table }) => spend?.period && !spend.newCustomers && table.isOnAds);

/** The table of spend whose customers the data themselves count; undefined where there are several, which may say the same twice. */
function spendToCount(readings: readonly Reading[]): Reading | undefined {
  const [from, another] = spendOnAds(readings);
  const codes = [readings[0]!, from].map((one) => one?.table.columns.find(({ currency }) => currency));
  const isOtherMoney = codes[0] && codes[1] && codes[0].currency !== codes[1].currency;
  return another || isOtherMoney || spendIn(readings) ? undefined : from;
}

/** Acquisition cost from a table of spend, over the new customers that it counts, else over those of the data. */
export function cacFrom(readings: readonly Reading[]): Term {
  const counted = spendIn(readings)?.spend;
  if (counted) return apply("CLV_CAC", counted.spend, counted.newCustomers!);
  const spend = spendToCount(readings)?.spend;
  const { period, joined } = readings[0]!.series ?? {};
  return spend && joined ? apply("SPEND_PER_NEW", spend.spend, spend.period!, joined, period!) : null;
}

/** Whether a formula is one of these. */
export const isCostOfSpend = (formula: string): boolean => /^=(CLV_CAC\(|IFERROR\(LET\(d, )/.test(formula);

/** Where the acquisition cost comes from. */
export function cacNote(readings: readonly Reading[]): string[] {
  const [counted, alone] = [spendIn(readings), spendToCount(readings)];
  if (counted) return [`The acquisition cost comes from the tab ${counted.table.tab}.`];
  return alone
    ? [
        `The acquisition cost is the spend on the tab ${alone.table.tab} ÷ the new customers in your data. Only periods that both cover in full count, and not the first of your data, in which everyone is new.`,
      ]
    : [];
}

/** That spend on several tabs is not added up. */
export function spendNote(readings: readonly Reading[]): string[] {
  const tabs = spendOnAds(readings).map(({ table }) => table.tab);
  return tabs.length > 1 && !spendIn(readings)
    ? [
        `The tabs ${tabs.slice(0, -1).join(", ")} and ${tabs[tabs.length - 1]!} hold spend, perhaps the same twice, so there is no acquisition cost: enter it under Assumptions.`,
      ]
    : [];
}

const dayOf = (cell: SentCell | undefined) =>
  typeof cell === "object" ? cell.date : typeof cell === "string" ? cell : "";

function isCost(term: Term, setup: Setup, compute: Compute): boolean {
  const [figure] = compute(setup, [recipeOf(term)]);
  return Number(figure!.cells[0]?.[0]) > 0;
}

/** Why the spend does not belong to the data: undefined where it does, "" where it is from other years. */
export function disagreement(
  readings: readonly Reading[],
  seen: NewCustomers,
  setup: Setup,
  compute: Compute,
): string | undefined {
  const from = spendIn(readings);
  if (!from) return isCost(cacFrom(readings), setup, compute) ? undefined : "";
  const { period: dates, newCustomers } = from.spend!;
  if (!dates || !newCustomers) return undefined;
  const [periods, joined] = compute(setup, [dates, newCustomers].map(recipeOf));
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
    `The acquisition cost on the tab ${tab} is not used: it counts ${plural(theirs, "new customer")} where the data have ` +
    `${ours.toLocaleString("en-US")} in the same months. If both are the same business, enter the cost under Assumptions.`
  );
}
