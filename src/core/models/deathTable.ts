import { most } from "../math/extremes";
import type { Run } from "./columns";
import { addNode, addShifted, beyond, eachNode, fallOfAll, momentCount } from "./deathMoments";

/** ln(1 + t ÷ α) and ln(1 + t ÷ β) of each time. */
export interface Growth {
  readonly ofA: Float64Array;
  readonly ofB: Float64Array;
}

/** Nodes between each time and the next one, and where those of a time begin; `weight` is without e^(−R A). */
interface Nodes {
  readonly begins: Int32Array;
  readonly A: readonly number[];
  readonly B: readonly number[];
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly weight: readonly number[];
}

/** A table of moments from each time to the last one, for one x after the other. */
export interface DeathTable {
  readonly params: readonly number[];
  readonly growth: Growth;
  readonly nodes: Nodes;
  readonly sums: Float64Array;
  /** The largest R for which the nodes are exact. */
  readonly mostR: number;
}

/** Share of all times that a run must have as histories, so that a table costs less than integrals of their own. */
const leastShare = 1 / 12;
/** What is left of a moment when a later one is taken off, below which too many digits are lost. */
const leastLeft = 1e-5;

const isLong = ({ from, to }: Run, times: Float64Array) => to - from > times.length * leastShare;

/** The table that serves the long runs; a run of which the weight falls too far between two times is not served. */
export function deathTable(
  params: readonly number[],
  times: Float64Array,
  runs: readonly Run[],
): DeathTable | undefined {
  const [r, alpha, s, beta] = params as [number, number, number, number];
  const growth: Growth = {
    ofA: times.map((time) => Math.log1p(time / alpha)),
    ofB: times.map((time) => Math.log1p(time / beta)),
  };
  const widest = (logs: Float64Array) =>
    logs.reduce((wide, log, d) => (d > 0 ? Math.max(wide, log - logs[d - 1]!) : wide), 0);
  const steepest = (fallOfAll - s * widest(growth.ofB)) / widest(growth.ofA);
  const mostR = r + most(runs.filter((run) => isLong(run, times) && r + run.x <= steepest).map(({ x }) => x));
  if (mostR === -Infinity) return undefined;
  const sums = new Float64Array(times.length * momentCount);
  return { params, growth, nodes: nodesOf(params, times, mostR), sums, mostR };
}

export const isServed = ({ params, growth, mostR }: DeathTable, run: Run): boolean =>
  params[0]! + run.x <= mostR && run.to - run.from > growth.ofA.length * leastShare;

function nodesOf([, alpha, s, beta]: readonly number[], times: Float64Array, mostR: number): Nodes {
  const begins = new Int32Array(times.length);
  const [A, B, p, q, weight]: number[][] = [[], [], [], [], []];
  const last = times[times.length - 1]!;
  for (let d = 0; d + 1 < times.length; d++) {
    begins[d] = weight!.length;
    const ofA = alpha! + times[d]!;
    const ofB = beta! + times[d]!;
    eachNode(ofA, ofB, mostR, s!, times[d + 1]! - times[d]!, (grown, width) => {
      const ownB = Math.log1p(grown / ofB);
      const left = last - times[d]! - grown;
      A!.push(Math.log1p(grown / ofA));
      B!.push(ownB);
      p!.push(beyond(ofA, grown, left));
      q!.push(beyond(ofB, grown, left));
      weight!.push((width * Math.exp(-s! * ownB)) / (ofB + grown));
      return 0;
    });
  }
  begins[times.length - 1] = weight!.length;
  return { begins, A: A!, B: B!, p: p!, q: q!, weight: weight! };
}

/**
 * Fills the table for an R. Moments add up over u, so that those from t on are
 *
 *   S(t) = own stretch + ρ × those from the next time on, shifted,  ρ = e^(−R a − s b) ≤ 1,
 *
 * a and b being the A and B of the next time. Nothing overflows, little cancels, and no history needs a node of its own.
 */
export function fillTable({ params, growth, nodes, sums }: DeathTable, R: number): void {
  const { ofA, ofB } = growth;
  const { begins, A, B, p, q, weight } = nodes;
  sums.fill(0);
  for (let d = ofA.length - 2; d >= 0; d--) {
    const at = d * momentCount;
    for (let node = begins[d]!; node < begins[d + 1]!; node++)
      addNode(sums, at, weight[node]! * Math.exp(-R * A[node]!), A[node]!, B[node]!, p[node]!, q[node]!);
    const a = ofA[d + 1]! - ofA[d]!;
    const b = ofB[d + 1]! - ofB[d]!;
    addShifted(sums, at, Math.exp(-R * a - params[2]! * b), sums, at + momentCount, a, b);
  }
}

/** The moments from one place to a later one: the difference of two rows. False where too few digits of it are left. */
export function momentsBetween(
  { params, growth: { ofA, ofB }, sums }: DeathTable,
  R: number,
  from: number,
  to: number,
  moments: Float64Array,
): boolean {
  const at = from * momentCount;
  for (let k = 0; k < momentCount; k++) moments[k] = sums[at + k]!;
  const a = ofA[to]! - ofA[from]!;
  const b = ofB[to]! - ofB[from]!;
  addShifted(moments, 0, -Math.exp(-R * a - params[2]! * b), sums, to * momentCount, a, b);
  return moments[0]! > leastLeft * sums[at]!;
}
