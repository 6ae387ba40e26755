import { isOver, periodOf } from "../period";
import { pauseSteps } from "./pause";
import { purchaseSteps } from "./purchases";
import { type Orders, statement } from "./statement";

/** Month 0 of the statements, in the numbers of `periodOf`. */
const january1970 = periodOf(0, "month");

/** One row a calendar month, as CLV_KPIS has it with the usual pause. */
export function kpisSql(orders: Orders): string {
  const { dialect, as_of } = orders;
  // With a day given, a month that is not over by then is left out.
  const lastMonth =
    as_of === undefined
      ? dialect.monthOf("MAX(day)")
      : periodOf(as_of, "month") - january1970 - (isOver(as_of, "month") ? 0 : 1);
  return statement(
    [
      ...purchaseSteps(orders),
      ...pauseSteps(orders),
      `spans AS (SELECT ${dialect.monthOf("MIN(day)")} AS first_month, ${lastMonth} AS last_month FROM paid)`,
      `months AS (SELECT month FROM spans CROSS JOIN ${dialect.eachFrom("first_month", "last_month", "month")})`,
      `
      revenues AS (
        SELECT month, SUM(net) AS revenue
        FROM (SELECT ${dialect.monthOf("day")} AS month, net FROM paid) AS payments
        GROUP BY month
      )`,
      `
      visits AS (
        SELECT
          month, inactive_after,
          LAG(month) OVER (PARTITION BY customer ORDER BY month) AS month_before,
          LEAD(month) OVER (PARTITION BY customer ORDER BY month) AS month_after
        FROM (SELECT DISTINCT customer, ${dialect.monthOf("day")} AS month FROM purchases) AS bought
        CROSS JOIN pause
      )`,
      `
      moves AS (
        SELECT month, 'new' AS move FROM visits WHERE month_before IS NULL
        UNION ALL
        SELECT month, 'returned' AS move FROM visits WHERE month > month_before + inactive_after
        UNION ALL
        SELECT month + inactive_after AS month, 'lost' AS move FROM visits
        WHERE month_after IS NULL OR month_after > month + inactive_after
      )`,
      `
      flows AS (
        SELECT
          month,
          COUNT(CASE WHEN move = 'new' THEN 1 END) AS newcomers,
          COUNT(CASE WHEN move = 'returned' THEN 1 END) AS returned,
          COUNT(CASE WHEN move = 'lost' THEN 1 END) AS lost
        FROM months
        LEFT JOIN moves USING (month)
        GROUP BY month
      )`,
      `
      counts AS (
        SELECT
          month, newcomers, returned, lost,
          SUM(newcomers + returned - lost) OVER (ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS customers
        FROM flows
      )`,
      `
      stocks AS (
        SELECT
          month, newcomers, returned, lost, customers,
          customers - newcomers - returned + lost AS customers_at_start
        FROM counts
      )`,
    ],
    `
    SELECT
      ${dialect.firstDayOf("month")} AS period,
      COALESCE(revenue, 0) AS revenue,
      customers_at_start,
      newcomers AS ${dialect.column("new")},
      returned,
      lost,
      customers,
      CASE WHEN customers_at_start > 0 THEN lost / customers_at_start END AS churn_rate,
      CASE WHEN customers > 0 THEN COALESCE(revenue, 0) / customers END AS revenue_per_customer
    FROM stocks
    LEFT JOIN revenues USING (month)
    ORDER BY period`,
  );
}
