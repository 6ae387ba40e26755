/** Step of the differences: with errors of order step⁴ and rounding / step, the gradient is exact to some 1e-12. */
const step = 2e-3;
const longestStep = 2;

/**
 * A local maximum of a smooth function of one to three variables, from a start, by Newton's method with the damping of
 * Levenberg and Marquardt. Derivatives are central differences, of fourth order for the gradient, which decides where
 * the maximum is.
 */
export function maximise(f: (x: readonly number[]) => number, start: readonly number[]): number[] {
  let x = start.slice();
  let value = f(x);
  let damping = 1e-3;
  for (let iteration = 0; iteration < 200 && damping < 1e9; iteration++) {
    const gradient = gradientAt(f, x);
    const curvature = hessianAt(f, x, value);
    for (; damping < 1e9; damping *= 10) {
      const move = solve(curvature, gradient, damping);
      const length = move && Math.max(...move.map(Math.abs));
      if (!move || !(length! <= longestStep)) continue;
      const next = x.map((one, index) => one + move[index]!);
      const gain = f(next) - value;
      // below the rounding of f its values no longer tell better from worse, but the gradient does
      if (length! < 1e-5 && damping < 1e-2) return next;
      if (gain > 0) {
        x = next;
        value += gain;
        damping = Math.max(damping / 100, 1e-12);
        break;
      }
    }
  }
  return x;
}

const moved = (x: readonly number[], index: number, by: number) =>
  x.map((one, at) => (at === index ? one + by : one));

function gradientAt(f: (x: readonly number[]) => number, x: readonly number[]): number[] {
  return x.map((_, index) => {
    const difference = (by: number) => f(moved(x, index, by)) - f(moved(x, index, -by));
    return (8 * difference(step) - difference(2 * step)) / (12 * step);
  });
}

function hessianAt(f: (x: readonly number[]) => number, x: readonly number[], value: number): number[][] {
  return x.map((_, row) =>
    x.map((_, column) => {
      const at = (one: number, other: number) => f(moved(moved(x, row, one * step), column, other * step));
      return row === column
        ? (at(1, 0) - 2 * value + at(-1, 0)) / step ** 2
        : (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * step ** 2);
    }),
  );
}

/** Solves (damping × I − curvature) × move = gradient by Cholesky; undefined where the matrix is not positive definite. */
function solve(
  curvature: readonly (readonly number[])[],
  gradient: readonly number[],
  damping: number,
): number[] | undefined {
  const size = gradient.length;
  const lower: number[][] = [];
  const forward: number[] = [];
  for (let i = 0; i < size; i++) {
    lower.push([]);
    const dot = (j: number) =>
      lower[i]!.reduce((total, one, k) => total + one * (k < j ? lower[j]![k]! : 0), 0);
    for (let j = 0; j < i; j++) lower[i]!.push((-curvature[i]![j]! - dot(j)) / lower[j]![j]!);
    const pivot = damping - curvature[i]![i]! - lower[i]!.reduce((total, one) => total + one * one, 0);
    if (!(pivot > 0)) return undefined;
    forward.push(
      (gradient[i]! - lower[i]!.reduce((total, one, k) => total + one * forward[k]!, 0)) / Math.sqrt(pivot),
    );
    lower[i]!.push(Math.sqrt(pivot));
  }
  const move = forward.slice();
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) move[i]! -= lower[k]![i]! * move[k]!;
    move[i]! /= lower[i]![i]!;
  }
  return move;
}
