import { logBeta } from "../math/gamma";
import { nodes, weights } from "../math/gaussLegendre";

/** Fall of the integrand's logarithm within a panel, and over all panels, after which the rest is below rounding. */
const fallOfPanel = 2;
const fallOfAll = 42;
const shortestPanel = 1;

/**
 * ln of a purchase rate's gamma mixture: someone who buys at a rate with gamma shape R and rate A makes n purchases by
 * time t with the chance C (A ÷ (A+t))^R (t ÷ (A+t))^n, C = Γ(R+n) ÷ Γ(R) ÷ n!.
 */
export function logChanceOf(n: number, R: number, A: number, t: number): number {
  const ofTime = -R * Math.log1p(t / A);
  return n === 0 ? ofTime : ofTime - n * Math.log1p(A / t) - Math.log(n) - logBeta(R, n);
}

/** What the integrand below is made of. */
interface Shape {
  /** The logarithm of a factor. */
  readonly scale: number;
  readonly n: number;
  readonly R: number;
  readonly A: number;
  readonly s: number;
  readonly B: number;
  /** 1 for the density of dropping out, 0 for the chance to be there. */
  readonly ends: 0 | 1;
}

/**
 * ∫ e^scale (τ ÷ (A+τ))^n (A ÷ (A+τ))^R (τ ÷ (B+τ))^ends (B ÷ (B+τ))^s dτ ÷ τ from 0 to t. In y = ln τ the integrand is
 * log-concave for all parameters, and its singularities, at ln A ± πi and ln B ± πi, keep their distance: Gauss–Legendre
 * panels go both ways from its mode and follow its fall.
 */
function integral({ scale, n, R, A, s, B, ends }: Shape, t: number): number {
  const [logA, logB, end] = [Math.log(A), Math.log(B), Math.log(t)];
  const log = (y: number) =>
    scale -
    R * logOnePlus(y - logA) -
    n * logOnePlus(logA - y) -
    (s === 0 ? 0 : s * logOnePlus(y - logB)) -
    (ends === 0 ? 0 : logOnePlus(logB - y));
  const slope = (y: number) => {
    const [ofA, ofB] = [1 / (1 + Math.exp(logA - y)), 1 / (1 + Math.exp(logB - y))];
    return n * (1 - ofA) - R * ofA - s * ofB + ends * (1 - ofB);
  };
  const mode = modeOf(slope, Math.min(logA, logB, end) - 1, end);
  const peak = log(mode);
  let mass = 0;
  const addSide = (direction: 1 | -1) => {
    for (let from = mode; ;) {
      if (direction > 0 && from >= end) return;
      const clear = Math.min(Math.abs(from - logA), Math.abs(from - logB)) / 2;
      const longest = Math.min(Math.max(shortestPanel, clear), direction > 0 ? end - from : Infinity);
      // The fall is steepest at the end of a panel.
      const steepest = Math.abs(slope(from + direction * longest));
      const half = Math.min(longest, fallOfPanel / steepest) / 2;
      for (let node = 0; node < 8; node++) {
        const at = node < 4 ? 1 - nodes[node]! : 1 + nodes[node - 4]!;
        mass += half * weights[node & 3]! * Math.exp(log(from + direction * half * at) - peak);
      }
      const next = from + direction * 2 * half;
      if (next === from || !(peak - log(next) <= fallOfAll)) return;
      from = next;
    }
  };
  addSide(1);
  addSide(-1);
  return Math.exp(peak + Math.log(mass));
}

/** ln(1 + e^x), where e^x may overflow: time may be next to none. */
const logOnePlus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

/** Where a falling slope is 0, or `end` where it is not so before. */
function modeOf(slope: (y: number) => number, before: number, end: number): number {
  if (slope(end) >= 0) return end;
  let [low, high] = [before, end];
  for (let width = 1; slope(low) < 0; width *= 2) low -= width;
  // Each step halves what is open; a place near the mode is as good.
  for (let step = 0; step < 50 && high - low > 1e-6; step++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The chance that the n-th purchase, n ≥ 1, comes by time t and while the customer is there, of which the chance up to τ is
 * (B ÷ (B+τ))^s; with s = 0 it is there for good.
 */
export const chanceOfArrival = (n: number, R: number, A: number, s: number, B: number, t: number): number =>
  integral({ scale: -logBeta(R, n), n, R, A, s, B, ends: 0 }, t);

/** The chance that the customer drops out by time t after exactly n purchases. */
export const chanceOfDropout = (n: number, R: number, A: number, s: number, B: number, t: number): number =>
  s === 0
    ? 0
    : integral(
        { scale: Math.log(s) - (n === 0 ? 0 : Math.log(n) + logBeta(R, n)), n, R, A, s, B, ends: 1 },
        t,
      );
