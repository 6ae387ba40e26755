import { differenced } from "../math/differenced";
import { type Objective, covarianceAt, isFar, minimize } from "../math/minimize";
import { type Spend, type SpendColumns, inUnit, meanOf, spendColumns, spendTotal } from "./spendLikelihood";

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

export function logLikelihood(params: SpendParameters, spends: readonly Spend[]): number {
  return spendTotal(params, spendColumns(spends), [0, 0, 0]);
}

/** In the logarithms of p, q − 1 and v, so that q is above 1, where alone the population has a mean; amounts in a unit. */
export const objectiveOf = (spends: readonly Spend[], unit = 1): Objective =>
  objectiveIn(inUnit(spendColumns(spends), unit));

function objectiveIn(columns: SpendColumns): Objective {
  const { customers } = columns;
  return ([logP, logQ, logV], gradient, second) => {
    const factors = [Math.exp(logP!), Math.exp(logQ!), Math.exp(logV!)] as const;
    const [p, excess, v] = factors;
    const value = spendTotal([p, 1 + excess, v], columns, gradient, second);
    factors.forEach((factor, k) => {
      gradient[k]! *= -factor / customers;
    });
    second?.forEach((row, i) => {
      row.forEach((_, j) => (row[j]! *= (-factors[i]! * factors[j]!) / customers));
      row[i]! += gradient[i]!;
    });
    return -value / customers;
  };
}

/** q − 1 below which the mean of the population is taken from the data instead. */
const leastExcess = 0.02;

/** Maximum of the likelihood, amounts in units of their mean. Undefined where amounts do not differ. */
export function fit(spends: readonly Spend[]): SpendFit | undefined {
  const columns = spendColumns(spends);
  const mean = meanOf(columns);
  if (spends.length < 2 || spends.every(({ z }) => Math.abs(z - mean) <= 1e-9 * mean)) return undefined;
  const objective = objectiveIn(inUnit(columns, mean));
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
    logLikelihood: spendTotal(params, columns, [0, 0, 0]),
    isHeld,
    isAtEnd,
    converged: isAtEnd || best.slope < 1e-6,
  };
}

/** Covariance of the logarithms of p, q − 1 and v. */
export function logCovariance([p, q, v]: SpendParameters, spends: readonly Spend[]): number[][] {
  const point = [Math.log(p), Math.log(q - 1), Math.log(v)];
  return covarianceAt(objectiveOf(spends), point, customersIn(spends));
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
