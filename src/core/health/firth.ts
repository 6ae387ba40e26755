import { most } from "../math/extremes";
import { type Factored, cholesky } from "../math/cholesky";
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

const mostSteps = 500;
/** Of the logarithm of odds, on standardised columns. */
const longestStep = 5;
const shortestStep = 1e-10;

export const logistic = (logOdds: number): number =>
  logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));

/** ln(1 + e^x), without overflow. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/**
 * Logistic regression with Firth's penalty (D. Firth 1993, Biometrika 80): it maximises l(β) + ½ ln |I(β)|, which has a
 * maximum where the likelihood has none, as when a column tells all who left from all who stayed. Newton's steps on the
 * modified score Σ (y − π + h(½ − π))x with the expected information, halved until the penalised likelihood rises
 * (G. Heinze, M. Schemper 2002, Statistics in Medicine 21). The first column is that of the intercept; columns are
 * standardised and none is a sum of others.
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

  /** Newton's step from the modified score. */
  function stepFrom({ chances, inverse }: State): number[] {
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
    return inverse.map((row) => sum(row.map((value, k) => value * score[k]!)));
  }

  const penalised = ({ logLikelihood, logDeterminant }: State) => logLikelihood + logDeterminant / 2;
  let state = at(columns.map(() => 0))!;
  let hasConverged = false;
  for (let steps = 0; steps < mostSteps && !hasConverged; steps++) {
    const step = stepFrom(state);
    const length = most(step.map(Math.abs));
    let next: State | undefined;
    for (let share = Math.min(1, longestStep / length); share > 1e-9; share /= 2) {
      next = at(state.point.map((value, k) => value + share * step[k]!));
      // Near the maximum rounding hides the rise.
      if (next && penalised(next) >= penalised(state) - 1e-12 * Math.abs(penalised(state))) break;
      next = undefined;
    }
    hasConverged = length < shortestStep;
    if (next === undefined) break;
    state = next;
  }
  return {
    coefficients: state.point,
    covariance: state.inverse,
    logLikelihood: state.logLikelihood,
    penalty: state.logDeterminant / 2,
    hasConverged,
  };
}
