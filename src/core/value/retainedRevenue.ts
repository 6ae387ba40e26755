/** What differences of cents added up in binary may leave. */
const rounding = 1e-12;

/**
 * What is left of recurring revenue after its movements, as a share of it at the start; undefined where more has gone
 * than there was.
 */
export function retainedRevenue(
  atStart: number,
  expansion: number,
  contraction: number,
  lost: number,
): number | undefined {
  const left = (atStart + expansion - contraction - lost) / atStart;
  return left >= -rounding * (1 + expansion / atStart) ? Math.max(0, left) : undefined;
}
