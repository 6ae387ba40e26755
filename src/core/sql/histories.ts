import { buyerStep, purchaseSteps } from "./purchases";
import { type Orders, statement } from "./statement";

/**
 * Distinct histories in weeks with the number of customers who have each; whole weeks are the nearest, which of five
 * million orders leave 69,462 histories of 517,997, and the parameters within 0.7% (test/bench/warehouse.ts). Grouped by
 * whole numbers, since databases compare others by their last digit.
 */
export function historiesSql(orders: Orders, isByDay: boolean): string {
  const nearest = (days: string) => `CAST(ROUND(${days} / 7) AS ${orders.dialect.whole})`;
  return statement(
    [...purchaseSteps(orders), buyerStep(orders)],
    isByDay
      ? `
    SELECT frequency, recency_days / 7 AS recency, age_days / 7 AS age, COUNT(*) AS customers
    FROM buyers
    GROUP BY frequency, recency_days, age_days
    ORDER BY frequency, age, recency`
      : `
    SELECT frequency, recency, age, COUNT(*) AS customers
    FROM (
      SELECT frequency, ${nearest("recency_days")} AS recency, ${nearest("age_days")} AS age
      FROM buyers
    ) AS histories
    GROUP BY frequency, recency, age
    ORDER BY frequency, age, recency`,
  );
}

/** Distinct repeat values, to the cent, with the number of customers who have each; 0 where all repeats were free. */
export const spendSql = (orders: Orders): string =>
  statement(
    [...purchaseSteps(orders), buyerStep(orders)],
    `
    SELECT frequency, cents / 100 AS repeat_value, COUNT(*) AS customers
    FROM (
      SELECT frequency, CAST(ROUND(100 * repeat_total / frequency) AS ${orders.dialect.whole}) AS cents
      FROM buyers
      WHERE frequency > 0
    ) AS spends
    GROUP BY frequency, cents
    ORDER BY frequency, repeat_value`,
  );
