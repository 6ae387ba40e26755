/** A customer who may leave, and an offer that may keep it. */
export interface Offer {
  /** What the customer is worth if it stays. */
  readonly value: number;
  readonly churnProbability: number;
  /** Of those who would leave, the share whom the offer keeps. */
  readonly successRate: number;
  /** Of those who would stay anyway, the share who take the offer too. */
  readonly takenByStayers: number;
  /** Paid for every customer who is contacted. */
  readonly contactCost: number;
}

/** The share of customers like this one who take the offer: those it keeps, and those who would have stayed. */
const takers = ({ churnProbability: p, successRate, takenByStayers }: Offer) =>
  p * successRate + (1 - p) * takenByStayers;

const saved = ({ churnProbability, successRate, value }: Offer) => churnProbability * successRate * value;

/**
 * What an offer of this cost is expected to bring: p·γ·(V − δ) − (1 − p)·ψ·δ − f (Neslin et al. 2006, whose ψ is 1:
 * nobody refuses a present).
 */
export const expectedGain = (offer: Offer, cost: number): number =>
  saved(offer) - takers(offer) * cost - offer.contactCost;

/** What it is expected to cost: (p·γ + (1 − p)·ψ)·δ + f. */
export const expectedCost = (offer: Offer, cost: number): number => takers(offer) * cost + offer.contactCost;

/** The cost of the offer at which it brings nothing; 0 where not even the contact pays. */
export function mostToOffer(offer: Offer): number {
  const left = saved(offer) - offer.contactCost;
  return left > 0 ? left / takers(offer) : 0;
}
