/** A point on 0 to 1 and its weight. */
export interface Node {
  readonly at: number;
  readonly weight: number;
}

/**
 * Gauss and Legendre's rule of n points on 0 to 1, exact for polynomials up to the power 2n − 1: the zeros of the n-th
 * Legendre polynomial by Newton's method from Abramowitz and Stegun 22.16.6, its values by the recurrence 22.7.10.
 */
export function legendreRule(n: number): Node[] {
  return Array.from({ length: n }, (_, k) => {
    let x = Math.cos((Math.PI * (k + 0.75)) / (n + 0.5));
    for (let round = 0; ; round++) {
      let [before, value] = [1, x];
      for (let j = 2; j <= n; j++)
        [before, value] = [value, ((2 * j - 1) * x * value - (j - 1) * before) / j];
      const slope = (n * (before - x * value)) / (1 - x * x);
      // Newton's method doubles the digits in each round.
      if (round === 6) return { at: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
      x -= value / slope;
    }
  });
}
