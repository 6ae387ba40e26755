import { purchaseSteps } from "./purchases";
import { type Orders, statement } from "./statement";

/**
 * One row for each cohort and age in months, as CLV_COHORTS has them in a table; an age whose month is not over has no row,
 * but a cohort has at least one.
 */
export function cohortsSql(orders: Orders): string {
  const { dialect } = orders;
  return statement(
    [
      ...purchaseSteps(orders),
      `members AS (SELECT DISTINCT customer, ${dialect.monthOf("first_day")} AS cohort_month FROM purchases)`,
      `cohorts AS (SELECT cohort_month, COUNT(*) AS customers FROM members GROUP BY cohort_month)`,
      `
      ages AS (
        SELECT cohort_month, customers, age, age < observed AS is_over
        FROM (
          SELECT cohort_month, customers, ${dialect.monthOf(dialect.dayAfter("until_day"))} - cohort_month AS observed
          FROM cohorts
          CROSS JOIN now
        ) AS observations
        CROSS JOIN ${dialect.eachFrom("0", "GREATEST(observed - 1, 0)", "age")}
      )`,
      `
      visits AS (
        SELECT cohort_month, age, COUNT(DISTINCT customer) AS active
        FROM (
          SELECT customer, ${dialect.monthOf("first_day")} AS cohort_month, ${dialect.monthOf("day")} - ${dialect.monthOf("first_day")} AS age
          FROM purchases
        ) AS bought
        GROUP BY cohort_month, age
      )`,
      `
      payments AS (
        SELECT cohort_month, age, SUM(net) AS revenue
        FROM (
          SELECT cohort_month, GREATEST(0, ${dialect.monthOf("day")} - cohort_month) AS age, net
          FROM paid
          JOIN members USING (customer)
        ) AS amounts
        GROUP BY cohort_month, age
      )`,
    ],
    `
    SELECT
      ${dialect.firstDayOf("cohort_month")} AS cohort,
      customers,
      age,
      CASE WHEN is_over THEN COALESCE(active, 0) END AS active,
      CASE WHEN is_over THEN COALESCE(revenue, 0) END AS revenue
    FROM ages
    LEFT JOIN visits USING (cohort_month, age)
    LEFT JOIN payments USING (cohort_month, age)
    ORDER BY cohort, age`,
  );
}
