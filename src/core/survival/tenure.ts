import { ratio } from "../math/ratio";
import { sum } from "../math/sum";
import { refusal } from "../refusal";
import { type Lifetime, type SurvivalStep, kaplanMeier } from "./kaplanMeier";

/** How long lifetimes are, in periods. */
export interface Tenure {
  readonly lost: number;
  /** Mean of what was seen so far, running lifetimes included as they stand. */
  readonly meanSoFar: number;
  /** First time by which half are lost; undefined where it has not come to that. */
  readonly median: number | undefined;
  readonly horizon: number;
  /** Mean lifetime within the horizon: the area under the survival curve. */
  readonly restrictedMean: number;
  /** Lost ÷ time observed; undefined where no time was observed. */
  readonly churn: number | undefined;
}

/** One half, with room for the rounding of a product of shares. */
const half = 0.5 + 1e-12;

/** Sums up lifetimes; the horizon is the longest time observed where it is not given. */
export function tenure(lifetimes: readonly Lifetime[], horizon: number | undefined): Tenure {
  const steps = kaplanMeier(lifetimes, 0.95);
  const last = steps[steps.length - 1]!;
  if (horizon !== undefined && horizon > last.time && last.survival > 0) {
    throw refusal(
      `horizon must be at most the longest time observed (${Number(last.time.toPrecision(6))}), got ${horizon}`,
    );
  }
  const exposure = sum(lifetimes.map(({ time }) => time));
  const lost = lifetimes.filter(({ isLost }) => isLost).length;
  const until = horizon ?? last.time;
  return {
    lost,
    meanSoFar: exposure / lifetimes.length,
    median: steps.find(({ survival }) => survival <= half)?.time,
    horizon: until,
    restrictedMean: areaUnder(steps, until),
    churn: ratio(lost, exposure),
  };
}

function areaUnder(steps: readonly SurvivalStep[], horizon: number): number {
  return sum(
    steps.map(({ time, survival }, index) => {
      const next = steps[index + 1]?.time ?? horizon;
      return survival * Math.max(0, Math.min(next, horizon) - time);
    }),
  );
}
