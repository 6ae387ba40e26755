import { betaTotal } from "./betaLikelihood";
import type { History } from "./history";
import { expectedBeforeDropout } from "./betaPurchases";
import { type DeadOdds, type TransactionModel, transactionModel } from "./transactionModel";

/**
 * Dropping out with probability p, beta-distributed over customers with parameters `a` and `b`, at certain chances: after
 * each repeat purchase (`extra` 0, BG/NBD), or after the first purchase as well (`extra` 1, MBG/NBD).
 */
export function betaDropout(name: string, extra: 0 | 1): TransactionModel {
  /** The odds of having dropped out at the latest purchase: a ÷ (b + n − 1) · ((α+T) ÷ (α+t_x))^(r+x). */
  function writeOdds([r, alpha, a, b]: readonly number[], x: number, t_x: number, T: number, odds: DeadOdds) {
    const n = x + extra;
    if (n === 0 || a === 0) return;
    const until = alpha! + t_x;
    const growth = Math.log1p((T - t_x) / until);
    odds[0] = Math.log(a! / (b! + (n - 1))) + (r! + x) * growth;
    odds[1] = growth;
    odds[2] = ((r! + x) * (t_x - T)) / (until * (alpha! + T));
    odds[3] = 1 / a!;
    odds[4] = -1 / (b! + (n - 1));
  }

  return transactionModel({
    name,
    parameterNames: ["r", "alpha", "a", "b"],
    total: betaTotal(extra),
    writeOdds,
    unitOfLast: "none",
    expectedIfAlive([r, alpha, a, b], { x, T }: History, horizon, slopes) {
      const w = horizon / (alpha + T);
      const value = expectedBeforeDropout(r + x, w, a, b + x + extra, slopes);
      if (slopes) slopes[1]! *= -w / (alpha + T);
      return value;
    },
    // The MBG/NBD counts a chance to drop out before the first repeat purchase.
    expectedPurchasesNew: ([r, alpha, a, b], horizon) =>
      (extra === 0 ? 1 : b / (a + b)) * expectedBeforeDropout(r, horizon / alpha, a, b + extra),
  });
}
