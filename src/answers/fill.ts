import type { Recipe, Term } from "../recipe/term";
import type { AnswerRequest } from "./answer";
import { rangeOf } from "./columns";
import { trendOf } from "./figures";
import { revenueRows, seriesOf } from "./series";

/** A function to call with the data, by the names of its arguments. */
export interface FillRequest extends AnswerRequest {
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly isOptional: boolean }[];
}

const settings: Readonly<Record<string, string>> = {
  gross_margin: "gross_margin",
  cac: "cac",
  window: "window",
  annual_discount: "discount_rate",
  horizon_months: "horizon",
};

/** Arguments that a column of their own gives. */
const columns = {
  customer: "customer",
  start: "start",
  end: "end",
  mrr: "mrr",
  spend: "spend",
  new_customers: "newCustomers",
} as const;

/** Arguments that stand in the last row of the trend, by its column. */
const latest: Readonly<Record<string, number>> = { average_revenue: 2, churn_rate: 3, lifetime: 4, clv: 5 };

/**
 * A call of a function with its arguments from the data: columns, figures by period, a fit of the purchases and
 * assumptions. Undefined where an argument that the function needs is in none of them.
 */
export function filledCall({ name, args, table, tables }: FillRequest): Recipe | undefined {
  const [rows, series] = [revenueRows(table), seriesOf(table)];
  const takes = (argument: string) => args.some((one) => one.name === argument);
  const steps = new Map<string, Term>();
  const from = (source: { readonly steps: Recipe["steps"] }, term: Term | undefined) => {
    for (const [step, its] of source.steps) steps.set(step, its);
    return term;
  };
  const column = (argument: keyof typeof columns) =>
    [table, ...tables].map((one) => rangeOf(one, columns[argument])).find(Boolean);
  const known = (argument: string): Term | undefined => {
    if (takes("amount") && rows && argument in rows) return from(rows, rows[argument as "amount"]);
    if (takes("churn") && series && argument in series && argument !== "steps")
      return from(series, series[argument as "churn"]);
    if (argument in settings) return { setting: settings[argument]! };
    if (argument === "fit" && rows)
      return from(rows, { apply: "CLV_FIT", to: [rows.customer, rows.date, rows.amount] });
    if (argument in latest && series) {
      from(series, null);
      steps.set("t", trendOf(series));
      return { apply: "LAST_ROW", to: [{ step: "t" }, latest[argument]!] };
    }
    return argument in columns ? column(argument as keyof typeof columns) : undefined;
  };
  const terms = args.map((argument) => known(argument.name));
  if (args.some(({ isOptional }, index) => !isOptional && terms[index] === undefined)) return undefined;
  return { steps: [...steps], result: { apply: name, to: terms.map((term) => term ?? null) } };
}
