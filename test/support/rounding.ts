/**
 * Least and largest value of a figure over the corners of all parameters that round to the printed ones: between them lies
 * what was computed with the parameters in full.
 */
export function overRounded(
  figure: (params: number[]) => number,
  printed: readonly number[],
  halfUnit: number,
): [least: number, largest: number] {
  const values = Array.from({ length: 2 ** printed.length }, (_, corner) =>
    figure(printed.map((value, k) => value + ((corner >> k) & 1 ? halfUnit : -halfUnit))),
  );
  return [Math.min(...values), Math.max(...values)];
}
