import { sum } from "../math/sum";
import type { Renewals } from "./cohorts";
import { type Curve, lossExponent } from "./curve";
import { maximise } from "./maximise";

export const renewalModels = ["geometric", "sbg", "bdw"] as const;
export type RenewalModel = (typeof renewalModels)[number];

/** What the likelihood points to where it has no maximum at finite parameters, or no single one. */
export type Limit = "nobody lost" | "nobody kept" | "one loss" | "few renewals" | "alike" | "steep";

export interface RenewalFit {
  readonly model: RenewalModel;
  readonly curve: Curve;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly limits: readonly Limit[];
}

/** Log-likelihood of who was kept and who was lost; equations (5) and (B1) of Fader and Hardie (2007) as a product of renewals. */
export function logLikelihood(curve: Curve, { lost, kept }: Renewals): number {
  return sum(
    lost.map((gone, index) => {
      const exponent = lossExponent(curve, index + 1);
      const ofLost = gone === 0 ? 0 : gone * Math.log(-Math.expm1(-exponent));
      return kept[index] === 0 ? ofLost : ofLost - kept[index]! * exponent;
    }),
  );
}

/** Above this c the curve is that of the limit to the last digits, and powers of t are still numbers. */
const largestC = 30;
const spreads = [0.02, 0.3, 3];
const shapes = [0.5, 1, 2];

/** Gain in log-likelihood per customer below which a simpler limit says the same. */
const tolerance = 1e-9;

/** The maximum of the likelihood of a model, or the limit in which the likelihood has its supremum. */
export function fitRenewals(model: RenewalModel, renewals: Renewals): RenewalFit {
  const { curve, limits } = curveOf(model, renewals);
  const value = logLikelihood(curve, renewals);
  const parameters = renewalModels.indexOf(model) + 1;
  return { model, curve, logLikelihood: value, aic: 2 * parameters - 2 * value, limits };
}

function curveOf(model: RenewalModel, renewals: Renewals): Pick<RenewalFit, "curve" | "limits"> {
  const { lost, kept } = renewals;
  const [allLost, allKept] = [sum(lost), sum(kept)];
  const geometric: Curve = { lambda: Math.log1p(allLost / allKept), spread: 0, c: 1 };
  if (allLost === 0) return { curve: geometric, limits: ["nobody lost"] };
  if (allKept === 0) return { curve: geometric, limits: ["nobody kept"] };
  if (model === "geometric") return { curve: geometric, limits: [] };
  const informative = lost.filter((gone, index) => gone + kept[index]! > 0).length;
  if (informative === 1) return { curve: geometric, limits: ["few renewals"] };
  if (allLost === lost[0])
    return {
      curve: { lambda: Math.log1p(lost[0] / kept[0]!), spread: Infinity, c: 1 },
      limits: ["one loss"],
    };

  // with fewer renewals than parameters the spread is not to be told: customers that are alike fit as well
  const parameters = model === "sbg" ? 2 : 3;
  const customers = lost[0]! + kept[0]!;
  const perCustomer = (curve: Curve) => logLikelihood(curve, renewals) / customers;
  const best = (isAlike: boolean, fixedC: number | undefined) => {
    const curveAt = ([logLambda, ...more]: readonly number[]): Curve => ({
      lambda: Math.exp(logLambda!),
      spread: isAlike ? 0 : Math.exp(more[0]!),
      c: fixedC ?? Math.min(Math.exp(more[more.length - 1]!), largestC),
    });
    const f = (x: readonly number[]) => Math.max(perCustomer(curveAt(x)), -1e6);
    const starts = (isAlike ? [undefined] : spreads).flatMap((spread) =>
      (fixedC === undefined ? shapes : [undefined]).map((c) =>
        [geometric.lambda, spread, c].filter((one) => one !== undefined).map(Math.log),
      ),
    );
    const start = starts.reduce((top, one) => (f(one) > f(top) ? one : top));
    return curveAt(maximise(f, start));
  };
  const ofModel = (fixedC: number | undefined) => {
    const alike = fixedC === 1 ? geometric : best(true, fixedC);
    if (informative < parameters) return alike;
    const spread = best(false, fixedC);
    return perCustomer(spread) > perCustomer(alike) + tolerance ? spread : alike;
  };
  let curve = ofModel(model === "sbg" ? 1 : undefined);
  const limits: Limit[] = [];
  if (curve.c > 5) {
    const steep = ofModel(largestC);
    if (perCustomer(steep) > perCustomer(curve) - tolerance) {
      curve = steep;
      limits.push("steep");
    }
  }
  if (curve.spread === 0) limits.push(informative < parameters ? "few renewals" : "alike");
  return { curve, limits };
}

/** The fit with the lowest AIC; of equals the first, which has the fewest parameters. */
export const lowestAic = (fits: readonly RenewalFit[]): RenewalFit =>
  fits.reduce((best, fit) => (fit.aic < best.aic - 1e-9 ? fit : best));
