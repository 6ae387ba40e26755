import { ratio } from "../math/ratio";
import { type Drivers, headline, worthOf } from "./drivers";
import type { Changes } from "./scenarios";
import { type Need, type Obstacle, need, nothing } from "./target";

/** What one driver would have to be; the upsell is what comes after the first order. */
export type HorizonNeed = Omit<Need, "driver"> & { readonly driver: Need["driver"] | "upsell" };

/**
 * What a new customer brings within a horizon, as drivers of one period, the horizon, at whose end everyone is gone: the
 * first order is the average revenue, what comes after it the upsell.
 */
export const ofHorizon = (
  value: number,
  firstOrder: number,
  margin: number | undefined,
  cac: number | undefined,
): Drivers => ({ averageRevenue: firstOrder, upsell: value - firstOrder, churnRate: 1, margin, cac });

/** What may change of what a new customer brings: what an order is worth, and how much comes after the first one. */
export interface HorizonChanges extends Pick<Changes, "margin" | "cac"> {
  readonly order?: number;
  readonly later?: number;
}

/** Dearer orders count for the first one and for all after it. */
export const changesOfHorizon = ({ order = 0, later = 0, ...others }: HorizonChanges): Changes => ({
  ...others,
  revenue: order,
  upsell: (1 + order) * (1 + later) - 1,
});

/**
 * What each driver alone would have to be for (first order + later orders) × margin − CAC to be the target, and by what
 * share order value, later orders and CAC would all have to be better. The target is 0 or more.
 */
export function needsOfHorizon(target: number, drivers: Drivers): HorizonNeed[] {
  const { averageRevenue: first, upsell: later = 0, margin = 1, cac } = drivers;
  const gross = target + (cac ?? 0);
  const total = first + later;
  const limit = (isOut: boolean, value: number): Obstacle | undefined =>
    isOut ? { kind: "limit", value: value - (cac ?? 0) } : undefined;
  const isNothing = margin * total === 0 ? nothing : undefined;
  const neededLater = gross / margin - first;
  const needs: HorizonNeed[] = [
    need("revenue", first, (first * gross) / (margin * total), isNothing),
    {
      ...need("revenue", later, neededLater, isNothing ?? limit(neededLater < 0, first * margin)),
      driver: "upsell",
    },
  ];
  if (drivers.margin !== undefined)
    needs.push(need("margin", margin, gross / total, total === 0 ? nothing : limit(gross > total, total)));
  if (cac !== undefined) {
    const most = total * margin;
    needs.push(need("cac", cac, most - target, most < target ? { kind: "limit", value: most } : undefined));
  }
  return [...needs, together(target, drivers)];
}

/** The share x with first·m·(1 + x) + later·m·(1 + x)² − cac·(1 − x) = target, where there is one above −1. */
function together(target: number, drivers: Drivers): Need {
  const { averageRevenue: first, upsell: later = 0, margin = 1, cac = 0 } = drivers;
  const [a, b] = [margin * later, margin * (first + 2 * later) + cac];
  const c = headline(worthOf(drivers)) - target;
  const root = b ** 2 - 4 * a * c;
  const change = ratio(-2 * c, b + Math.sqrt(Math.max(0, root)));
  const isOut = change === undefined || root < 0 || change > 1;
  return {
    driver: "together",
    now: undefined,
    needed: undefined,
    change: isOut ? undefined : change,
    obstacle: isOut ? { kind: "limit", value: 2 * margin * (first + 2 * later) } : undefined,
  };
}
