import { refusal } from "../refusal";

/** What a customer brings until all like it are gone: profit ÷ churn, without end where none is lost. */
const lifetimeProfit = (profit: number, churn_rate: number) =>
  churn_rate === 0 && profit > 0 ? Infinity : profit / (churn_rate || 1);

/**
 * Periods until the gross profit of an acquired customer has paid back the acquisition cost:
 * cac ÷ profit, and with churn ln(1 − cac·c ÷ profit) ÷ ln(1 − c), since profit·(1 − (1 − c)^n) ÷ c is what n periods
 * bring in. All customers gone after one period leave that period only, of which the part needed is returned. Undefined
 * where the cost is never paid back.
 */
export function paybackIfReached(cac: number, profit: number, churn_rate: number): number | undefined {
  if (cac === 0) return 0;
  const isReached = churn_rate === 1 ? cac <= profit : cac < lifetimeProfit(profit, churn_rate);
  if (!isReached) return undefined;
  const periods = cac / profit;
  if (churn_rate === 0 || churn_rate === 1) return periods;
  return Math.log1p(-periods * churn_rate) / Math.log1p(-churn_rate);
}

/** The same, refused where the cost is never paid back. */
export function paybackPeriods(cac: number, profit: number, churn_rate: number): number {
  const periods = paybackIfReached(cac, profit, churn_rate);
  if (periods !== undefined) return periods;
  throw refusal(
    `cac must be below the gross profit of a customer's whole lifetime (${Number(lifetimeProfit(profit, churn_rate).toPrecision(6))}), got ${cac}: it is never paid back`,
  );
}
