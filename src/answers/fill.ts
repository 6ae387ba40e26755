import { columnsIn } from "../recipe/columns";
import { type Recipe, type Term, apply } from "../recipe/term";
import type { AnswerRequest } from "./answer";
import type { FoundTable, Shape } from "../recognition/types";
import { spendChannels } from "./channels";
import { tableCells } from "./columns";
import { fitOfHistories, trendOf } from "./figures";
import { mappedColumns, numberIn } from "./mapping";
import type { Reading } from "./reading";

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

/** Arguments that stand in the last row of the trend, by its column. */
const latest: Readonly<Record<string, string>> = {
  average_revenue: "Revenue per customer",
  churn_rate: "Churn rate",
  lifetime: "Lifetime",
  clv: "CLV",
};

/** Arguments that CLV_CUSTOMERS gives of each customer, by its column, and tables that are summed up already, by their part. */
const ofCustomer = {
  frequency: ["Frequency", "frequency"],
  recency: ["Recency", "recency"],
  age: ["Age", "age"],
  repeat_value: ["Repeat value", "repeatValue"],
} as const;

const isOfCustomer = (argument: string): argument is keyof typeof ofCustomer => argument in ofCustomer;

/** A table with its header; undefined where it has none, or CLV_ROWS does not read it. */
const wholeOf = (table: FoundTable): Term | undefined =>
  table.headerRow === undefined || mappedColumns(table).length === 0 ? undefined : tableCells(table);

/** What the columns of a table mean, as CLV_ROWS takes it. */
const namesOf = (table: FoundTable): Term =>
  mappedColumns(table)
    .map(
      ({ word, column, told }) =>
        `${word}: ${numberIn(table, column) ?? column.header}${told && ` (${told})`}`,
    )
    .join(", ");

/** How far predictions look where nothing says so: a year of weeks, the unit of a fit. */
const weeksAhead = 52;
/** How many orders a chance is asked of where nothing says so: one or more. */
const anyOrder = ">=1";

/** Tables of other tabs that give arguments too, by what they hold. */
export const shapesBesides = (args: FillRequest["args"]): Shape[] => [
  "spend",
  ...(args.some(({ name }) => name === "start") ? ["subscriptions" as const] : []),
];

/**
 * A call of a function with its arguments from the data: columns, figures by period, a fit of the purchases and
 * assumptions. Undefined where an argument that the function needs is in none of them.
 */
export function filledCall(
  { name, args }: Pick<FillRequest, "name" | "args">,
  readings: readonly Reading[],
): Recipe | undefined {
  const [{ table, rows, series, histories }] = readings as [Reading];
  const subscriptions = readings.find((one) => one.subscriptions)?.subscriptions;
  const takes = (argument: string) => args.some((one) => one.name === argument);
  if ((takes("amount") && !rows) || (takes("churn") && !series)) return undefined;
  const steps = new Map<string, Term>();
  const known = (argument: string, isOptional: boolean): Term | undefined => {
    // What a row is, not the periods of the rows.
    if (takes("churn") && argument === "period" && isOptional)
      return table.shape === "monthly" ? undefined : { setting: "period" };
    if (takes("amount") && argument in rows!) return rows![argument as "amount"];
    if (takes("churn") && argument in series!) return series![argument as "churn"];
    if (takes("table") && argument === "table") return wholeOf(table);
    if (name.startsWith("CLV_ROWS") && argument === "columns") return namesOf(table);
    if (argument in settings) return { setting: settings[argument]! };
    if (histories && isOfCustomer(argument)) return histories[ofCustomer[argument][1]];
    if (histories && argument === "fit") return fitOfHistories(histories);
    if (histories && argument === "period" && takes("recency")) return { setting: "period" };
    if (takes("fit") && rows && isOfCustomer(argument)) {
      steps.set("all", apply("CLV_CUSTOMERS", rows.customer, rows.date, rows.amount));
      return apply("COLUMN", { step: "all" }, columnsIn("CLV_CUSTOMERS")(ofCustomer[argument][0]));
    }
    if (argument === "fit" && rows) return apply("CLV_FIT", rows.customer, rows.date, rows.amount);
    if (takes("fit") && argument === "periods") return weeksAhead;
    if (takes("fit") && argument === "orders") return anyOrder;
    if (argument in latest && series) {
      steps.set("trend", trendOf(series));
      return apply("LAST_ROW", { step: "trend" }, columnsIn("CLV_TREND")(latest[argument]!));
    }
    if (argument === "channel") return rows?.segment;
    const spent = readings.find((one) => one.spend);
    if (argument === "spend_channel") return spent && spendChannels(spent);
    // Spend on channels that nobody knows is useless here.
    if (takes("spend_channel") && !spent?.spend?.channels) return undefined;
    const spend = spent?.spend;
    if (argument === "spend") return spend?.spend;
    if (argument === "new_customers" && takes("spend")) return spend?.newCustomers ?? series?.joined;
    const parts: Readonly<Record<string, Term | undefined>> = takes("start")
      ? { ...subscriptions }
      : { ...rows };
    return parts[argument] ?? undefined;
  };
  const terms = args.map((argument) => known(argument.name, argument.isOptional));
  if (args.some(({ isOptional }, index) => !isOptional && terms[index] === undefined)) return undefined;
  return { steps: [...steps], result: { apply: name, to: terms.map((term) => term ?? null) } };
}
