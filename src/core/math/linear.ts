/** The solution of A x = b by elimination with the largest pivot of each column (Golub and Van Loan 2013, section 3.4). */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row]![column]! / rows[column]![column]!;
      if (factor === 0) continue;
      for (let k = column; k <= size; k++) rows[row]![k]! -= factor * rows[column]![k]!;
    }
  }
  const found = right.map(() => 0);
  for (let row = size - 1; row >= 0; row--) {
    let value = rows[row]![size]!;
    for (let k = row + 1; k < size; k++) value -= rows[row]![k]! * found[k]!;
    found[row] = value / rows[row]![row]!;
  }
  return found;
}
