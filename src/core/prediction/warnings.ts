import type { TransactionFit } from "../models/fitTransactions";
import type { Limit } from "../models/limit";
import type { SpendFit } from "../models/gammaGamma";
import type { ModelName } from "../models/models";

const ofLimit: Readonly<Record<Limit, string>> = {
  none: "Nobody seems to drop out, so all count as active: take a longer history.",
  alike: "All seem to drop out at one rate, for which the last two parameters stand: take a longer history.",
  rate: "All seem to buy at one rate, for which r and alpha stand: check that rows are single purchases.",
  ends: "A parameter is at the end of its range, so predictions are unsure: take a longer history.",
};

/** Correlation of frequency and value from which on the spend model's assumption is in doubt. */
const mostCorrelation = 0.3;

/** Half the 90% quantile of χ² with one degree of freedom: a test at 5% of a parameter at the end of its range. */
const leastGain = 1.35277;

/** What a person should know before using a fit, in sentences. */
export function warningsOf(
  model: ModelName,
  { limit, dropoutGain, converged }: TransactionFit,
  spend: SpendFit | undefined,
  together: number | undefined,
): string[] {
  const sentences = [
    limit && ofLimit[limit],
    limit !== "none" &&
      dropoutGain < leastGain &&
      "That anybody drops out may be chance, so P(alive) tells little: watch who is quiet for longer than usual.",
    (!converged || spend?.converged === false) &&
      "The fit did not converge: do not rely on it, check the data with CLV_CHECK.",
    model === "bg/nbd" && "Under bg/nbd one-time buyers are certainly active: use mbg/nbd for risk.",
    !spend && "Amounts are all equal or missing, so spend is not modelled.",
    spend?.isHeld &&
      "Order values vary so much that q would be 1 or less, so their mean is that of the data: check for outliers.",
    spend?.isAtEnd && "A spend parameter is at the end of its range, so order values are unsure.",
    together !== undefined &&
      Math.abs(together) >= mostCorrelation &&
      `Frequency and order value correlate (${together.toFixed(2)}), which the spend model excludes: predict segments apart.`,
  ];
  return sentences.filter((sentence) => typeof sentence === "string");
}
