import { ratio } from "../math/ratio";
import { type Drivers, type Worth, headline, worthOf } from "./drivers";

export const changeable = ["revenue", "upsell", "churn", "retention", "margin", "cac"] as const;

/** What a scenario may change; retention is what churn leaves. */
export type Changeable = (typeof changeable)[number];

/** Changes relative to today: 0.4 makes 1.4 times as much. */
export type Changes = Readonly<Partial<Record<Changeable, number>>>;

/** How far something may change relative to today. */
export interface Room {
  readonly least: number;
  readonly most: number;
  /** A limit that is itself out of reach: without any churn there is no finite value. */
  readonly outOfReach: "least" | "most" | undefined;
}

/** What a driver is today; undefined where it is not known. */
export function today({ averageRevenue, churnRate, margin, cac, upsell }: Drivers, what: Changeable) {
  return { revenue: averageRevenue, upsell, churn: churnRate, retention: 1 - churnRate, margin, cac }[what];
}

/** How far a driver may change: nothing falls below 0, no share rises above 1, and some churn is left. */
export function roomOf(drivers: Drivers, what: Changeable): Room {
  const now = today(drivers, what) ?? 0;
  const isShare = what === "churn" || what === "retention" || what === "margin";
  return {
    least: -1,
    most: isShare && now > 0 ? 1 / now - 1 : Infinity,
    outOfReach: what === "churn" ? "least" : what === "retention" ? "most" : undefined,
  };
}

const rounding = 1e-12;

export function isWithin({ least, most, outOfReach }: Room, change: number): boolean {
  const isLow = outOfReach === "least" ? change <= least + rounding : change < least;
  const isHigh = outOfReach === "most" ? change >= most - rounding : change > most + rounding;
  return !isLow && !isHigh;
}

/** Whether a change takes a share all the way to 1. */
export const isAtMost = ({ most }: Room, change: number): boolean => change >= most - rounding;

/** The drivers after changes that stay within their room. */
export function changed(drivers: Drivers, changes: Changes): Drivers {
  const times = (what: Changeable) => 1 + (changes[what] ?? 0);
  const share = (what: Changeable, now: number) =>
    isAtMost(roomOf(drivers, what), changes[what] ?? 0) ? 1 : now * times(what);
  const { churnRate, margin } = drivers;
  return {
    averageRevenue: drivers.averageRevenue * times("revenue"),
    churnRate:
      changes.retention === undefined ? share("churn", churnRate) : 1 - (1 - churnRate) * times("retention"),
    margin: margin && share("margin", margin),
    cac: drivers.cac && drivers.cac * times("cac"),
    upsell: drivers.upsell && drivers.upsell * times("upsell"),
  };
}

/** A scenario with what a customer is worth under it. */
export interface Scenario {
  readonly name: string;
  readonly drivers: Drivers;
  readonly worth: Worth;
  /** Of the value net of CAC where that is known, else of CLV. */
  readonly change: number;
  /** The same as a share of today's value; undefined where that is not above 0. */
  readonly changeShare: number | undefined;
}

/** Today, and after it each scenario. */
export function scenarios(
  drivers: Drivers,
  wanted: readonly { readonly name: string; readonly changes: Changes }[],
): Scenario[] {
  const base = headline(worthOf(drivers));
  return [{ name: "Today", changes: {} }, ...wanted].map(({ name, changes }) => {
    const then = changed(drivers, changes);
    const worth = worthOf(then);
    const change = headline(worth) - base;
    return { name, drivers: then, worth, change, changeShare: ratio(change, base) };
  });
}
