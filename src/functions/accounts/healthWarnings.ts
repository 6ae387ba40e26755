import { type HealthFit } from "../../core/health/fit";
import { counted, percent } from "../../sheet/words";
import { notConverged } from "./healthBlock";

/** Of those who left, or who stayed where they are fewer, below which a fit is a first impression. */
const few = 20;
/** Of the same for each metric, below which coefficients are mostly chance. */
const fewForEach = 10;
/** How well metrics have to tell others apart: 0.5 is a coin. */
const leastAuc = 0.6;

/** Rows that were not learnt from. */
export interface LeftOut {
  readonly withoutMetric: number;
  readonly withoutChurned: number;
}

const named = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
const verb = (names: readonly unknown[], one: string, several: string) =>
  names.length === 1 ? one : several;

/** What is to be known before the fit is relied on, a sentence each. */
export function healthWarnings(fit: HealthFit, { withoutMetric, withoutChurned }: LeftOut): string[] {
  const stayed = fit.customers - fit.left;
  const [fewer, what] = fit.left <= stayed ? [fit.left, "left"] : [stayed, "stayed"];
  const used = fit.coefficients.filter(({ value }) => value !== undefined).length;
  const { constant, repeated, nearlyRepeated, missing, crossValidatedAuc } = fit;
  const sentences = [
    !fit.hasConverged && notConverged,
    fewer < few && `Only ${fewer} ${what}: below ${few} this is a first impression.`,
    used > 0 &&
      fewer < fewForEach * used &&
      `Only ${fewer} ${what} for ${counted(used, "metric")}: with fewer than ${fewForEach} each, use fewer metrics.`,
    constant.length > 0 &&
      `${named(constant)} ${verb(constant, "is", "are")} the same for everyone, so ${verb(constant, "it says", "they say")} nothing.`,
    repeated.length > 0 &&
      `${named(repeated)} ${verb(repeated, "follows", "follow")} from the other metrics, so ${verb(repeated, "it is", "they are")} left out.`,
    nearlyRepeated.length > 0 &&
      `${named(nearlyRepeated)} nearly ${verb(nearlyRepeated, "repeats", "repeat")} the other metrics: their effects cannot be told apart.`,
    ...missing.map(
      ({ name, count }) =>
        `${named([name])} is blank for ${counted(count, "customer")} (${percent(count / fit.customers)}), who count as the mean.`,
    ),
    withoutMetric > 0 &&
      `${counted(withoutMetric, "row")} without any metric ${withoutMetric === 1 ? "is" : "are"} left out.`,
    withoutChurned > 0 &&
      `${counted(withoutChurned, "row")} with a blank in churned ${withoutChurned === 1 ? "is" : "are"} left out.`,
    crossValidatedAuc === undefined && `Too few rows to hold any out, so nothing is cross-validated.`,
    crossValidatedAuc !== undefined &&
      crossValidatedAuc < leastAuc &&
      "Barely better than chance: the metrics hardly predict who leaves.",
  ];
  return sentences.filter((sentence) => sentence !== false);
}
