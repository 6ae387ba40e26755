import { columnsIn } from "../recipe/columns";
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
  as_of: "as_of",
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
const latest: Readonly<Record<string, string>> = {
  average_revenue: "Revenue per customer",
  churn_rate: "Churn rate",
  lifetime: "Lifetime",
  clv: "CLV",
};

/** Arguments that CLV_CUSTOMERS gives of each customer, by its column. */
const ofCustomer: Readonly<Record<string, string>> = {
  frequency: "Frequency",
  recency: "Recency",
  age: "Age",
  repeat_value: "Repeat value",
};

/** How far predictions look where nothing says so: a year of weeks, the unit of a fit. */
const weeksAhead = 52;

/**
 * A call of a function with its arguments from the data: columns, figures by period, a fit of the purchases and
 * assumptions. Undefined where an argument that the function needs is in none of them.
 */
export function filledCall({ name, args, table, tables }: FillRequest): Recipe | undefined {
  const [rows, series] = [revenueRows(table), seriesOf(table)];
  const takes = (argument: string) => args.some((one) => one.name === argument);
  if ((takes("amount") && !rows) || (takes("churn") && !series)) return undefined;
  const steps = new Map<string, Term>();
  const from = (source: { readonly steps: Recipe["steps"] }, term: Term) => {
    for (const [step, its] of source.steps) steps.set(step, its);
    return term;
  };
  const needed = args.filter(({ name: argument, isOptional }) => argument in columns && !isOptional);
  const source = [table, ...tables].find((one) =>
    needed.every((argument) => rangeOf(one, columns[argument.name as keyof typeof columns])),
  );
  const known = (argument: string, isOptional: boolean): Term | undefined => {
    // What a row is, not the periods of the rows.
    if (takes("churn") && argument === "period" && isOptional)
      return table.shape === "monthly" ? undefined : { setting: "period" };
    if (takes("amount") && argument in rows!) return from(rows!, rows![argument as "amount"]);
    if (takes("churn") && argument in series!) return from(series!, series![argument as "churn"]);
    if (argument in settings) return { setting: settings[argument]! };
    if (takes("fit") && rows && argument in ofCustomer) {
      from(rows, null);
      steps.set("u", { apply: "CLV_CUSTOMERS", to: [rows.customer, rows.date, rows.amount] });
      return { apply: "COLUMN", to: [{ step: "u" }, columnsIn("CLV_CUSTOMERS")(ofCustomer[argument]!)] };
    }
    if (argument === "fit" && rows)
      return from(rows, { apply: "CLV_FIT", to: [rows.customer, rows.date, rows.amount] });
    if (takes("fit") && argument === "periods") return weeksAhead;
    if (argument in latest && series) {
      from(series, null);
      steps.set("t", trendOf(series));
      return { apply: "LAST_ROW", to: [{ step: "t" }, columnsIn("CLV_TREND")(latest[argument]!)] };
    }
    return argument in columns && source
      ? rangeOf(source, columns[argument as keyof typeof columns])
      : undefined;
  };
  const terms = args.map((argument) => known(argument.name, argument.isOptional));
  if (args.some(({ isOptional }, index) => !isOptional && terms[index] === undefined)) return undefined;
  return { steps: [...steps], result: { apply: name, to: terms.map((term) => term ?? null) } };
}
