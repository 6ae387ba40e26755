import type { Histories } from "./history";

/**
 * Purchases at a constant rate λ while a customer is active, λ gamma-distributed over customers with shape `r` and rate
 * `alpha` (in units of time). `a` and `b`, or `s` and `beta` of the Pareto/NBD, say how customers drop out.
 */
export type Parameters = readonly [r: number, alpha: number, dropout1: number, dropout2: number];

/**
 * Log-likelihood of the purchase times if nobody dropped out, ln[Γ(r+x) ÷ Γ(r) · α^r (α+T)^−(r+x)] summed over
 * customers; its derivatives by r and alpha are added to `gradient`. The gamma functions are sums of ln(r + i), which
 * neither overflow nor cancel; Ehrenberg (1959).
 */
export function nbdLogLikelihood(
  [r, alpha]: readonly number[],
  { distinct, more }: Histories,
  gradient: number[],
): number {
  let value = 0;
  let byR = 0;
  let byAlpha = 0;
  for (let i = 0; i < more.length; i++) {
    value += more[i]! * Math.log(r! + i);
    byR += more[i]! / (r! + i);
  }
  for (const { x, T, weight } of distinct) {
    const growth = Math.log1p(T / alpha!);
    value -= weight * (r! * growth + x * Math.log(alpha! + T));
    byR -= weight * growth;
    byAlpha += (weight * ((r! * T) / alpha! - x)) / (alpha! + T);
  }
  gradient[0]! += byR;
  gradient[1]! += byAlpha;
  return value;
}

/** ln(1 + e^odds) without overflow. */
export const softplus = (odds: number): number => Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));

/** 1 ÷ (1 + e^−odds). */
export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
