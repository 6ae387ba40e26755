import { normalQuantile } from "../math/normal";
import { sum } from "../math/sum";

/** A factor of a value, as its logarithm. */
export interface Factor {
  /** As it is shown, and at the centre of what the parameters may be. */
  readonly shown: number;
  readonly centre: number;
  /** Derivatives by the logarithms of its parameters at the centre. */
  readonly slopes: readonly number[];
  /** Covariance of these × slopes. */
  readonly spread: readonly number[];
  /** Where the logarithms are moved from the centre by so much. */
  readonly at: (moved: readonly number[]) => number;
}

const z90 = normalQuantile(0.95);
/** Longest half interval of a logarithm, so that High stays a number. */
const widest = 100;

/**
 * 90% interval of the logarithm of a value, from the uncertainty of the parameters of its factors: by the delta method, at
 * a limit widened to the value at the two points that the delta method takes for the ends, since the value bends there. The
 * shown value is always within.
 */
export function interval(
  factors: readonly Factor[],
  isAtLimit: boolean,
): readonly [low: number, high: number] {
  const shown = sum(factors.map((factor) => factor.shown));
  const centre = sum(factors.map((factor) => factor.centre));
  const variance = sum(
    factors.map(({ slopes, spread }) => sum(slopes.map((slope, k) => slope * spread[k]!))),
  );
  const sd = Math.sqrt(variance > 0 ? variance : 0);
  const ends = [shown, centre - z90 * sd, centre + z90 * sd];
  if (isAtLimit && sd > 0)
    for (const by of [-z90 / sd, z90 / sd])
      ends.push(sum(factors.map(({ spread, at }) => at(spread.map((one) => one * by)))));
  const known = ends.filter(Number.isFinite);
  return [Math.max(shown - widest, Math.min(...known)), Math.min(shown + widest, Math.max(...known))];
}
