import { differenced } from "../math/differenced";
import { type Minimum, minimize } from "../math/minimize";
import { sum } from "../math/sum";
import type { Renewals } from "./cohorts";
import { type Curve, exponentBetween, lossExponent } from "./curve";

const { exp, expm1, log, log1p, max, min } = Math;

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

/** Renewals after `from` up to `to` with the same number kept at each; only a single renewal has somebody lost. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly gone: number;
  readonly kept: number;
}

/** Renewals at which nobody is lost and as many kept as at the one before go together; those of nobody say nothing. */
function stretchesOf({ lost, kept }: Renewals): Stretch[] {
  const found: Stretch[] = [];
  lost.forEach((gone, from) => {
    const here = { from, to: from + 1, gone, kept: kept[from]! };
    const last = found[found.length - 1];
    // The first renewal stays alone: time begins at it.
    const isSame = last && last.from > 0 && last.to === from && last.gone === 0 && last.kept === here.kept;
    if (gone === 0 && isSame) found[found.length - 1] = { ...last, to: from + 1 };
    else if (gone > 0 || here.kept > 0) found.push(here);
  });
  return found;
}

/** Log-likelihood of who was kept and who was lost; equations (5) and (B1) of Fader and Hardie (2007) as a product of renewals. */
export const logLikelihood = (curve: Curve, renewals: Renewals): number =>
  logLikelihoodOf(curve, stretchesOf(renewals));

const logLikelihoodOf = (curve: Curve, stretches: readonly Stretch[]): number =>
  sum(
    stretches.map(({ from, to, gone, kept }) => {
      const exponent =
        to === from + 1 ? lossExponent(curve, to) : exponentBetween(curve, log(from), log(to / from));
      const ofLost = gone === 0 ? 0 : gone * log(-expm1(-exponent));
      return kept === 0 ? ofLost : ofLost - kept * exponent;
    }),
  );

/** Above this c the curve is that of the limit to the last digits, and powers of t are still numbers. */
const largestC = 30;
/** Where searches start: several spreads and shapes, since a likelihood may have two hills. */
const spreads = [0.02, 0.3, 3, 30];
const shapes = [0.2, 1, 3, 10];
/** Gain in log-likelihood per customer below which a simpler limit fits as well. */
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
  const geometric: Curve = { lambda: log1p(allLost / allKept), spread: 0, c: 1 };
  if (allLost === 0) return { curve: geometric, limits: ["nobody lost"] };
  if (allKept === 0) return { curve: geometric, limits: ["nobody kept"] };
  if (model === "geometric") return { curve: geometric, limits: [] };
  const informative = lost.filter((gone, index) => gone + kept[index]! > 0).length;
  if (informative === 1) return { curve: geometric, limits: ["few renewals"] };
  if (allLost === lost[0])
    return {
      curve: { lambda: log1p(lost[0] / kept[0]!), spread: Infinity, c: 1 },
      limits: ["one loss"],
    };

  const stretches = stretchesOf(renewals);
  const firstLoss = lost.findIndex((gone) => gone > 0) + 1;
  /** Coordinates in which the ridge of a growing c is straight: lambda firstLoss^c, spread ÷ lambda and c, as logarithms. */
  const curveAt = ([atLoss, share, logC]: readonly number[]): Curve => {
    const c = min(exp(logC!), largestC);
    const lambda = exp(atLoss! - c * log(firstLoss));
    return { lambda, spread: lambda * exp(share!), c };
  };
  const objective = differenced(
    (point) => -max(logLikelihoodOf(curveAt(point), stretches) / (lost[0]! + kept[0]!), -1e6),
  );
  const valueAt = (point: readonly number[]) => objective(point, []);
  const held = new Set(model === "sbg" ? [2] : []);
  const search = (start: readonly number[]) => minimize(objective, start, { held, flat: 1e-12 });
  // with fewer renewals than parameters the spread is not to be told: customers that are alike fit as well
  const isFew = informative < (model === "sbg" ? 2 : 3);
  // S(1) does not depend on spread and c: the share lost at the first loss is close to where every search ends
  const untilLoss = log1p(lost[firstLoss - 1]! / max(kept[firstLoss - 1]!, 0.5));
  const searchFrom = (c: number) => {
    const starts = (isFew ? [0] : spreads).map((spread) => [untilLoss, spread, c].map(log));
    return search(starts.reduce((best, one) => (valueAt(one) < valueAt(best) ? one : best)));
  };
  const unlessBetter = (limit: Minimum, other: Minimum) =>
    other.value < limit.value - tolerance ? other : limit;
  const shaped = (model === "sbg" ? [1] : shapes)
    .map(searchFrom)
    .reduce((best, one) => (one.value < best.value ? one : best));
  const top = model === "sbg" ? shaped : unlessBetter(searchFrom(largestC + 1), shaped);
  const { point } = unlessBetter(search([top.point[0]!, -Infinity, top.point[2]!]), top);
  const curve = curveAt(point);
  const limits: Limit[] = curve.c === largestC ? ["steep"] : [];
  if (curve.spread === 0) limits.push(isFew ? "few renewals" : "alike");
  return { curve, limits };
}

/** The fit with the lowest AIC; of equals the first, which has the fewest parameters. */
export const lowestAic = (fits: readonly RenewalFit[]): RenewalFit =>
  fits.reduce((best, fit) => (fit.aic < best.aic - 1e-9 ? fit : best));
