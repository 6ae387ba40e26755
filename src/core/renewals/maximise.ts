/** Step of the differences: with errors of order step⁴ and rounding / step, the gradient is exact to some 1e-12. */
const step = 2e-3;
const longestStep = 2;

type Point = readonly number[];

/**
 * A local maximum of a smooth function of a few variables, of which those with the indices `free` may move from the
 * start, by Newton's method with the damping of Levenberg and Marquardt. Derivatives are central differences, of fourth
 * order for the gradient, which decides where the maximum is.
 */
export function maximise(f: (x: Point) => number, start: Point, free: readonly number[]): Point {
  let x = start;
  let value = f(x);
  let damping = 1e-3;
  for (let iteration = 0; iteration < 60; iteration++) {
    const gradient = free.map((index) => {
      const difference = (by: number) => f(moved(x, index, by)) - f(moved(x, index, -by));
      return (8 * difference(step) - difference(2 * step)) / (12 * step);
    });
    const curvature = hessianAt(f, x, free);
    let next: Point;
    for (; ; damping *= 10) {
      if (damping > 1e9) return x;
      const move = solve(curvature, gradient, damping);
      const length = move ? Math.max(...move.map(Math.abs)) : Infinity;
      if (length > longestStep) continue;
      next = free.reduce((point, index, k) => moved(point, index, move![k]!), x);
      // below the rounding of f its values no longer tell better from worse, but the gradient does
      if (length < 1e-5 && damping < 1e-2) return next;
      const gain = f(next) - value;
      if (!(gain > 0)) continue;
      value += gain;
      // a long or a damped step without a gain is a drift to infinity
      if (gain < 1e-10 && (length > 0.01 || damping > 1e-2)) return next;
      break;
    }
    x = next;
    damping = Math.max(damping / 100, 1e-12);
  }
  return x;
}

const moved = (x: Point, index: number, by: number) => x.map((one, at) => (at === index ? one + by : one));

/** Second derivatives; where row and column are the same, the four points are those of a step of twice the length. */
function hessianAt(f: (x: Point) => number, x: Point, free: readonly number[]): number[][] {
  const hessian: number[][] = free.map(() => []);
  free.forEach((row, i) =>
    free.slice(0, i + 1).forEach((column, j) => {
      const at = (one: number, other: number) => f(moved(moved(x, row, one), column, other));
      hessian[i]![j] = hessian[j]![i] =
        (at(step, step) - at(step, -step) - at(-step, step) + at(-step, -step)) / (4 * step ** 2);
    }),
  );
  return hessian;
}

/** Solves (damping × I − curvature) × move = gradient by elimination; undefined where the matrix is not positive definite. */
function solve(curvature: readonly Point[], gradient: Point, damping: number): number[] | undefined {
  let rows = curvature.map((row, i) => [...row.map((one, j) => (i === j ? damping : 0) - one), gradient[i]!]);
  for (const i of gradient.keys()) {
    const pivot = rows[i]!;
    if (!(pivot[i]! > 0)) return undefined;
    rows = rows.map((row, j) =>
      row.map((one, k) => (i === j ? one / pivot[i]! : one - (row[i]! / pivot[i]!) * pivot[k]!)),
    );
  }
  return rows.map((row) => row[row.length - 1]!);
}
