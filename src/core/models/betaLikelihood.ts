import type { Columns, Run } from "./columns";
import type { Histories } from "./history";
import { type Total, addTo, nbdLogLikelihood } from "./nbd";

/** The log-likelihood of BG/NBD (`extra` 0) and MBG/NBD (`extra` 1), with both derivatives, in one pass. */
export const betaTotal =
  (extra: 0 | 1): Total =>
  (params, histories, gradient, second) => {
    gradient.fill(0);
    const value =
      nbdLogLikelihood(params, histories, gradient, second) +
      addStaying(extra, params, histories, gradient, second);
    return params[2] === 0 ? value : value + addDropout(extra, params, histories.columns, gradient, second);
  };

/** ln[B(a, b+n) ÷ B(a, b)], n the chances let pass, is −Σ ln(1 + a ÷ (b+i)), each chance once for all who had it. */
function addStaying(
  extra: 0 | 1,
  params: readonly number[],
  { customers, more }: Histories,
  gradient: number[],
  second: number[][] | undefined,
): number {
  const a = params[2]!;
  const b = params[3]!;
  let value = 0;
  let byA = 0;
  let byB = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < more.length + extra; i++) {
    const count = i < extra ? customers : more[i - extra]!;
    const ofB = 1 / (b + i);
    const ofBoth = 1 / (a + b + i);
    value -= count * Math.log1p(a * ofB);
    byA -= count * ofBoth;
    byB += count * a * ofB * ofBoth;
    aa += count * ofBoth * ofBoth;
    bb -= count * a * ofB * ofBoth * (ofB + ofBoth);
  }
  gradient[2]! += byA;
  gradient[3]! += byB;
  if (second) {
    addTo(second, 2, 2, aa);
    addTo(second, 2, 3, aa);
    addTo(second, 3, 3, bb);
  }
  return value;
}

/** What depends on a time alone, by its place: ln(1 + t ÷ α) and 1 ÷ (α + t). */
interface Growth {
  readonly logs: Float64Array;
  readonly inverses: Float64Array;
}

function growthOf(times: Float64Array, alpha: number): Growth {
  const logs = new Float64Array(times.length);
  const inverses = new Float64Array(times.length);
  for (let place = 0; place < times.length; place++) {
    logs[place] = Math.log1p(times[place]! / alpha);
    inverses[place] = 1 / (alpha + times[place]!);
  }
  return { logs, inverses };
}

/**
 * Σ ln(1 + e^o), e^o the odds of having dropped out at the latest purchase, by runs of equal x:
 *
 *   o = ln(a c) + R G,  R = r + x,  c = 1 ÷ (b + x + extra − 1),  G = ln((α+T) ÷ (α+t_x)),
 *
 * whose derivatives are G, R D, 1 ÷ a and −c, with D = 1 ÷ (α+T) − 1 ÷ (α+t_x); the second ones D by r and α,
 * −R D (1 ÷ (α+T) + 1 ÷ (α+t_x)) by α twice, −1 ÷ a² and c². Of a run, all but G and D are the same.
 */
function addDropout(
  extra: 0 | 1,
  params: readonly number[],
  columns: Columns,
  gradient: number[],
  second: number[][] | undefined,
): number {
  const growth = growthOf(columns.times, params[1]!);
  let value = 0;
  for (const run of columns.runs)
    if (run.x + extra > 0) value += addRun(run, extra, params, columns, growth, gradient, second);
  return value;
}

/** Over the histories of a run: what they add to the likelihood, and p and q = p (1−p) times G, D and their products. */
interface Sums {
  readonly value: number;
  readonly p: number;
  readonly pG: number;
  readonly pD: number;
  readonly pDU: number;
  readonly q: number;
  readonly qG: number;
  readonly qD: number;
  readonly qGG: number;
  readonly qGD: number;
  readonly qDD: number;
}

/** With p = 1 ÷ (1 + e^−o), first derivatives are p oᵢ, second ones p (1−p) oᵢ oⱼ + p oᵢⱼ. */
function addRun(
  run: Run,
  extra: 0 | 1,
  params: readonly number[],
  columns: Columns,
  growth: Growth,
  gradient: number[],
  second: number[][] | undefined,
): number {
  const R = params[0]! + run.x;
  const a = params[2]!;
  const c = 1 / (params[3]! + (run.x + extra - 1));
  const { value, p, pG, pD, pDU, q, qG, qD, qGG, qGD, qDD } = sumsOf(
    run,
    R,
    Math.log(a * c),
    columns,
    growth,
  );
  gradient[0]! += pG;
  gradient[1]! += R * pD;
  gradient[2]! += p / a;
  gradient[3]! -= p * c;
  if (second) {
    addTo(second, 0, 0, qGG);
    addTo(second, 0, 1, R * qGD + pD);
    addTo(second, 1, 1, R * (R * qDD - pDU));
    addTo(second, 0, 2, qG / a);
    addTo(second, 0, 3, -qG * c);
    addTo(second, 1, 2, (R * qD) / a);
    addTo(second, 1, 3, -R * qD * c);
    addTo(second, 2, 2, (q - p) / a / a);
    addTo(second, 2, 3, (-q * c) / a);
    addTo(second, 3, 3, (q + p) * c * c);
  }
  return value;
}

/** A product, of factors between 1 and 2, of which the logarithm is taken before it overflows. */
const largest = 2 ** 1000;

/** A loop over histories and nothing else, which a cell runs before much of it is compiled. */
function sumsOf(
  { from, to }: Run,
  R: number,
  chance: number,
  { times, latest, ends, weights }: Columns,
  { logs, inverses }: Growth,
): Sums {
  let value = 0;
  let product = 1;
  let p = 0;
  let pG = 0;
  let pD = 0;
  let pDU = 0;
  let q = 0;
  let qG = 0;
  let qD = 0;
  let qGG = 0;
  let qGD = 0;
  let qDD = 0;
  for (let i = from; i < to; i++) {
    const t = latest[i]!;
    const T = ends[i]!;
    const weight = weights[i]!;
    const G = logs[T]! - logs[t]!;
    const D = (times[t]! - times[T]!) * inverses[T]! * inverses[t]!;
    const o = chance + R * G;
    const e = Math.exp(o > 0 ? -o : o);
    const odds = 1 + e;
    const share = 1 / odds;
    const dead = weight * (o > 0 ? share : e * share);
    const both = weight * e * share * share;
    // Most have a weight of 1: a logarithm of their product takes the place of one each.
    if (weight === 1) product *= odds;
    else value += weight * Math.log(odds);
    if (product > largest) {
      value += Math.log(product);
      product = 1;
    }
    if (o > 0) value += weight * o;
    p += dead;
    pG += dead * G;
    pD += dead * D;
    pDU += dead * D * (inverses[T]! + inverses[t]!);
    q += both;
    qG += both * G;
    qD += both * D;
    qGG += both * G * G;
    qGD += both * G * D;
    qDD += both * D * D;
  }
  value += Math.log(product);
  return { value, p, pG, pD, pDU, q, qG, qD, qGG, qGD, qDD };
}
