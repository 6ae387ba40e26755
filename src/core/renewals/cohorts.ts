import { sum } from "../math/sum";

/** What became of cohorts of customers at each of their renewals. */
export interface Renewals {
  /** Customers lost at renewal 1, 2, …, all cohorts together. */
  readonly lost: readonly number[];
  /** Customers kept at renewal 1, 2, …, all cohorts together. */
  readonly kept: readonly number[];
  /** Share still active at renewal 0, 1, 2, … of the cohorts that were observed at that renewal. */
  readonly survival: readonly number[];
}

/**
 * Sums of cohorts, each given as its customers at renewal 0, 1, 2, … Whether a customer renews depends on the number of
 * the renewal alone, so that the sums are all that a likelihood needs: a cohort observed for a shorter time is censored.
 */
export function renewalsOf(cohorts: readonly (readonly number[])[]): Renewals {
  const renewals = Array.from({ length: Math.max(...cohorts.map(({ length }) => length)) }, (_, t) => t);
  const observed = (t: number) => cohorts.filter(({ length }) => length > t);
  const active = (t: number, among: readonly (readonly number[])[]) => sum(among.map((cohort) => cohort[t]!));
  const later = renewals.slice(1);
  return {
    lost: later.map((t) => active(t - 1, observed(t)) - active(t, observed(t))),
    kept: later.map((t) => active(t, observed(t))),
    survival: renewals.map((t) => active(t, observed(t)) / active(0, observed(t))),
  };
}
