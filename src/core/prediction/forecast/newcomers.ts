import { sum } from "../../math/sum";
import { times } from "../../math/times";
import type { Parameters } from "../../models/nbd";
import type { TransactionModel } from "../../models/transactionModel";

/** Points and weights of Gauss and Legendre's rule on 0 to 1, exact for polynomials up to the seventh power. */
const root = (sign: number) => Math.sqrt(3 / 7 + (sign * 2 * Math.sqrt(6 / 5)) / 7);
const nodes = [-root(1), -root(-1), root(-1), root(1)].map((point) => (1 + point) / 2);
const weights = [-1, 1, 1, -1].map((sign) => (18 + sign * Math.sqrt(30)) / 72);

/**
 * Repeat orders that someone who comes in one month is expected to make in another: a row for each month of orders, in it
 * the months of coming up to that. Who comes in a month comes at any time of it alike.
 */
export function repeatsByMonth(
  { expectedPurchasesNew }: TransactionModel,
  params: Parameters,
  starts: readonly number[],
  ends: readonly number[],
): number[][] {
  const until = (age: number) => (age <= 0 ? 0 : expectedPurchasesNew(params, age));
  return ends.map((end, month) =>
    times(month + 1, (came) => {
      const [from, length] = [starts[came]!, ends[came]! - starts[came]!];
      return sum(
        nodes.map((node, k) => {
          const day = from + length * node;
          return weights[k]! * (until(end - day) - until(starts[month]! - day));
        }),
      );
    }),
  );
}
