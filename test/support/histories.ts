import type { SpendParameters } from "../../src/core/models/gammaGamma";
import type { History } from "../../src/core/models/history";
import type { CustomerHistory } from "../../src/core/purchases/history";
import { seeded } from "./orders";

/** Normal, gamma and beta variables from uniform ones (Box–Muller; Marsaglia and Tsang 2000, ACM TOMS 26). */
export function chance(seed: number) {
  const uniform = seeded(seed);
  const open = () => uniform() + 2 ** -33;
  const normal = () => Math.sqrt(-2 * Math.log(open())) * Math.cos(2 * Math.PI * uniform());
  const exponential = (rate: number) => -Math.log(open()) / rate;
  function gamma(shape: number, rate: number): number {
    if (shape < 1) return gamma(shape + 1, rate) * open() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const z = normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(open()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return (d * v) / rate;
    }
  }
  function beta(a: number, b: number): number {
    const x = gamma(a, 1);
    return x / (x + gamma(b, 1));
  }
  return { uniform, exponential, gamma, beta };
}

/** The weeks of the repeat purchases of one customer up to week T. */
type Purchases = (random: ReturnType<typeof chance>, T: number) => number[];

export const simulators: Record<string, (params: readonly number[]) => Purchases> = {
  "bg/nbd": (params) => betaPurchases(params, false),
  "mbg/nbd": (params) => betaPurchases(params, true),
  "pareto/nbd":
    ([r, alpha, s, beta]) =>
    (random, T) => {
      const rate = random.gamma(r!, alpha!);
      const end = Math.min(T, random.exponential(random.gamma(s!, beta!)));
      const times: number[] = [];
      for (let t = random.exponential(rate); t < end; t += random.exponential(rate)) times.push(t);
      return times;
    },
};

function betaPurchases([r, alpha, a, b]: readonly number[], mayLeaveAtOnce: boolean): Purchases {
  return (random, T) => {
    const rate = random.gamma(r!, alpha!);
    const p = random.beta(a!, b!);
    const times: number[] = [];
    if (mayLeaveAtOnce && random.uniform() < p) return times;
    for (let t = random.exponential(rate); t < T; t += random.exponential(rate)) {
      times.push(t);
      if (random.uniform() < p) break;
    }
    return times;
  };
}

/** Weeks from the first purchase to the end, and the days of the repeat purchases after it, of one customer. */
type Simulated = { readonly T: number; readonly days: readonly number[] };

/** Customers acquired over the first half of `weeks`, their purchases at the exact time or, as orders are, on its day. */
function* simulatedDays(
  model: string,
  params: readonly number[],
  { customers, weeks = 78, seed = 1, byDay = false }: Sample,
): Generator<Simulated> {
  const random = chance(seed);
  const purchases = simulators[model]!(params);
  for (let index = 0; index < customers; index++) {
    const T = weeks - Math.floor((random.uniform() * weeks * 7) / 2) / 7;
    const days = purchases(random, T).map((time) => time * 7);
    yield { T, days: byDay ? Array.from(new Set(days.map(Math.floor))).filter((day) => day > 0) : days };
  }
}

export interface Sample {
  readonly customers: number;
  readonly weeks?: number;
  readonly seed?: number;
  readonly byDay?: boolean;
}

/** What the models need of simulated customers. */
export const simulated = (
  model: string,
  params: readonly number[],
  customers: number,
  weeks = 78,
  seed = 1,
  byDay = false,
): History[] =>
  Array.from(simulatedDays(model, params, { customers, weeks, seed, byDay }), ({ T, days }) => ({
    x: days.length,
    t_x: (days[days.length - 1] ?? 0) / 7,
    T,
  }));

/** The same customers with days counted from the start of `weeks`, and amounts that are gamma–gamma. */
export function simulatedHistories(
  model: string,
  params: readonly number[],
  [p, q, v]: SpendParameters,
  sample: Sample,
): CustomerHistory[] {
  const random = chance((sample.seed ?? 1) + 1e6);
  const { weeks = 78 } = sample;
  return Array.from(simulatedDays(model, params, sample), ({ T, days }, index) => {
    const first = Math.round((weeks - T) * 7);
    const rate = random.gamma(q, v);
    const purchaseDays = [first, ...days.map((day) => first + day)];
    const amounts = purchaseDays.map(() => random.gamma(p, rate));
    return { customer: `C${index}`, days: purchaseDays, amounts, purchaseDays, purchaseAmounts: amounts };
  });
}

/** Order rows of simulated customers, amounts gamma–gamma: p 6, q 4, v 15. */
export function simulatedOrders(
  model: string,
  params: readonly number[],
  customers: number,
  weeks = 52,
  seed = 1,
) {
  const random = chance(seed);
  const purchases = simulators[model]!(params);
  const start = Date.UTC(2025, 0, 1);
  const rows = Array.from({ length: customers }, (_, index) => {
    const first = Math.floor((random.uniform() * weeks * 7) / 2);
    const scale = random.gamma(4, 15);
    return [0, ...purchases(random, weeks - first / 7)].map((time) => ({
      customer: `C${index + 1}`,
      date: new Date(start + Math.floor(first + time * 7) * 86_400_000),
      amount: Math.round(random.gamma(6, scale) * 100) / 100,
    }));
  }).flat();
  return {
    customer: rows.map((row) => [row.customer]),
    date: rows.map((row) => [row.date]),
    amount: rows.map((row) => [row.amount]),
  };
}
