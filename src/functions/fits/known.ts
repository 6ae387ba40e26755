// What columns next to the rows tell of customers, and what of it a fit can use.
import { sum } from "../../core/math/sum";
import { sweepInverse } from "../../core/math/sweep";
import { times } from "../../core/math/times";
import type { Known } from "../../core/prediction/fitCovariates";
import { refusal } from "../../core/refusal";
import { quoted } from "../../sheet/fault";
import { plain } from "../../sheet/words";
import { earliestRows } from "../channels/firstSegments";
import { isNumber, nameOf, numberAt, textOf } from "./coding";
import type { Beside, BesideColumn } from "./columnsBeside";

const mostNames = 20;
/** Share of a column's variance that the others leave, below which it says nothing of its own. */
const leastOwn = 1e-8;

interface Coded {
  readonly names: readonly string[];
  readonly base: string | undefined;
  readonly at: (row: number) => number[];
}

/** The numbers of one column, by its values in the first rows of customers. */
function coded(column: BesideColumn, rows: readonly number[]): Coded {
  const { heading, cells } = column;
  const isNumeric = cells.values.every((value) => value === undefined || isNumber(value));
  if (isNumeric && cells.values.some((value) => value !== undefined))
    return { names: [heading], base: undefined, at: (row) => [numberAt(column, row)] };
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = textOf(cells.values[row]);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = Array.from(counts.keys()).sort();
  const base = values.reduce((best, value) => (counts.get(value)! > counts.get(best)! ? value : best));
  const others = values.filter((value) => value !== base);
  return {
    names: others.map((value) => nameOf(heading, value)),
    base: nameOf(heading, base),
    at: (row) => others.map((value) => (textOf(cells.values[row]) === value ? 1 : 0)),
  };
}

/** Refuses what says nothing of its own, and more than a fit can tell apart. */
function refuseUseless(names: readonly string[], rows: readonly (readonly number[])[]): void {
  if (names.length === 0)
    throw refusal("covariates must differ between customers, got the same value for all of them");
  if (names.length > mostNames)
    throw refusal(
      `covariates must make at most ${mostNames} coefficients, one for each column of numbers and for each text value except the commonest, got ${plain(names.length)}: group rare values, or leave a column out`,
    );
  const means = times(names.length, (k) => sum(rows.map((row) => row[k]!)) / rows.length);
  const spread = (i: number, j: number) =>
    sum(rows.map((row) => (row[i]! - means[i]!) * (row[j]! - means[j]!)));
  const variances = names.map((_, k) => spread(k, k));
  const constant = names.findIndex((_, k) => !(variances[k]! > 0));
  if (constant >= 0)
    throw refusal(
      `covariates must differ between customers, got the same value for all of them below ${quoted(names[constant]!)}`,
    );
  const correlations = names.map((_, i) =>
    names.map((__, j) => (i === j ? 1 : spread(i, j) / Math.sqrt(variances[i]! * variances[j]!))),
  );
  const dependent = sweepInverse(correlations, leastOwn).findIndex((row, k) => row[k] === 0);
  if (dependent >= 0)
    throw refusal(
      `covariates must each add something, got ${quoted(names[dependent]!)}, which follows from the others: leave a column out`,
    );
}

/** What columns next to the rows tell of the customers, each by its first row. */
export function knownOf(
  beside: Beside,
  customer: readonly string[],
  date: readonly number[],
  buyers: readonly string[],
): Known {
  if (!beside || "row" in beside)
    throw refusal("covariates must be columns next to the rows, with a header row, got less");
  const earliest = earliestRows(customer, date);
  const rows = buyers.map((name) => earliest.get(name)!);
  const all = beside.columns.map((column) => coded(column, rows));
  const names = all.flatMap((one) => one.names);
  const valuesAt = (row: number) => all.flatMap(({ at }) => at(row));
  refuseUseless(names, rows.map(valuesAt));
  const byCustomer = new Map(buyers.map((name, index) => [name, valuesAt(rows[index]!)]));
  return {
    names,
    bases: all.flatMap(({ base }) => base ?? []),
    of: (name) => byCustomer.get(name)!,
  };
}
