import { sum } from "../math/sum";
import { sweepInverse } from "../math/sweep";
import { auc } from "./auc";
import { firthLogistic, logistic } from "./firth";
import { type Metric, type Standardised, areIndependent, filledOf, standardised } from "./metrics";

/** What a metric changes in the log-odds of leaving. */
export interface Coefficient {
  readonly name: string;
  /** For one more of the metric; undefined where it tells nothing of its own. */
  readonly value: number | undefined;
  readonly error: number | undefined;
}

/** The log-odds of leaving by metrics. */
export interface HealthModel {
  readonly intercept: number;
  readonly coefficients: readonly Coefficient[];
}

export interface HealthFit extends HealthModel {
  readonly customers: number;
  readonly left: number;
  readonly interceptError: number;
  readonly penalisedLogLikelihood: number;
  readonly logLikelihood: number;
  readonly auc: number;
  /** From predictions for customers who were held out; undefined where too few rows are left to learn from. */
  readonly crossValidatedAuc: number | undefined;
  readonly brier: number;
  readonly hasConverged: boolean;
  /** Metrics that are the same for everybody. */
  readonly constant: readonly string[];
  /** Metrics that others give exactly. */
  readonly repeated: readonly string[];
  /** Metrics that others nearly give. */
  readonly nearlyRepeated: readonly string[];
  /** How many values are missing, by metric. */
  readonly missing: readonly { readonly name: string; readonly count: number }[];
}

export const folds = 10;

/** Share of a metric's variance that the others leave, below which it nearly repeats them: a variance inflation of 10. */
const ownShare = 0.1;

/** A fit in the units of its columns. */
function fitColumns(columns: readonly Float64Array[], left: readonly boolean[]) {
  const scaled = columns.map(standardised);
  const isUsed = areIndependent(scaled);
  const used = scaled.filter((_, k) => isUsed[k]) as Standardised[];
  const ones = new Float64Array(left.length).fill(1);
  const fit = firthLogistic([ones, ...used.map(({ values }) => values)], left);
  // The slope of a column is that of its standardised form ÷ its deviation, and the intercept moves to its 0.
  const back = used.map(({ deviation }, k) => fit.coefficients[k + 1]! / deviation);
  const shift = [1, ...used.map(({ mean, deviation }) => -mean / deviation)];
  const intercept = sum(shift.map((value, k) => value * fit.coefficients[k]!));
  const variance = sum(
    shift.map((value, i) => value * sum(shift.map((other, j) => other * fit.covariance[i]![j]!))),
  );
  const places = isUsed.map((one, k) => (one ? isUsed.slice(0, k).filter(Boolean).length : undefined));
  return {
    fit,
    scaled,
    isUsed,
    used,
    intercept,
    interceptError: Math.sqrt(variance),
    slopes: places.map((place) => (place === undefined ? undefined : back[place]!)),
    errors: places.map((place) =>
      place === undefined
        ? undefined
        : Math.sqrt(fit.covariance[place + 1]![place + 1]!) / used[place]!.deviation,
    ),
  };
}

/** The log-odds of leaving of one row. */
const logOddsOf = (
  intercept: number,
  slopes: readonly (number | undefined)[],
  columns: readonly Float64Array[],
  row: number,
) => intercept + sum(slopes.map((slope, k) => (slope ?? 0) * columns[k]![row]!));

/** Chances of leaving of customers who were not learnt from: a fold is predicted by the others. */
function heldOut(
  columns: readonly Float64Array[],
  left: readonly boolean[],
  foldOf: readonly number[],
): number[] | undefined {
  const chances: number[] = [];
  for (const fold of new Set(foldOf)) {
    const rows = Array.from(foldOf.keys()).filter((row) => foldOf[row] !== fold);
    if (rows.length === 0) return undefined;
    const { intercept, slopes } = fitColumns(
      columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
      rows.map((row) => left[row]!),
    );
    foldOf.forEach((own, row) => {
      if (own === fold) chances[row] = logOddsOf(intercept, slopes, columns, row);
    });
  }
  return chances;
}

/** Metrics of which the others leave little: the diagonal of the inverse of their correlations. */
function nearlyRepeated(used: readonly Standardised[], names: readonly string[]): string[] {
  const correlations = used.map((a) =>
    used.map(
      (b) => a.values.reduce((total, value, row) => total + value * b.values[row]!, 0) / a.values.length,
    ),
  );
  const inverse = sweepInverse(correlations, 0);
  return names.filter((_, k) => inverse[k]![k]! > 1 / ownShare);
}

/**
 * How metrics tell who left. `rowNumbers` put the customers into folds for what the fit is worth for others; some have left
 * and some have stayed, and each metric has a value.
 */
export function fitHealth(
  metrics: readonly Metric[],
  left: readonly boolean[],
  rowNumbers: readonly number[],
): HealthFit {
  const columns = metrics.map(filledOf);
  const { fit, scaled, isUsed, used, intercept, interceptError, slopes, errors } = fitColumns(columns, left);
  const logOdds = left.map((_, row) => logOddsOf(intercept, slopes, columns, row));
  const chances = logOdds.map(logistic);
  const others = heldOut(
    columns,
    left,
    rowNumbers.map((row) => row % folds),
  );
  const named = (is: (k: number) => boolean) => metrics.filter((_, k) => is(k)).map(({ name }) => name);
  return {
    intercept,
    interceptError,
    coefficients: metrics.map(({ name }, k) => ({ name, value: slopes[k], error: errors[k] })),
    customers: left.length,
    left: left.filter(Boolean).length,
    // In the units of the metrics, as the determinant of the information is.
    penalisedLogLikelihood:
      fit.logLikelihood + fit.penalty + sum(used.map(({ deviation }) => Math.log(deviation))),
    logLikelihood: fit.logLikelihood,
    auc: auc(logOdds, left)!,
    crossValidatedAuc: others && auc(others, left),
    brier: sum(chances.map((chance, row) => (chance - (left[row] ? 1 : 0)) ** 2)) / left.length,
    hasConverged: fit.hasConverged,
    constant: named((k) => scaled[k] === undefined),
    repeated: named((k) => scaled[k] !== undefined && !isUsed[k]),
    nearlyRepeated: nearlyRepeated(
      used,
      named((k) => isUsed[k]!),
    ),
    missing: metrics.flatMap(({ name, values }) => {
      const count = values.filter((value) => value === undefined).length;
      return count > 0 ? [{ name, count }] : [];
    }),
  };
}
