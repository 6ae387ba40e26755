/**
 * Inverse of a symmetric matrix of second derivatives by sweeping its diagonal, largest remaining element first
 * (J. Goodnight 1979, The American Statistician 33). A coordinate of which no more than `least` remains is held fixed: its
 * row is 0.
 */
export function sweepInverse(matrix: readonly (readonly number[])[], least: number): number[][] {
  const size = matrix.length;
  const m = matrix.map((row) => row.slice());
  const isSwept = m.map(() => false);
  for (;;) {
    let pivot = -1;
    for (let k = 0; k < size; k++)
      if (!isSwept[k] && m[k]![k]! > (pivot < 0 ? least : m[pivot]![pivot]!)) pivot = k;
    if (pivot < 0) break;
    isSwept[pivot] = true;
    const row = m[pivot]!;
    const d = row[pivot]!;
    for (let j = 0; j < size; j++) row[j]! /= d;
    for (let i = 0; i < size; i++) {
      if (i === pivot) continue;
      const other = m[i]!;
      const factor = other[pivot]!;
      for (let j = 0; j < size; j++) other[j]! -= factor * row[j]!;
      other[pivot] = -factor / d;
    }
    row[pivot] = 1 / d;
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (!isSwept[i] || !isSwept[j]) m[i]![j] = 0;
  return m;
}
