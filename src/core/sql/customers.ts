import { buyerStep, purchaseSteps, revenueStep } from "./purchases";
import { type Orders, statement } from "./statement";

/** One row per customer, as CLV_CUSTOMERS has it; times in weeks. */
export const customersSql = (orders: Orders): string =>
  statement(
    [...purchaseSteps(orders), buyerStep(orders), revenueStep()],
    `
    SELECT
      revenues.customer AS customer,
      first_day AS first,
      last_day AS last,
      COALESCE(orders, 0) AS orders,
      revenue,
      revenue / orders AS average_order,
      frequency,
      recency_days / 7 AS recency,
      age_days / 7 AS age,
      CASE WHEN frequency > 0 THEN repeat_total / frequency END AS repeat_value
    FROM revenues
    LEFT JOIN buyers ON buyers.customer = revenues.customer
    ORDER BY revenue DESC, customer`,
  );
