import { rounding } from "../purchases/history";
import { type Orders, dayLiteral } from "./statement";

/**
 * The rows that have a customer, a date and an amount, up to the last day that counts; what each customer paid on each
 * day, net; and the purchases that were kept, with what is left of each after all refunds.
 *
 * Refunds take back the latest purchases first. With H the pile of money kept after each day, which a purchase raises and
 * a refund lowers, to 0 at most, a purchase is on the pile from the height before it to that after it, and has lost what of
 * this lies above the lowest height to come. H is the running sum of the nets less its lowest value below 0 so far. So it
 * takes running sums and nothing that goes from row to row.
 */
export function purchaseSteps({ dialect, names, as_of }: Orders): string[] {
  const until = as_of === undefined ? "" : ` AND day <= ${dayLiteral(as_of)}`;
  const whole = (order: string) => `(PARTITION BY customer ORDER BY day ROWS BETWEEN ${order})`;
  return [
    `
    orders AS (
      SELECT customer, day, amount
      FROM (
        SELECT
          ${dialect.words(names.customer)} AS customer,
          ${dialect.day(names.date)} AS day,
          ${dialect.amount(names.amount)} AS amount
        FROM ${names.table}
      ) AS named
      WHERE customer <> '' AND day IS NOT NULL AND amount IS NOT NULL${until}
    )`,
    as_of === undefined
      ? "now AS (SELECT MAX(day) AS until_day FROM orders)"
      : `now AS (SELECT ${dayLiteral(as_of)} AS until_day)`,
    `
    paid AS (
      SELECT
        customer, day, size, refunds,
        CASE WHEN ABS(net) <= ${rounding} * size THEN 0 ELSE net END AS net
      FROM (
        SELECT
          customer, day,
          SUM(amount) AS net,
          SUM(ABS(amount)) AS size,
          COUNT(CASE WHEN amount < 0 THEN 1 END) AS refunds
        FROM orders
        GROUP BY customer, day
      ) AS days
    )`,
    `
    running AS (
      SELECT
        customer, day, net, refunds,
        SUM(net) OVER ${whole("UNBOUNDED PRECEDING AND CURRENT ROW")} AS total,
        SUM(size) OVER (PARTITION BY customer) AS size
      FROM paid
    )`,
    `
    piles AS (
      SELECT
        customer, day, net, refunds, size,
        total - LEAST(0, MIN(total) OVER ${whole("UNBOUNDED PRECEDING AND CURRENT ROW")}) AS height
      FROM running
    )`,
    `
    kept AS (
      SELECT
        customer, day, net, refunds, size,
        net - LEAST(net, GREATEST(0, height - COALESCE(lowest, height))) AS amount
      FROM (
        SELECT *, MIN(height) OVER ${whole("1 FOLLOWING AND UNBOUNDED FOLLOWING")} AS lowest FROM piles
      ) AS heights
    )`,
    `
    purchases AS (
      SELECT customer, day, amount, MIN(day) OVER (PARTITION BY customer) AS first_day
      FROM kept
      WHERE (net > 0 AND amount > ${rounding} * size) OR (net = 0 AND refunds = 0)
    )`,
  ];
}

/** What each customer with a purchase has bought, in days and money. */
export const buyerStep = ({ dialect }: Orders): string =>
  `
  buyers AS (
    SELECT
      customer, first_day, last_day, orders, frequency, repeat_total,
      ${dialect.daysBetween("first_day", "last_day")} AS recency_days,
      ${dialect.daysBetween("first_day", "until_day")} AS age_days
    FROM (
      SELECT
        customer, first_day,
        MAX(day) AS last_day,
        COUNT(*) AS orders,
        COUNT(*) - 1 AS frequency,
        SUM(CASE WHEN day > first_day THEN amount ELSE 0 END) AS repeat_total
      FROM purchases
      GROUP BY customer, first_day
    ) AS bought
    CROSS JOIN now
  )`;

/** What each customer paid in all, refunds taken off. */
export const revenueStep = (): string =>
  `revenues AS (SELECT customer, SUM(net) AS revenue FROM paid GROUP BY customer)`;
