const densityAtZero = 1 / Math.sqrt(2 * Math.PI);

/** Standard normal distribution function by its Taylor series about 0, G. Marsaglia (2004), J. Stat. Softw. 11(4). */
export function normalDistribution(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; sum + term !== sum; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * densityAtZero * Math.exp((-z * z) / 2);
}

/**
 * The z that a standard normal variable does not exceed with probability p, 0.5 ≤ p ≤ 1 − 1e-12. Newton's method from 0:
 * the distribution function is concave above 0, so the steps rise to the root and stop where rounding ends the rise.
 */
export function normalQuantile(p: number): number {
  let z = 0;
  for (;;) {
    const next = z + (p - normalDistribution(z)) / (densityAtZero * Math.exp((-z * z) / 2));
    if (!(next > z)) return z;
    z = next;
  }
}
