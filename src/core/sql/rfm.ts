import { dueFrom, dueTo, fewestGaps, overdueTo } from "../purchases/nextOrder";
import { segmentNames } from "../purchases/rfm";
import { buyerStep, purchaseSteps, revenueStep } from "./purchases";
import { type Orders, statement } from "./statement";

const bins = 5;

/** The score of a value against all others: fewer fifths off the best, the fewer customers are better. */
const score = (dialect: Orders["dialect"], best: string) =>
  `${bins} - CAST(FLOOR(${bins} * (RANK() OVER (ORDER BY ${best}) - 1) / COUNT(*) OVER ()) AS ${dialect.whole})`;

/** The names by recency, in tens, and worth. */
const segments = segmentNames
  .map((names, row) => names.map((name, column) => `WHEN ${(row + 1) * 10 + column + 1} THEN '${name}'`))
  .flat()
  .join("\n        ");

/** One row per customer with a purchase, as CLV_RFM has it in fifths. */
export function rfmSql(orders: Orders): string {
  const { dialect } = orders;
  return statement(
    [
      ...purchaseSteps(orders),
      buyerStep(orders),
      revenueStep(),
      `
      gaps AS (
        SELECT customer, gap
        FROM (
          SELECT customer, ${dialect.daysBetween("LAG(day) OVER (PARTITION BY customer ORDER BY day)", "day")} AS gap
          FROM purchases
        ) AS days
        WHERE gap IS NOT NULL
      )`,
      `
      own_gaps AS (
        SELECT customer, AVG(gap) AS gap
        FROM (
          SELECT
            customer, gap,
            ROW_NUMBER() OVER (PARTITION BY customer ORDER BY gap) AS place,
            COUNT(*) OVER (PARTITION BY customer) AS gaps
          FROM gaps
        ) AS places
        WHERE gaps >= ${fewestGaps} AND 2 * place BETWEEN gaps AND gaps + 2
        GROUP BY customer
      )`,
      `
      all_gaps AS (
        SELECT (MIN(CASE WHEN 2 * up_to >= gaps THEN gap END) + MIN(CASE WHEN 2 * up_to > gaps THEN gap END)) / 2 AS usual_gap
        FROM (
          SELECT
            gap,
            SUM(customers) OVER (ORDER BY gap ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS up_to,
            SUM(customers) OVER () AS gaps
          FROM (SELECT gap, COUNT(*) AS customers FROM gaps GROUP BY gap) AS lengths
        ) AS places
      )`,
      `
      standings AS (
        SELECT
          buyers.customer AS customer,
          age_days - recency_days AS recency_days,
          orders,
          revenue,
          COALESCE(gap, usual_gap) AS gap
        FROM buyers
        JOIN revenues ON revenues.customer = buyers.customer
        LEFT JOIN own_gaps ON own_gaps.customer = buyers.customer
        CROSS JOIN all_gaps
      )`,
      `
      scores AS (
        SELECT
          customer, recency_days, orders, revenue,
          recency_days / gap AS quiet,
          ${score(dialect, "recency_days")} AS r,
          ${score(dialect, "orders DESC")} AS f,
          ${score(dialect, "revenue DESC")} AS m
        FROM standings
      )`,
    ],
    `
    SELECT
      customer,
      recency_days,
      orders AS frequency,
      revenue AS monetary,
      r, f, m,
      CASE 10 * r + CASE WHEN orders > 1 THEN CAST(ROUND((f + m) / 2) AS ${dialect.whole}) ELSE 1 END
        ${segments}
      END AS segment,
      CASE
        WHEN quiet IS NULL THEN NULL
        WHEN quiet < ${dueFrom} THEN 'on time'
        WHEN quiet <= ${dueTo} THEN 'due'
        WHEN quiet <= ${overdueTo} THEN 'overdue'
        ELSE 'silent'
      END AS status
    FROM scores
    ORDER BY monetary DESC, customer`,
  );
}
