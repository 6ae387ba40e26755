import { legendreRule } from "../math/legendreRule";
import { growthOf, logOfGrowth } from "./expressions";
import type { Model } from "./model";

const points = 32;
/** Width of a panel, fall of the logarithm after which the rest is below rounding, and greatest exponent of the search for it. */
const panel = 8;
const fall = 40;
const mostGrowth = 50;
const largestExponent = 700;

/**
 * Pareto/NBD. The odds of having dropped out are the integral of death.ts over y = ln((m+u) ÷ (m+t_x)), m the smaller of α
 * and β, here up to where either factor has fallen to e^−40, in panels of at most 8, which keep their distance of π to the
 * singularities, with 32 points each, exact to 11 digits at the steepest fall. Orders of an active customer are closed:
 * (e^z − 1) ÷ z, z = (1−s) ln(1 + t ÷ (β+T)), by its series where that is near 0.
 */
export function paretoSteps({ fit, number, eachFrom, whole, ahead }: Model): string[] {
  const [r, alpha, s, beta] = fit.params;
  const months = ahead.map(
    ({ time, weight }, index) =>
      `SELECT ${number(time)} AS time, ${number(weight)} AS weight, ${index === ahead.length - 1 ? 1 : 0} AS is_last`,
  );
  return [
    ...(s === 0 ? nobodyLeaves : leaving({ r, alpha, s, beta }, { number, eachFrom, whole })),
    `months AS (\n  ${months.join(" UNION ALL\n  ")}\n)`,
    `
    growths AS (
      SELECT
        frequency, age_days, weight, is_last, scale, of_b,
        ${logOfGrowth("time", "of_b")} AS growth
      FROM (
        SELECT DISTINCT
          frequency, age_days,
          ${number(alpha)} + age AS scale,
          ${number(beta)} + age AS of_b
        FROM histories
      ) AS ages
      CROSS JOIN months
    )`,
    `
    orders_until AS (
      SELECT
        frequency, age_days, weight, is_last,
        (${number(r)} + frequency) / scale * of_b * growth
          * CASE WHEN ABS(z) < 0.001 THEN 1 + z / 2 * (1 + z / 3 * (1 + z / 4)) ELSE (EXP(z) - 1) / z END AS expected
      FROM (SELECT *, ${number(1 - s)} * growth AS z FROM growths) AS exponents
    )`,
    `
    ahead AS (
      SELECT
        frequency, age_days,
        SUM(is_last * expected) AS orders_if_alive,
        SUM(weight * expected) AS discounted_if_alive
      FROM orders_until
      GROUP BY frequency, age_days
    )`,
  ];
}

const nobodyLeaves: readonly string[] = [
  `alive AS (SELECT frequency, recency_days, age_days, 1 AS p_alive FROM histories)`,
];

interface Parameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/** P(alive) of each distinct history. */
function leaving(
  { r, alpha, s, beta }: Parameters,
  { number, eachFrom, whole }: Pick<Model, "number" | "eachFrom" | "whole">,
): string[] {
  const rule = legendreRule(points).map(
    ({ at, weight }) => `SELECT ${number(at)} AS place, ${number(weight)} AS weight`,
  );
  // A slope of s too small for a fall by 40 never ends the integral.
  const endOfB = fall / s <= mostGrowth ? `, LN(1 + of_b * ${number(Math.expm1(fall / s))} / least)` : "";
  return [
    `rule AS (\n  ${rule.join(" UNION ALL\n  ")}\n)`,
    `
    scales AS (
      SELECT
        frequency, recency_days, age_days, age - recency AS silence,
        ${number(r)} + frequency AS rate,
        ${number(alpha)} + recency AS of_a,
        ${number(beta)} + recency AS of_b,
        ${number(Math.min(alpha, beta))} + recency AS least
      FROM histories
    )`,
    `
    ends AS (
      SELECT
        frequency, recency_days, age_days, silence, rate, of_a, of_b, least,
        LEAST(
          ${logOfGrowth("silence", "least")},
          LN(1 + of_a * (EXP(LEAST(${fall} / rate, ${mostGrowth})) - 1) / least)${endOfB}
        ) AS end_of_y
      FROM scales
    )`,
    `
    panels AS (
      SELECT
        frequency, recency_days, age_days, rate, of_a, of_b, least, panel,
        end_of_y / panels AS width
      FROM (
        SELECT *, GREATEST(1, CAST(CEIL(end_of_y / ${panel}) AS ${whole})) AS panels FROM ends
      ) AS counted
      CROSS JOIN ${eachFrom("0", "panels - 1", "panel")}
    )`,
    `
    grown AS (
      SELECT
        frequency, recency_days, age_days, rate, of_a, of_b,
        weight * width AS weight,
        least, least * (${growthOf("y")}) AS passed
      FROM (
        SELECT *, width * (panel + place) AS y FROM panels CROSS JOIN rule
      ) AS places
    )`,
    `
    masses AS (
      SELECT
        frequency, recency_days, age_days,
        SUM(
          weight * (least + passed) / (of_b + passed)
          * EXP(-rate * (${logOfGrowth("passed", "of_a")}) - ${number(s)} * (${logOfGrowth("passed", "of_b")}))
        ) AS mass
      FROM grown
      GROUP BY frequency, recency_days, age_days
    )`,
    `
    alive AS (
      SELECT
        frequency, recency_days, age_days,
        CASE WHEN mass > 0 THEN
          1 / (1 + EXP(LEAST(${largestExponent},
            LN(${number(s)} * mass)
            + rate * (${logOfGrowth("silence", "of_a")})
            + ${number(s)} * (${logOfGrowth("silence", "of_b")}))))
        ELSE 1 END AS p_alive
      FROM scales
      JOIN masses USING (frequency, recency_days, age_days)
    )`,
  ];
}
