/** ln(e^−mean Σ mean^k ÷ k!) up to k = count: the chance of so few events, as a logarithm. */
function logChanceOfAtMost(count: number, mean: number): number {
  let term = 1;
  let total = 1;
  for (let k = 1; k <= count; k++) {
    term *= mean / k;
    total += term;
  }
  return Math.log(total) - mean;
}

/** Exact one-sided upper limit of the mean of a count that was seen, at this confidence (F. Garwood 1936). */
export function upperLimitOfCount(count: number, confidence: number): number {
  const wanted = Math.log1p(-confidence);
  let low = count;
  let high = count - 4 * wanted + 4 * Math.sqrt(count) + 4;
  // Each step halves what is open, from at most a few times the count to its last digit.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (logChanceOfAtMost(count, middle) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
