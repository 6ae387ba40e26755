import { nodes, weights } from "../math/gaussLegendre";
import type { DeadOdds } from "./transactionModel";

/** Fall of the integrand's logarithm within a panel, and over all panels, after which the rest is below rounding. */
const fallOfPanel = 4;
const fallOfAll = 40;
const shortestPanel = 1;

/**
 * s ∫ ((α+T) ÷ (α+u))^(r+x) ((β+T) ÷ (β+u))^s du ÷ (β+u) from t_x to T: the odds of having dropped out at some u, of
 * which the closed form is a difference of two ₂F₁(r+s+x, s+1; r+s+x+1; (α−β) ÷ (α+t)) that cancel when t_x is near T and
 * overflow when x is large. In y = ln((m+u) ÷ (m+t_x)), m the smaller of α and β, the integrand is smooth for all
 * parameters, since its singularities, at ln(|α−β| ÷ (m+t_x)) ± πi, keep a distance of π, and falls ever faster:
 * Gauss–Legendre panels follow its fall.
 */
export function deathSince(
  params: readonly number[],
  x: number,
  t_x: number,
  T: number,
  odds: DeadOdds,
): void {
  if (params[2] === 0 || t_x === T) return;
  const [r, alpha, s, beta] = params as [number, number, number, number];
  const R = r + x;
  const [ofA, ofB] = [alpha + t_x, beta + t_x];
  const least = Math.min(ofA, ofB);
  const end = Math.log1p((T - t_x) / least);
  // With the smaller β the integrand only falls, so that nothing but the singularity bounds a panel before it.
  const singular = ofB < ofA ? Math.log((ofA - ofB) / ofB) : -Infinity;
  const fallRate = (y: number) => {
    const grown = least * Math.expm1(y);
    return (least + grown) * (R / (ofA + grown) + s / (ofB + grown));
  };
  let [mass, logA, logB, perA, perB] = [0, 0, 0, 0, 0];
  let fall = 0;
  for (let start = 0; start < end && fall < fallOfAll;) {
    const longest = Math.max(shortestPanel, (singular - start) / 2);
    // The fall is steepest at the end of a panel.
    const steepest = fallRate(Math.min(start + longest, end));
    const half = Math.min(longest, fallOfPanel / steepest, end - start) / 2;
    for (let node = 0; node < 8; node++) {
      const y = start + half * (node < 4 ? 1 - nodes[node]! : 1 + nodes[node - 4]!);
      const grown = least * Math.expm1(y);
      const growthA = least === ofA ? y : Math.log1p(grown / ofA);
      const growthB = least === ofB ? y : Math.log1p(grown / ofB);
      fall = R * growthA + s * growthB;
      const share = (half * weights[node & 3]! * Math.exp(-fall) * (least + grown)) / (ofB + grown);
      mass += share;
      logA += share * growthA;
      logB += share * growthB;
      perA += share / (ofA + grown);
      perB += share / (ofB + grown);
    }
    const next = start + 2 * half;
    start = next > start && next < end ? next : end;
  }
  const wholeA = Math.log1p((T - t_x) / ofA);
  const wholeB = Math.log1p((T - t_x) / ofB);
  odds.log = Math.log(s * mass) + R * wholeA + s * wholeB;
  odds.slopes[0] = wholeA - logA / mass;
  odds.slopes[1] = R * (1 / (alpha + T) - perA / mass);
  odds.slopes[2] = 1 / s + wholeB - logB / mass;
  odds.slopes[3] = s / (beta + T) - ((s + 1) * perB) / mass;
}
