import { differenced } from "../math/differenced";
import { digamma, logBeta } from "../math/gamma";
import { type Objective, covarianceAt, isFar, minimize } from "../math/minimize";

/** Mean amount `z` of the `x` repeat purchases of one customer, both above 0, or of so many customers who are alike. */
export interface Spend {
  readonly x: number;
  readonly z: number;
  readonly weight?: number;
}

/** How many customers they are. */
export const customersIn = (spends: readonly Spend[]): number =>
  spends.reduce((all, { weight = 1 }) => all + weight, 0);

/**
 * Amounts of a customer are gamma-distributed with shape `p`, and the rate of that distribution is gamma-distributed over
 * customers with shape `q` and rate `v`, in units of money.
 */
export type SpendParameters = readonly [p: number, q: number, v: number];

export interface SpendFit {
  readonly params: SpendParameters;
  readonly logLikelihood: number;
  /** Standard errors do not exist where q was held so that the mean is that of the data. */
  readonly isHeld: boolean;
  readonly isAtEnd: boolean;
  readonly converged: boolean;
}

/**
 * Log-likelihood of mean amounts: −ln z − ln B(px, q) − q ln(1 + xz ÷ v) − px ln(1 + v ÷ xz), equation 1a of P. Fader,
 * B. Hardie (2013), "The Gamma-Gamma Model of Monetary Value". Writes its derivatives into `gradient`. The spends are in
 * the order of x, since the beta function depends on nothing else of a customer.
 */
function total([p, q, v]: readonly number[], spends: readonly Spend[], gradient: number[]): number {
  gradient.fill(0);
  let value = 0;
  let beta = 0;
  let [byP, byQ] = [0, 0];
  let last = 0;
  for (const { x, z, weight = 1 } of spends) {
    if (x !== last) {
      const shape = p! * x;
      const both = digamma(shape + q!);
      [beta, byP, byQ] = [logBeta(shape, q!), x * (both - digamma(shape)), both - digamma(q!)];
      last = x;
    }
    const ratio = (x * z) / v!;
    const [low, high] = [Math.log1p(ratio), Math.log1p(1 / ratio)];
    value -= weight * (Math.log(z) + beta + q! * low + p! * x * high);
    gradient[0]! += weight * (byP - x * high);
    gradient[1]! += weight * (byQ - low);
    gradient[2]! += (weight * (q! * ratio - p! * x)) / (v! * (1 + ratio));
  }
  return value;
}

const sorted = (spends: readonly Spend[]) => spends.slice().sort((a, b) => a.x - b.x || a.z - b.z);

export function logLikelihood(params: SpendParameters, spends: readonly Spend[]): number {
  return total(params, sorted(spends), [0, 0, 0]);
}

/** In the logarithms of p, q − 1 and v, so that q is above 1, where alone the population has a mean. */
export function objectiveOf(spends: readonly Spend[]): Objective {
  const customers = customersIn(spends);
  return ([logP, logQ, logV], gradient) => {
    const [p, excess, v] = [Math.exp(logP!), Math.exp(logQ!), Math.exp(logV!)];
    const value = total([p, 1 + excess, v], spends, gradient);
    [p, excess, v].forEach((factor, k) => {
      gradient[k]! *= -factor / customers;
    });
    return -value / customers;
  };
}

/** q − 1 below which the mean of the population is taken from the data instead. */
const leastExcess = 0.02;

/** Maximum of the likelihood, amounts in units of their mean. Undefined where amounts do not differ. */
export function fit(spends: readonly Spend[]): SpendFit | undefined {
  const all = sorted(spends);
  const customers = customersIn(all);
  const mean = all.reduce((sum, { z, weight = 1 }) => sum + (weight * z) / customers, 0);
  if (all.length < 2 || all.every(({ z }) => Math.abs(z - mean) <= 1e-9 * mean)) return undefined;
  const objective = objectiveOf(all.map((one) => ({ ...one, z: one.z / mean })));
  let best = minimize(objective, [1, 1, 0], { isAway: isFar });
  const isHeld = best.point[1]! < Math.log(leastExcess);
  if (isHeld) {
    // v = (q − 1) ÷ p: the mean of the population is that of the data.
    const tied = ([logP, logQ]: readonly number[]) => [logP!, logQ!, logQ! - logP!];
    const two = minimize(
      differenced((point) => objective(tied(point), [])),
      [0, -1],
      { isAway: isFar },
    );
    best = { ...two, point: tied(two.point) };
  }
  const [p, excess, v] = best.point.map(Math.exp) as [number, number, number];
  const params: SpendParameters = [p, 1 + excess, v * mean];
  const isAtEnd = !isHeld && best.point.some(isFar);
  return {
    params,
    logLikelihood: total(params, all, [0, 0, 0]),
    isHeld,
    isAtEnd,
    converged: isAtEnd || best.slope < 1e-6,
  };
}

/** Covariance of the logarithms of p, q − 1 and v. */
export function logCovariance([p, q, v]: SpendParameters, spends: readonly Spend[]): number[][] {
  const point = [Math.log(p), Math.log(q - 1), Math.log(v)];
  return covarianceAt(objectiveOf(sorted(spends)), point, customersIn(spends));
}

/** Expected amount of a purchase of a customer with this history, equation 5; the population mean without one. */
export function expectedSpend([p, q, v]: SpendParameters, { x, z }: Spend): number {
  return (p * (v + x * z)) / (p * x + q - 1);
}

/** Derivatives of the logarithm of that by the logarithms of p, q − 1 and v. */
export function expectedSpendSlopes([p, q, v]: SpendParameters, { x, z }: Spend): number[] {
  const ofPopulation = (q - 1) / (p * x + q - 1);
  return [ofPopulation, -ofPopulation, v / (v + x * z)];
}

/** Mean amount of the population, equation 2. */
export const expectedSpendNew = (params: SpendParameters): number => expectedSpend(params, { x: 0, z: 0 });
