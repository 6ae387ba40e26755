import type { Histories, History } from "./history";
import { logistic, softplus } from "./nbd";
import { expectedBeforeDropout } from "./betaPurchases";
import { type TransactionModel, transactionModel } from "./transactionModel";

/**
 * The log of the odds that a customer has dropped out since the latest purchase:
 * a ÷ (b + n − 1) · ((α+T) ÷ (α+t_x))^(r+x), where n are the chances to drop out that the customer let pass.
 */
function deadOdds([r, alpha, a, b]: readonly number[], n: number, x: number, t_x: number, T: number): number {
  if (n === 0 || a === 0) return -Infinity;
  return Math.log(a! / (b! + n - 1)) + (r! + x) * Math.log1p((T - t_x) / (alpha! + t_x));
}

/**
 * Dropping out with probability p, beta-distributed over customers with parameters `a` and `b`, at certain chances: after
 * each repeat purchase (`extra` 0, BG/NBD), or after the first purchase as well (`extra` 1, MBG/NBD).
 */
export function betaDropout(name: string, extra: 0 | 1): TransactionModel {
  function dropout(params: readonly number[], histories: Histories, gradient: number[]): number {
    const [r, alpha, a, b] = params as [number, number, number, number];
    const { customers, x, t_x, T, weight, more } = histories;
    let value = 0;
    // ln[B(a, b+n) ÷ B(a, b)] is a sum over the chances let pass, each once for all customers who had it.
    for (let i = 0; i < more.length + extra; i++) {
      const count = i < extra ? customers : more[i - extra]!;
      value -= count * Math.log1p(a / (b + i));
      gradient[2]! -= count / (a + b + i);
      gradient[3]! += (count * (a / (b + i))) / (a + b + i);
    }
    for (let index = 0; index < x.length; index++) {
      const times = x[index]!;
      const n = times + extra;
      const odds = deadOdds(params, n, times, t_x[index]!, T[index]!);
      if (odds === -Infinity) continue;
      const dead = weight[index]! * logistic(odds);
      value += weight[index]! * softplus(odds);
      const [until, all] = [alpha + t_x[index]!, alpha + T[index]!];
      gradient[0]! += dead * Math.log1p((T[index]! - t_x[index]!) / until);
      gradient[1]! += (dead * (r + times) * (t_x[index]! - T[index]!)) / (until * all);
      gradient[2]! += dead / a;
      gradient[3]! -= dead / (b + n - 1);
    }
    return value;
  }

  return transactionModel({
    name,
    parameterNames: ["r", "alpha", "a", "b"],
    dropout,
    unitOfLast: "none",
    probabilityAlive: (params, { x, t_x, T }) => logistic(-deadOdds(params, x + extra, x, t_x, T)),
    expectedIfAlive: ([r, alpha, a, b], { x, T }: History, horizon) =>
      expectedBeforeDropout(r + x, horizon / (alpha + T), a, b + x + extra),
    // The MBG/NBD counts a chance to drop out before the first repeat purchase.
    expectedPurchasesNew: ([r, alpha, a, b], horizon) =>
      (extra === 0 ? 1 : b / (a + b)) * expectedBeforeDropout(r, horizon / alpha, a, b + extra),
  });
}
