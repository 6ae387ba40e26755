import { beyond, integrate, momentCount } from "./deathMoments";

/**
 * The logarithm o of s ∫ ((α+T) ÷ (α+u))^(r+x) ((β+T) ÷ (β+u))^s du ÷ (β+u) from t_x to T, the odds of having dropped out
 * at some u, of which the closed form is a difference of two ₂F₁(r+s+x, s+1; r+s+x+1; (α−β) ÷ (α+t)) that cancel when t_x
 * is near T and overflow when x is large; then its derivatives by r, α, s, β, and the second ones by rows: rr, rα, rs, rβ,
 * αα, αs, αβ, ss, sβ, ββ. So a history has 15 numbers.
 */
export const oddsCount = 15;

/**
 * With E the mean by the weight of the moments, `last` their last time, R = r + x, S = s + 1, A and B at u = T, p′ and q′ the
 * whole 1 ÷ (α+T) and 1 ÷ (β+T):
 *
 *   o = ln(s × total) + R A + s B,  oᵣ = A − E[A],  oₐ = R (p − E[p]),  oₛ = 1 ÷ s + B − E[B],  oᵦ = s q′ − S E[q′],
 *
 * and the second ones are variances and covariances by the same weight: oₐₐ = R ((R+1) Var p + E[p′]² − p′²),
 * oᵦᵦ = S (S+1) Var q + S E[q′]² − s q′².
 */
export function writeOdds(
  [, alpha, s, beta]: readonly number[],
  R: number,
  t: number,
  T: number,
  last: number,
  moments: Float64Array,
  odds: Float64Array,
): void {
  const A = Math.log1p((T - t) / (alpha! + t));
  const B = Math.log1p((T - t) / (beta! + t));
  const p = beyond(alpha!, T, last - T);
  const q = beyond(beta!, T, last - T);
  const lastP = 1 / (alpha! + last);
  const lastQ = 1 / (beta! + last);
  const S = s! + 1;
  const inverse = 1 / moments[0]!;
  const ofA = moments[1]! * inverse;
  const ofB = moments[2]! * inverse;
  const ofP = moments[3]! * inverse;
  const ofQ = moments[4]! * inverse;
  const varianceP = moments[12]! * inverse - ofP * ofP;
  const varianceQ = moments[14]! * inverse - ofQ * ofQ;
  odds[0] = Math.log(s! * moments[0]!) + R * A + s! * B;
  odds[1] = A - ofA;
  odds[2] = R * (p - ofP);
  odds[3] = 1 / s! + B - ofB;
  odds[4] = s! * q - S * ofQ - lastQ;
  odds[5] = moments[5]! * inverse - ofA * ofA;
  odds[6] = p - ofP + R * (moments[7]! * inverse - ofA * ofP);
  odds[7] = moments[6]! * inverse - ofA * ofB;
  odds[8] = S * (moments[8]! * inverse - ofA * ofQ);
  odds[9] = R * ((R + 1) * varianceP + (ofP - p) * (ofP + p + 2 * lastP));
  odds[10] = R * (moments[10]! * inverse - ofP * ofB);
  odds[11] = R * S * (moments[13]! * inverse - ofP * ofQ);
  odds[12] = moments[9]! * inverse - ofB * ofB - 1 / (s! * s!);
  odds[13] = q - ofQ + S * (moments[11]! * inverse - ofB * ofQ);
  odds[14] = S * (S + 1) * varianceQ + s! * (ofQ - q) * (ofQ + q + 2 * lastQ) + (ofQ + lastQ) ** 2;
}

/** The same for one history that can have dropped out, from an integral of its own. */
export function writeOddsSince(
  params: readonly number[],
  x: number,
  t_x: number,
  T: number,
  odds: Float64Array,
): void {
  if (params[2] === 0 || t_x === T) return;
  const moments = new Float64Array(momentCount);
  const R = params[0]! + x;
  integrate(params, R, t_x, T, moments);
  writeOdds(params, R, t_x, T, T, moments, odds);
}
