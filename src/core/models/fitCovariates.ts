import { congruent } from "../math/congruent";
import { least, most } from "../math/extremes";
import { covarianceAt } from "../math/minimize";
import { sum } from "../math/sum";
import { times } from "../math/times";
import {
  type CovariateGroup,
  type CovariateModel,
  type Effects,
  type Scale,
  covariateObjective,
  customersOf,
  scaleOf,
  standardised,
} from "./covariates";
import { type TransactionFit, gain, minimizeWithin, mostSlope } from "./fitTransactions";
import { type Histories, longestOf } from "./history";
import { limitsOf } from "./limit";
import { models } from "./models";
import { type Parameters, nbdLogLikelihood } from "./nbd";

export interface CovariateFit extends Effects {
  /** Parameters of customers whose covariates are all 0, and of one whose covariates are the mean. */
  readonly params: Parameters;
  readonly atMean: TransactionFit;
  /** Covariance of the logarithms of the parameters and of the coefficients; 0 where the data tell none. */
  readonly covariance: readonly (readonly number[])[];
  /** Coefficients without a maximum, as when nobody in a group came back. */
  readonly endless: readonly number[];
}

/** Change in a logarithm between the least and the largest of what is known from which on a coefficient has no end. */
const endless = 9;
/** Where dropping out cannot be. */
const never = -30;

const within = (value: number) => Math.max(-6, Math.min(6, value));

/**
 * The maximum of the likelihood, from that without covariates, `plain`: what is known in standard deviations from its mean,
 * time in units of the longest observation.
 *
 * On the 600 customers of a shop for clothes whose gender and channel are known (data of the package CLVTools) the Pareto/NBD
 * has a log-likelihood of −11,893.5221664, as its closed form has there in 25 digits, of which no derivative is above 1e−7.
 */
export function fitCovariates(
  model: CovariateModel,
  groups: readonly CovariateGroup[],
  all: Histories,
  plain: TransactionFit,
): CovariateFit {
  const { total, unitOfLast } = models[model];
  const unit = longestOf(all);
  const units = [unit, unitOfLast === "time" ? unit : 1] as const;
  const scale = scaleOf(groups);
  const data = standardised(groups, scale, unit);
  const count = scale.means.length;
  const zeros = times(count, () => 0);
  const [r, alpha, c, d] = plain.params;
  const rates = [within(Math.log(r)), within(Math.log(alpha / unit))];
  const dropout =
    c === 0 ? [-2, unitOfLast === "time" ? 0 : 2] : [within(Math.log(c)), within(Math.log(d / units[1]))];
  const withoutDropout = minimizeWithin(
    covariateObjective(nbdLogLikelihood, unitOfLast, data),
    [...rates, never, 0, ...zeros, ...zeros],
    unitOfLast,
    units,
    new Set([2, 3, ...times(count, (k) => 4 + count + k)]),
  );
  const objective = covariateObjective(total, unitOfLast, data);
  const full = minimizeWithin(objective, [...rates, ...dropout, ...zeros, ...zeros], unitOfLast, units);
  const customers = customersOf(groups);
  const dropoutGain = (withoutDropout.value - full.value) * customers;
  const isNone = dropoutGain < gain;
  const best = isNone ? withoutDropout : full;
  const logs = isNone ? [...best.point.slice(0, 2), -Infinity, 0, ...best.point.slice(4)] : best.point;
  const [meanR, meanAlpha, meanC, meanD] = logs.slice(0, 4).map(Math.exp) as [number, number, number, number];
  const atMean: TransactionFit = {
    params: [meanR, meanAlpha * unit, meanC, isNone ? 1 : meanD * units[1]],
    logLikelihood: -best.value * customers - sum(all.more) * Math.log(unit),
    limits: limitsOf([meanR, meanAlpha, meanC, meanD], unitOfLast),
    dropoutGain,
    converged: best.slope < mostSlope,
    evaluations: best.evaluations,
  };
  const covariance = covarianceAt(
    covariateObjective(isNone ? nbdLogLikelihood : total, unitOfLast, data),
    best.point,
    customers,
  );
  const known = asKnown(atMean, logs.slice(4), covariance, scale, unitOfLast === "time");
  const ranges = times(count, (k) => {
    const values = groups.map(({ z }) => z[k]!);
    return most(values) - least(values);
  });
  const isEndless = (coefficient: number, k: number) => Math.abs(coefficient) * ranges[k % count]! > endless;
  return {
    ...known,
    atMean,
    endless: [...known.trans, ...known.life].flatMap((one, k) => (isEndless(one, k) ? [k] : [])),
  };
}

/** The same for what is known as it is, without standard deviations. */
function asKnown(
  { params }: TransactionFit,
  coefficients: readonly number[],
  covariance: readonly (readonly number[])[],
  { means, deviations }: Scale,
  hasTime: boolean,
): Omit<CovariateFit, "atMean" | "endless"> {
  const count = means.length;
  const coefficientAt = (k: number) => coefficients[k]! / deviations[k % count]!;
  const shifts = times(count, (k) => means[k]! / deviations[k]!);
  // ln alpha rises by trans′mean, ln beta by life′mean, ln a falls by it: as matrix from the coordinates of the fit.
  const moved = hasTime ? 3 : 2;
  const rows = times(4 + 2 * count, (i) =>
    times(4 + 2 * count, (j) => {
      if (i >= 4) return i === j ? 1 / deviations[(i - 4) % count]! : 0;
      if (j < 4) return i === j ? 1 : 0;
      if (j < 4 + count) return i === 1 ? shifts[j - 4]! : 0;
      return i === moved ? (hasTime ? 1 : -1) * shifts[j - 4 - count]! : 0;
    }),
  );
  const trans = times(count, coefficientAt);
  const life = times(count, (k) => coefficientAt(count + k));
  const [r, alpha, c, d] = params;
  const [byTrans, byLife] = [trans, life].map((own) => sum(own.map((value, k) => value * means[k]!))) as [
    number,
    number,
  ];
  return {
    trans,
    life,
    params: [
      r,
      alpha * Math.exp(byTrans),
      hasTime ? c : c * Math.exp(-byLife),
      hasTime ? d * Math.exp(byLife) : d,
    ],
    covariance: congruent(rows, covariance),
  };
}
