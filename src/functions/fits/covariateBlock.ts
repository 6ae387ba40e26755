// The block of CLV_FIT_COVARIATES, and what is given about customers with it.
import type { Covariates, Fit } from "../../core/prediction/fit";
import { refusal } from "../../core/refusal";
import type { Cell } from "../../sheet/cell";
import { shown } from "../../sheet/fault";
import { numberReader } from "../../sheet/reader";
import type { Zone } from "../../sheet/zone";
import { type Block, isOfCovariates, readFit } from "../predictions/fitBlock";
import type { Beside } from "./columnsBeside";
import { codedAsIn } from "./coding";

export const ofRate = "trans.";
export const ofDropout = "life.";
export const comparedWith = "Compared with";

const numbers = numberReader();

/** A block of CLV_FIT, or one with covariates. */
export function readFitOrCovariates(argument: string, block: Block): Fit {
  if (!isOfCovariates(block)) return readFit(argument, block);
  const names = block.labels.flatMap((label) =>
    label.startsWith(ofRate) ? [label.slice(ofRate.length)] : [],
  );
  const covariates: Covariates = {
    names,
    bases: block.labels.flatMap((label, row) =>
      label === comparedWith ? [String(block.cellAt(row) ?? "").trim()] : [],
    ),
    trans: names.map((name) => block.read(ofRate + name, numbers)),
    life: names.map((name) => block.read(ofDropout + name, numbers)),
  };
  return { ...readFit(argument, block, true), covariates };
}

const inOrder = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/** The values of one row in the order of a fit. */
function valuesOfRow({ names }: Covariates, row: readonly Cell[], zone: Zone): number[] {
  if (row.length !== names.length)
    throw refusal(
      `covariates must be columns with a header row, or ${names.length} values in the order of the fit (${inOrder(names)}), got ${row.length}`,
    );
  return row.map((cell, k) => {
    if (typeof cell === "boolean") return Number(cell);
    const value = numbers.read(cell, zone);
    if (value !== undefined) return value;
    throw refusal(
      `covariates must have numbers in a row of values, 1 or 0 for a text value, got ${shown(cell, zone)} for "${names[k]!}"`,
    );
  });
}

/**
 * What is known of each row's customer, or of all, in the order of a fit; undefined without covariates. Refuses them without
 * a fit that has them, and such a fit without them.
 */
export function asInFit(
  { covariates }: Pick<Fit, "covariates">,
  beside: Beside,
): ((row: number) => number[]) | undefined {
  if (!covariates && !beside) return undefined;
  if (!beside)
    throw refusal(
      `covariates must be given, since the fit uses them (${inOrder(covariates!.names)}), got nothing`,
    );
  if (!covariates) throw refusal("covariates must come with a CLV_FIT_COVARIATES table, got them without it");
  if ("columns" in beside) return codedAsIn(covariates, beside.columns);
  const values = valuesOfRow(covariates, beside.row, beside.zone);
  return () => values;
}
