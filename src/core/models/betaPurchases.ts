import { logistic, softplus } from "./nbd";

/** Terms up to which the series is used; beyond, the quadrature, whose cost does not depend on the horizon. */
const mostTerms = 2000;
const leastLog = -600;
/** Relative step of a difference quotient. */
const step = 1e-4;

/**
 * Purchases expected before dropping out, of a customer who buys at a rate with gamma shape R over a horizon of `w`
 * scale units and drops out after each purchase with a probability of beta parameters a and b. It is
 *
 *   (a+b−1) ÷ (a−1) · [1 − (1+w)^−R ₂F₁(R, b; a+b−1; w ÷ (1+w))],
 *
 * equation 10 of Fader, Hardie and Lee (2005) without P(alive), which has a removable singularity at a = 1 and cancels
 * near it. Here it is Σⱼ P(K > j) (b)ⱼ ÷ (a+b)ⱼ instead: K, the purchases of someone who never drops out, is negative
 * binomial, and the j-th quotient is the chance to be active after j purchases. All terms are positive, for every a.
 * Writes the derivatives by R, w, a and b into `slopes` where they are asked for.
 */
export function expectedBeforeDropout(R: number, w: number, a: number, b: number, slopes?: number[]): number {
  slopes?.fill(0);
  if (w === 0) return 0;
  if (a === 0) {
    if (slopes) [slopes[0], slopes[1]] = [w, R];
    return R * w;
  }
  const z = w / (1 + w);
  const logNone = -R * Math.log1p(w);
  const terms = R * w + 9 * Math.sqrt(R * w * (1 + w)) + 40 * (1 + w);
  const isLong = logNone < leastLog || terms > mostTerms;
  if (slopes) return (isLong ? differencesOf : seriesWithSlopes)(R, w, a, b, slopes);
  return isLong ? byQuadrature(R, w, a, b) : bySeries(R, z, logNone, a, b);
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
 * The same with its derivatives by R, w, a and b. P(K = k) has ln P′ = Σ_{i<k} 1 ÷ (R+i) − ln(1+w) by R and
 * k ÷ (w(1+w)) − R ÷ (1+w) by w; active_j has Σ_{i<j} −1 ÷ (a+b+i) by a, and Σ_{i<j} 1 ÷ (b+i) more by b.
 */
function seriesWithSlopes(R: number, w: number, a: number, b: number, slopes: number[]): number {
  const z = w / (1 + w);
  const growth = Math.log1p(w);
  let probability = Math.exp(-R * growth);
  let active = 1;
  let byA = 0;
  let byB = 0;
  let harmonic = 0;
  let purchases = 0;
  let purchasesByA = 0;
  let purchasesByB = 0;
  let total = 0;
  let ofR = 0;
  let ofK = 0;
  let ofA = 0;
  let ofB = 0;
  for (let k = 0; ; k++) {
    const term = probability * purchases;
    total += term;
    ofR += term * harmonic;
    ofK += term * k;
    ofA += probability * purchasesByA;
    ofB += probability * purchasesByB;
    const ratio = (z * (R + k)) / (k + 1);
    const rest = probability * (purchases + 1 / (1 - ratio)) * (1 + harmonic);
    if (ratio < 1 && rest <= 1e-16 * total) break;
    purchases += active;
    purchasesByA += active * byA;
    purchasesByB += active * byB;
    byA -= 1 / (a + b + k);
    byB += 1 / (b + k) - 1 / (a + b + k);
    active *= (b + k) / (a + b + k);
    harmonic += 1 / (R + k);
    probability *= ratio;
  }
  slopes[0] = ofR - growth * total;
  slopes[1] = ofK / (w * (1 + w)) - (R / (1 + w)) * total;
  slopes[2] = ofA;
  slopes[3] = ofB;
  return total;
}

/** The same where a quadrature gives it, by central differences. */
function differencesOf(R: number, w: number, a: number, b: number, slopes: number[]): number {
  const at = [R, w, a, b] as const;
  at.forEach((own, k) => {
    const moved = (by: number) => {
      const [ofR, ofW, ofA, ofB] = at.map((other, index) => (index === k ? own * (1 + by) : other));
      return byQuadrature(ofR!, ofW!, ofA!, ofB!);
    };
    slopes[k] = (moved(step) - moved(-step)) / (2 * own * step);
  });
  return byQuadrature(R, w, a, b);
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
