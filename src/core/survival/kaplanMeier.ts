import { grouped } from "../grouped";
import { normalQuantile } from "../math/normal";

/** A lifetime in periods: the whole of it, or what was seen of it until now. */
export interface Lifetime {
  readonly time: number;
  readonly isLost: boolean;
}

/** The survival curve at one of the times at which a lifetime or an observation ends. */
export interface SurvivalStep {
  readonly time: number;
  /** Customers whose lifetime had not ended and who were still observed just before. */
  readonly atRisk: number;
  readonly lost: number;
  readonly censored: number;
  /** Share of customers who stay longer than this time. */
  readonly survival: number;
  /** Limits of that share; undefined where it is 0, of which the interval says nothing. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/**
 * The estimator of E. Kaplan and P. Meier (1958) with Greenwood's variance and log-log limits (J. Kalbfleisch and
 * R. Prentice), a step at time 0 and at each time at which someone is lost or last seen.
 */
export function kaplanMeier(lifetimes: readonly Lifetime[], confidence: number): SurvivalStep[] {
  const z = normalQuantile((1 + confidence) / 2);
  const ends = grouped(lifetimes, ({ time }) => time);
  if (!ends.has(0)) ends.set(0, []);
  let atRisk = lifetimes.length;
  let survival = 1;
  let variance = 0;
  return Array.from(ends)
    .sort(([a], [b]) => a - b)
    .map(([time, own]) => {
      const lost = own.filter(({ isLost }) => isLost).length;
      survival *= 1 - lost / atRisk;
      variance += lost / (atRisk * (atRisk - lost));
      const censored = own.length - lost;
      const step = { time, atRisk, lost, censored, survival, ...logLogLimits(survival, variance, z) };
      atRisk -= own.length;
      return step;
    });
}

function logLogLimits(survival: number, variance: number, z: number): Pick<SurvivalStep, "low" | "high"> {
  if (survival === 1) return { low: 1, high: 1 };
  if (survival <= 0) return { low: undefined, high: undefined };
  const theta = (z * Math.sqrt(variance)) / Math.log(survival);
  return { low: survival ** Math.exp(-theta), high: survival ** Math.exp(theta) };
}
