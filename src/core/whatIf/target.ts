import { type Drivers, headline, worthOf } from "./drivers";

/** What stands in the way of a driver that cannot reach the target alone. */
export type Obstacle =
  /** Nothing times anything stays nothing: the other factors are 0. */
  | { readonly kind: "nothing to multiply" }
  /** It would have to pass its limit, a share of 100% or a cost of 0, at which the value is this. */
  | { readonly kind: "limit"; readonly value: number };

/** What one driver would have to be, all else as today, for the value to be the target. */
export interface Need {
  readonly driver: "revenue" | "churn" | "margin" | "cac" | "together";
  /** Undefined, as is `needed`, where several drivers move together. */
  readonly now: number | undefined;
  readonly needed: number | undefined;
  /** Relative to today; of several drivers the share by which each is better. */
  readonly change: number | undefined;
  readonly obstacle: Obstacle | undefined;
}

/** Whether today's value is the target or more, so that drivers may get worse. */
export const isReached = (drivers: Drivers, target: number): boolean => headline(worthOf(drivers)) >= target;

export function need(driver: Need["driver"], now: number, needed: number, obstacle?: Obstacle): Need {
  if (obstacle) return { driver, now, needed: undefined, change: undefined, obstacle };
  return { driver, now, needed, change: now > 0 ? needed / now - 1 : undefined, obstacle };
}

export const nothing: Obstacle = { kind: "nothing to multiply" };

/**
 * What each known driver alone would have to be for average revenue × margin ÷ churn − CAC to be the target, and by what
 * share revenue, churn and CAC would all have to be better. The target is 0 or more, the churn above 0.
 */
export function needsFor(target: number, drivers: Drivers): Need[] {
  const { averageRevenue, churnRate, margin = 1, cac } = drivers;
  const gross = target + (cac ?? 0);
  const profit = averageRevenue * margin;
  const clv = profit / churnRate;
  /** Where a share would be above 1, what it gives at 1. */
  const below1 = (share: number, atOne: number): Obstacle | undefined =>
    share > 1 ? { kind: "limit", value: atOne - (cac ?? 0) } : undefined;
  const needs = [
    need("revenue", averageRevenue, (gross * churnRate) / margin, margin === 0 ? nothing : undefined),
    need("churn", churnRate, profit / gross, profit === 0 ? nothing : below1(profit / gross, profit)),
  ];
  if (drivers.margin !== undefined) {
    const needed = (gross * churnRate) / averageRevenue;
    const atOne = averageRevenue / churnRate;
    needs.push(need("margin", margin, needed, averageRevenue === 0 ? nothing : below1(needed, atOne)));
  }
  if (cac !== undefined)
    needs.push(need("cac", cac, clv - target, clv < target ? { kind: "limit", value: clv } : undefined));
  return [...needs, together(target, drivers)];
}

/**
 * Every driver better by the share x: revenue × (1 + x), churn and CAC × (1 − x). With u = 1 − x the value is the target
 * where cac·c·u² + (target·c + r·m)·u − 2·r·m = 0, which has one root above 0, written so that nothing cancels.
 */
function together(target: number, { averageRevenue, churnRate, margin = 1, cac = 0 }: Drivers): Need {
  const profit = averageRevenue * margin;
  const middle = target * churnRate + profit;
  const u = (4 * profit) / (middle + Math.sqrt(middle ** 2 + 8 * cac * churnRate * profit));
  const most = 1 / churnRate;
  const obstacle: Obstacle | undefined =
    profit === 0
      ? nothing
      : u > most
        ? { kind: "limit", value: profit * (2 - most) - cac * most }
        : undefined;
  return {
    driver: "together",
    now: undefined,
    needed: undefined,
    change: obstacle ? undefined : 1 - u,
    obstacle,
  };
}
