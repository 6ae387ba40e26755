/** Σᵢⱼ vectorᵢ matrixᵢⱼ vectorⱼ: the variance of a linear function with these slopes, from the covariance of its arguments. */
export const quadraticForm = (vector: readonly number[], matrix: readonly (readonly number[])[]): number => {
  let total = 0;
  matrix.forEach((row, i) =>
    row.forEach((value, j) => {
      total += vector[i]! * value * vector[j]!;
    }),
  );
  return total;
};
