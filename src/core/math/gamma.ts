/** From here on the asymptotic series below are exact to double precision. */
export const leastForStirling = 12;

/** Coefficients B₂ₖ ÷ (2k(2k−1)) of Stirling's series for ln Γ, Abramowitz and Stegun 6.1.41. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** Σ cₖ x^(1−2k): what ln Γ has beyond (x − ½) ln x − x + ½ ln 2π, x ≥ 12. */
export const stirlingRest = (x: number): number =>
  stirling.reduceRight((rest, coefficient) => rest / (x * x) + coefficient, 0) / x;

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0, without the cancellation that the three terms have where
 * an argument is large: B(a, b) = B(a + 1, b)(a + b) ÷ a up to 12, then Stirling's series with its parts combined.
 */
export function logBeta(a: number, b: number): number {
  let steps = 0;
  for (; a < leastForStirling; a++) steps += Math.log1p(b / a);
  for (; b < leastForStirling; b++) steps += Math.log1p(a / b);
  const bulk = -a * Math.log1p(b / a) - b * Math.log1p(a / b) + Math.log(2 * Math.PI * (1 / a + 1 / b)) / 2;
  return steps + bulk + stirlingRest(a) + stirlingRest(b) - stirlingRest(a + b);
}

/** ψ(x), the derivative of ln Γ(x) for x > 0: ψ(x) = ψ(x + 1) − 1 ÷ x up to 12, then A&S 6.3.18. */
export function digamma(x: number): number {
  let steps = 0;
  for (; x < leastForStirling; x++) steps -= 1 / x;
  const rest = stirling.reduceRight((sum, coefficient, k) => sum / (x * x) + coefficient * (2 * k + 1), 0);
  return steps + Math.log(x) - 1 / (2 * x) - rest / (x * x);
}

/** ψ′(x), the second derivative of ln Γ(x) for x > 0: ψ′(x) = ψ′(x + 1) + 1 ÷ x² up to 12, then A&S 6.4.12. */
export function trigamma(x: number): number {
  let steps = 0;
  for (; x < leastForStirling; x++) steps += 1 / (x * x);
  const rest = stirling.reduceRight(
    (sum, coefficient, k) => sum / (x * x) + coefficient * (2 * k + 2) * (2 * k + 1),
    0,
  );
  return steps + 1 / x + 1 / (2 * x * x) + rest / (x * x * x);
}
