import { exactly, planOf } from "../prediction/discounting";
import type { Fit } from "../prediction/fit";
import { daysPer } from "../period";
import type { Model } from "./model";
import { betaSteps } from "./scoreBeta";
import { paretoSteps } from "./scorePareto";
import { buyerStep, purchaseSteps } from "./purchases";
import { type Orders, statement } from "./statement";

/** A year ahead, month by month, as CLV_PREDICT has it when nothing else is said. */
const horizon = { months: 12, annual: 0.1 };

/** Times in the periods of the fit. */
const inPeriods = (days: string, model: Model) => `${days} / ${model.number(daysPer[model.fit.period])}`;

/**
 * What a fit expects of each customer in the next 12 months, in plain SQL: the integrals that have no closed form are sums
 * over points, the same for all customers but for their scale. Distinct histories are computed once.
 */
export function scoreSql(orders: Orders, fit: Fit, repeatValue: number): string {
  const { dialect } = orders;
  const number = dialect.float;
  const { times, weights } = planOf(horizon, exactly);
  const month = daysPer.month / daysPer[fit.period];
  const model: Model = {
    fit,
    number,
    eachFrom: dialect.eachFrom,
    whole: dialect.whole,
    ahead: times.map((time, k) => ({ time: time * month, weight: weights[k]! })),
  };
  const { spend } = fit;
  const orderValue = spend
    ? `${number(spend[0])} * (${number(spend[2])} + repeat_total) / (${number(spend[0])} * frequency + ${number(spend[1] - 1)})`
    : number(repeatValue);
  return statement(
    [
      ...purchaseSteps(orders),
      buyerStep(orders),
      `
      histories AS (
        SELECT
          frequency, recency_days, age_days,
          ${inPeriods("recency_days", model)} AS recency,
          ${inPeriods("age_days", model)} AS age
        FROM (SELECT DISTINCT frequency, recency_days, age_days FROM buyers) AS known
      )`,
      ...(fit.model === "pareto/nbd" ? paretoSteps(model) : betaSteps(model)),
      `everybody AS (SELECT DISTINCT customer FROM paid)`,
    ],
    `
    SELECT
      everybody.customer AS customer,
      p_alive,
      p_alive * orders_if_alive AS expected_orders,
      ${orderValueOfBuyers(orderValue)} AS expected_order_value,
      p_alive * discounted_if_alive * ${orderValue} AS predicted_clv
    FROM everybody
    LEFT JOIN buyers ON buyers.customer = everybody.customer
    LEFT JOIN alive USING (frequency, recency_days, age_days)
    LEFT JOIN ahead USING (frequency, age_days)
    ORDER BY predicted_clv DESC, customer`,
  );
}

/** Blank for customers with refunds only. */
const orderValueOfBuyers = (orderValue: string) => `CASE WHEN frequency IS NOT NULL THEN ${orderValue} END`;
