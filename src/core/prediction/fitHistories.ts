import { sum } from "../math/sum";
import { type WeightedHistory, collapse, longestOf } from "../models/history";
import { type ModelName, models } from "../models/models";
import type { Spend } from "../models/spendLikelihood";
import type { Period } from "../period";
import { type FitReport, reportOf } from "./fit";
import { refuseTooFew } from "./fitOrders";

/** Customers who share a history, and their repeat spend, of which either may be unknown. */
export interface Group {
  readonly weight: number;
  readonly history?: Omit<WeightedHistory, "weight"> | undefined;
  readonly spend?: Spend | undefined;
}

/** Mean amount of the repeat purchases of all; undefined where no group has one. */
function meanOf(spends: readonly Spend[]): number | undefined {
  const purchases = sum(spends.map(({ x, weight = 1 }) => x * weight));
  return purchases > 0 ? sum(spends.map(({ x, z, weight = 1 }) => (x * weight * z) / purchases)) : undefined;
}

const whyMbg =
  "Histories have no dates, so models cannot be tested against each other and auto is mbg/nbd: fit pareto/nbd too and compare AIC, or give orders to CLV_FIT.";
const noAmounts =
  "No repeat values are given, so spend is not modelled: CLV_EXPECTED_VALUE uses each customer's own.";

/** Fits models to histories that are summed up already. */
export function fitHistories(
  groups: readonly Group[],
  period: Period,
  wanted: ModelName | "auto",
): FitReport {
  const all = collapse(groups.flatMap(({ history, weight }) => (history ? { ...history, weight } : [])));
  const spends = groups
    .flatMap(({ spend, weight }) => (spend ? { ...spend, weight } : []))
    .sort((one, other) => one.x - other.x || one.z - other.z || one.weight - other.weight);
  const repeatCustomers = all.more[0] ?? 0;
  refuseTooFew(repeatCustomers, longestOf(all), period, "frequency", "age");
  const model = wanted === "auto" ? "mbg/nbd" : wanted;
  const repeatOrderValue = meanOf(spends);
  const report = reportOf({
    model,
    period,
    fitted: models[model].fit(all),
    histories: all,
    spends: spends.filter(({ z }) => z > 0),
    repeatCustomers,
    repeatOrderValue,
    apart: undefined,
  });
  const warnings = [
    ...(wanted === "auto" ? [whyMbg] : []),
    ...report.warnings,
    ...(repeatOrderValue === undefined ? [noAmounts] : []),
  ];
  return { ...report, warnings };
}
