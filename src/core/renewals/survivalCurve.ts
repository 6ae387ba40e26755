import { sum } from "../math/sum";
import { times } from "../math/times";
import type { SurvivalStep } from "../survival/kaplanMeier";
import type { Renewals } from "./cohorts";

type Step = Pick<SurvivalStep, "time" | "atRisk" | "censored" | "survival">;

/**
 * What a survival curve says of each whole period: the share lost in it by the curve, of the customers seen at its
 * start less half of those last seen within it (the effective number at risk of the life table). So a period weighs by
 * the customers seen in it, and who was last seen in the middle of one counts neither as lost nor as kept. A last
 * period that nobody was seen through is left out.
 */
export function renewalsOfCurve(steps: readonly Step[]): Renewals {
  const last = Math.floor(steps[steps.length - 1]!.time);
  const survival = [1];
  let next = 0;
  for (let period = 0; period <= last; period++) {
    while (next < steps.length && steps[next]!.time <= period) next++;
    survival[period] = next === 0 ? 1 : steps[next - 1]!.survival;
  }
  const seen = times(last, (start) => {
    if (survival[start] === 0) return 0;
    const later = steps.filter(({ time }) => time > start);
    const within = later.filter(({ time }) => time < start + 1);
    return later[0]!.atRisk - sum(within.map(({ censored }) => censored)) / 2;
  });
  const share = (start: number) => survival[start + 1]! / (survival[start]! || 1);
  return {
    lost: seen.map((customers, start) => customers * (1 - share(start))),
    kept: seen.map((customers, start) => customers * share(start)),
    survival,
  };
}
