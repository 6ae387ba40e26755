import type { Limit, TransactionFit } from "../models/fitTransactions";
import type { SpendFit } from "../models/gammaGamma";
import type { ModelName } from "../models/models";

const ofLimit: Readonly<Record<Limit, string>> = {
  none: "No dropping out shows in these data, so every customer counts as active: take a longer history.",
  alike:
    "All customers drop out at one rate as far as these data tell, and the last two parameters stand for that limit: take a longer history.",
  rate: "All customers buy at one rate as far as these data tell, and r and alpha stand for that limit: check that the rows are single purchases.",
  ends: "A parameter went to the end of its range, so predictions are unsure: take a longer history.",
};

/** Correlation of frequency and value from which on the spend model's assumption is in doubt. */
const mostCorrelation = 0.3;

/** What a person should know before using a fit, in sentences. */
export function warningsOf(
  model: ModelName,
  { limit, converged }: TransactionFit,
  spend: SpendFit | undefined,
  together: number | undefined,
): string[] {
  const isCorrelated = together !== undefined && Math.abs(together) >= mostCorrelation;
  return [
    limit ? ofLimit[limit] : "",
    converged && spend?.converged !== false
      ? ""
      : "The fit did not converge: do not rely on it, and check the data with CLV_CHECK.",
    model === "bg/nbd" ? "Under bg/nbd one-time buyers are certainly active: use mbg/nbd for risk." : "",
    spend ? "" : "Amounts are all equal or missing, so spend is not modelled.",
    spend?.isHeld
      ? "Order values vary so much that q would be 1 or less and their mean without bound: the mean of the data is used, so check for outliers."
      : "",
    spend?.isAtEnd ? "A spend parameter went to the end of its range: expected order values are unsure." : "",
    isCorrelated
      ? `Frequency and order value are correlated (${together.toFixed(2)}), which the spend model excludes: predict segments apart.`
      : "",
  ].filter(Boolean);
}
