import { sum } from "../math/sum";
import { times } from "../math/times";
import { type Histories, type History, distinctOf, longestOf } from "./history";
import type { Parameters } from "./nbd";

/**
 * BG/BB: purchases that can happen once at each opportunity, such as a donation a year. An active customer takes an
 * opportunity with a probability of beta parameters `alpha` and `beta`, and drops out before each with one of `gamma` and
 * `delta`. Of a history, x are the opportunities taken after the first purchase, t_x the latest of them, T all of them.
 * P. Fader, B. Hardie, J. Shang (2010), Marketing Science 29(6), 1086–1108.
 */
export const parameterNames = ["alpha", "beta", "gamma", "delta"] as const;

/** Σ ln(v + i) and Σ 1 ÷ (v + i) over i < n, by n: what ratios of gamma functions and their derivatives are made of. */
function rising(v: number, most: number) {
  const [log, inverse] = [[0], [0]];
  for (let i = 0; i < most; i++) {
    log.push(log[i]! + Math.log(v + i));
    inverse.push(inverse[i]! + 1 / (v + i));
  }
  return { log, inverse };
}

/**
 * Log-likelihood of all customers; writes its derivatives into `gradient`. A customer was active at
 * all opportunities, or dropped out after one from the latest purchase on: a sum of positive terms.
 */
export function total(params: readonly number[], histories: Histories, gradient: number[]): number {
  const [alpha, beta, gamma, delta] = params as [number, number, number, number];
  const most = longestOf(histories);
  const [A, B, both, D, all] = [alpha, beta, alpha + beta, delta, gamma + delta].map((v) =>
    rising(v, most),
  ) as [Rising, Rising, Rising, Rising, Rising];
  gradient.fill(0);
  let value = 0;
  for (const { x, t_x, T, weight } of distinctOf(histories)) {
    // Of having been active at so many opportunities, and at the next one no more unless these are all.
    const logs = times(T - t_x + 1, (index) => {
      const m = t_x + index;
      const taken = A.log[x]! + B.log[m - x]! - both.log[m]! + D.log[m]!;
      return m === T ? taken - all.log[m]! : taken + Math.log(gamma) - all.log[m + 1]!;
    });
    const peak = Math.max(...logs);
    const shares = logs.map((log) => Math.exp(log - peak));
    const mass = sum(shares);
    value += weight * (peak + Math.log(mass));
    shares.forEach((share, index) => {
      const m = t_x + index;
      const own = (weight * share) / mass;
      const ended = m === T ? m : m + 1;
      gradient[0]! += own * (A.inverse[x]! - both.inverse[m]!);
      gradient[1]! += own * (B.inverse[m - x]! - both.inverse[m]!);
      gradient[2]! += own * ((m === T ? 0 : 1 / gamma) - all.inverse[ended]!);
      gradient[3]! += own * (D.inverse[m]! - all.inverse[ended]!);
    });
  }
  return value;
}

type Rising = ReturnType<typeof rising>;

/** The chance that a customer was active at the latest opportunity. */
function activeUntilNow([alpha, beta, gamma, delta]: Parameters, { x, t_x, T }: History): number {
  // What having dropped out after opportunity m weighs against having been active at all of them.
  let odds = 0;
  let weight = 1;
  for (let m = T - 1; m >= t_x; m--) {
    weight *= ((alpha + beta + m) / (beta + m - x)) * ((gamma + delta + m) / (delta + m));
    odds += (weight * gamma) / (gamma + delta + m);
  }
  return Number.isFinite(odds) ? 1 / (1 + odds) : 0;
}

/** P(alive) at the opportunity to come, as in the paper. */
export const aliveAtNext = (params: Parameters, history: History): number =>
  (activeUntilNow(params, history) * (params[3] + history.T)) / (params[2] + params[3] + history.T);

/** What the chances to come of a customer who was active until now are made of. */
function posterior([alpha, beta, gamma, delta]: Parameters, { x, T }: History) {
  const [taken, left, there] = [alpha + x, beta + T - x, delta + T];
  return { taken, left, gamma, there };
}

/** The chance to be active at each of so many opportunities to come, of someone who was until now. */
function activeAt({ gamma, there }: ReturnType<typeof posterior>, opportunities: number): number[] {
  let active = 1;
  return times(opportunities, (i) => (active *= (there + i) / (gamma + there + i)));
}

/** Purchases expected at the opportunities to come, each counting so much. */
function expected(
  params: Parameters,
  history: History,
  counted: (of: ReturnType<typeof posterior>) => number,
): number {
  const of = posterior(params, history);
  return ((activeUntilNow(params, history) * of.taken) / (of.taken + of.left)) * counted(of);
}

export const expectedPurchases = (params: Parameters, history: History, opportunities: number): number =>
  expected(params, history, (of) => sum(activeAt(of, opportunities)));

/** The same with the one j opportunities ahead counting discount^j, for so many or without an end. */
export const discountedPurchases = (
  params: Parameters,
  history: History,
  opportunities: number | "forever",
  discount: number,
): number =>
  expected(params, history, (of) => {
    if (opportunities !== "forever")
      return sum(activeAt(of, opportunities).map((active, i) => active * discount ** (i + 1)));
    const all = of.gamma + of.there;
    return ((of.there * discount) / all) * hypergeometric(of.there + 1, all + 1, discount);
  });

/**
 * ₂F₁(1, b; c; z) for c > b > 0 and 0 ≤ z < 1 by Gauss' continued fraction, which converges as fast for z near 1 as √(1 − z)
 * says (Abramowitz and Stegun 15.3; Lentz's method).
 */
function hypergeometric(b: number, c: number, z: number): number {
  let [C, D, fraction] = [1, 0, 1];
  for (let k = 1; k < 1e5; k++) {
    const n = Math.floor(k / 2);
    const term =
      k === 1
        ? b / c
        : k % 2 === 1
          ? ((b + n) * (c - 1 + n)) / (c + 2 * n - 1) / (c + 2 * n)
          : (n * (c - b + n - 1)) / (c + 2 * n - 2) / (c + 2 * n - 1);
    D = 1 / (1 - term * z * D);
    C = 1 - (term * z) / C;
    fraction *= C * D;
    if (Math.abs(C * D - 1) < 1e-15) break;
  }
  return 1 / fraction;
}

/**
 * The chance of exactly n purchases, or of n or more, at so many opportunities to come. The n-th comes at one of them, at
 * which the customer is active; where it is to be the last, the others are let pass, or the customer drops out.
 */
export function chanceOfPurchases(
  params: Parameters,
  history: History,
  opportunities: number,
  n: number,
  orMore: boolean,
): number {
  if (orMore && n === 0) return 1;
  const active = activeUntilNow(params, history);
  const of = posterior(params, history);
  const there = [1, ...activeAt(of, opportunities)];
  const dead = n === 0 ? 1 - active : 0;
  if (n > opportunities) return dead;
  // ln of the chance of n of the first m opportunities of someone who is active.
  let log = sum(times(n, (i) => Math.log((of.taken + i) / (of.taken + of.left + i))));
  let chance = 0;
  for (let m = n; m <= opportunities; m++) {
    const ends = m === opportunities ? 1 : of.gamma / (of.gamma + of.there + m);
    chance += Math.exp(log) * there[m]! * (orMore ? n / m : ends);
    log += Math.log(((m + 1) / (m + 1 - n)) * ((of.left + m - n) / (of.taken + of.left + m)));
  }
  return Math.min(1, dead + active * chance);
}
