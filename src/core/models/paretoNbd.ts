import { writeOddsSince } from "./death";
import { mbgNbd } from "./mbgNbd";
import { eachOdds, paretoTotal } from "./paretoLikelihood";
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

/** Where |κy| is below this, ∫ v e^(κv) dv is summed as a series, whose terms fall as (κy)ʲ ÷ j!. */
const small = 0.3;

/**
 * Derivatives of that by s and β. With c = β+T, κ = 1−s and y = ln(1 + t ÷ c) it is c F, F = ∫ e^(κv) dv from 0 to y: by s
 * it changes by −c ∫ v e^(κv) dv, by β by F − e^(κy) t ÷ (c+t).
 */
function activeTimeSlopes(s: number, beta: number, T: number, horizon: number, active: number) {
  const c = beta + T;
  const kappa = 1 - s;
  const y = Math.log1p(horizon / c);
  const power = Math.exp(kappa * y);
  const F = active / c;
  let moment = 0;
  if (Math.abs(kappa * y) < small)
    for (let j = 0, term = y * y; j < 16; j++, term *= (kappa * y) / j) moment += term / (j + 2);
  else moment = (y * power - F) / kappa;
  return [-c * moment, F - (power * horizon) / (c + horizon)] as const;
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
  writeOdds: writeOddsSince,
  eachOdds(params, { columns }, visit) {
    if (params[2]! > 0) eachOdds(params, columns, visit);
  },
  unitOfLast: "time",
  // With s and beta going to 0 a share drops out at once and the others never: the MBG/NBD with a and b going to 0.
  ends: {
    total: mbgNbd.total,
    last: -20,
    standIn: ([r, alpha, a, b]) => [r, alpha, Math.log1p(a / b) / endless, Math.exp(-endless)],
  },
  expectedIfAlive([r, alpha, s, beta], { x, T }, horizon, slopes) {
    const rate = (r + x) / (alpha + T);
    const active = activeTime(s, beta, T, horizon);
    if (slopes) {
      const [byS, byBeta] = activeTimeSlopes(s, beta, T, horizon, active);
      [slopes[0], slopes[1]] = [active / (alpha + T), (-rate * active) / (alpha + T)];
      [slopes[2], slopes[3]] = [rate * byS, rate * byBeta];
    }
    return rate * active;
  },
  expectedPurchasesNew: ([r, alpha, s, beta], horizon) => (r / alpha) * activeTime(s, beta, 0, horizon),
});
