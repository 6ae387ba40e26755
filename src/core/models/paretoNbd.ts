import { oddsSince } from "./death";
import { mbgNbd } from "./mbgNbd";
import { paretoTotal } from "./paretoLikelihood";
import { transactionModel } from "./transactionModel";

/** (e^y − 1) ÷ y, which is 1 at y = 0. */
const relativeGrowth = (y: number) => (y === 0 ? 1 : Math.expm1(y) / y);

/**
 * ∫ ((β+T) ÷ (β+T+u))^s du over the horizon: (β+T) ÷ (s−1) · [1 − ((β+T) ÷ (β+T+t))^(s−1)], and the logarithm that this
 * becomes at s = 1.
 */
function activeTime(s: number, beta: number, T: number, horizon: number): number {
  const growth = Math.log1p(horizon / (beta + T));
  return (beta + T) * growth * relativeGrowth((1 - s) * growth);
}

/** ln((β + T) ÷ β) of the longest T where s and beta stand for dropping out at once or never. */
const endless = 600;

/**
 * Pareto/NBD: a customer drops out at a rate μ, gamma-distributed over customers with shape `s` and rate `beta` (in
 * units of time). D. Schmittlein, D. Morrison, R. Colombo (1987), Management Science 33(1); the likelihood as an integral
 * over the time of dropping out: P. Fader, B. Hardie (2005), "A Note on Deriving the Pareto/NBD Model", equation 12.
 */
export const paretoNbd = transactionModel({
  name: "pareto/nbd",
  parameterNames: ["r", "alpha", "s", "beta"],
  total: paretoTotal,
  writeOdds(params, x, t_x, T, odds) {
    const own = oddsSince(params, x, t_x, T);
    if (!own) return;
    odds.log = own[0]!;
    for (let k = 0; k < 4; k++) odds.slopes[k] = own[1 + k]!;
  },
  unitOfLast: "time",
  // With s and beta going to 0 a share drops out at once and the others never: the MBG/NBD with a and b going to 0.
  ends: {
    total: mbgNbd.total,
    last: -20,
    standIn: ([r, alpha, a, b]) => [r, alpha, Math.log1p(a / b) / endless, Math.exp(-endless)],
  },
  expectedIfAlive: ([r, alpha, s, beta], { x, T }, horizon) =>
    ((r + x) / (alpha + T)) * activeTime(s, beta, T, horizon),
  expectedPurchasesNew: ([r, alpha, s, beta], horizon) => (r / alpha) * activeTime(s, beta, 0, horizon),
});
