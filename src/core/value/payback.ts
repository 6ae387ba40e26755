import { refusal } from "../refusal";

/**
 * Periods until the gross profit of an acquired customer has paid back the acquisition cost:
 * cac ÷ profit, and with churn ln(1 − cac·c ÷ profit) ÷ ln(1 − c), since profit·(1 − (1 − c)^n) ÷ c is what n periods
 * bring in. All customers gone after one period leave that period only, of which the part needed is returned.
 */
export function paybackPeriods(cac: number, profit: number, churn_rate: number): number {
  if (cac === 0) return 0;
  const periods = cac / profit;
  const lifetimeProfit = churn_rate === 0 && profit > 0 ? Infinity : profit / (churn_rate || 1);
  const isReached = churn_rate === 1 ? cac <= profit : cac < lifetimeProfit;
  if (!isReached) {
    throw refusal(
      `cac must be below the gross profit of a customer's whole lifetime (${Number(lifetimeProfit.toPrecision(6))}), got ${cac}: it is never paid back`,
    );
  }
  if (churn_rate === 0 || churn_rate === 1) return periods;
  return Math.log1p(-periods * churn_rate) / Math.log1p(-churn_rate);
}
