import type { Objective } from "./minimize";

/** With errors of order step⁴ and rounding ÷ step, the derivatives are exact to some 1e-12. */
const step = 2e-3;

/** A smooth function with its derivatives as central differences of fourth order. */
export function differenced(f: (point: readonly number[]) => number): Objective {
  return (point, gradient) => {
    point.forEach((_, k) => {
      const at = (by: number) => f(point.map((value, index) => (index === k ? value + by : value)));
      gradient[k] = (8 * (at(step) - at(-step)) - at(2 * step) + at(-2 * step)) / (12 * step);
    });
    return f(point);
  };
}
