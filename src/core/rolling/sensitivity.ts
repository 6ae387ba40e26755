/** How customer lifetime value answers to one driver. */
export interface Sensitivity {
  readonly driver: string;
  readonly low: number;
  readonly base: number;
  readonly high: number;
  readonly swing: number;
  /** Relative change of the value for a small relative change of the driver; undefined where the value is 0. */
  readonly elasticity: number | undefined;
}

/**
 * average_revenue × margin ÷ churn − cac with each driver in turn moved down and up by `change` of itself, rates no
 * further than to 1; the largest swing first. Drivers that are not given are not moved.
 */
export function sensitivities(
  average_revenue: number,
  churn_rate: number,
  gross_margin: number | undefined,
  cac: number | undefined,
  change: number,
): Sensitivity[] {
  const [margin, cost] = [gross_margin ?? 1, cac ?? 0];
  const grossValue = (average_revenue * margin) / churn_rate;
  const base = grossValue - cost;
  const row = (
    driver: string,
    given: number,
    most: number,
    slope: number,
    valueWith: (moved: number) => number,
  ): Sensitivity => {
    const values = [valueWith(given * (1 - change)), valueWith(Math.min(most, given * (1 + change)))];
    const low = Math.min(...values);
    const high = Math.max(...values);
    return { driver, low, base, high, swing: high - low, elasticity: base === 0 ? undefined : slope / base };
  };
  const rows = [
    row("Average revenue", average_revenue, Infinity, grossValue, (x) => (x * margin) / churn_rate - cost),
    row("Churn rate", churn_rate, 1, -grossValue, (x) => (average_revenue * margin) / x - cost),
  ];
  if (gross_margin !== undefined)
    rows.push(row("Gross margin", margin, 1, grossValue, (x) => (average_revenue * x) / churn_rate - cost));
  if (cac !== undefined) rows.push(row("CAC", cost, Infinity, -cost, (x) => grossValue - x));
  return rows.sort((a, b) => b.swing - a.swing);
}
