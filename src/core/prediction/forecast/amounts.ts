import { sum } from "../../math/sum";
import { type SpendParameters, expectedSpend, expectedSpendSlopes } from "../../models/gammaGamma";
import type { CustomerHistory } from "../../purchases/history";
import type { Fit } from "../fit";
import { spendOf } from "../observe";
import { firstOrderValueOf, repeatOrderValueOf } from "../orderValues";

/** What orders are worth: of each of today's customers, and of those to come. */
export interface Amounts {
  /** The expected order value of each customer. */
  readonly values: readonly number[];
  /** Its relative change with the logarithm of each spend parameter; none where spend is not modelled. */
  readonly slopes: readonly (readonly number[])[];
  /** Mean square of an order in terms of the square of the customer's expected order value. */
  readonly spread: number;
  readonly first: Moments;
  readonly repeat: Moments;
}

/** Mean and mean square of orders, and the variance of that mean. */
export interface Moments {
  readonly mean: number;
  readonly square: number;
  readonly errorOfMean: number;
}

export function amountsOf(buyers: readonly CustomerHistory[], { spend, repeatOrderValue }: Fit): Amounts {
  const firsts = buyers.map(({ purchaseAmounts }) => purchaseAmounts[0]!);
  const repeats = buyers.flatMap(({ purchaseAmounts }) => purchaseAmounts.slice(1));
  const mean = repeatOrderValueOf(buyers);
  const values = buyers.map((buyer) => (spend ? valueOf(spend, buyer) : (repeatOrderValue ?? mean)));
  const expected = sum(
    buyers.map(({ purchaseDays }, index) => (purchaseDays.length - 1) * values[index]! ** 2),
  );
  const squares = sum(repeats.map((amount) => amount * amount));
  return {
    values,
    slopes: spend ? buyers.map((buyer) => expectedSpendSlopes(spend, spendOf(buyer))) : [],
    spread: expected > 0 ? Math.max(1, squares / expected) : 1,
    first: momentsOf(firsts, firstOrderValueOf(buyers)),
    repeat: momentsOf(repeats.length > 0 ? repeats : firsts, mean),
  };
}

const valueOf = (spend: SpendParameters, buyer: CustomerHistory) => expectedSpend(spend, spendOf(buyer));

function momentsOf(amounts: readonly number[], mean: number): Moments {
  const square = sum(amounts.map((amount) => amount * amount)) / Math.max(1, amounts.length);
  return { mean, square, errorOfMean: Math.max(0, square - mean * mean) / Math.max(1, amounts.length) };
}
