import { congruent } from "../math/congruent";
import { sum } from "../math/sum";
import { times } from "../math/times";
import { type Objective } from "../math/minimize";
import { objectiveOf } from "./fitTransactions";
import { type Histories, rescaled } from "./history";
import type { UnitOfLast } from "./limit";
import { type ModelName, models } from "./models";
import type { Parameters, Total } from "./nbd";

/**
 * How what is known of a customer besides the orders, z, moves the purchase rate (trans) and dropping out (life): under the
 * Pareto/NBD alpha exp(−trans′z) and beta exp(−life′z), so that a coefficient is the change in the logarithm of the mean
 * rate. P. Fader, B. Hardie (2007), "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models". Under the
 * MBG/NBD a exp(life′z), so that it is the change in the log-odds of dropping out at a purchase.
 */
export interface Effects {
  readonly trans: readonly number[];
  readonly life: readonly number[];
}

/** Models whose dropping out covariates move. */
export const covariateModels = ["mbg/nbd", "pareto/nbd"] as const satisfies readonly ModelName[];

export type CovariateModel = (typeof covariateModels)[number];

/** Which parameter the coefficients of dropping out move, and which way. */
const movedByLife = (unitOfLast: UnitOfLast) =>
  unitOfLast === "time" ? ({ k: 3, sign: -1 } as const) : ({ k: 2, sign: 1 } as const);

const dot = (one: readonly number[], other: readonly number[]) =>
  sum(one.map((value, k) => value * other[k]!));

/** The parameters of customers with covariates z. */
export function parametersAt(
  model: ModelName,
  params: Parameters,
  { trans, life }: Effects,
  z: readonly number[],
): Parameters {
  const moved = params.slice();
  const { k, sign } = movedByLife(models[model].unitOfLast);
  moved[1]! *= Math.exp(-dot(trans, z));
  moved[k]! *= Math.exp(sign * dot(life, z));
  return moved as unknown as Parameters;
}

/** Customers with the same covariates. */
export interface CovariateGroup {
  readonly z: readonly number[];
  readonly histories: Histories;
}

/** Means and standard deviations of what is known, over all customers. */
export interface Scale {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

export const customersOf = (groups: readonly CovariateGroup[]): number =>
  sum(groups.map(({ histories }) => histories.customers));

export function scaleOf(groups: readonly CovariateGroup[]): Scale {
  const customers = customersOf(groups);
  const mean = (of: (z: readonly number[]) => number) =>
    sum(groups.map(({ z, histories }) => histories.customers * of(z))) / customers;
  const means = (groups[0]?.z ?? []).map((_, k) => mean((z) => z[k]!));
  return {
    means,
    deviations: means.map((centre, k) => Math.sqrt(mean((z) => (z[k]! - centre) ** 2)) || 1),
  };
}

/** The same groups with what is known in standard deviations from its mean, and times in another unit. */
export const standardised = (
  groups: readonly CovariateGroup[],
  { means, deviations }: Scale,
  unit: number,
): CovariateGroup[] =>
  groups.map(({ z, histories }) => ({
    z: z.map((value, k) => (value - means[k]!) / deviations[k]!),
    histories: rescaled(histories, unit),
  }));

/**
 * The logarithms of the four parameters of customers at z, and how they follow from the coordinates of a fit: the
 * logarithms of the parameters, then the coefficients of the rate, then those of dropping out.
 */
export function jacobian(unitOfLast: UnitOfLast, z: readonly number[]): number[][] {
  const { k: moved, sign } = movedByLife(unitOfLast);
  return times(4, (k) => [
    ...times(4, (j) => (j === k ? 1 : 0)),
    ...z.map((value) => (k === 1 ? -value : 0)),
    ...z.map((value) => (k === moved ? sign * value : 0)),
  ]);
}

/**
 * Mean negative log-likelihood of all customers by these coordinates: the derivatives by the logarithms of the parameters
 * of each group, through their Jacobian J; the second ones are Σ J′HJ, since the logarithms are linear in the coordinates.
 */
export function covariateObjective(
  total: Total,
  unitOfLast: UnitOfLast,
  groups: readonly CovariateGroup[],
): Objective {
  const customers = customersOf(groups);
  const ofGroups = groups.map(({ z, histories }) => {
    const rows = jacobian(unitOfLast, z);
    const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
    return {
      rows,
      columns,
      objective: objectiveOf(total, histories),
      share: histories.customers / customers,
    };
  });
  return (point, gradient, second) => {
    gradient.fill(0);
    second?.push(...point.map(() => point.map(() => 0)));
    let value = 0;
    for (const { rows, columns, objective, share } of ofGroups) {
      const [own, bends]: [number[], number[][]] = [[0, 0, 0, 0], []];
      value +=
        share *
        objective(
          rows.map((row) => dot(row, point)),
          own,
          bends,
        );
      columns.forEach((column, j) => (gradient[j]! += share * dot(column, own)));
      if (second)
        congruent(columns, bends).forEach((row, i) =>
          row.forEach((one, j) => (second[i]![j]! += share * one)),
        );
    }
    return value;
  };
}
