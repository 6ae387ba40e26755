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
/** Distance from 0 at which a coordinate has run away, and the search ends. */
export const farthest = 9;

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

/** The solution of (matrix + λ) x = −gradient; undefined where that matrix is not positive definite. */
function newtonStep(
  matrix: readonly (readonly number[])[],
  lambda: number,
  gradient: readonly number[],
): number[] | undefined {
  const rows = matrix.map((row, i) => [
    ...row.map((value, j) => (i === j ? value + lambda : value)),
    -gradient[i]!,
  ]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    if (!(rows[k]![k]! > 0)) return undefined;
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const step = gradient.map(() => 0);
  for (let k = n - 1; k >= 0; k--) {
    let rest = rows[k]![n]!;
    for (let j = k + 1; j < n; j++) rest -= rows[k]![j]! * step[j]!;
    step[k] = rest / rows[k]![k]!;
  }
  return step;
}

/**
 * A local minimum by Newton's method with Levenberg's damping: the second derivatives are differences of the analytic
 * gradient, and a multiple of the identity is added until a step goes down (Nocedal and Wright 2006, section 4.1). Ends
 * where no derivative is above `flat`, or where a coordinate runs away.
 */
export function minimize(
  objective: Objective,
  start: readonly number[],
  flat = 1e-10,
  reach = farthest,
): Minimum {
  let point = start.slice();
  let gradient = point.map(() => 0);
  let value = objective(point, gradient);
  let evaluations = 1;
  let lambda = 1e-3;
  for (let steps = 0; steps < mostSteps && size(gradient) > flat && size(point) <= reach; steps++) {
    const matrix = curvature(objective, point, gradient);
    evaluations += point.length;
    let moved = false;
    for (; lambda < 1e9; lambda = Math.max(lambda * 8, 1e-6)) {
      const step = newtonStep(matrix, lambda, gradient);
      if (!step) continue;
      if (size(step) < shortestStep) break;
      const shrink = Math.min(1, longestStep / size(step));
      const next = point.map((old, k) => old + shrink * step[k]!);
      const slopes = point.map(() => 0);
      const there = objective(next, slopes);
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

/** A minimum with some coordinates held at their values, over the others. */
export function minimizeOthers(
  objective: Objective,
  start: readonly number[],
  held: ReadonlySet<number>,
): Minimum {
  const free = Array.from(start.keys()).filter((k) => !held.has(k));
  const filled = (values: readonly number[]) => {
    const point = start.slice();
    free.forEach((k, index) => (point[k] = values[index]!));
    return point;
  };
  const found = minimize(
    (values, gradient) => {
      const whole = start.map(() => 0);
      const value = objective(filled(values), whole);
      free.forEach((k, index) => (gradient[index] = whole[k]!));
      return value;
    },
    free.map((k) => start[k]!),
    1e-10,
    Infinity,
  );
  return { ...found, point: filled(found.point) };
}
