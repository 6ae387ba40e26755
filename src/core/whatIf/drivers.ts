import { ratio } from "../math/ratio";
import { paybackIfReached } from "../value/payback";

/** What the value of a customer comes from, all of one period. */
export interface Drivers {
  readonly averageRevenue: number;
  readonly churnRate: number;
  /** Undefined where only revenue counts. */
  readonly margin?: number | undefined;
  readonly cac?: number | undefined;
  /** What a customer brings in per period on top of the average revenue. */
  readonly upsell?: number | undefined;
}

/** What a customer is worth by its drivers. */
export interface Worth {
  readonly lifetime: number;
  readonly clv: number;
  /** CLV less the acquisition cost; undefined, as are the next two, where that is not known. */
  readonly net: number | undefined;
  /** CLV ÷ CAC; undefined where winning a customer costs nothing. */
  readonly toCac: number | undefined;
  /** Periods; undefined where the cost is never paid back. */
  readonly payback: number | undefined;
}

/** (average revenue + upsell) × margin ÷ churn, and what follows from it. The churn is above 0. */
export function worthOf({ averageRevenue, churnRate, margin = 1, cac, upsell = 0 }: Drivers): Worth {
  const profit = (averageRevenue + upsell) * margin;
  const clv = profit / churnRate;
  return {
    lifetime: 1 / churnRate,
    clv,
    net: cac === undefined ? undefined : clv - cac,
    toCac: cac === undefined ? undefined : ratio(clv, cac),
    payback: cac === undefined ? undefined : paybackIfReached(cac, profit, churnRate),
  };
}

/** What changes and targets are counted in: net of the acquisition cost where that is known. */
export const headline = ({ net, clv }: Worth): number => net ?? clv;
