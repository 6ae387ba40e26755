import { most } from "../math/extremes";
import { type Factored, cholesky } from "../math/cholesky";
import { minimize } from "../math/minimize";
import { sum } from "../math/sum";

/** A logistic regression at the maximum of its penalised likelihood. */
export interface LogisticFit {
  readonly coefficients: readonly number[];
  /** Inverse of the expected information there. */
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood: number;
  /** Half the logarithm of the information's determinant, which Firth adds. */
  readonly penalty: number;
  readonly hasConverged: boolean;
}

interface State extends Factored {
  readonly point: readonly number[];
  readonly chances: Float64Array;
  readonly logLikelihood: number;
}

const mostSteps = 40;
/** Of the logarithm of odds, on columns with variance 1. */
const longestStep = 5;
const shortestStep = 1e-10;
/** Slope for each customer at which the second search ends, and up to which rounding may stop it before. */
const flat = 1e-12;
const steepestEnd = 1e-8;

export const logistic = (logOdds: number): number =>
  logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));

/** ln(1 + e^x), without overflow. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/**
 * Logistic regression with Firth's penalty (D. Firth 1993, Biometrika 80): it maximises l(β) + ½ ln |I(β)|, which has a
 * maximum where the likelihood has none, as when a column tells all who left from all who stayed. Newton's steps on the
 * modified score Σ (y − π + h(½ − π))x with the expected information, halved until the penalised likelihood rises
 * (G. Heinze, M. Schemper 2002, Statistics in Medicine 21); where these do not end, by steps with all of the curvature. The
 * first column is that of the intercept.
 */
export function firthLogistic(columns: readonly Float64Array[], left: readonly boolean[]): LogisticFit {
  const size = columns.length;

  function at(point: readonly number[]): State | undefined {
    const chances = new Float64Array(left.length);
    const information = columns.map(() => columns.map(() => 0));
    let logLikelihood = 0;
    for (let row = 0; row < left.length; row++) {
      let logOdds = 0;
      for (let j = 0; j < size; j++) logOdds += point[j]! * columns[j]![row]!;
      const chance = logistic(logOdds);
      const weight = chance * logistic(-logOdds);
      chances[row] = chance;
      logLikelihood -= softplus(left[row] ? -logOdds : logOdds);
      for (let i = 0; i < size; i++) {
        const weighted = weight * columns[i]![row]!;
        for (let j = 0; j <= i; j++) information[i]![j]! += weighted * columns[j]![row]!;
      }
    }
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) information[j]![i] = information[i]![j]!;
    const factored = cholesky(information);
    return factored && { ...factored, point, chances, logLikelihood };
  }

  /** Derivatives of the penalised likelihood. */
  function scoreAt({ chances, inverse }: State): number[] {
    const score = columns.map(() => 0);
    for (let row = 0; row < left.length; row++) {
      const chance = chances[row]!;
      let spread = 0;
      for (let i = 0; i < size; i++) {
        let inner = 0;
        for (let j = 0; j < size; j++) inner += inverse[i]![j]! * columns[j]![row]!;
        spread += inner * columns[i]![row]!;
      }
      const leverage = chance * (1 - chance) * spread;
      const residual = (left[row] ? 1 : 0) - chance + leverage * (0.5 - chance);
      for (let i = 0; i < size; i++) score[i]! += residual * columns[i]![row]!;
    }
    return score;
  }

  const penalised = ({ logLikelihood, logDeterminant }: State) => logLikelihood + logDeterminant / 2;
  let state = at(columns.map(() => 0))!;
  let hasConverged = false;
  for (let steps = 0; steps < mostSteps && !hasConverged; steps++) {
    const score = scoreAt(state);
    const step = state.inverse.map((row) => sum(row.map((value, k) => value * score[k]!)));
    const length = most(step.map(Math.abs));
    let next: State | undefined;
    for (let share = Math.min(1, longestStep / length); share > 1e-6; share /= 2) {
      next = at(state.point.map((value, k) => value + share * step[k]!));
      // Near the maximum rounding hides the rise.
      if (next && penalised(next) >= penalised(state) - 1e-12 * Math.abs(penalised(state))) break;
      next = undefined;
    }
    hasConverged = length < shortestStep;
    if (next === undefined) break;
    state = next;
  }
  if (!hasConverged) {
    // Where a few rows decide, the penalty bends as much as the likelihood, and its curvature has to count too.
    const found = minimize(
      (point, gradient) => {
        const there = at(point);
        if (!there) return Infinity;
        scoreAt(there).forEach((value, k) => (gradient[k] = -value / left.length));
        return -penalised(there) / left.length;
      },
      state.point,
      { flat },
    );
    state = at(found.point)!;
    hasConverged = found.slope <= steepestEnd;
  }
  return {
    coefficients: state.point,
    covariance: state.inverse,
    logLikelihood: state.logLikelihood,
    penalty: state.logDeterminant / 2,
    hasConverged,
  };
}
