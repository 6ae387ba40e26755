/**
 * Shapley's share of each factor in the change of their product from one state to another: its effect, averaged over
 * all orders in which the factors may change. The shares add up to the change of the product.
 */
export function shapleyOfProduct(from: readonly number[], to: readonly number[]): number[] {
  const factors = from.map((_, index) => index);
  const shares = factors.map(() => 0);
  const orders = permutations(factors);
  for (const order of orders) {
    const state = from.slice();
    for (const factor of order) {
      const before = product(state);
      state[factor] = to[factor]!;
      shares[factor]! += (product(state) - before) / orders.length;
    }
  }
  return shares;
}

const product = (values: readonly number[]) => values.reduce((result, value) => result * value, 1);

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [items.slice()];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
