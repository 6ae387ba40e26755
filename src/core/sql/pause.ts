import { daysPer } from "../period";
import { candidates, leastQuiet, longest, quietPerReturn } from "../purchases/pause";
import type { Orders } from "./statement";

/** The usual pause in months, as CLV_CHECK shows it. */
export const pauseSteps = ({ dialect }: Orders): string[] => [
  `
  silences AS (
    SELECT days, ended, COUNT(*) AS silences
    FROM (
      SELECT
        CASE WHEN next_day IS NULL THEN 0 ELSE 1 END AS ended,
        ${dialect.daysBetween("day", "COALESCE(next_day, until_day)")} AS days
      FROM (
        SELECT day, LEAD(day) OVER (PARTITION BY customer ORDER BY day) AS next_day FROM purchases
      ) AS gaps
      CROSS JOIN now
    ) AS lengths
    GROUP BY days, ended
  )`,
  `
  pauses AS (
    SELECT
      pause_months,
      SUM(CASE WHEN days > pause_months * ${daysPer.month} THEN silences ELSE 0 END) AS quiet,
      SUM(CASE WHEN days > pause_months * ${daysPer.month} THEN silences * ended ELSE 0 END) AS returned
    FROM silences
    CROSS JOIN ${dialect.eachOf(candidates, "pause_months")}
    GROUP BY pause_months
  )`,
  `
  pause AS (
    SELECT COALESCE(MIN(pause_months), ${longest}) AS inactive_after
    FROM pauses
    WHERE quiet >= ${leastQuiet} AND quiet >= ${quietPerReturn} * returned
  )`,
];
