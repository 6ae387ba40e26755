import { sum } from "./sum";
import { sweepInverse } from "./sweep";

/**
 * Value of a function at a point; adds nothing, writes its derivatives into `gradient`, and, where it knows the second
 * ones, their rows into `second`, which comes empty and else stays so.
 */
export type Objective = (point: readonly number[], gradient: number[], second?: number[][]) => number;

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
function differencesOf(
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

/** Second derivatives, by differences where the function does not know them. */
export function curvature(objective: Objective, point: readonly number[]): number[][] {
  const second: number[][] = [];
  objective(
    point,
    point.map(() => 0),
    second,
  );
  return second.length > 0 ? second : differencesOf(objective, point);
}

interface Options {
  /** Ends where no derivative is larger. */
  readonly flat?: number;
  /** Ends where a coordinate has run away. */
  readonly isAway?: (value: number, coordinate: number) => boolean;
  /** Coordinates that keep their values. */
  readonly held?: ReadonlySet<number>;
}

/** A function at a point, with its derivatives. */
interface Place {
  readonly point: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
  /** Empty where the function does not know them. */
  readonly second: readonly (readonly number[])[];
}

/** The same function of the coordinates that are free: the others have no slope. */
const ofFree =
  (objective: Objective, held: ReadonlySet<number>): Objective =>
  (point, gradient, second) => {
    const value = objective(point, gradient, second);
    for (const k of held) {
      gradient[k] = 0;
      second?.forEach((row, i) => row.forEach((_, j) => (i === k || j === k) && (row[j] = 0)));
    }
    return value;
  };

function placeAt(objective: Objective, point: readonly number[]): Place {
  const gradient = point.map(() => 0);
  const second: number[][] = [];
  return { point, value: objective(point, gradient, second), gradient, second };
}

/**
 * A local minimum by Newton's method with Levenberg's damping: a multiple of the identity is added to the second
 * derivatives until a step goes down (Nocedal and Wright 2006, section 4.1).
 */
export function minimize(
  objective: Objective,
  start: readonly number[],
  { flat = 1e-10, isAway = () => false, held = new Set() }: Options = {},
): Minimum {
  const free = ofFree(objective, held);
  let here = placeAt(free, start);
  let evaluations = 1;
  let lambda = 1e-3;
  for (let steps = 0; steps < mostSteps && size(here.gradient) > flat && !here.point.some(isAway); steps++) {
    const { point, value, gradient, second } = here;
    const isKnown = second.length > 0;
    const matrix = isKnown ? second : differencesOf(free, point, gradient);
    if (!isKnown) evaluations += point.length;
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
      const there = placeAt(
        free,
        point.map((old, k) => old + shrink * step[k]!),
      );
      evaluations++;
      // Where rounding hides the descent, a much flatter slope shows it.
      const rounding = 1e-13 * Math.abs(value);
      moved =
        there.value < value - rounding ||
        (there.value <= value + rounding && 2 * size(there.gradient) < size(gradient));
      if (moved) {
        here = there;
        lambda = lambda < 1e-8 ? 0 : lambda / 10;
        break;
      }
    }
    if (!moved) break;
  }
  return { point: here.point, value: here.value, slope: size(here.gradient), evaluations };
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
