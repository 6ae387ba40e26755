import type { Metric } from "../../src/core/health/metrics";
import known from "../fixtures/separation.json";

interface Printed {
  readonly coefficients: readonly number[];
  readonly penalisedLogLikelihood: number;
  readonly logLikelihood?: number;
  readonly errors?: readonly number[];
}

/** A published data set with what other programs print of it. */
export function separation(name: "endometrial" | "sex2"): {
  readonly metrics: Metric[];
  readonly left: boolean[];
  readonly printed: Printed;
} {
  const metricsOf = (names: readonly string[], rows: readonly (readonly number[])[], from: number) =>
    names.map((metric, k): Metric => ({ name: metric, values: rows.map((row) => row[from + k]) }));
  if (name === "endometrial") {
    const { metrics, rows } = known.endometrial;
    return {
      metrics: metricsOf(metrics, rows, 0),
      left: rows.map((row) => row[3] === 1),
      printed: known.endometrial,
    };
  }
  const rows = known.sex2.counted.flatMap(([count, ...row]) => Array.from({ length: count! }, () => row));
  return {
    metrics: metricsOf(known.sex2.metrics, rows, 1),
    left: rows.map((row) => row[0] === 1),
    printed: known.sex2,
  };
}
