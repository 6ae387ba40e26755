import { type Curve, alphaOf, exponentBetween, lossExponent } from "./curve";

const { abs, exp, expm1, log, log1p, max, min } = Math;

/** Renewals that are summed one by one; beyond them the terms change so slowly that an integral stands for them. */
const direct = 1000;

/** Nodes of the integral, which is then exact to some 1e-14. */
const spacing = 1 / 8;
const leastW = -3.75;

/**
 * Expected number of payments, discounted at a rate for each renewal period. With n = 0 it is that of a new customer,
 * today's payment included: the discounted expected lifetime (DEL). With n ≥ 1 it is that of a customer who has
 * renewed n − 1 times, of whom the payment at renewal n is the first and is not discounted: the discounted expected
 * residual lifetime, DERL(n), of P. Fader and B. Hardie (2010), Marketing Science 29(1), equation (6). Infinity where
 * the sum has no end.
 */
export function discountedPayments(curve: Curve, discountRate: number, n: number): number {
  const delta = log1p(discountRate);
  if (delta === 0 && isEndless(curve)) return Infinity;
  let exponent = n === 0 ? 0 : lossExponent(curve, n);
  let total = 0;
  for (let t = n; t < n + direct; t++) {
    const term = exp(-exponent);
    total += term;
    // no later term is larger, so that all of them together are at most term / discountRate
    if (term <= 1e-17 * discountRate * total || term === 0) return total;
    exponent += lossExponent(curve, t + 1) + delta;
  }
  return total + exp(-exponent) * tail(curve, delta, n + direct);
}

/** True where the expected number of payments without a discount is infinite: S(t) falls as t^(−alpha c). */
function isEndless(curve: Curve): boolean {
  const { lambda, spread, c } = curve;
  return lambda === 0 || spread === Infinity || (spread > 0 && alphaOf(curve) * c <= 1);
}

/**
 * Σ F(t) / F(from) over t ≥ from, with F(t) the discounted survival, by the Euler–Maclaurin formula; from is large, so
 * that its first three terms are exact to the last digits. The integral over t = from + x is taken by the trapezoidal
 * rule in w, x = from × exp(w − exp(−w)) (H. Takahasi, M. Mori (1974)), which serves tails of powers and of exponentials
 * alike; where nothing is discounted, a power of t is left in the end, whose sum is geometric.
 */
function tail(curve: Curve, delta: number, from: number): number {
  const slope = delta + (lossExponent(curve, from) + lossExponent(curve, from + 1)) / 2;
  const last = delta > 0 ? Infinity : 10 + 40 / min(curve.c, 1);
  let integral = 0;
  let term = 0;
  for (let w = leastW; w < last; w += spacing) {
    const logX = w - exp(-w);
    // ln(1 + e^logX), where the exponential may overflow
    const stretch = max(logX, 0) + log1p(exp(-abs(logX)));
    const discount = delta === 0 ? 0 : delta * from * exp(logX);
    const exponent = exponentBetween(curve, log(from), stretch) + discount;
    term = exp(logX - exponent) * (1 + exp(-w));
    integral += term;
    if (w > 0 && term < 1e-17 * integral) break;
  }
  if (delta === 0 && curve.spread > 0) integral += term / expm1((alphaOf(curve) * curve.c - 1) * spacing);
  return integral * spacing * from + 0.5 + slope / 12;
}
