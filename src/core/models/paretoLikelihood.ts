import type { Columns } from "./columns";
import { oddsCount, writeOdds } from "./death";
import { integrate, momentCount } from "./deathMoments";
import { deathTable, fillTable, isServed, momentsBetween } from "./deathTable";
import { type Total, addTo, nbdLogLikelihood } from "./nbd";

/** The log-likelihood of the Pareto/NBD, with both derivatives, in one pass. */
export const paretoTotal: Total = (params, histories, gradient, second) => {
  gradient.fill(0);
  const value =
    nbdLogLikelihood(params, histories, gradient, second) +
    addStaying(params, histories.columns, gradient, second);
  return params[2] === 0 ? value : value + addDropout(params, histories.columns, gradient, second);
};

/** ln[(β ÷ (β+T))^s], the chance to stay, summed over customers by their T. */
function addStaying(
  [, , s, beta]: readonly number[],
  { times, customersAt }: Columns,
  gradient: number[],
  second: number[][] | undefined,
): number {
  let [value, byS, byBeta, sBeta, betaBeta] = [0, 0, 0, 0, 0];
  for (let place = 0; place < times.length; place++) {
    const T = times[place]!;
    const customers = customersAt[place]!;
    if (customers === 0) continue;
    const growth = Math.log1p(T / beta!);
    const share = T / beta! / (beta! + T);
    value -= customers * s! * growth;
    byS -= customers * growth;
    byBeta += customers * s! * share;
    sBeta += customers * share;
    betaBeta -= customers * s! * share * (1 / beta! + 1 / (beta! + T));
  }
  gradient[2]! += byS;
  gradient[3]! += byBeta;
  if (second) {
    addTo(second, 2, 3, sBeta);
    addTo(second, 3, 3, betaBeta);
  }
  return value;
}

/** Σ ln(1 + e^o), e^o the odds of having dropped out. */
function addDropout(
  params: readonly number[],
  columns: Columns,
  gradient: number[],
  second: number[][] | undefined,
): number {
  const sums = new Float64Array(oddsCount);
  eachOdds(params, columns, (place, odds) => addTerm(sums, columns.weights[place]!, odds));
  let at = 5;
  for (let i = 0; i < 4; i++) {
    gradient[i]! += sums[1 + i]!;
    for (let j = i; j < 4; j++, at++) if (second) addTo(second, i, j, sums[at]!);
  }
  return sums[0]!;
}

/**
 * The odds of each history that can have dropped out, by its place in the columns: from a table where many share an x, else
 * by integrals of their own. They are written over by the next.
 */
export function eachOdds(
  params: readonly number[],
  { times, latest, ends, runs }: Columns,
  visit: (place: number, odds: Float64Array) => void,
): void {
  const odds = new Float64Array(oddsCount);
  const moments = new Float64Array(momentCount);
  const table = deathTable(params, times, runs);
  for (const run of runs) {
    const R = params[0]! + run.x;
    const own = table && isServed(table, run) ? table : undefined;
    if (own) fillTable(own, R);
    for (let place = run.from; place < run.to; place++) {
      const t = latest[place]!;
      const T = ends[place]!;
      if (t === T) continue;
      const isRead = own !== undefined && momentsBetween(own, R, t, T, moments);
      if (!isRead) integrate(params, R, times[t]!, times[T]!, moments);
      writeOdds(params, R, times[t]!, times[T]!, times[isRead ? times.length - 1 : T]!, moments, odds);
      visit(place, odds);
    }
  }
}

/** ln(1 + e^o) and its derivatives: with p = 1 ÷ (1 + e^−o) the first are p oᵢ, the second p (1−p) oᵢ oⱼ + p oᵢⱼ. */
function addTerm(sums: Float64Array, weight: number, odds: Float64Array): void {
  const o = odds[0]!;
  const e = Math.exp(o > 0 ? -o : o);
  const share = 1 / (1 + e);
  const dead = weight * (o > 0 ? share : e * share);
  const both = weight * e * share * share;
  sums[0]! += weight * ((o > 0 ? o : 0) + Math.log1p(e));
  let at = 5;
  for (let i = 1; i < 5; i++) {
    sums[i]! += dead * odds[i]!;
    for (let j = i; j < 5; j++, at++) sums[at]! += both * odds[i]! * odds[j]! + dead * odds[at]!;
  }
}
