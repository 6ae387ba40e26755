import { logBeta } from "./gamma";

const tiny = 1e-300;
const precision = 1e-16;

/**
 * The regularised incomplete beta function I_x(a, b) by its continued fraction (Abramowitz and Stegun 26.5.8) with Lentz's
 * method, which converges fast for x below (a + 1) ÷ (a + b + 2).
 */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / (a + 2 * m - 1) / (a + 2 * m);
    const odd = (-(a + m) * (a + b + m) * x) / (a + 2 * m) / (a + 2 * m + 1);
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    fraction *= d * c;
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return front * fraction;
}

const nonzero = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/** The t that Student's variable with so many degrees of freedom does not exceed with probability p, 0.5 < p < 1. */
export function studentQuantile(p: number, degrees: number): number {
  const upper = (t: number) => incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  let [low, high] = [0, 1];
  while (upper(high) > 1 - p) high *= 2;
  // Each step halves what is open, down to its last digit.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (upper(middle) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
