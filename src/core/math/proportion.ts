import { normalQuantile } from "./normal";

/** Lower and upper limit of an unknown proportion. */
export interface ProportionInterval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval (1927) for `events` of `trials`, two-sided at this confidence. */
export function wilsonInterval(events: number, trials: number, confidence: number): ProportionInterval {
  const z = normalQuantile((1 + confidence) / 2);
  const share = events / trials;
  const weight = (z * z) / trials;
  const centre = (share + weight / 2) / (1 + weight);
  const half = (z * Math.sqrt((share * (1 - share)) / trials + weight / trials / 4)) / (1 + weight);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Exact one-sided upper limit of a proportion of which no event was seen: (1 − p)^trials = 1 − confidence. */
export const upperLimitWithoutEvents = (trials: number, confidence: number): number =>
  -Math.expm1(Math.log1p(-confidence) / trials);
