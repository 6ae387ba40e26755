import { type Minimum, type Objective, covarianceAt, minimize } from "../math/minimize";
import { sum } from "../math/sum";
import { type Histories, countOf, longestOf, rescaled, sampled } from "./history";
import { type Limit, type UnitOfLast, deepest, isOutside, limitsOf } from "./limit";
import { roughMaxima } from "./maxima";
import { type Parameters, type Total, nbdLogLikelihood } from "./nbd";

export interface TransactionFit {
  readonly params: Parameters;
  readonly logLikelihood: number;
  /** Where the likelihood has no maximum inside: the limits that it points to, which the parameters then stand for. */
  readonly limits: readonly Limit[];
  /** How much dropping out adds to the log-likelihood. */
  readonly dropoutGain: number;
  readonly converged: boolean;
  /** Evaluations of the likelihood of all histories. */
  readonly evaluations: number;
}

/** A model whose likelihood is that at the end of the range where some drop out at once and others never do. */
export interface Ends {
  readonly total: Total;
  /** The logarithm of its last parameter with which it stands for the limit. */
  readonly last: number;
  /** The parameters of the own model that stand for it, time in units of the longest observation. */
  readonly standIn: (params: Parameters) => Parameters;
}

/** Distinct histories of a sample on which maxima are looked for. */
const sampleSize = 2000;
/** Gain in log-likelihood below which dropping out explains nothing, and largest derivative at a maximum, per customer. */
export const gain = 1e-3;
export const mostSlope = 1e-6;
/**
 * What a parameter that grows without end is held at, the limit to six digits and more: at least so many times its unit,
 * and a power of ten, so that the one that grows with it shows their ratio.
 */
const endless = (unit: number) => Math.log(10 ** Math.ceil(6 + Math.log10(unit)) / unit);

/**
 * Mean negative log-likelihood as a function of the logarithms of the parameters p: its derivatives are pᵢ gᵢ, the second
 * ones pᵢ pⱼ hᵢⱼ, and pᵢ gᵢ more where i = j.
 */
export function objectiveOf(total: Total, histories: Histories): Objective {
  return (point, gradient, second) => {
    const params = point.map(Math.exp);
    gradient.fill(0);
    const value = total(params, histories, gradient, second);
    params.forEach((param, k) => {
      gradient[k]! *= -param / histories.customers;
    });
    second?.forEach((row, i) => {
      row.forEach((_, j) => (row[j]! *= (-params[i]! * params[j]!) / histories.customers));
      row[i]! += gradient[i]!;
    });
    return -value / histories.customers;
  };
}

/**
 * A minimum in which parameters that run away are held at the end of their range; `units` are those of time and of the last,
 * `fixed` are coordinates that keep their values. Coordinates after the fourth have no range.
 */
export function minimizeWithin(
  objective: Objective,
  start: readonly number[],
  unitOfLast: UnitOfLast,
  units: readonly [time: number, last: number],
  fixed: ReadonlySet<number> = new Set(),
): Minimum {
  const held = new Set(fixed);
  const isBeyond = isOutside(unitOfLast);
  const isAway = (value: number, k: number) => k < 4 && !fixed.has(k) && isBeyond(value, k);
  let best = minimize(objective, start, { isAway, held: fixed });
  let { evaluations } = best;
  for (;;) {
    const away = best.point.findIndex((value, k) => !held.has(k | 1) && isAway(value, k));
    if (away < 0) return { ...best, evaluations };
    const point = best.point.slice();
    // Of two parameters that run away together the second is held, and the first follows in proportion.
    const one = away | 1;
    if (point[away]! > 0) {
      const end = endless(units[away < 2 ? 0 : 1]);
      point[one - 1]! += end - point[one]!;
      point[one] = end;
    }
    held.add(one);
    best = minimize(objective, point, { held });
    evaluations += best.evaluations;
  }
}

/**
 * The highest maximum of the likelihood in the logarithms of the parameters, time in units of the longest observation so
 * that days and weeks give the same. Maxima are looked for on a sample, and from each of them on all histories. Dropping
 * out that explains nothing is left out.
 */
export function fitTransactions(
  total: Total,
  histories: Histories,
  unitOfLast: UnitOfLast,
  ends?: Ends,
): TransactionFit {
  const unit = longestOf(histories);
  const units = [unit, unitOfLast === "time" ? unit : 1] as const;
  const data = rescaled(histories, unit);
  const sample = sampled(data, Math.ceil(countOf(data) / sampleSize));
  const ofPlain = [-0.5, -2];
  const plainOfSample = minimize(objectiveOf(nbdLogLikelihood, sample), ofPlain, { flat: 1e-6 });
  const plain = minimizeWithin(objectiveOf(nbdLogLikelihood, data), ofPlain, unitOfLast, units);
  const [full = plain] = roughMaxima(
    objectiveOf(total, sample),
    plainOfSample,
    sample.customers,
    unitOfLast,
    gain,
  )
    .map(({ point }) => minimizeWithin(objectiveOf(total, data), point, unitOfLast, units))
    .sort((one, other) => one.value - other.value);
  const dropout = [ofPoint(full), ...(ends && isEndOfTime(full) ? [endsOf(ends, data, full)] : [])].reduce(
    (best, one) => (one.value < best.value ? one : best),
  );
  const dropoutGain = (plain.value - dropout.value) * data.customers;
  const best = dropoutGain < gain ? ofPoint(plain) : dropout;
  const [r, alpha, c, d] = best.params;
  return {
    params: [r, alpha * unit, c, c === 0 ? 1 : d * units[1]],
    logLikelihood: -best.value * data.customers - sum(data.more) * Math.log(unit),
    limits: limitsOf(best.params, unitOfLast),
    dropoutGain,
    converged: best.slope < mostSlope,
    evaluations: full.evaluations + plain.evaluations,
  };
}

interface Found extends Pick<Minimum, "value" | "slope"> {
  readonly params: Parameters;
}

/** Without the last two coordinates nobody drops out. */
function ofPoint({ point, value, slope }: Minimum): Found {
  const [r, alpha, c = 0, d = 1] = point.map(Math.exp) as [number, number, number?, number?];
  return { params: [r, alpha, c, d], value, slope };
}

const isEndOfTime = ({ point }: Minimum) => point.length === 4 && point[3]! < -deepest.time;

/** The end of the range itself, which the parameters of a model with times approach as slowly as a logarithm grows. */
function endsOf({ total, last, standIn }: Ends, data: Histories, { point }: Minimum): Found {
  const start = [point[0]!, point[1]!, last, last];
  const { params, ...found } = ofPoint(minimize(objectiveOf(total, data), start, { held: new Set([3]) }));
  return { ...found, params: standIn(params) };
}

/** Covariance of the logarithms of the parameters. */
export function logCovariance(total: Total, params: Parameters, histories: Histories): number[][] {
  const point = params.map((param) => (param > 0 ? Math.log(param) : -Infinity));
  return covarianceAt(objectiveOf(total, histories), point, histories.customers);
}
