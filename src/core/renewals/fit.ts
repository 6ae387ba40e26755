import { differenced } from "../math/differenced";
import { minimize } from "../math/minimize";
import { sum } from "../math/sum";
import type { Renewals } from "./cohorts";
import { type Curve, lossExponent } from "./curve";

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

/** Log-likelihood of who was kept and who was lost; equations (5) and (B1) of Fader and Hardie (2007) as a product of renewals. */
export function logLikelihood(curve: Curve, { lost, kept }: Renewals): number {
  return sum(
    lost.map((gone, index) => {
      const exponent = lossExponent(curve, index + 1);
      const ofLost = gone === 0 ? 0 : gone * log(-expm1(-exponent));
      return kept[index] === 0 ? ofLost : ofLost - kept[index]! * exponent;
    }),
  );
}

/** Above this c the curve is that of the limit to the last digits, and powers of t are still numbers. */
const largestC = 30;
/** Where searches start: of each c with the spread that fits best, since a likelihood may have two hills along c. */
const spreads = [0.02, 0.3, 3, 30];
const shapes = [1, 6];

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

  const perCustomer = (curve: Curve) => logLikelihood(curve, renewals) / (lost[0]! + kept[0]!);
  const isBetter = (curve: Curve, other: Curve) => perCustomer(curve) > perCustomer(other) + tolerance;
  const best = (curves: readonly Curve[]) =>
    curves.reduce((top, one) => (perCustomer(one) > perCustomer(top) ? one : top));
  const objective = differenced((point) => -max(perCustomer(curveAt(point)), -1e6));
  const search = (lambda: number, ofSpread: readonly number[], ofC: readonly number[], held: number[]) =>
    best(
      ofC.map((c) => {
        const { spread } = best(ofSpread.map((one) => ({ lambda, spread: one, c })));
        return curveAt(minimize(objective, [lambda, spread, c].map(log), { held: new Set(held) }).point);
      }),
    );
  // with fewer renewals than parameters the spread is not to be told: customers that are alike fit as well
  const isFew = informative < (model === "sbg" ? 2 : 3);
  const withC = (ofC: readonly number[], held: number[], shrinkage = 1) => {
    const lambda = geometric.lambda * shrinkage;
    const alike = search(lambda, [0], ofC, [...held, 1]);
    if (isFew) return alike;
    const ofSpread = spreads.map((spread) => spread * shrinkage);
    const differing = search(lambda, ofSpread, ofC, held);
    return isBetter(differing, alike) ? differing : alike;
  };
  const curve = model === "sbg" ? withC([1], [2]) : withC(shapes, []);
  // where nobody leaves before the first loss, the larger c is the smaller is lambda
  const firstLoss = lost.findIndex((gone) => gone > 0) + 1;
  const steep = curve.c > 5 ? withC([largestC], [2], firstLoss ** -largestC) : curve;
  const isSteep = steep !== curve && !isBetter(curve, steep);
  const settled = isSteep ? steep : curve;
  return {
    curve: settled,
    limits: [
      ...(isSteep ? (["steep"] as const) : []),
      ...(settled.spread > 0 ? [] : [isFew ? ("few renewals" as const) : ("alike" as const)]),
    ],
  };
}

/** The curve at a point of the search: the logarithms of lambda, spread and c. */
const curveAt = (x: readonly number[]): Curve => {
  const [lambda, spread, c] = x.map(exp) as [number, number, number];
  return { lambda, spread, c: min(c, largestC) };
};

/** The fit with the lowest AIC; of equals the first, which has the fewest parameters. */
export const lowestAic = (fits: readonly RenewalFit[]): RenewalFit =>
  fits.reduce((best, fit) => (fit.aic < best.aic - 1e-9 ? fit : best));
