// What the arguments of the custom functions count, for the contract and the list of functions in the release.
import type { ArgumentDoc, CustomFunction } from "../src/sheet/customFunction";
import type { Reader } from "../src/sheet/reader";

export type ArgumentUnit =
  | "money"
  | "money a period"
  | "money a month"
  | "share"
  | "count"
  | "ratio"
  | "periods"
  | "years"
  | "months"
  | "days"
  | "rows"
  | "customers, or their share"
  | "number";

/** The same name means the same everywhere, but where it is said below. */
const units: Readonly<Record<string, ArgumentUnit>> = {
  age: "periods",
  amount: "money",
  average_order_value: "money",
  average_revenue: "money a period",
  bins: "count",
  budget: "money",
  cac: "money",
  charge: "money a period",
  churn: "customers, or their share",
  clv: "money",
  contact_cost: "money",
  contraction: "money a month",
  cost: "money",
  customers: "count",
  customers_at_start: "count",
  customers_lost: "count",
  expansion: "money a month",
  factor: "ratio",
  first_row: "number",
  frequency: "count",
  grace_days: "days",
  half_life_days: "days",
  horizon: "periods",
  horizon_months: "months",
  inactive_after: "months",
  lag_periods: "rows",
  lifetime: "periods",
  lost: "money a month",
  margin: "money a period",
  max_periods: "periods",
  months: "months",
  mrr: "money a month",
  mrr_at_start: "money a month",
  new_customers: "count",
  new_mrr: "money a month",
  offer_cost: "money",
  opportunities: "count",
  orders: "count",
  orders_per_period: "count",
  periods: "periods",
  periods_ahead: "count",
  periods_back: "rows",
  reactivation: "money a month",
  recency: "periods",
  renewals_so_far: "count",
  repeat_value: "money",
  revenue: "money a period",
  row: "number",
  rows: "rows",
  spend: "money a period",
  survivors: "customers, or their share",
  target: "money",
  target_payback: "months",
  target_ratio: "ratio",
  tenure: "periods",
  upsell_revenue: "money a period",
  value: "money",
  weights: "number",
  window: "rows",
};

/** Where an argument counts something else than those of its name. */
const exceptions: Readonly<Record<string, ArgumentUnit>> = {
  "CLV_CHANNELS spend": "money",
  "CLV_FIT_YEARS recency": "count",
  "CLV_KPIS inactive_after": "periods",
  "CLV_RENEWALS margin": "money",
};

/** What reads the cells of an argument; undefined where a function reads it as a whole. */
export const readerOf = (argument: ArgumentDoc): Reader<unknown> | undefined =>
  (argument as { readonly reader?: Reader<unknown> }).reader;

const isNumber = (expected: string) => /^a (?:whole )?number/.test(expected);

/** What an argument counts; undefined for dates, text, choices and tables. */
export function argumentUnit({ name }: CustomFunction, argument: ArgumentDoc): ArgumentUnit | undefined {
  const expected = readerOf(argument)?.expected;
  if (expected?.startsWith("a rate")) return "share";
  if (expected !== undefined && !isNumber(expected)) return undefined;
  const unit = exceptions[`${name} ${argument.name}`] ?? units[argument.name];
  if (unit === undefined && expected !== undefined)
    throw new Error(`build/argumentUnits.ts says no unit of ${argument.name} of ${name}`);
  return unit;
}

/** What an argument may be given as, in the words of the contract. */
const shapes = {
  scalar: "cell",
  column: "column",
  whole: "range",
} as const;

/**
 * Whether an argument is a cell (or a range, of which each cell gives a result), a column of a table, a column or one
 * cell for all its rows, or a range that is read as a whole; undefined where that depends on the other arguments.
 */
export function argumentShape(argument: ArgumentDoc): string | undefined {
  const { kind, mayBeOne } = argument as { kind?: keyof typeof shapes; mayBeOne?: true };
  if (kind === undefined) return undefined;
  return mayBeOne ? `${shapes[kind]} or cell` : shapes[kind];
}
