import type { DayNumber } from "../day";
import { median } from "../math/median";
import { sum } from "../math/sum";
import { times } from "../math/times";
import { daysPer } from "../period";
import { agesOf } from "./ages";
import { type Buyer, firstDay } from "./buyers";

const month = daysPer.month;

/** Months of data, and newcomers in a usual one, that it takes to tell. */
const leastMonths = 6;
const leastNewcomers = 3;
/** How many times as many as usually must come in the first month, and in those after it that go with it. */
const firstSurplus = 2;
const surplus = 1.5;
/** Share of the mean month's newcomers that the last quarter must still bring. */
const leastLate = 0.2;
/** Customer-months at an age without which it is not compared. */
const leastLived = 10;
/** How many times the others' revenue at the same age marks customers who are older than the data. */
const mostRevenue = 1.2;

/**
 * Months at the start of data that begin in mid-life: many "first" purchases of then are those of older customers, who
 * bring more than new ones. They are told by numbers, and by revenue at the same age: an opening sale brings many too, but
 * no more than others from each.
 */
export function monthsBeforeNew(buyers: readonly Buyer[], to: DayNumber): number {
  if (buyers.length === 0) return 0;
  const from = firstDay(buyers);
  const months = Math.floor((to - from) / month);
  if (months < leastMonths) return 0;
  const newcomers = times(months, () => 0);
  for (const { first } of buyers) {
    const index = Math.floor((first - from) / month);
    if (index < months) newcomers[index]! += 1;
  }
  const usual = median(newcomers.slice(months >> 1))!;
  const late = newcomers.slice(Math.floor(months * 0.75));
  const isLateAlive = sum(late) / late.length >= (leastLate * sum(newcomers)) / months;
  if (usual < leastNewcomers || newcomers[0]! <= firstSurplus * usual || !isLateAlive) return 0;
  const past = newcomers.findIndex((count, index) => index >= months >> 1 || count <= surplus * usual);
  const cut = from + past * month;
  const old = agesOf(
    buyers.filter(({ first }) => first < cut),
    to,
  );
  const young = agesOf(
    buyers.filter(({ first }) => first >= cut),
    to,
  );
  const compared = young.lived.flatMap((lived, age) => (lived >= leastLived ? [age] : []));
  const revenueAt = (rates: readonly number[]) => sum(compared.map((age) => rates[age]! * old.lived[age]!));
  return revenueAt(old.rates) > mostRevenue * revenueAt(young.rates) ? past : 0;
}

/** The customers without those of so many first months. */
export function withoutFirstMonths(buyers: readonly Buyer[], months: number): readonly Buyer[] {
  if (months === 0) return buyers;
  const cut = firstDay(buyers) + months * month;
  return buyers.filter(({ first }) => first >= cut);
}
