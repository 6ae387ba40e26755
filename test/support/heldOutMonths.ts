import type { DayNumber } from "../../src/core/day";
import type { ModelName } from "../../src/core/models/models";
import { firstDayOf, periodOf } from "../../src/core/period";
import { fitPurchases } from "../../src/core/prediction/fit";
import { forecast } from "../../src/core/prediction/forecast/forecast";
import { type CustomerHistory, histories, historyUpTo } from "../../src/core/purchases/history";
import { trueParameters } from "./coverage";
import { chance, simulators } from "./histories";

/** Months that were forecast, and how many of them came out within, below and above the range. */
export interface Held {
  readonly months: number;
  readonly within: number;
  readonly below: number;
  readonly above: number;
  /** Orders of those who had bought before, what they were off the forecast by month, and the same without its seasons. */
  readonly orders: number;
  readonly missed: number;
  readonly missedWithoutSeasons: number;
}

export const none: Held = {
  months: 0,
  within: 0,
  below: 0,
  above: 0,
  orders: 0,
  missed: 0,
  missedWithoutSeasons: 0,
};

export const together = (one: Held, other: Held): Held => ({
  months: one.months + other.months,
  within: one.within + other.within,
  below: one.below + other.below,
  above: one.above + other.above,
  orders: one.orders + other.orders,
  missed: one.missed + other.missed,
  missedWithoutSeasons: one.missedWithoutSeasons + other.missedWithoutSeasons,
});

interface Cut {
  readonly until: DayNumber;
  readonly months: number;
  readonly model: ModelName | "auto";
  /** Whether those who come after the cut are left out of the forecast and of what came. */
  readonly hasNoNew?: boolean;
}

/** Forecasts months from the days up to one, and holds them against what came; undefined where no model can be fitted. */
export function heldOut(all: readonly CustomerHistory[], cut: Cut): Held | undefined {
  const { until, months, model, hasNoNew = false } = cut;
  const known = all.map((one) => historyUpTo(one, until)).filter(({ days }) => days.length > 0);
  const fit = fitPurchases(known, until, "week", model);
  if (!fit.converged) return undefined;
  const factors = Array.from({ length: months }, () => 1);
  const terms = { newCustomers: hasNoNew ? 0 : undefined, margin: 1, factors };
  const names = new Set(known.map(({ customer }) => customer));
  const counted = hasNoNew ? all.filter(({ customer }) => names.has(customer)) : all;
  let held = none;
  for (const { firstDay, low, high, orders, index } of forecast(known, until, fit, terms).months) {
    const next = firstDayOf(periodOf(firstDay, "month") + 1, "month");
    const isIn = (day: DayNumber) => day >= firstDay && day < next;
    let [came, ordered] = [0, 0];
    for (const { customer, days, amounts, purchaseDays } of counted) {
      days.forEach((day, place) => (came += isIn(day) ? amounts[place]! : 0));
      if (names.has(customer)) ordered += purchaseDays.filter(isIn).length;
    }
    const [below, above] = [came < low ? 1 : 0, came > high ? 1 : 0];
    const [missed, missedWithoutSeasons] = [orders, orders / index].map((one) => Math.abs(ordered - one));
    held = together(held, {
      months: 1,
      within: 1 - below - above,
      below,
      above,
      orders: ordered,
      missed: missed!,
      missedWithoutSeasons: missedWithoutSeasons!,
    });
  }
  return held;
}

export interface SteadyShop {
  readonly model: ModelName;
  /** Won in the months of history, at any time alike, and as many in each month after them. */
  readonly customers: number;
  readonly months: number;
  readonly ahead: number;
  readonly seed: number;
  /** Of the purchases that the model makes, the share that come in each calendar month; all where none is given. */
  readonly seasons?: readonly number[];
}

/** A shop that does not change: customers come at random, buy and leave as the model says, and spend as the gamma–gamma does. */
export function heldOutOfSteadyShop(shop: SteadyShop): Held | undefined {
  const { model, customers, months, ahead, seed, seasons } = shop;
  const random = chance(seed);
  const purchases = simulators[model]!(trueParameters[model]);
  const begin = 19_724 + Math.floor(random.uniform() * 365);
  const until =
    firstDayOf(periodOf(begin, "month") + months, "month") - 1 + Math.floor(random.uniform() * 28);
  const end = firstDayOf(periodOf(until + 1, "month") + ahead, "month") - 1;
  const [names, days, amounts]: [string[], number[], number[]] = [[], [], []];
  const rate = customers / (until - begin);
  for (let time = random.exponential(rate), index = 0; time < end - begin; index++) {
    const spend = random.gamma(3.74, 15.44);
    for (const week of [0, ...purchases(random, (end - begin - time) / 7)]) {
      const day = begin + Math.floor(time + week * 7);
      if (seasons && random.uniform() >= seasons[periodOf(day, "month") % 12]!) continue;
      names.push(`C${index}`);
      days.push(day);
      amounts.push(random.gamma(6.25, spend));
    }
    time += random.exponential(rate);
  }
  return heldOut(histories(names, days, amounts), { until, months: ahead, model });
}
