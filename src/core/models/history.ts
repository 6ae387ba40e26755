/** What the models need of a customer; all times in one unit, such as weeks. */
export interface History {
  /** Purchase days after the first. */
  readonly x: number;
  /** From the first to the latest purchase. */
  readonly t_x: number;
  /** From the first purchase to the end of the observation. */
  readonly T: number;
}

/** A history and the number of customers who have it. */
export interface WeightedHistory extends History {
  readonly weight: number;
}

/** Histories with equal ones as one term with a weight, so that cost grows with distinct histories. */
export interface Histories {
  readonly customers: number;
  readonly distinct: readonly WeightedHistory[];
  /** Customers with more than i repeat purchases, i = 0, 1, … */
  readonly more: readonly number[];
}

/** The distinct histories in a fixed order, so that the order of the rows changes nothing, and where each went. */
export function collapse(histories: readonly History[]): Histories & { readonly places: Int32Array } {
  const distinct: { x: number; t_x: number; T: number; weight: number }[] = [];
  const places = new Int32Array(histories.length);
  const compare = (one: History, other: History) => one.x - other.x || one.T - other.T || one.t_x - other.t_x;
  const order = histories.map((_, index) => index).sort((i, j) => compare(histories[i]!, histories[j]!));
  for (const index of order) {
    const { x, t_x, T } = histories[index]!;
    const last = distinct[distinct.length - 1];
    if (last && compare(last, histories[index]!) === 0) last.weight++;
    else distinct.push({ x, t_x, T, weight: 1 });
    places[index] = distinct.length - 1;
  }
  return { ...counted(distinct), places };
}

/** Distinct histories with what follows from them. */
export function counted(distinct: readonly WeightedHistory[]): Histories {
  const most = distinct.reduce((max, { x }) => Math.max(max, x), 0);
  const more = Array.from({ length: most }, () => 0);
  for (const { x, weight } of distinct) if (x > 0) more[x - 1]! += weight;
  for (let i = most - 2; i >= 0; i--) more[i]! += more[i + 1]!;
  return { customers: distinct.reduce((total, { weight }) => total + weight, 0), distinct, more };
}

/** The same with times in another unit, and only every n-th history where a sample is enough. */
export const rescaled = ({ distinct }: Histories, unit: number, every = 1): Histories =>
  counted(
    distinct
      .filter((_, index) => index % every === 0)
      .map(({ x, t_x, T, weight }) => ({ x, t_x: t_x / unit, T: T / unit, weight })),
  );

/** The longest observation of all. */
export const longestOf = ({ distinct }: Histories): number =>
  distinct.reduce((longest, { T }) => Math.max(longest, T), 0);
