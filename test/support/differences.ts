export type Vector = readonly number[];

const step = 1e-3;

/** The derivative by coordinate k, a central difference that is exact to some 1e-6. */
export function derivative(f: (point: Vector) => number, point: Vector, k: number): number {
  const at = (by: number) => f(point.map((value, i) => (i === k ? value + by : value)));
  return (at(step) - at(-step)) / (2 * step);
}

/** Inverse of minus the second differences at the maximum of a log-likelihood, by Gauss–Jordan elimination. */
export function covarianceAt(logLikelihood: (point: Vector) => number, maximum: Vector): number[][] {
  const rows = maximum.map((_, i) => [
    ...maximum.map((__, j) => -derivative((point) => derivative(logLikelihood, point, i), maximum, j)),
    ...maximum.map((__, j) => (i === j ? 1 : 0)),
  ]);
  rows.forEach((pivot, k) => {
    const head = pivot[k]!;
    pivot.forEach((value, j) => (pivot[j] = value / head));
    rows.forEach((row, i) => {
      const factor = row[k]!;
      if (i !== k) row.forEach((value, j) => (row[j] = value - factor * pivot[j]!));
    });
  });
  return rows.map((row) => row.slice(maximum.length));
}
