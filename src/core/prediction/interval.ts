import { normalQuantile } from "../math/normal";

/** A factor of a value, as its logarithm. */
export interface Factor {
  /** As it is shown, and at the centre of what the parameters may be. */
  readonly shown: number;
  readonly centre: number;
  /** Variance about the centre, by the delta method. */
  readonly variance: number;
  /** Where the logarithms of its parameters are moved from the centre by so many times their covariance × its slopes. */
  readonly along: (by: number) => number;
}

const z90 = normalQuantile(0.95);
/** Longest half interval of a logarithm, so that High stays a number. */
const widest = 100;

/** A factor that is known. */
export const certain: Factor = { shown: 0, centre: 0, variance: 0, along: () => 0 };

/**
 * 90% interval of a value, as multiples of the one shown, from the uncertainty of the parameters of its two factors: by the
 * delta method, at a limit widened to the value at the two points that the delta method takes for the ends, since the value
 * bends there. The shown value is always within.
 */
export function interval(
  one: Factor,
  other: Factor,
  isAtLimit: boolean,
): readonly [low: number, high: number] {
  const shown = one.shown + other.shown;
  const centre = one.centre + other.centre;
  const variance = one.variance + other.variance;
  const sd = Math.sqrt(variance > 0 ? variance : 0);
  let low = Infinity;
  let high = -Infinity;
  const include = (end: number) => {
    if (!Number.isFinite(end)) return;
    low = Math.min(low, end);
    high = Math.max(high, end);
  };
  include(shown);
  include(centre - z90 * sd);
  include(centre + z90 * sd);
  if (isAtLimit && sd > 0) for (const by of [-z90 / sd, z90 / sd]) include(one.along(by) + other.along(by));
  return [Math.exp(Math.max(shown - widest, low) - shown), Math.exp(Math.min(shown + widest, high) - shown)];
}
