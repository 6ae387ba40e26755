import { sum } from "../../math/sum";
import { times } from "../../math/times";
import { type Histories, type History, distinctOf } from "../../models/history";
import type { TransactionModel } from "../../models/transactionModel";
import type { Parameters } from "../../models/nbd";
import type { Amounts } from "./amounts";

/** The customers of one history together: sums of what their orders are worth. */
export interface Group {
  readonly history: History;
  readonly customers: number;
  readonly value: number;
  readonly squaredValue: number;
  /** Change of `value` with the logarithm of each spend parameter. */
  readonly slopes: readonly number[];
}

/** One group for each distinct history. */
export function groupsOf(histories: Histories & { readonly places: Int32Array }, amounts: Amounts): Group[] {
  const width = amounts.slopes[0]?.length ?? 0;
  const groups = distinctOf(histories).map((history) => ({
    history,
    customers: history.weight,
    value: 0,
    squaredValue: 0,
    slopes: times(width, () => 0),
  }));
  amounts.values.forEach((value, index) => {
    const group = groups[histories.places[index]!]!;
    group.value += value;
    group.squaredValue += value * value;
    for (let k = 0; k < width; k++) group.slopes[k]! += value * amounts.slopes[index]![k]!;
  });
  return groups;
}

/** Orders that a customer of each history is expected to make in each month; `ends` are those of the months, in periods. */
export function ordersByMonth(
  { expectedIfAlive, probabilityAlive }: TransactionModel,
  params: Parameters,
  groups: readonly Group[],
  starts: readonly number[],
  ends: readonly number[],
): number[][] {
  // What an active customer will order depends on x and T only, and the histories are in the order of these.
  let last: { readonly x: number; readonly T: number; readonly orders: number[] } | undefined;
  return groups.map(({ history }) => {
    if (last?.x !== history.x || last.T !== history.T) {
      const until = (time: number) => (time === 0 ? 0 : expectedIfAlive(params, history, time));
      last = {
        x: history.x,
        T: history.T,
        orders: ends.map((end, month) => Math.max(0, until(end) - until(starts[month]!))),
      };
    }
    const alive = probabilityAlive(params, history);
    return last.orders.map((orders) => alive * orders);
  });
}

/** Σ over groups of a sum of theirs times the orders of each customer, by month. */
export const totals = (
  orders: readonly (readonly number[])[],
  groups: readonly Group[],
  ofGroup: (group: Group) => number,
): number[] =>
  (orders[0] ?? []).map((_, month) =>
    sum(groups.map((group, index) => ofGroup(group) * orders[index]![month]!)),
  );

/**
 * Variance of a month's revenue, given the parameters. A customer with a rate λ who is active for the month makes a mean of
 * λ² × its length² pairs of orders, and E(λ²) ÷ E(λ) is (r + x + 1) ÷ (alpha + T); with the share of the month that
 * customers are active, which the expected orders hold already, that is orders × length × (r + x + 1) ÷ (alpha + T).
 */
export function variances(
  [r, alpha]: Parameters,
  orders: readonly (readonly number[])[],
  groups: readonly Group[],
  lengths: readonly number[],
  spread: number,
): number[] {
  return lengths.map((length, month) =>
    sum(
      groups.map(({ history: { x, T }, squaredValue }, index) => {
        const expected = orders[index]![month]!;
        const pairs = (expected * length * (r + x + 1)) / (alpha + T);
        return squaredValue * Math.max(0, expected * spread + pairs - expected * expected);
      }),
    ),
  );
}
