import type { DayNumber } from "../day";
import { chiSquareTail } from "../math/chiSquare";
import { sum } from "../math/sum";
import { type CovariateModel, type Effects, scaleOf } from "../models/covariates";
import { fitCovariates as fitGroups } from "../models/fitCovariates";
import { type Limit, isHeld } from "../models/limit";
import type { Period } from "../period";
import type { CustomerHistory } from "../purchases/history";
import { refusal } from "../refusal";
import { type Covariates, type FitReport, besideOrders, errorsOf, reportOf } from "./fit";
import { fitOrders } from "./fitOrders";
import { type ValuesOf, groupsBy } from "./covariateGroups";
import { firstOrderValueOf } from "./orderValues";
import { percent } from "./warnings";

/** What is known of customers besides their orders, as numbers by name. */
export interface Known extends Pick<Covariates, "names" | "bases"> {
  readonly of: ValuesOf;
}

export interface CovariateReport extends FitReport {
  readonly covariates: Covariates;
  /** Standard errors of the coefficients of the rate, then of those of dropping out. */
  readonly coefficientErrors: readonly (number | undefined)[];
  /** Against the same model without covariates. */
  readonly likelihoodRatio: number;
  readonly degrees: number;
  readonly pValue: number;
}

/** Beyond this, with its square and its inverse, a parameter is of no use. */
const leastParameter = 1e-140;

const isNone = (limit: Limit) => limit === "none";

/** Chance above which covariates may tell nothing. */
const mostChance = 0.1;
/** Customers of a kind below which its coefficients are rough. */
const fewCustomers = 30;

/** Refuses numbers so far from 0 that the parameters at 0 are beyond what a number can hold. */
function refuseFarFromZero(
  params: readonly number[],
  { trans, life }: Effects,
  names: readonly string[],
  means: readonly number[],
): void {
  if (params.every((value) => value === 0 || (value > leastParameter && value < 1 / leastParameter))) return;
  const pull = (k: number) => Math.max(Math.abs(trans[k]! * means[k]!), Math.abs(life[k]! * means[k]!));
  const farthest = names.reduce((far, _, k) => (pull(k) > pull(far) ? k : far), 0);
  const mean = Number(means[farthest]!.toPrecision(4));
  throw refusal(
    `covariates must be nearer to 0 when they differ so little, got numbers about ${mean} below ${names[farthest]!}: subtract ${mean} from them`,
  );
}

/** Fits orders and spend with what is known of customers. */
export function fitWithCovariates(
  customers: readonly CustomerHistory[],
  to: DayNumber,
  period: Period,
  wanted: CovariateModel | "auto",
  known: Known,
): CovariateReport {
  const { from, ...orders } = fitOrders(customers, to, period, wanted);
  const model = orders.model as CovariateModel;
  const groups = groupsBy(customers, to, period, known.of);
  const fitted = fitGroups(model, groups, orders.histories, orders.fitted);
  const { params, trans, life, atMean, covariance } = fitted;
  refuseFarFromZero(params, fitted, known.names, scaleOf(groups).means);
  const report = reportOf({
    ...orders,
    // A coefficient without an end takes its parameter along, which is no limit of all customers.
    fitted: fitted.endless.length > 0 ? { ...atMean, limits: atMean.limits.filter(isNone) } : atMean,
    period,
    ...besideOrders(customers, to),
  });
  const hasNone = atMean.limits.some(isNone);
  const degrees = (hasNone ? 1 : 2) * known.names.length;
  const likelihoodRatio = Math.max(0, 2 * (atMean.logLikelihood - orders.fitted.logLikelihood));
  const pValue = chiSquareTail(likelihoodRatio, degrees);
  const errors = errorsOf([...params, ...trans.map(() => 1), ...life.map(() => 1)], covariance);
  const few = known.names.flatMap((name, k) => {
    const own = groups.filter(({ z }) => z[k] === 1);
    const isKind = groups.every(({ z }) => z[k] === 0 || z[k] === 1);
    const count = sum(own.map(({ histories }) => histories.customers));
    return isKind && count < fewCustomers ? [`${name} (${count})`] : [];
  });
  const allNames = [
    ...known.names.map((name) => `trans.${name}`),
    ...known.names.map((name) => `life.${name}`),
  ];
  const warnings = [
    ...report.warnings,
    few.length > 0 && `Few customers are behind ${few.join(", ")}, so their effect is rough.`,
    fitted.endless.length > 0 &&
      `There is no limit to ${fitted.endless.map((k) => allNames[k]).join(", ")}, as when nobody in a group came back, or nobody left: combine it with another.`,
    pValue > mostChance &&
      `The effect of the covariates may be chance (p-value ${percent(pValue)}), so CLV_FIT without them is as good.`,
  ];
  return {
    ...report,
    params,
    covariates: { names: known.names, bases: known.bases, trans, life },
    errors: errors.slice(0, 4).map((error, k) => (isHeld(atMean.limits, k) ? undefined : error)),
    coefficientErrors: errors
      .slice(4)
      .map((error, k) => (fitted.endless.includes(k) || (hasNone && k >= trans.length) ? undefined : error)),
    aic: report.aic + 2 * degrees,
    likelihoodRatio,
    degrees,
    pValue,
    firstOrderValue: firstOrderValueOf(customers),
    from,
    to,
    warnings: warnings.filter((sentence) => typeof sentence === "string"),
  };
}
