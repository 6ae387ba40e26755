import { expectedSpend } from "../models/gammaGamma";
import type { History } from "../models/history";
import { models } from "../models/models";
import type { Spend } from "../models/spendLikelihood";
import { type Horizon, type Orders, discounting } from "./discounting";
import type { Fit } from "./fit";

/** How far ahead, at which discount a year, and which share of revenue counts. */
export interface Terms extends Horizon {
  readonly margin: number;
}

/** Orders within the horizon of an active customer, by the history. */
export function ordersIfAlive(
  fit: Fit,
  horizon: Horizon,
  within = discounting(horizon, fit.period),
): (history: History) => Orders {
  const { expectedIfAlive } = models[fit.model];
  return (history) => within((time) => expectedIfAlive(fit.params, history, time));
}

/** What an order is worth of a customer with such repeat orders; undefined where the fit does not say. */
export const orderValueOf = ({ spend, repeatOrderValue }: Fit, own: Spend): number | undefined =>
  spend ? expectedSpend(spend, own) : repeatOrderValue;

/** What is expected of a customer who is active with such a chance, and how much more it would be if that were certain. */
export function valueOf(
  alive: number,
  ifAlive: Orders,
  orderValue: number,
  { margin }: Terms,
): { readonly value: number; readonly atRisk: number } {
  const certain = ifAlive.discounted * orderValue * margin;
  return { value: alive * certain, atRisk: (1 - alive) * certain };
}
