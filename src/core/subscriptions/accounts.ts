import { type DayNumber } from "../day";
import { grouped } from "../grouped";
import { sum } from "../math/sum";
import { times } from "../math/times";
import { daysPer } from "../period";
import { type Curve, lossExponent } from "../renewals/curve";
import { fitRenewals, lowestAic, renewalModels } from "../renewals/fit";
import { renewalsOfCurve } from "../renewals/survivalCurve";
import { kaplanMeier } from "../survival/kaplanMeier";
import type { Subscription } from "./span";
import { type Spell, spells } from "./spells";

/** A customer who pays now, and the chance to leave by how long others stayed. */
export interface Account {
  readonly customer: string;
  /** First day of the spell that runs. */
  readonly since: DayNumber;
  /** Whole months since then. */
  readonly months: number;
  readonly mrr: number;
  /** Chance to leave within twelve months; undefined, as what follows from it, where nobody has left yet. */
  readonly leaves: number | undefined;
  /** Revenue of twelve months × that chance. */
  readonly atRisk: number | undefined;
}

/** The accounts, and on how many losses their chances rest. */
export interface Accounts {
  readonly accounts: readonly Account[];
  readonly losses: number;
}

const year = 12;

/** The customers who pay on a day, the most revenue at risk first, then the highest MRR, then by name. */
export function accounts(subscriptions: readonly Subscription[], as_of: DayNumber): Accounts {
  const paid = subscriptions.filter(({ mrr }) => mrr > 0);
  const all = spells(paid);
  const curve = curveOf(all, as_of);
  const leavesAfter = leaving(curve);
  const running = grouped(
    paid.filter(({ end }) => end === undefined),
    ({ customer }) => customer,
  );
  const found = all
    .filter(({ end }) => end === undefined)
    .map(({ customer, start }): Account => {
      const months = Math.floor((as_of - start) / daysPer.month);
      const mrr = sum(running.get(customer)!.map((one) => one.mrr));
      const leaves = leavesAfter(months);
      const atRisk = leaves === undefined ? undefined : year * mrr * leaves;
      return { customer, since: start, months, mrr, leaves, atRisk };
    });
  const byName = (a: Account, b: Account) => (a.customer < b.customer ? -1 : 1);
  found.sort((a, b) => (b.atRisk ?? 0) - (a.atRisk ?? 0) || b.mrr - a.mrr || byName(a, b));
  return { accounts: found, losses: all.filter(({ end }) => end !== undefined).length };
}

/** The best model of how long spells last, in months; undefined where nobody has left within the months that were seen whole. */
function curveOf(all: readonly Spell[], as_of: DayNumber): Curve | undefined {
  if (all.length === 0) return undefined;
  const lifetimes = all.map(({ start, end }) => ({
    time: ((end ?? as_of) - start) / daysPer.month,
    isLost: end !== undefined,
  }));
  const renewals = renewalsOfCurve(kaplanMeier(lifetimes, 0.95));
  if (sum(renewals.lost) === 0) return undefined;
  return lowestAic(renewalModels.map((model) => fitRenewals(model, renewals))).curve;
}

/** The chance to leave within a year of someone who has been there for so many months, each worked out once. */
function leaving(curve: Curve | undefined): (months: number) => number | undefined {
  const known = new Map<number, number>();
  return (months) => {
    if (!curve) return undefined;
    const before = known.get(months);
    if (before !== undefined) return before;
    const exponent = sum(times(year, (ahead) => lossExponent(curve, months + 1 + ahead)));
    const chance = -Math.expm1(-exponent);
    known.set(months, chance);
    return chance;
  };
}
