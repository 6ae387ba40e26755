import { type Node, legendreRule } from "../math/legendreRule";

/**
 * Moments, over the time u of having dropped out between t and an end, of the weight
 *
 *   e^(−R A − s B) du ÷ (β+u),  A = ln((α+u) ÷ (α+t)),  B = ln((β+u) ÷ (β+t)),
 *   p = 1 ÷ (α+u) − 1 ÷ (α+last),  q = 1 ÷ (β+u) − 1 ÷ (β+last),
 *
 * of 1, A, B, p, q, AA, AB, Ap, Aq, BB, Bp, Bq, pp, pq and qq, in this order. The odds of having dropped out and both
 * their derivatives are made of these; p and q are counted from those of a last time, since where α or β is large they
 * hardly differ.
 */
export const momentCount = 15;

/** A weight at one time u. */
export function addNode(
  to: Float64Array,
  at: number,
  weight: number,
  A: number,
  B: number,
  p: number,
  q: number,
): void {
  const ofA = weight * A;
  const ofB = weight * B;
  const ofP = weight * p;
  to[at]! += weight;
  to[at + 1]! += ofA;
  to[at + 2]! += ofB;
  to[at + 3]! += ofP;
  to[at + 4]! += weight * q;
  to[at + 5]! += ofA * A;
  to[at + 6]! += ofA * B;
  to[at + 7]! += ofA * p;
  to[at + 8]! += ofA * q;
  to[at + 9]! += ofB * B;
  to[at + 10]! += ofB * p;
  to[at + 11]! += ofB * q;
  to[at + 12]! += ofP * p;
  to[at + 13]! += ofP * q;
  to[at + 14]! += weight * q * q;
}

/** Moments from a later time on, × `factor`, whose A and B are larger by `a` and `b` when counted from the earlier one. */
export function addShifted(
  to: Float64Array,
  at: number,
  factor: number,
  from: Float64Array,
  later: number,
  a: number,
  b: number,
): void {
  const weight = factor * from[later]!;
  const A = factor * from[later + 1]!;
  const B = factor * from[later + 2]!;
  const p = factor * from[later + 3]!;
  const q = factor * from[later + 4]!;
  to[at]! += weight;
  to[at + 1]! += A + a * weight;
  to[at + 2]! += B + b * weight;
  to[at + 3]! += p;
  to[at + 4]! += q;
  to[at + 5]! += factor * from[later + 5]! + a * (2 * A + a * weight);
  to[at + 6]! += factor * from[later + 6]! + b * A + a * (B + b * weight);
  to[at + 7]! += factor * from[later + 7]! + a * p;
  to[at + 8]! += factor * from[later + 8]! + a * q;
  to[at + 9]! += factor * from[later + 9]! + b * (2 * B + b * weight);
  to[at + 10]! += factor * from[later + 10]! + b * p;
  to[at + 11]! += factor * from[later + 11]! + b * q;
  to[at + 12]! += factor * from[later + 12]!;
  to[at + 13]! += factor * from[later + 13]!;
  to[at + 14]! += factor * from[later + 14]!;
}

/** Fall of the weight's logarithm within a panel, and over all panels, after which the rest is below rounding. */
const fallOfPanel = 4;
export const fallOfAll = 40;
const shortestPanel = 1;
/** Gauss–Legendre rules that are exact to rounding where the logarithm falls by no more than so much in a panel. */
const rules: readonly { readonly fall: number; readonly nodes: readonly Node[] }[] = [
  { fall: 0.004, nodes: legendreRule(2) },
  { fall: 0.08, nodes: legendreRule(3) },
  { fall: 0.35, nodes: legendreRule(4) },
  { fall: 1, nodes: legendreRule(6) },
  { fall: Infinity, nodes: legendreRule(8) },
];

function ruleFor(fall: number): readonly Node[] {
  let k = 0;
  while (fall > rules[k]!.fall) k++;
  return rules[k]!.nodes;
}

/**
 * Nodes for an integral over a time of such a length, from where α+t is `ofA` and β+t is `ofB`. In
 * y = ln((m+u) ÷ (m+t)), m the smaller of α and β, the weight is smooth for all parameters, since its singularities, at
 * ln(|α−β| ÷ (α+t)) ± πi, keep a distance of π, and falls ever faster: panels follow its fall. `visit` is told u − t and dy
 * × (m+u), and says how far the logarithm has fallen.
 */
export function eachNode(
  ofA: number,
  ofB: number,
  R: number,
  s: number,
  length: number,
  visit: (grown: number, width: number) => number,
): void {
  const least = Math.min(ofA, ofB);
  const end = Math.log1p(length / least);
  // With the smaller β the weight only falls, so that nothing but the singularity bounds a panel before it.
  const singular = ofB < ofA ? Math.log((ofA - ofB) / ofB) : -Infinity;
  let fall = 0;
  for (let start = 0; start < end && fall < fallOfAll;) {
    // So does the distance from t, near which alone p and q count where α or β is small.
    const longest = Math.max(shortestPanel, Math.min(singular - start, start) / 2);
    // The fall is steepest at the end of a panel.
    const last = least * Math.expm1(Math.min(start + longest, end));
    const steepest = (least + last) * (R / (ofA + last) + s / (ofB + last));
    const panel = Math.min(longest, fallOfPanel / steepest, end - start);
    for (const { at, weight } of ruleFor((steepest + 1) * panel)) {
      const grown = least * Math.expm1(start + panel * at);
      fall = visit(grown, panel * weight * (least + grown));
    }
    const next = start + panel;
    start = next > start && next < end ? next : end;
  }
}

/** 1 ÷ (v + grown) − 1 ÷ (v + grown + left). */
export const beyond = (v: number, grown: number, left: number): number =>
  left / ((v + grown) * (v + grown + left));

/** The moments of one history, by an integral of its own; the last time is its T. */
export function integrate(
  [, alpha, s, beta]: readonly number[],
  R: number,
  t: number,
  T: number,
  moments: Float64Array,
): void {
  moments.fill(0);
  const ofA = alpha! + t;
  const ofB = beta! + t;
  eachNode(ofA, ofB, R, s!, T - t, (grown, width) => {
    const A = Math.log1p(grown / ofA);
    const B = Math.log1p(grown / ofB);
    const fall = R * A + s! * B;
    const weight = (width * Math.exp(-fall)) / (ofB + grown);
    const left = T - t - grown;
    addNode(moments, 0, weight, A, B, beyond(ofA, grown, left), beyond(ofB, grown, left));
    return fall;
  });
}
