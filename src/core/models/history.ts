/** What the models need of a customer; all times in one unit, such as weeks. */
export interface History {
  /** Purchase days after the first. */
  readonly x: number;
  /** From the first to the latest purchase. */
  readonly t_x: number;
  /** From the first purchase to the end of the observation. */
  readonly T: number;
}

/** Histories with equal ones as one term with a weight, so that cost grows with distinct histories. */
export interface Histories {
  readonly customers: number;
  readonly x: Float64Array;
  readonly t_x: Float64Array;
  readonly T: Float64Array;
  readonly weight: Float64Array;
  /** Customers with more than i repeat purchases, i = 0, 1, … */
  readonly more: Float64Array;
}

/** The distinct histories in a fixed order, so that the order of the rows changes nothing, and where each went. */
export function collapse(histories: readonly History[]): Histories & { readonly places: Int32Array } {
  const distinct: History[] = [];
  const weights: number[] = [];
  const places = new Int32Array(histories.length);
  const compare = (one: History, other: History) => one.x - other.x || one.T - other.T || one.t_x - other.t_x;
  const order = histories.map((_, index) => index).sort((i, j) => compare(histories[i]!, histories[j]!));
  for (const index of order) {
    const last = distinct.length - 1;
    const isNew = last < 0 || compare(distinct[last]!, histories[index]!) !== 0;
    if (isNew) distinct.push(histories[index]!);
    places[index] = distinct.length - 1;
    weights[places[index]] = (isNew ? 0 : weights[last]!) + 1;
  }
  return { ...weighted(distinct, weights), places };
}

function weighted(histories: readonly History[], weights: readonly number[]): Histories {
  const most = histories.reduce((max, { x }) => Math.max(max, x), 0);
  const more = new Float64Array(most);
  let customers = 0;
  histories.forEach(({ x }, index) => {
    customers += weights[index]!;
    if (x > 0) more[x - 1]! += weights[index]!;
  });
  for (let i = most - 2; i >= 0; i--) more[i]! += more[i + 1]!;
  return {
    customers,
    x: Float64Array.from(histories, ({ x }) => x),
    t_x: Float64Array.from(histories, ({ t_x }) => t_x),
    T: Float64Array.from(histories, ({ T }) => T),
    weight: Float64Array.from(weights),
    more,
  };
}

/** The same with times in another unit, and only every n-th history where a sample is enough. */
export function rescaled({ x, t_x, T, weight }: Histories, unit: number, every = 1): Histories {
  const kept: History[] = [];
  const weights: number[] = [];
  for (let index = 0; index < x.length; index += every) {
    kept.push({ x: x[index]!, t_x: t_x[index]! / unit, T: T[index]! / unit });
    weights.push(weight[index]!);
  }
  return weighted(kept, weights);
}
