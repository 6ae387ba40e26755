/** v′Mv of a symmetric matrix: the variance of a sum with the weights v. */
export function quadratic(matrix: readonly (readonly number[])[], v: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < v.length; i++) {
    let own = 0;
    for (let j = 0; j < v.length; j++) own += matrix[i]![j]! * v[j]!;
    total += v[i]! * own;
  }
  return total;
}
