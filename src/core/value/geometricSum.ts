/**
 * Σ (1 − decay)^t for t = 0 … terms − 1; without an end 1 ÷ decay. `decay` is the share that is lost from one term to
 * the next: above 0 for a sum without end, below 0 where terms grow.
 */
export function geometricSum(decay: number, terms = Infinity): number {
  if (terms === Infinity) return 1 / decay;
  if (decay === 0) return terms;
  return -Math.expm1(terms * Math.log1p(-decay)) / decay;
}
