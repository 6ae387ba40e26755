import { expectedSpendNew } from "../../core/models/gammaGamma";
import { type ModelName, modelNames, models } from "../../core/models/models";
import type { Fit } from "../../core/prediction/fit";
import { notConverged } from "../../core/prediction/warnings";
import { periods } from "../../core/period";
import { refusal } from "../../core/refusal";
import type { WholeArgument } from "../../sheet/argument";
import { type Cell, isBlank } from "../../sheet/cell";
import { shown } from "../../sheet/fault";
import { type Range, cellOf, isRange, toRange } from "../../sheet/range";
import { type Reader, choiceReader, dateReader, numberReader } from "../../sheet/reader";
import type { Zone } from "../../sheet/zone";

export const spendNames = ["p", "q", "v"];
export const firstOrderValue = "First order value";
export const repeatOrderValue = "Repeat order value";

const positive = numberReader({ above: 0 });
const notNegative = numberReader({ atLeast: 0 });
const aboveOne = numberReader({ above: 1 });
const modelReader = choiceReader<ModelName>(modelNames);
const periodReader = choiceReader(periods);

/** The cells of a block by their labels; anything that does not fit is an error that names the cell. */
function blockReader(argument: string, range: Range, zone: Zone) {
  const labels = range.map(([label]) => (typeof label === "string" ? label.trim() : ""));
  const valueOf = (label: string): Cell | undefined => range[labels.indexOf(label)]?.[1];
  if (String(valueOf("Warnings") ?? "").includes(notConverged))
    throw refusal(
      `${argument} must be a CLV_FIT table that converged, got this in row ${labels.indexOf("Warnings") + 1}: ${notConverged.slice(0, -1)}`,
    );
  function read<T>(label: string, reader: Reader<T>): T {
    const row = labels.indexOf(label);
    if (row < 0)
      throw refusal(`${argument} must be the whole table of CLV_FIT, got no row that says ${label}`);
    const cell = valueOf(label) ?? "";
    const value = isBlank(cell) ? undefined : reader.read(cell, zone);
    if (value !== undefined) return value;
    throw refusal(
      `${argument} must have ${reader.expected} as ${label}, got ${shown(cell, zone)} in row ${row + 1}`,
    );
  }
  const readIfThere = <T>(label: string, reader: Reader<T>): T | undefined =>
    isBlank(valueOf(label)) ? undefined : read(label, reader);
  return { labels, valueOf, cellAt: (row: number) => range[row]![1], read, readIfThere };
}

export type Block = ReturnType<typeof blockReader>;

/** Whether a block is one of CLV_FIT_YEARS. */
export const isOfYears = ({ valueOf }: Block): boolean => valueOf("Model") === "bg/bb";

/** Whether a block is one of CLV_FIT_COVARIATES. */
export const isOfCovariates = ({ labels }: Block): boolean =>
  labels.some((label) => label.startsWith("trans."));

/** Reads the block of CLV_FIT. */
export function readFit(argument: string, block: Block, mayHaveCovariates = false): Fit {
  const { valueOf, read, readIfThere } = block;
  if (isOfYears(block))
    throw refusal(
      `${argument} must be a table for orders at any time, got one of CLV_FIT_YEARS: use CLV_ALIVE, CLV_EXPECTED_ORDERS, CLV_EXPECTED_VALUE or CLV_CHANCE`,
    );
  if (!mayHaveCovariates && isOfCovariates(block))
    throw refusal(
      `${argument} must be a table without covariates, got one of CLV_FIT_COVARIATES: use CLV_PREDICT or CLV_NEW_CUSTOMER`,
    );
  const model = read("Model", modelReader);
  const [r, alpha, dropout1, dropout2] = models[model].parameterNames as [string, string, string, string];
  return {
    model,
    period: read("Period", periodReader),
    params: [read(r, positive), read(alpha, positive), read(dropout1, notNegative), read(dropout2, positive)],
    spend: spendNames.every((label) => isBlank(valueOf(label)))
      ? undefined
      : [read("p", positive), read("q", aboveOne), read("v", positive)],
    firstOrderValue: readIfThere(firstOrderValue, notNegative),
    repeatOrderValue: readIfThere(repeatOrderValue, notNegative),
    customers: readIfThere("Customers", positive),
    to: readIfThere("To", dateReader),
    warnings: isBlank(valueOf("Warnings")) ? [] : [String(valueOf("Warnings")).trim()],
  };
}

/** A block that `readFrom` takes. */
export const fitFrom = <F>(
  readFrom: (argument: string, block: Block) => F,
  text = "The whole table of CLV_FIT or CLV_FIT_HISTORIES.",
): WholeArgument<F> => ({
  kind: "whole",
  name: "fit",
  text,
  optional: false,
  whenLeftOut: undefined,
  read: (given, zone) => {
    if (isRange(given)) return readFrom("fit", blockReader("fit", toRange(given), zone));
    throw refusal(`fit must be a CLV_FIT table, got ${shown(cellOf(given), zone)}`);
  },
});

/** A block of CLV_FIT. */
export const fitArgument: WholeArgument<Fit> = fitFrom(readFit);

/** A block of CLV_FIT, or nothing. */
export const optionalFit: WholeArgument<Fit | undefined> = {
  ...fitArgument,
  optional: true,
  whenLeftOut: "fitted to these rows",
  read: (given, zone) =>
    !isRange(given) && isBlank(cellOf(given)) ? undefined : fitArgument.read(given, zone),
};

/** The same, where nothing stands for it. */
export const fitIfAny: WholeArgument<Fit | undefined> = { ...optionalFit, whenLeftOut: undefined };

/** What a new customer's first and later orders are worth; the first as much as the others where only those are known. */
export function orderValuesIn(fit: Fit): { readonly first: number; readonly repeat: number } {
  const repeat = fit.spend ? expectedSpendNew(fit.spend) : fit.repeatOrderValue;
  if (repeat === undefined)
    throw refusal(
      `fit must have numbers as p, q and v, or one as ${repeatOrderValue}, got none: its amounts were all missing`,
    );
  return { first: fit.firstOrderValue ?? repeat, repeat };
}

export const wantedModels = ["auto", ...modelNames] as const;
const wantedReader = choiceReader(wantedModels);

/** The name of a model, or a block that `readFrom` takes. */
export const modelOrFit = (
  readFrom: (argument: string, block: Block) => Fit,
): WholeArgument<Fit | (typeof wantedModels)[number]> => ({
  kind: "whole",
  name: "model",
  text: `A CLV_FIT table, or ${wantedReader.expected}.`,
  optional: true,
  whenLeftOut: '"auto"',
  read: (given, zone) => {
    if (isRange(given)) return readFrom("model", blockReader("model", toRange(given), zone));
    const cell = cellOf(given);
    const read = isBlank(cell) ? "auto" : wantedReader.read(cell as Cell, zone);
    if (read) return read;
    throw refusal(`model must be ${wantedReader.expected}, or a CLV_FIT table, got ${shown(cell, zone)}`);
  },
});
