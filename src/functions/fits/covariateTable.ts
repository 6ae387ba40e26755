import { models } from "../../core/models/models";
import type { CovariateReport } from "../../core/prediction/fitCovariates";
import type { ResultCell, ResultTable } from "../../sheet/result";
import { comparedWith, ofDropout, ofRate } from "./covariateBlock";
import { blockOf } from "./fitTable";

/** The block of CLV_FIT with coefficients, and what they are worth together. */
export function covariateTable(fit: CovariateReport): ResultTable {
  const { names, bases, trans, life } = fit.covariates;
  const number = (value: number, unit: "number" | "count" | "share"): ResultCell => ({ value, unit });
  return blockOf(
    {
      ...fit,
      params: [...fit.params, ...trans, ...life],
      errors: [...fit.errors, ...fit.coefficientErrors],
    },
    [
      ...models[fit.model].parameterNames,
      ...names.map((name) => ofRate + name),
      ...names.map((name) => ofDropout + name),
    ],
    [
      ...bases.map((base): ResultCell[] => [comparedWith, base]),
      ["Likelihood ratio", number(fit.likelihoodRatio, "number")],
      ["Degrees of freedom", number(fit.degrees, "count")],
      ["p-value", number(fit.pValue, "share")],
    ],
  );
}
