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

interface Drivers {
  readonly average_revenue: number;
  readonly churn_rate: number;
  readonly gross_margin: number;
  readonly cac: number;
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
  const drivers: Drivers = { average_revenue, churn_rate, gross_margin: gross_margin ?? 1, cac: cac ?? 0 };
  const grossValue = (drivers.average_revenue * drivers.gross_margin) / drivers.churn_rate;
  const base = grossValue - drivers.cac;
  const valueWith = (moved: Partial<Drivers>) => {
    const all = { ...drivers, ...moved };
    return (all.average_revenue * all.gross_margin) / all.churn_rate - all.cac;
  };
  const row = (driver: string, key: keyof Drivers, most: number, slope: number): Sensitivity => {
    const values = [drivers[key] * (1 - change), Math.min(most, drivers[key] * (1 + change))].map((value) =>
      valueWith({ [key]: value }),
    );
    const low = Math.min(...values);
    const high = Math.max(...values);
    return { driver, low, base, high, swing: high - low, elasticity: base === 0 ? undefined : slope / base };
  };
  const rows = [
    row("Average revenue", "average_revenue", Infinity, grossValue),
    row("Churn rate", "churn_rate", 1, -grossValue),
    ...(gross_margin === undefined ? [] : [row("Gross margin", "gross_margin", 1, grossValue)]),
    ...(cac === undefined ? [] : [row("CAC", "cac", Infinity, -cac)]),
  ];
  return rows.sort((a, b) => b.swing - a.swing);
}
