import { logBeta } from "../math/gamma";
import { sum } from "../math/sum";
import { times } from "../math/times";
import { chanceOfArrival, chanceOfDropout, logChanceOf } from "./arrivals";
import type { History } from "./history";
import { type ModelName, models } from "./models";
import { type Parameters, logistic } from "./nbd";

/** How likely an active customer with a history makes so many purchases in a time to come. */
interface Chances {
  readonly exactly: (n: number) => number;
  readonly atLeast: (n: number) => number;
}

type IfActive = (params: Parameters, history: History, time: number) => Chances;

/** Chances to stay up to which their product is taken; beyond, the functions that it is made of. */
const mostFactors = 1000;

/**
 * BG/NBD and MBG/NBD: an active customer drops out after each purchase to come with a probability of beta parameters a and
 * b + the chances let pass. So n purchases or more are n that someone would make who never drops out, the first n − 1 of
 * which were outlived; exactly n end there or are outlived. Without a history this is equation 8 of Fader, Hardie and Lee
 * (2005).
 */
const betaChances =
  (extra: 0 | 1): IfActive =>
  ([r, alpha, a, b], { x, T }, time) => {
    const [R, A, passed] = [r + x, alpha + T, b + x + extra];
    const outlived = (n: number) =>
      Math.exp(
        n <= mostFactors
          ? -sum(times(n, (i) => Math.log1p(a / (passed + i))))
          : logBeta(a, passed + n) - logBeta(a, passed),
      );
    const arrived = (n: number) => chanceOfArrival(n, R, A, 0, 1, time);
    return {
      atLeast: (n) => arrived(n) * outlived(n - 1),
      exactly: (n) => {
        const none = Math.exp(logChanceOf(n, R, A, time)) * outlived(n);
        return n === 0 ? none : none + (arrived(n) * outlived(n - 1) * a) / (a + passed + n - 1);
      },
    };
  };

/**
 * Pareto/NBD: the rate and the time of dropping out of an active customer are independent, so n purchases or more are the
 * n-th one before it; exactly n are made by those still there, or came before they dropped out. Without a history this is
 * what P. Fader, B. Hardie (2006), "Deriving an Expression for P(X(t) = x) Under the Pareto/NBD Model", derive.
 */
const paretoChances: IfActive = ([r, alpha, s, beta], { x, T }, time) => {
  const [R, A, B] = [r + x, alpha + T, beta + T];
  return {
    atLeast: (n) => chanceOfArrival(n, R, A, s, B, time),
    exactly: (n) =>
      Math.exp(logChanceOf(n, R, A, time) - s * Math.log1p(time / B)) + chanceOfDropout(n, R, A, s, B, time),
  };
};

const ifActive: Readonly<Record<ModelName, IfActive>> = {
  "bg/nbd": betaChances(0),
  "mbg/nbd": betaChances(1),
  "pareto/nbd": paretoChances,
};

/** So many orders, or so many or more. */
export interface Wanted {
  readonly orders: number;
  readonly orMore: boolean;
}

const atMost1 = (chance: number) => Math.min(1, chance);

/** The chance that a customer with this history orders so often in a time to come; a new one has a history of nothing. */
export function chanceOfOrders(
  model: ModelName,
  params: Parameters,
  history: History,
  time: number,
  { orders, orMore }: Wanted,
): number {
  if (orMore && orders === 0) return 1;
  if (time === 0) return orders === 0 ? 1 : 0;
  const odds = models[model].deadOdds(params, history)[0]!;
  const { exactly, atLeast } = ifActive[model](params, history, time);
  const active = logistic(-odds) * (orMore ? atLeast(orders) : exactly(orders));
  return atMost1(orders === 0 ? logistic(odds) + active : active);
}
