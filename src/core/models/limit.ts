import { farthest } from "../math/minimize";
import type { Parameters } from "./nbd";

/**
 * "none": the likelihood is highest without any dropping out; "alike": with the same chance of it for all customers;
 * "rate": with the same purchase rate for all customers; "ends": with some who drop out at once and others who never do.
 */
export type Limit = "none" | "alike" | "rate" | "ends";

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

/** The limit for which parameters stand, times in units of the longest observation; undefined inside the range. */
export function limitOf(params: Parameters, unitOfLast: UnitOfLast): Limit | undefined {
  const logs = params.map(Math.log);
  if (logs[2] === -Infinity) return "none";
  const away = logs.map(isOutside(unitOfLast));
  if (logs[3]! > 0 && away[3]) return "alike";
  if (logs[1]! > 0 && away[1]) return "rate";
  return away.includes(true) ? "ends" : undefined;
}
