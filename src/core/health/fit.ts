import { sum } from "../math/sum";
import { auc } from "./auc";
import { firthLogistic, logistic } from "./firth";
import { basisOf } from "./basis";
import { type Metric, filledOf } from "./metrics";

/** What a metric changes in the log-odds of leaving. */
interface Coefficient {
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
  /** Metrics that are the same for everyone. */
  readonly constant: readonly string[];
  /** Metrics that others give exactly. */
  readonly repeated: readonly string[];
  /** Metrics that others nearly give. */
  readonly nearlyRepeated: readonly string[];
  /** How many values are missing, by metric. */
  readonly missing: readonly { readonly name: string; readonly count: number }[];
}

const folds = 10;

/** Above it a metric nearly repeats others: they leave a tenth of its variance. */
const mostInflation = 10;

/** A fit in the units of its columns; those that tell nothing of their own have no slope. */
function fitColumns(columns: readonly Float64Array[], left: readonly boolean[]) {
  const basis = basisOf(columns);
  const fit = firthLogistic([new Float64Array(left.length).fill(1), ...basis.columns], left);
  // Each coefficient is a sum of those of the basis; the intercept's is that where all columns are 0.
  const toSlopes = basis.back.map((row) => [0, ...row]);
  const toIntercept = [
    1,
    ...basis.columns.map((_, k) => -sum(basis.means.map((mean, j) => mean * basis.back[j]![k]!))),
  ];
  const valueOf = (shares: readonly number[]) => sum(shares.map((share, k) => share * fit.coefficients[k]!));
  const errorOf = (shares: readonly number[]) =>
    Math.sqrt(
      sum(shares.map((share, i) => share * sum(shares.map((other, j) => other * fit.covariance[i]![j]!)))),
    );
  const ofColumn = (of: (shares: readonly number[]) => number) =>
    columns.map((_, index) => {
      const place = basis.used.indexOf(index);
      return place < 0 ? undefined : of(toSlopes[place]!);
    });
  return {
    fit,
    basis,
    intercept: valueOf(toIntercept),
    interceptError: errorOf(toIntercept),
    slopes: ofColumn(valueOf),
    errors: ofColumn(errorOf),
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
  const { fit, basis, intercept, interceptError, slopes, errors } = fitColumns(columns, left);
  const logOdds = left.map((_, row) => logOddsOf(intercept, slopes, columns, row));
  const chances = logOdds.map(logistic);
  const others = heldOut(
    columns,
    left,
    rowNumbers.map((row) => row % folds),
  );
  const named = (is: (index: number) => boolean) => metrics.filter((_, k) => is(k)).map(({ name }) => name);
  const { used, constant, inflation } = basis;
  return {
    intercept,
    interceptError,
    coefficients: metrics.map(({ name }, k) => ({ name, value: slopes[k], error: errors[k] })),
    customers: left.length,
    left: left.filter(Boolean).length,
    // In the units of the metrics, as the determinant of the information is.
    penalisedLogLikelihood: fit.logLikelihood + fit.penalty + basis.logDeterminant,
    logLikelihood: fit.logLikelihood,
    auc: auc(logOdds, left)!,
    crossValidatedAuc: others && auc(others, left),
    brier: sum(chances.map((chance, row) => (chance - (left[row] ? 1 : 0)) ** 2)) / left.length,
    hasConverged: fit.hasConverged,
    constant: named((k) => constant.includes(k)),
    repeated: named((k) => !constant.includes(k) && !used.includes(k)),
    nearlyRepeated: named((k) => used.includes(k) && inflation[used.indexOf(k)]! > mostInflation),
    missing: metrics.flatMap(({ name, values }) => {
      const count = values.filter((value) => value === undefined).length;
      return count > 0 ? [{ name, count }] : [];
    }),
  };
}
