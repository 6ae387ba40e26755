import { type Minimum, type Objective, covarianceAt, farthest, minimize } from "../math/minimize";
import { type Histories, rescaled } from "./history";
import { type Parameters, nbdLogLikelihood } from "./nbd";

type Total = (params: readonly number[], histories: Histories, gradient: number[]) => number;

/**
 * "none": the likelihood is highest without any dropping out; "alike": with the same chance of it for all customers;
 * "rate": with the same purchase rate for all customers; "ends": somewhere else at the end of the range.
 */
export type Limit = "none" | "alike" | "rate" | "ends";

export interface TransactionFit {
  readonly params: Parameters;
  readonly logLikelihood: number;
  /** Where the likelihood has no maximum inside: the limit that it points to, which the parameters then stand for. */
  readonly limit: Limit | undefined;
  /** How much dropping out adds to the log-likelihood. */
  readonly dropoutGain: number;
  readonly converged: boolean;
  /** Evaluations of the likelihood of all histories. */
  readonly evaluations: number;
}

/** Distinct histories of a sample on which the starts are compared, and how far. */
const sampleSize = 2000;
const roughly = 1e-4;
/** Gain in log-likelihood below which dropping out explains nothing, and largest derivative at a maximum, per customer. */
const gain = 1e-3;
const mostSlope = 1e-6;
/** Logarithm at which a parameter that grows without end is held: the limit to six digits and more. */
const endless = Math.log(1e6);

/** Mean negative log-likelihood as a function of the logarithms of the parameters. */
function objectiveOf(total: Total, histories: Histories): Objective {
  return (point, gradient) => {
    const params = point.map(Math.exp);
    gradient.fill(0);
    const value = total(params, histories, gradient);
    params.forEach((param, k) => {
      gradient[k]! *= -param / histories.customers;
    });
    return -value / histories.customers;
  };
}

const starts = [
  [-0.5, -2, -0.5, 0],
  [0, -2, -1.5, 1.5],
  [-0.5, -1, 0.5, -1.5],
] as const;

interface Found extends Minimum {
  readonly limit: Limit | undefined;
}

/** A minimum in which parameters that run away are held at the end of their range. */
function minimizeWithin(objective: Objective, start: readonly number[]): Found {
  const held = new Set<number>();
  let limit: Limit | undefined;
  let best = minimize(objective, start, { reach: farthest });
  let { evaluations } = best;
  for (;;) {
    const away = best.point.findIndex((value, k) => !held.has(k | 1) && Math.abs(value) > farthest);
    if (away < 0) return { ...best, evaluations, limit };
    const point = best.point.slice();
    const isEndless = point[away]! > 0;
    // Of two parameters that grow together the second is held, and the first follows in proportion.
    const one = away | 1;
    limit = !isEndless ? "ends" : away < 2 ? "rate" : "alike";
    if (isEndless) {
      point[one - 1]! += endless - point[one]!;
      point[one] = endless;
    }
    held.add(one);
    best = minimize(objective, point, { held });
    evaluations += best.evaluations;
  }
}

/**
 * Maximum of the likelihood in the logarithms of the parameters, time in units of the longest observation so that days
 * and weeks give the same. From several starts on a sample, then from the best of them on all histories. Dropping out that
 * explains nothing is left out.
 */
export function fitTransactions(
  total: Total,
  histories: Histories,
  unitOfLast: "time" | "none",
): TransactionFit {
  const unit = histories.distinct.reduce((longest, { T }) => Math.max(longest, T), 0);
  const data = rescaled(histories, unit);
  const sample = objectiveOf(total, rescaled(data, 1, Math.ceil(data.distinct.length / sampleSize)));
  const [rough] = starts
    .map((start) => minimize(sample, start, { flat: roughly, reach: farthest }))
    .sort((one, other) => one.value - other.value);
  const full = minimizeWithin(objectiveOf(total, data), rough!.point);
  const plain = minimizeWithin(objectiveOf(nbdLogLikelihood, data), [-0.5, -2]);
  const dropoutGain = (plain.value - full.value) * data.customers;
  const isNone = dropoutGain < gain;
  const best = isNone ? plain : full;
  const [r, alpha, c = 0, d = 1] = best.point.map(Math.exp) as [number, number, number?, number?];
  const last = unitOfLast === "time" && !isNone ? unit : 1;
  const params: Parameters = [r, alpha * unit, c, d * last];
  return {
    params,
    logLikelihood: total(params, histories, [0, 0, 0, 0]),
    limit: isNone ? "none" : best.limit,
    dropoutGain,
    converged: best.slope < mostSlope,
    evaluations: full.evaluations + plain.evaluations,
  };
}

/** Covariance of the logarithms of the parameters. */
export function logCovariance(total: Total, params: Parameters, histories: Histories): number[][] {
  const point = params.map((param) => (param > 0 ? Math.log(param) : -Infinity));
  return covarianceAt(objectiveOf(total, histories), point, histories.customers);
}
