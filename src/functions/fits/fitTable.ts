import type { DayNumber } from "../../core/day";
import { models } from "../../core/models/models";
import type { FitReport } from "../../core/prediction/fit";
import type { ResultCell, ResultTable } from "../../sheet/result";
import type { ColumnDoc } from "../../sheet/unit";
import { firstOrderValue, repeatOrderValue, spendNames } from "../predictions/fitBlock";

export const fitColumns: readonly ColumnDoc[] = [
  { name: "Item", unit: "text" },
  { name: "Value", unit: "by row" },
  { name: "Standard error", unit: "parameter" },
];

/** What is shown of a fit, whatever its model. */
type Shown = Omit<FitReport, "model" | "limits" | "params"> & {
  readonly model: string;
  readonly params: readonly number[];
};

/** A fit as cells that a person can read and another formula takes. */
export const fitTable = (fit: FitReport): ResultTable => blockOf(fit, models[fit.model].parameterNames);

/** The same with the names of its parameters, and with rows of its own after the likelihood. */
export function blockOf(
  fit: Shown,
  parameterNames: readonly string[],
  more: ResultTable["rows"] = [],
): ResultTable {
  const count = (value: number): ResultCell => ({ value, unit: "count" });
  const money = (value: number | undefined): ResultCell => ({ value, unit: "money" });
  const parameter = (value: number | undefined): ResultCell => ({ value, unit: "parameter" });
  const date = (day: DayNumber | undefined): ResultCell => (day === undefined ? undefined : { day });
  const rows: ResultTable["rows"] = [
    ["Model", fit.model],
    ["Period", fit.period],
    ["Customers", count(fit.customers)],
    ["Repeat customers", count(fit.repeatCustomers)],
    ["From", date(fit.from)],
    ["To", date(fit.to)],
    ...parameterNames.map((name, k) => [name, parameter(fit.params[k]), fit.errors[k]]),
    ["Log-likelihood", fit.logLikelihood],
    ["AIC", fit.aic],
    ...more,
    ...spendNames.map((name, k) => [name, parameter(fit.spend?.[k]), fit.spendErrors[k]]),
    [firstOrderValue, money(fit.firstOrderValue)],
    [repeatOrderValue, money(fit.repeatOrderValue)],
    ["Spend log-likelihood", fit.spendLogLikelihood],
    ["Frequency-value correlation", fit.correlation],
    ["Data fingerprint", fit.fingerprint],
    ["Warnings", fit.warnings.join(" ")],
  ];
  return { columns: fitColumns, rows: rows.map(([item, value, error]) => [item, value, error]) };
}
