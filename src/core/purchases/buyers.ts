import type { DayNumber } from "../day";
import { sum } from "../math/sum";
import type { CustomerHistory } from "./history";

/** The purchases of someone who bought at least once. */
export interface Buyer {
  readonly customer: string;
  readonly first: DayNumber;
  readonly firstAmount: number;
  /** Purchase days, the first among them, and what is left of each after refunds. */
  readonly days: readonly DayNumber[];
  readonly amounts: readonly number[];
  /** Sum of the amounts. */
  readonly paid: number;
}

/** The customers with a purchase. */
export const buyersOf = (histories: readonly CustomerHistory[]): Buyer[] =>
  histories.flatMap(({ customer, purchaseDays: days, purchaseAmounts: amounts }) =>
    days.length > 0
      ? [{ customer, first: days[0]!, firstAmount: amounts[0]!, days, amounts, paid: sum(amounts) }]
      : [],
  );

/** The day of the first purchase of anyone. */
export const firstDay = (buyers: readonly Buyer[]): DayNumber =>
  buyers.reduce((day, { first }) => Math.min(day, first), Infinity);

export const hasRepeat = ({ days }: Buyer): boolean => days.length > 1;
