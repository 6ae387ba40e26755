import { farthest } from "../math/minimize";
import type { Parameters } from "./nbd";

/**
 * "none": the likelihood is highest without any dropping out; "alike": with the same chance of it for all customers;
 * "ends": with some who drop out at once and others who never do; "rate": with the same purchase rate for all customers;
 * "few": with hardly anyone who buys again at all.
 */
export type Limit = "none" | "alike" | "ends" | "rate" | "few";

/** Whether a limit is one of the purchase rates, the first two parameters, or of dropping out, the last two. */
const isOfRates = (limit: Limit): boolean => limit === "rate" || limit === "few";

/** Whether parameter `k` stands for a limit. */
export const isHeld = (limits: readonly Limit[], k: number): boolean =>
  limits.some((limit) => isOfRates(limit) === k < 2);

/** Whether the last parameter of a model is in units of time. */
export type UnitOfLast = "time" | "none";

/**
 * How far down the logarithms of the parameters of dropping out lie within the range, time in units of the longest
 * observation. A rate has maxima as far down as e^−55: they say that a share of customers leaves at once.
 */
export const deepest: Readonly<Record<UnitOfLast, number>> = { none: farthest, time: 90 };

/** Whether the logarithm of parameter `k` has left its range. */
export const isOutside =
  (unitOfLast: UnitOfLast) =>
  (value: number, k: number): boolean =>
    value > farthest || value < -(k < 2 ? farthest : deepest[unitOfLast]);

/** The limits for which parameters stand, times in units of the longest observation; none inside the range. */
export function limitsOf(params: Parameters, unitOfLast: UnitOfLast): Limit[] {
  const logs = params.map(Math.log);
  const isNone = logs[2] === -Infinity;
  const away = logs.map((log, k) => !(isNone && k > 1) && isOutside(unitOfLast)(log, k));
  const isAway = (ks: readonly number[], side: 1 | -1) => ks.some((k) => away[k] && logs[k]! * side > 0);
  const [rates, dropout] = [
    [0, 1],
    [2, 3],
  ] as const;
  const all: Record<Limit, boolean> = {
    none: isNone,
    alike: isAway(dropout, 1),
    ends: isAway(dropout, -1),
    rate: isAway(rates, 1),
    few: isAway(rates, -1),
  };
  return (Object.keys(all) as Limit[]).filter((limit) => all[limit]);
}
