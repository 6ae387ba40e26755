import type { DayNumber } from "../day";
import { sum } from "../math/sum";
import { daysPer } from "../period";
import { type Ages, agesOf } from "../purchases/ages";
import { type Buyer, buyersOf, firstDay, hasRepeat } from "../purchases/buyers";
import { monthsBeforeNew, withoutFirstMonths } from "../purchases/firstMonths";
import type { CustomerHistory } from "../purchases/history";
import { type Kind, rhythmOf } from "../purchases/rhythm";
import { leastPeriods } from "./fitOrders";
import { leastRepeatCustomers } from "./observe";

/** The customers from whom the value of a new one is told, and what they brought by age. */
export interface NewCustomers {
  readonly buyers: readonly Buyer[];
  readonly histories: readonly CustomerHistory[];
  /** Months at the start of the data whose customers look older than the data, and are left out. */
  readonly monthsLeftOut: number;
  readonly kind: Kind;
  /** Months from the first purchase to the last date. */
  readonly history: number;
  readonly to: DayNumber;
  readonly ages: Ages;
  /** Ages that enough of them have lived through. */
  readonly seen: number;
  /** False where too few came in the last year to tell the first month of age, so that all years count. */
  readonly hasNewcomers: boolean;
  readonly repeatCustomers: number;
  readonly repeats: number;
  /** Mean amount of the purchases after the first. */
  readonly repeatOrder: number;
  /** Whether there is enough for a model of orders. */
  readonly canFit: boolean;
}

/** History in months from which on only its last year counts: whole years cancel seasons, and prices are those of today. */
const longHistory = 18;

/** Customer-months at an age that make it seen: of few customers, a larger share of them. */
const neededOf = (customers: number) =>
  customers >= 60 ? Math.max(30, 0.1 * customers) : Math.max(8, 0.25 * customers);

/** Customer-months that rounding may take from a sum. */
const rounding = 1e-9;

/** Number of the first ages that so many customer-months were lived at. */
function seenIn({ lived }: Ages, needed: number): number {
  const first = lived.findIndex((months) => months < needed - rounding);
  return first < 0 ? lived.length : first;
}

/** Undefined where nobody bought. */
export function newCustomers(all: readonly CustomerHistory[], to: DayNumber): NewCustomers | undefined {
  const everybody = buyersOf(all);
  if (everybody.length === 0) return undefined;
  const monthsLeftOut = monthsBeforeNew(everybody, to);
  const buyers = withoutFirstMonths(everybody, monthsLeftOut);
  const kept = new Set(buyers.map(({ customer }) => customer));
  const days = to - firstDay(buyers);
  const history = days / daysPer.month;
  const needed = neededOf(buyers.length);
  const lastYear = history >= longHistory ? agesOf(buyers, to, daysPer.year) : undefined;
  const hasNewcomers = lastYear === undefined || seenIn(lastYear, needed) > 0;
  const ages = lastYear && hasNewcomers ? lastYear : agesOf(buyers, to);
  const repeatCustomers = buyers.filter(hasRepeat).length;
  const repeats = sum(buyers.map((buyer) => buyer.days.length - 1));
  const repeatRevenue = sum(buyers.map(({ paid, firstAmount }) => paid - firstAmount));
  return {
    buyers,
    histories: all.filter(({ customer }) => kept.has(customer)),
    monthsLeftOut,
    kind: rhythmOf(everybody).kind,
    history,
    to,
    ages,
    seen: seenIn(ages, needed),
    hasNewcomers,
    repeatCustomers,
    repeats,
    repeatOrder: repeats > 0 ? repeatRevenue / repeats : 0,
    canFit: repeatCustomers >= leastRepeatCustomers && days / daysPer.week >= leastPeriods,
  };
}
