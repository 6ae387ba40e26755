import { type Offer, expectedCost, expectedGain, mostToOffer } from "./offer";

/** A customer, the offer it would get, and what that costs. */
export interface Candidate extends Offer {
  readonly customer: string;
  readonly offerCost: number;
}

/** What contacting a customer is expected to bring. */
export interface Priority {
  readonly candidate: Candidate;
  readonly mostToOffer: number;
  readonly gain: number;
  readonly cost: number;
  readonly isContacted: boolean;
  /** Of all who are contacted down to this one; undefined for those who are not. */
  readonly cumulativeGain: number | undefined;
  readonly cumulativeCost: number | undefined;
}

/** Gain for what is spent; a gain that costs nothing comes first. */
const yieldOf = ({ gain, cost }: Pick<Priority, "gain" | "cost">) =>
  cost > 0 ? gain / cost : gain > 0 ? Infinity : 0;

const byName = (a: Candidate, b: Candidate) =>
  a.customer < b.customer ? -1 : a.customer > b.customer ? 1 : 0;

/** What a budget is short of where it is just spent, by how sums are rounded. */
const rounding = 1e-12;

/** Numbers from the highest, infinite ones among them. */
const downwards = (a: number, b: number) => (a === b ? 0 : b - a);

/**
 * Whom to contact: without a budget by gain, everyone who brings one; with one by gain ÷ cost, down to the first who would
 * exceed it.
 */
export function priorities(candidates: readonly Candidate[], budget: number | undefined): Priority[] {
  const known = candidates.map((candidate) => ({
    candidate,
    mostToOffer: mostToOffer(candidate),
    gain: expectedGain(candidate, candidate.offerCost),
    cost: expectedCost(candidate, candidate.offerCost),
  }));
  known.sort(
    (a, b) =>
      (budget === undefined ? 0 : downwards(yieldOf(a), yieldOf(b))) ||
      downwards(a.gain, b.gain) ||
      byName(a.candidate, b.candidate),
  );
  let [gain, cost, isOver] = [0, 0, false];
  return known.map((one): Priority => {
    const pays = one.gain > 0;
    if (pays && budget !== undefined && cost + one.cost > budget * (1 + rounding)) isOver = true;
    if (!pays || isOver)
      return { ...one, isContacted: false, cumulativeGain: undefined, cumulativeCost: undefined };
    gain += one.gain;
    cost += one.cost;
    return { ...one, isContacted: true, cumulativeGain: gain, cumulativeCost: cost };
  });
}
