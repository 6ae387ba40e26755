import { logistic, softplus } from "./nbd";

/** Terms up to which the series is used; beyond, the quadrature, whose cost does not depend on the horizon. */
const mostTerms = 2000;
const leastLog = -600;

/**
 * Purchases expected before dropping out, of a customer who buys at a rate with gamma shape R over a horizon of `w`
 * scale units and drops out after each purchase with a probability of beta parameters a and b. It is
 *
 *   (a+b−1) ÷ (a−1) · [1 − (1+w)^−R ₂F₁(R, b; a+b−1; w ÷ (1+w))],
 *
 * equation 10 of Fader, Hardie and Lee (2005) without P(alive), which has a removable singularity at a = 1 and cancels
 * near it. Here it is Σⱼ P(K > j) (b)ⱼ ÷ (a+b)ⱼ instead: K, the purchases of somebody who never drops out, is negative
 * binomial, and the j-th quotient is the chance to be active after j purchases. All terms are positive, for every a.
 */
export function expectedBeforeDropout(R: number, w: number, a: number, b: number): number {
  if (w === 0) return 0;
  if (a === 0) return R * w;
  const z = w / (1 + w);
  const logNone = -R * Math.log1p(w);
  const terms = R * w + 9 * Math.sqrt(R * w * (1 + w)) + 40 * (1 + w);
  return logNone < leastLog || terms > mostTerms ? byQuadrature(R, w, a, b) : bySeries(R, z, logNone, a, b);
}

function bySeries(R: number, z: number, logNone: number, a: number, b: number): number {
  let probability = Math.exp(logNone);
  let active = 1;
  let purchases = 0;
  let total = 0;
  // Σₖ P(K = k) Σ_{j<k} active_j; past the mode the terms fall at least as fast as their ratio, which bounds the rest.
  for (let k = 0; ; k++) {
    total += probability * purchases;
    const ratio = (z * (R + k)) / (k + 1);
    if (ratio < 1 && probability * (purchases + 1 / (1 - ratio)) <= 1e-17 * total) return total;
    purchases += active;
    active *= (b + k) / (a + b + k);
    probability *= ratio;
  }
}

/**
 * The same as the mean of (1 − (1+wp)^−R) ÷ p over the beta distribution of p, by the trapezoidal rule in the logit of
 * p, which converges exponentially (L. Trefethen, J. Weideman 2014, SIAM Review 56). Towards both ends, where the mean's
 * argument no longer changes, the terms become geometric and are summed in closed form.
 */
function byQuadrature(R: number, w: number, a: number, b: number): number {
  const step = Math.min(0.3, 0.5 / Math.sqrt((a * b) / (a + b)));
  const centre = Math.log(a / b);
  const peak = a * softplus(-centre) + b * softplus(centre);
  let mass = 0;
  let sum = 0;
  const addSide = (from: number, direction: number, flat: number, power: number) => {
    for (let y = from; ; y += direction * step) {
      const isFlat = direction * (y - flat) > 0;
      const p = logistic(y);
      const share =
        Math.exp(peak - a * softplus(-y) - b * softplus(y)) / (isFlat ? -Math.expm1(-power * step) : 1);
      mass += share;
      sum += (share * -Math.expm1(-R * Math.log1p(w * p))) / p;
      if (isFlat || share < 1e-18 * mass * Math.min(1, power)) return;
    }
  };
  addSide(centre, 1, 40, b);
  addSide(centre - step, -1, -40 - Math.log1p(w * (R + 1)), a);
  return sum / mass;
}
