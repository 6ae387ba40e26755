import { leastForStirling, stirlingRest } from "../math/gamma";

// local names: a test sandbox looks up the global Math anew each time, which took most of the time of a fit
const { exp, expm1, log, log1p, min } = Math;

/**
 * A survival curve of the family that holds the three models: each customer survives renewal t with probability
 * (1 − θ)^(t^c), and θ differs between customers by a beta distribution. With alpha and beta its parameters,
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta): the beta discrete Weibull of P. Fader, B. Hardie, Y. Liu, J. Davin and
 * T. Steenburgh (2018), Journal of Interactive Marketing 43. The shifted beta-geometric is c = 1; with spread 0 the
 * customers are alike, which with c = 1 is the geometric model.
 */
export interface Curve {
  /** −ln S(1), from 0 (nobody leaves) to Infinity (nobody renews). */
  readonly lambda: number;
  /**
   * 1 / (alpha + beta), from 0 (customers are alike) to Infinity (those who leave do so at renewal 1). Together with
   * lambda it stays finite where the likelihood drives alpha and beta to infinity.
   */
  readonly spread: number;
  readonly c: number;
}

export const alphaOf = ({ lambda, spread }: Curve): number => -expm1(-lambda) / spread;
export const betaOf = ({ lambda, spread }: Curve): number => exp(-lambda) / spread;

/** −ln of the share of customers active at renewal t − 1 who renew at renewal t. */
export function lossExponent(curve: Curve, t: number): number {
  return exponentBetween(curve, log(t - 1), t === 1 ? Infinity : -log1p(-1 / t));
}

/** −ln of the share of customers active at renewal t who are active at t times e^stretch, both in logarithms. */
export function exponentBetween(curve: Curve, logT: number, stretch: number): number {
  const { lambda, spread, c } = curve;
  const isFirst = logT === -Infinity;
  if (lambda === 0) return 0;
  if (spread === Infinity) return isFirst ? lambda : 0;
  const from = exp(c * logT);
  const logStep = isFirst ? 0 : c * stretch;
  // ln(from) + ln(e^(c stretch) − 1), where the exponential may overflow
  const logY = isFirst ? 0 : c * logT + logStep + log(-expm1(-logStep));
  if (spread === 0) return lambda * exp(logY);
  const alpha = alphaOf(curve);
  const known = min(logY, farOut);
  return betaRatio(alpha, betaOf(curve) + from, exp(known)) + alpha * (logY - known);
}

/** ln y beyond which S falls as a power of y to the last digit, unless alpha is beyond any sense. */
const farOut = 400;

/**
 * ln B(alpha, beta) − ln B(alpha, beta + y), of which the four log-gammas would cancel. By the recurrence of the gamma
 * function beta is raised to where Stirling's series holds to the last digit; there the differences are taken term by
 * term, of the first two in closed form.
 */
export function betaRatio(alpha: number, beta: number, y: number): number {
  if (y === 1) return log1p(alpha / beta);
  let product = 0;
  let a = beta;
  for (; a < leastForStirling; a++) {
    const factor = ((alpha / a) * y) / (a + alpha + y);
    // the product of all 1 + factor, less 1
    product += factor + product * factor;
  }
  const b = a + y;
  const c = a + alpha;
  const d = c + y;
  return (
    log1p(product) +
    (a - 0.5) * log1p((-alpha / c) * (y / b)) +
    y * log1p(alpha / b) +
    alpha * log1p(y / c) +
    (stirlingRest(a) - stirlingRest(b) - (stirlingRest(c) - stirlingRest(d)))
  );
}

/** Share of customers who renew at renewal t, among those active before it. */
export const retention = (curve: Curve, t: number): number => exp(-lossExponent(curve, t));

/** Share of customers active at renewal 0, 1, …, last. */
export function survival(curve: Curve, last: number): number[] {
  const shares = [1];
  for (let t = 1, exponent = 0; t <= last; t++) {
    exponent += lossExponent(curve, t);
    shares.push(exp(-exponent));
  }
  return shares;
}
