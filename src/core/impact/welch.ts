import { studentQuantile } from "../math/student";
import { sum } from "../math/sum";

/** A difference of means and its 95% interval. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The variance of a mean, and from how many values less one it was told. */
interface MeanError {
  readonly variance: number;
  readonly degrees: number;
}

/** Two sides to be compared, and how much their difference counts. */
export interface Pair {
  readonly treated: readonly number[];
  readonly controls: readonly number[];
  readonly weight: number;
}

export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Σ (value − mean)² ÷ (n − 1). */
export function variance(values: readonly number[]): number {
  const middle = mean(values);
  return sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

/**
 * The weighted sum of differences of means with the interval of B. Welch (1947), Biometrika 34: variances of their own on
 * each side, degrees of freedom by F. Satterthwaite (1946). A side of one value takes the variance of the other side, and
 * where both have one that of `all` values.
 */
export function difference(pairs: readonly Pair[], all: readonly number[]): Difference {
  const value = sum(pairs.map(({ treated, controls, weight }) => weight * (mean(treated) - mean(controls))));
  const errors = pairs.flatMap(({ treated, controls, weight }) => [
    errorOf(treated, controls, all, weight),
    errorOf(controls, treated, all, weight),
  ]);
  const total = sum(errors.map((one) => one.variance));
  if (total === 0) return { value, low: value, high: value };
  const degrees = total ** 2 / sum(errors.map((one) => one.variance ** 2 / one.degrees));
  const half = studentQuantile(0.975, degrees) * Math.sqrt(total);
  return { value, low: value - half, high: value + half };
}

function errorOf(
  own: readonly number[],
  other: readonly number[],
  all: readonly number[],
  weight: number,
): MeanError {
  const told = own.length > 1 ? own : other.length > 1 ? other : all;
  return { variance: (weight * weight * variance(told)) / own.length, degrees: told.length - 1 };
}
