// The block of CLV_HEALTH_FIT as cells that a person can read and CLV_HEALTH takes.
import type { HealthFit, HealthModel } from "../../core/health/fit";
import { refusal } from "../../core/refusal";
import { type Cell, isBlank } from "../../sheet/cell";
import { shown } from "../../sheet/fault";
import { type Range, usedSize } from "../../sheet/range";
import { numberReader } from "../../sheet/reader";
import type { ResultCell, ResultTable } from "../../sheet/result";
import type { ColumnDoc } from "../../sheet/unit";
import type { Zone } from "../../sheet/zone";

export const healthFitColumns: readonly ColumnDoc[] = [
  { name: "Item", unit: "text" },
  { name: "Value", unit: "by row" },
  { name: "Standard error", unit: "parameter" },
];

/** The metrics stand between these two. */
const intercept = "intercept";
const afterMetrics = "Penalised log-likelihood";
const warningsItem = "Warnings";

export const notConverged = "The search for the best fit did not converge.";

export function healthTable(fit: HealthFit, warnings: readonly string[]): ResultTable {
  const count = (value: number): ResultCell => ({ value, unit: "count" });
  const parameter = (value: number | undefined): ResultCell => ({ value, unit: "parameter" });
  const rows: ResultTable["rows"] = [
    ["Model", "Firth logistic"],
    ["Customers", count(fit.customers)],
    ["Churned", count(fit.left)],
    [intercept, parameter(fit.intercept), fit.interceptError],
    ...fit.coefficients.map(({ name, value, error }) => [name, parameter(value), error]),
    [afterMetrics, fit.penalisedLogLikelihood],
    ["Log-likelihood", fit.logLikelihood],
    ["AUC", fit.auc],
    ["AUC cross-validated", fit.crossValidatedAuc],
    ["Brier score", fit.brier],
    ["Base rate", { value: fit.left / fit.customers, unit: "share" }],
    [warningsItem, warnings.join(" ")],
  ];
  return { columns: healthFitColumns, rows: rows.map(([item, value, error]) => [item, value, error]) };
}

const labelsOf = (range: Range) => range.map(([label]) => (typeof label === "string" ? label.trim() : ""));

/** True for a range that looks like the block of CLV_HEALTH_FIT, or a part of it. */
export const isHealthBlock = (range: Range): boolean =>
  usedSize(range).columns > 1 && labelsOf(range).some((label) => label === intercept || label === "Item");

const numbers = numberReader();

/** Reads the block by its labels; anything that does not fit is an error that names the cell. */
export function readHealthBlock(argument: string, range: Range, zone: Zone): HealthModel {
  const labels = labelsOf(range);
  const [from, to] = [labels.indexOf(intercept), labels.lastIndexOf(afterMetrics)];
  if (from < 0 || to < from)
    throw refusal(
      `${argument} must be the whole table of CLV_HEALTH_FIT, got no row that says ${from < 0 ? intercept : afterMetrics}`,
    );
  const warnings = range[labels.lastIndexOf(warningsItem)]?.[1];
  if (typeof warnings === "string" && warnings.includes(notConverged))
    throw refusal(
      `${argument} must be a CLV_HEALTH_FIT table that converged, got this in row ${labels.lastIndexOf(warningsItem) + 1}: ${notConverged.slice(0, -1)}`,
    );
  const numberIn = (cell: Cell, row: number): number => {
    const value = isBlank(cell) ? undefined : numbers.read(cell, zone);
    if (value !== undefined) return value;
    throw refusal(
      `${argument} must have a number as ${labels[row]}, got ${shown(cell, zone)} in row ${row + 1}`,
    );
  };
  return {
    intercept: numberIn(range[from]![1]!, from),
    coefficients: range.slice(from + 1, to).flatMap(([, cell, error], index) => {
      const row = from + 1 + index;
      if (labels[row] === "") return [];
      const value = isBlank(cell) ? undefined : numberIn(cell, row);
      return [{ name: labels[row]!, value, error: typeof error === "number" ? error : undefined }];
    }),
  };
}
