import { normalDistribution } from "./normal";

/**
 * The chance that a chi-square variable with a whole number of degrees of freedom exceeds a value: from one or two degrees up
 * by Q(k + 2) = Q(k) + (x ÷ 2)^(k ÷ 2) e^(−x ÷ 2) ÷ Γ(k ÷ 2 + 1), all terms positive (Abramowitz and Stegun 26.4.8).
 */
export function chiSquareTail(value: number, degrees: number): number {
  if (value <= 0) return 1;
  const half = value / 2;
  let k = degrees % 2 === 0 ? 2 : 1;
  let tail = k === 2 ? Math.exp(-half) : twoTails(Math.sqrt(value));
  let term = k === 2 ? half * Math.exp(-half) : 2 * Math.sqrt(half / Math.PI) * Math.exp(-half);
  for (; k < degrees; k += 2) {
    tail += term;
    term *= half / (k / 2 + 1);
  }
  return Math.min(1, tail);
}

/** Of a standard normal variable; beyond 5 by Laplace's continued fraction, where 1 less the rest would cancel. */
function twoTails(z: number): number {
  if (z < 5) return 2 * (1 - normalDistribution(z));
  let fraction = z;
  for (let k = 60; k >= 1; k--) fraction = z + k / fraction;
  return (2 * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) / fraction;
}
