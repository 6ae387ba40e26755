import { growthOf, logOfGrowth, shareGone } from "./expressions";
import type { Model } from "./model";

/** Steps of the rule below; the points are one more. */
const points = 160;
/** Logarithm of a share of the whole below which nothing counts, and distance from the edges at which nothing changes. */
const negligible = 40;
const flat = 28;
const largestExponent = 700;

/**
 * BG/NBD and MBG/NBD. P(alive) is closed. Orders expected of an active customer, over a time of w scale units, are the mean
 * of (1 − (1+wp)^−R) ÷ p over the beta distribution of p, by the trapezoidal rule in y = ln(p ÷ (1−p)) as in
 * betaPurchases.ts, with the same number of points for all. They lie where the density is above e^−40 of its height: it is
 * below that from a distance d of the centre on, d = √(2q) + q with q = 40 variances, since the curvature of its logarithm
 * falls no faster than e^−|y|, and where e^(ay) or e^(−by), which bound it, are. At the edges the terms become geometric
 * and are summed in closed form. The Fourier transform of the density, |Γ(a+it)Γ(b−it)|, falls as e^−π|t|, or as e^−π|t|/2
 * where b is large; with a step of 0.4 at most, and 0.3 there, the error is below e^−30.
 */
export function betaSteps({ fit, number, eachFrom, ahead }: Model): string[] {
  const [r, alpha, a, b] = fit.params;
  const extra = fit.model === "mbg/nbd" ? 1 : 0;
  const rate = `${number(r)} + frequency`;
  if (a === 0) return withoutDropout(rate, alpha, { number, ahead });
  const chances = (less: number) => `${number(b)} + frequency${signed(extra - less)}`;
  const longest = ahead[ahead.length - 1]!.time;
  const gone = (time: number) => shareGone(`${number(time)} * u`, "rate");
  const odds = `LN(${number(a)} / (${chances(1)})) + (${rate}) * (${logOfGrowth("silence", "until_last")})`;
  const alive = `1 / (1 + EXP(LEAST(${largestExponent}, ${odds})))`;
  return [
    `
    alive AS (
      SELECT
        frequency, recency_days, age_days,
        ${extra === 0 ? `CASE WHEN frequency = 0 THEN 1 ELSE ${alive} END` : alive} AS p_alive
      FROM (
        SELECT *, age - recency AS silence, ${number(alpha)} + recency AS until_last FROM histories
      ) AS silences
    )`,
    `
    ages AS (
      SELECT DISTINCT
        frequency, age_days,
        ${rate} AS rate,
        ${number(alpha)} + age AS scale,
        ${chances(0)} AS b
      FROM histories
    )`,
    `
    shapes AS (
      SELECT
        frequency, age_days, rate, scale, b,
        LN(${number(a)} / b) AS centre,
        ${number(a)} * LN(1 + b / ${number(a)}) + b * LN(1 + ${number(a)} / b) + ${negligible} AS depth,
        ${2 * negligible} * (1 / ${number(a)} + 1 / b) AS doubled
      FROM ages
    )`,
    `
    ranges AS (
      SELECT
        frequency, age_days, rate, scale, b, centre,
        GREATEST(
          -${flat} - LN(1 + ${number(longest)} / scale * (rate + 1)),
          -depth / ${number(a)},
          centre - SQRT(doubled) - doubled / 2
        ) AS lowest,
        LEAST(${flat}, depth / b, centre + SQRT(doubled) + doubled / 2) AS highest
      FROM shapes
    )`,
    `
    points AS (
      SELECT
        frequency, age_days, rate, scale, b, centre, node,
        (highest - lowest) / ${points} AS width,
        lowest + node * (highest - lowest) / ${points} AS y,
        lowest + node * (highest - lowest) / ${points} - centre AS d
      FROM ranges
      CROSS JOIN ${eachFrom("0", String(points), "node")}
    )`,
    `
    shares AS (
      SELECT
        frequency, age_days, rate,
        1 / (1 + EXP(-y)) AS p,
        1 / (1 + EXP(-y)) / scale AS u,
        EXP(${number(a)} * d - tries * (${logOfGrowth("raised", "tries")}))
          / CASE node WHEN 0 THEN 1 - EXP(-${number(a)} * width) WHEN ${points} THEN 1 - EXP(-b * width) ELSE 1 END AS share
      FROM (
        SELECT *, ${number(a)} + b AS tries, ${number(a)} * (${growthOf("d")}) AS raised FROM points
      ) AS raises
    )`,
    `
    ahead AS (
      SELECT
        frequency, age_days,
        SUM(share / p * ${gone(longest)}) / SUM(share) AS orders_if_alive,
        SUM(share / p * (
          ${ahead.map(({ time, weight }) => `${number(weight)} * ${gone(time)}`).join("\n          + ")}
        )) / SUM(share) AS discounted_if_alive
      FROM shares
      GROUP BY frequency, age_days
    )`,
  ];
}

const signed = (value: number) => (value === 0 ? "" : value > 0 ? ` + ${value}` : ` - ${-value}`);

/** Where nobody drops out, orders come at the customer's rate for good. */
function withoutDropout(
  rate: string,
  alpha: number,
  { number, ahead }: Pick<Model, "number" | "ahead">,
): string[] {
  const until = (time: number) => `(${rate}) / (${number(alpha)} + age) * ${number(time)}`;
  const discounted = ahead.reduce((sum, { time, weight }) => sum + time * weight, 0);
  return [
    `alive AS (SELECT frequency, recency_days, age_days, 1 AS p_alive FROM histories)`,
    `
    ahead AS (
      SELECT DISTINCT
        frequency, age_days,
        ${until(ahead[ahead.length - 1]!.time)} AS orders_if_alive,
        ${until(discounted)} AS discounted_if_alive
      FROM histories
    )`,
  ];
}
