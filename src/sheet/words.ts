/**
 * A sum of money or another figure, to two decimals with thousands separated: 3,969.52. Down to a
 * millionth, what would be 0.00 though it is not 0 shows three significant digits (0.00412), and so does what has more
 * digits than anyone reads (1.8e+300).
 */
export function money(value: number): string {
  const size = Math.abs(value);
  if ((size >= 1e-6 && size < 0.005) || size >= 1e15)
    return `${value < 0 ? "−" : ""}${Number(size.toPrecision(3))}`;
  return `${value < 0 ? "−" : ""}${inDecimals(size)}`;
}

const inDecimals = (size: number) => size.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");

/** A count or a length of time with no more than two decimals: 36, 12.5. */
export const plain = (value: number): string =>
  money(value)
    .replace(/\.00$/, "")
    .replace(/(\.\d)0$/, "$1");

/** How many there are of something: 1 day, 36 days. */
export const counted = (count: number, unit: string): string =>
  `${plain(count)} ${unit}${count === 1 ? "" : "s"}`;

/** A rate as a percentage with three significant digits at most: 80%, 2.1%, 0.0452%. */
export const percent = (value: number): string =>
  `${Number((value * 100).toPrecision(3))}%`.replace("-", "−");

/** A change with its sign: +12.00, −3.50. */
export const signed = (value: number): string => (value >= 0 ? `+${money(value)}` : money(value));
