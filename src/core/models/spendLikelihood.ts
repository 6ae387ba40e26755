import { countingSort } from "../math/countingSort";
import { digamma, logBeta, trigamma } from "../math/gamma";
import type { Run } from "./columns";

/** Mean amount `z` of the `x` repeat purchases of one customer, both above 0, or of so many customers who are alike. */
export interface Spend {
  readonly x: number;
  readonly z: number;
  readonly weight?: number;
}

/** Spends by x, in typed columns: the sum of the repeat amounts of each, and how many customers have it. */
export interface SpendColumns {
  readonly customers: number;
  readonly sums: Float64Array;
  readonly weights: Float64Array;
  readonly runs: readonly Run[];
  /** Σ of the logarithms of the mean amounts. */
  readonly logs: number;
}

/** By amount within an x, so that neither the order of rows nor names can change a sum in its last digits. */
export function spendColumns(spends: readonly Spend[]): SpendColumns {
  const { length } = spends;
  const xs = new Int32Array(length);
  const totals = new Float64Array(length);
  const given = new Float64Array(length);
  let most = 0;
  let isOneEach = true;
  for (let i = 0; i < length; i++) {
    const { x, z, weight = 1 } = spends[i]!;
    xs[i] = x;
    totals[i] = x * z;
    given[i] = weight;
    isOneEach &&= weight === 1;
    if (x > most) most = x;
  }
  const order = isOneEach ? countingSort(xs, most + 1) : byAmount(spends);
  const sums = new Float64Array(length);
  const weights = new Float64Array(length);
  const runs: Run[] = [];
  let customers = 0;
  let logs = 0;
  for (let from = 0; from < length;) {
    const x = xs[order[from]!]!;
    let to = from;
    for (; to < length && xs[order[to]!] === x; to++) {
      sums[to] = totals[order[to]!]!;
      weights[to] = given[order[to]!]!;
    }
    if (isOneEach) sums.subarray(from, to).sort();
    for (let i = from; i < to; i++) {
      customers += weights[i]!;
      logs += weights[i]! * Math.log(sums[i]! / x);
    }
    runs.push({ x, from, to });
    from = to;
  }
  return { customers, sums, weights, runs, logs };
}

/** The same with amounts in another unit. */
export const inUnit = (columns: SpendColumns, unit: number): SpendColumns => ({
  ...columns,
  sums: columns.sums.map((total) => total / unit),
  logs: columns.logs - columns.customers * Math.log(unit),
});

/** Mean over customers of their mean amounts. */
export function meanOf({ customers, sums, weights, runs }: SpendColumns): number {
  let total = 0;
  for (const { x, from, to } of runs) for (let i = from; i < to; i++) total += (weights[i]! * sums[i]!) / x;
  return total / customers;
}

function byAmount(spends: readonly Spend[]): Int32Array {
  return Int32Array.from(spends.keys()).sort(
    (i, j) => spends[i]!.x - spends[j]!.x || spends[i]!.z - spends[j]!.z,
  );
}

/**
 * Log-likelihood of mean amounts: −ln z − ln B(px, q) − q ln(1 + xz ÷ v) − px ln(1 + v ÷ xz), equation 1a of P. Fader,
 * B. Hardie (2013), "The Gamma-Gamma Model of Monetary Value". Writes its derivatives into `gradient`, and the second ones
 * into `second`. With τ = xz ÷ (v + xz) the two logarithms have the derivatives −τ ÷ v and (1−τ) ÷ v by v, and τ itself
 * −τ(1−τ) ÷ v; the rest is the same for all who share an x.
 */
export function spendTotal(
  [p, q, v]: readonly number[],
  columns: SpendColumns,
  gradient: number[],
  second?: number[][],
): number {
  let value = -columns.logs;
  let [byP, byQ, byV] = [0, 0, 0];
  let [pp, pq, pv, qq, qv, vv] = [0, 0, 0, 0, 0, 0];
  const [ofQ, bendOfQ] = [digamma(q!), trigamma(q!)];
  for (const { x, from, to } of columns.runs) {
    const [customers, low, high, share, square] = sumsOf(from, to, v!, columns);
    const shape = p! * x;
    const both = digamma(shape + q!);
    const bend = trigamma(shape + q!);
    const left = customers - share;
    value -= customers * logBeta(shape, q!) + q! * low + shape * high;
    byP += x * (customers * (both - digamma(shape)) - high);
    byQ += customers * (both - ofQ) - low;
    byV += (q! * share - shape * left) / v!;
    pp += customers * x * x * (bend - trigamma(shape));
    pq += customers * x * bend;
    qq += customers * (bend - bendOfQ);
    pv -= (x * left) / v!;
    qv += share / v!;
    vv += (shape * (left - share + square) - q! * (2 * share - square)) / v! / v!;
  }
  [gradient[0], gradient[1], gradient[2]] = [byP, byQ, byV];
  second?.push([pp, pq, pv], [pq, qq, qv], [pv, qv, vv]);
  return value;
}

/** Customers of a run, and the sums over them of both logarithms, of τ and of its square. */
function sumsOf(
  from: number,
  to: number,
  v: number,
  { sums, weights }: SpendColumns,
): readonly [customers: number, low: number, high: number, share: number, square: number] {
  let customers = 0;
  let low = 0;
  let high = 0;
  let share = 0;
  let square = 0;
  for (let i = from; i < to; i++) {
    const weight = weights[i]!;
    const ratio = sums[i]! / v;
    const tau = ratio / (1 + ratio);
    customers += weight;
    low += weight * Math.log1p(ratio);
    high += weight * Math.log1p(1 / ratio);
    share += weight * tau;
    square += weight * tau * tau;
  }
  return [customers, low, high, share, square];
}
