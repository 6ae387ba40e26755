// What a person tries on a value before anything is written: pure arithmetic on the drivers that the answer holds.
import type { Answer } from "../answers/answer";
import type { FactUnit } from "../answers/headline/headline";
import type { WhatIf } from "../answers/whatIf";
import {
  type Changes,
  type Drivers,
  type HorizonNeed,
  changed,
  changesOfHorizon,
  needsFor,
  needsOfHorizon,
  roomOf,
  worthOf,
} from "../recipe/whatIf";

type LeverKey = "revenue" | "churn" | "order" | "later" | "margin" | "cac";

/** By what share of today each driver is changed; those that are not named stay. */
export type Tried = Readonly<Partial<Record<LeverKey, number>>>;

/** A driver that can be moved. */
export interface Lever {
  readonly key: LeverKey;
  readonly title: string;
  readonly unit: FactUnit;
  readonly now: number;
  /** How far it may change. */
  readonly least: number;
  readonly most: number;
}

/** How far a driver can be moved, as a share of today. */
const [furthestDown, furthestUp] = [-0.5, 0.5];

/** The drivers of a value that are known. */
export function leversOf({ kind, drivers }: WhatIf): Lever[] {
  const lever = (
    key: LeverKey,
    title: string,
    unit: FactUnit,
    now: number | undefined,
    most = furthestUp,
  ): Lever[] =>
    now === undefined || now === 0
      ? []
      : [{ key, title, unit, now, least: furthestDown, most: Math.min(most, furthestUp) }];
  const { averageRevenue, upsell, churnRate, margin, cac } = drivers;
  const own =
    kind === "lifetime"
      ? [
          lever("revenue", "Revenue per customer", "money", averageRevenue),
          lever("churn", "Churn", "share", churnRate, roomOf(drivers, "churn").most),
        ]
      : [
          lever("order", "Value of an order", "money", averageRevenue),
          lever("later", "Later orders, in all", "money", upsell),
        ];
  return [
    ...own,
    lever("margin", "Gross margin", "share", margin, roomOf(drivers, "margin").most),
    lever("cac", "Acquisition cost", "money", cac),
  ].flat();
}

const changesOf = (kind: WhatIf["kind"], tried: Tried): Changes =>
  kind === "horizon" ? changesOfHorizon(tried) : tried;

/** What CLV_SCENARIOS may change of each kind of value, by its headings. */
const headings = {
  lifetime: { Revenue: "revenue", Churn: "churn", Margin: "margin", CAC: "cac" },
  horizon: { Revenue: "revenue", Upsell: "upsell", Margin: "margin", CAC: "cac" },
} as const;

export const headsOf = (kind: WhatIf["kind"]): string[] => Object.keys(headings[kind]);

/** Changes as CLV_SCENARIOS takes them, in the order of the headings; null where a driver stays. */
export function changesInOrder(kind: WhatIf["kind"], tried: Tried): (number | null)[] {
  const changes = changesOf(kind, tried);
  return Object.values(headings[kind]).map((driver) =>
    changes[driver] ? Number(changes[driver].toPrecision(12)) : null,
  );
}

/** A value that would follow, in its limits. */
export interface Outcome {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Against today, as a share. */
  readonly change: number;
  readonly toCac: number | undefined;
}

/** What the value would be. Its limits move with it: of a horizon, what is uncertain are the later orders. */
export function outcomeOf({ whatIf, headline }: Answer, tried: Tried): Outcome {
  const { kind, drivers } = whatIf!;
  const after = (from: Drivers) => worthOf(changed(from, changesOf(kind, tried)));
  const { clv, toCac } = after(drivers);
  const today = worthOf(drivers).clv;
  const limit = (value: number | undefined) => {
    if (value === undefined) return undefined;
    if (kind === "lifetime") return (value / today) * clv;
    const upsell = value / (drivers.margin || 1) - drivers.averageRevenue;
    return after({ ...drivers, upsell }).clv;
  };
  return { value: clv, low: limit(headline.low), high: limit(headline.high), change: clv / today - 1, toCac };
}

/** What each driver would have to be for a value to be reached; net of the acquisition cost where that is known. */
export const needsOf = ({ kind, drivers }: WhatIf, target: number): HorizonNeed[] =>
  kind === "horizon" ? needsOfHorizon(target, drivers) : needsFor(target, drivers);

/** What a set of changes is called: "Churn −10%, Margin +5%". */
export const nameOf = (levers: readonly Lever[], tried: Tried, share: (change: number) => string): string =>
  levers.flatMap(({ key, title }) => (tried[key] ? [`${title} ${share(tried[key])}`] : [])).join(", ");
