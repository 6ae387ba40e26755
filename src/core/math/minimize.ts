import { sum } from "./sum";
import { sweepInverse } from "./sweep";

/** Value of a function at a point; adds nothing, writes its derivatives into `gradient`. */
export type Objective = (point: readonly number[], gradient: number[]) => number;

export interface Minimum {
  readonly point: readonly number[];
  readonly value: number;
  /** Largest derivative left. */
  readonly slope: number;
  readonly evaluations: number;
}

const mostSteps = 100;
/** Longest and shortest step of a coordinate; coordinates are logarithms here. */
const longestStep = 2;
const shortestStep = 1e-10;
/** Curvature of a log-likelihood, after the other directions are accounted for, below which one carries no information. */
const leastInformation = 0.01;
/** Distance from 0 at which a coordinate has run away. */
export const farthest = 9;

export const isFar = (value: number): boolean => Math.abs(value) > farthest;

const size = (vector: readonly number[]) => Math.max(...vector.map(Math.abs));

/** Second derivatives by differences of the gradient, central ones to about ten digits. */
export function curvature(
  objective: Objective,
  point: readonly number[],
  central?: readonly number[],
): number[][] {
  const step = central ? 1e-6 : 1e-5;
  const at = (k: number, by: number) => {
    const gradient = point.map(() => 0);
    objective(
      point.map((value, index) => (index === k ? value + by : value)),
      gradient,
    );
    return gradient;
  };
  const rows = point.map((_, k) => {
    const after = at(k, step);
    const before = central ?? at(k, -step);
    return after.map((value, index) => (value - before[index]!) / (central ? step : 2 * step));
  });
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}

interface Options {
  /** Ends where no derivative is larger. */
  readonly flat?: number;
  /** Ends where a coordinate has run away. */
  readonly isAway?: (value: number, coordinate: number) => boolean;
  /** Coordinates that keep their values. */
  readonly held?: ReadonlySet<number>;
}

/**
 * A local minimum by Newton's method with Levenberg's damping: the second derivatives are differences of the gradient, and
 * a multiple of the identity is added until a step goes down (Nocedal and Wright 2006, section 4.1).
 */
export function minimize(
  objective: Objective,
  start: readonly number[],
  { flat = 1e-10, isAway = () => false, held = new Set() }: Options = {},
): Minimum {
  const ofFree: Objective = (at, slopes) => {
    const found = objective(at, slopes);
    held.forEach((k) => (slopes[k] = 0));
    return found;
  };
  let point = start.slice();
  let gradient = point.map(() => 0);
  let value = ofFree(point, gradient);
  let evaluations = 1;
  let lambda = 1e-3;
  for (let steps = 0; steps < mostSteps && size(gradient) > flat && !point.some(isAway); steps++) {
    const matrix = curvature(ofFree, point, gradient);
    evaluations += point.length;
    let moved = false;
    for (; lambda < 1e9; lambda = Math.max(lambda * 8, 1e-6)) {
      const inverse = sweepInverse(
        matrix.map((row, i) => row.map((one, j) => (i === j && !held.has(i) ? one + lambda : one))),
        0,
      );
      // A direction in which the matrix is not positive definite has no inverse either.
      if (inverse.some((row, k) => row[k] === 0 && !held.has(k))) continue;
      const step = inverse.map((row) => -sum(row.map((one, k) => one * gradient[k]!)));
      if (size(step) < shortestStep) break;
      const shrink = Math.min(1, longestStep / size(step));
      const next = point.map((old, k) => old + shrink * step[k]!);
      const slopes = point.map(() => 0);
      const there = ofFree(next, slopes);
      evaluations++;
      // Where rounding hides the descent, a much flatter slope shows it.
      const rounding = 1e-13 * Math.abs(value);
      moved = there < value - rounding || (there <= value + rounding && 2 * size(slopes) < size(gradient));
      if (moved) {
        [point, value, gradient] = [next, there, slopes];
        lambda = lambda < 1e-8 ? 0 : lambda / 10;
        break;
      }
    }
    if (!moved) break;
  }
  return { point, value, slope: size(gradient), evaluations };
}

/**
 * Covariance of coordinates at the minimum of the mean negative log-likelihood of so many customers. One that the data do
 * not determine, as at a limit, is held fixed: its variance is 0.
 */
export function covarianceAt(objective: Objective, point: readonly number[], customers: number): number[][] {
  return sweepInverse(
    curvature(objective, point).map((row) => row.map((value) => value * customers)),
    leastInformation,
  );
}
