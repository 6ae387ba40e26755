import type { Histories } from "./history";
import { type Death, deathSince } from "./death";
import { logistic, softplus } from "./nbd";
import { transactionModel } from "./transactionModel";

/** (e^y − 1) ÷ y, which is 1 at y = 0. */
const relativeGrowth = (y: number) => (y === 0 ? 1 : Math.expm1(y) / y);

/**
 * ∫ ((β+T) ÷ (β+T+u))^s du over the horizon: (β+T) ÷ (s−1) · [1 − ((β+T) ÷ (β+T+t))^(s−1)], and the logarithm that this
 * becomes at s = 1.
 */
function activeTime(s: number, beta: number, T: number, horizon: number): number {
  const growth = Math.log1p(horizon / (beta + T));
  return (beta + T) * growth * relativeGrowth((1 - s) * growth);
}

const noSlopes: Death = { log: 0, r: 0, alpha: 0, s: 0, beta: 0 };

function dropout(params: readonly number[], histories: Histories, gradient: number[]): number {
  const [, , s, beta] = params as [number, number, number, number];
  const { x, t_x, T, weight } = histories;
  const death = { ...noSlopes };
  let value = 0;
  for (let index = 0; index < x.length; index++) {
    const growth = Math.log1p(T[index]! / beta);
    value -= weight[index]! * s * growth;
    gradient[2]! -= weight[index]! * growth;
    gradient[3]! += (weight[index]! * s * T[index]!) / beta / (beta + T[index]!);
    if (s === 0 || t_x[index] === T[index]) continue;
    deathSince(params, x[index]!, t_x[index]!, T[index]!, death);
    value += weight[index]! * softplus(death.log);
    const dead = weight[index]! * logistic(death.log);
    gradient[0]! += dead * death.r;
    gradient[1]! += dead * death.alpha;
    gradient[2]! += dead * death.s;
    gradient[3]! += dead * death.beta;
  }
  return value;
}

/**
 * Pareto/NBD: a customer drops out at a rate μ, gamma-distributed over customers with shape `s` and rate `beta` (in
 * units of time). D. Schmittlein, D. Morrison, R. Colombo (1987), Management Science 33(1); the likelihood as an integral
 * over the time of dropping out: P. Fader, B. Hardie (2005), "A Note on Deriving the Pareto/NBD Model", equation 12.
 */
export const paretoNbd = transactionModel({
  name: "pareto/nbd",
  parameterNames: ["r", "alpha", "s", "beta"],
  dropout,
  unitOfLast: "time",
  probabilityAlive: (params, { x, t_x, T }) =>
    params[2] === 0 || t_x === T ? 1 : logistic(-deathSince(params, x, t_x, T, { ...noSlopes }).log),
  expectedIfAlive: ([r, alpha, s, beta], { x, T }, horizon) =>
    ((r + x) / (alpha + T)) * activeTime(s, beta, T, horizon),
  expectedPurchasesNew: ([r, alpha, s, beta], horizon) => (r / alpha) * activeTime(s, beta, 0, horizon),
});
