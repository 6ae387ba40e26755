import { columnsIn } from "../recipe/columns";
import type { Recipe, Term } from "../recipe/term";
import type { Unit } from "../sheet/unit";
import { type Reading, type RevenueRows, type Series, type Source, movementsOf } from "./reading";

export type FigureUnit = Extract<Unit, "money" | "share" | "ratio" | "periods">;

/** A figure that the sidebar shows and inserts. */
export interface FigureRecipe {
  readonly title: string;
  readonly unit: FigureUnit;
  readonly recipe: Recipe;
}

/** A table that the sidebar puts on a new tab. */
export interface TableRecipe {
  readonly title: string;
  /** What it answers, in a line. */
  readonly about: string;
  readonly recipe: Recipe;
}

const apply = (name: string, ...to: Term[]): Term => ({ apply: name, to });
const step = (name: string): Term => ({ step: name });
const setting = (key: string): Term => ({ setting: key });
const [margin, window] = [setting("gross_margin"), setting("window")];

/** After how many months a customer counts as lost, where functions want months whatever the period. */
export const inactiveMonths = apply("MONTHS_IN", setting("inactive_after"), setting("period"));

const rollingOf = ({ revenue, customers, churn }: Series) =>
  apply("CLV_ROLLING", revenue, customers, churn, window, margin);

export const trendOf = ({ period, revenue, customers, churn }: Series) =>
  apply("CLV_TREND", period, revenue, customers, churn, window, margin);

const recipeOf = (result: Term): Recipe => ({ steps: [], result });

/**
 * Customer lifetime value now: rolling where there are periods; of customers so far what they pay a period ÷ those who
 * left for each period that anybody stayed; to date where there are only customers' totals.
 */
export function valueNow({ series, totals, snapshot }: Reading): FigureRecipe | undefined {
  if (series) return { title: "CLV", unit: "money", recipe: recipeOf(rollingOf(series)) };
  if (snapshot) {
    const { tenure, charge, left } = snapshot;
    const paid = apply("QUOTIENT", apply("SUM", charge), apply("NUMBERS", charge));
    const churn = apply("QUOTIENT", apply("SUM", left), apply("SUM", tenure));
    return { title: "CLV", unit: "money", recipe: recipeOf(apply("CLV_FROM_CHURN", paid, churn, margin)) };
  }
  if (!totals) return undefined;
  const { customer, orders, revenue } = totals;
  const average = apply("QUOTIENT", apply("SUM", revenue), apply("SUM", orders));
  const frequency = apply("QUOTIENT", apply("SUM", orders), apply("COUNT", customer));
  const result = apply("CLV_ORDERS", average, frequency, 1, null, margin);
  return { title: "Value per customer to date", unit: "money", recipe: recipeOf(result) };
}

/** The rolled figures period by period: the chart, and what changed. */
export const trend = ({ series }: Reading): Recipe | undefined => series && recipeOf(trendOf(series));

/** What follows from the value with an acquisition cost. */
export function costFigures({ series }: Reading): FigureRecipe[] {
  if (!series) return [];
  const latest = (title: string) => apply("LAST_ROW", step("trend"), columnsIn("CLV_TREND")(title));
  const cac = setting("cac");
  return [
    {
      title: "LTV:CAC",
      unit: "ratio",
      recipe: recipeOf(apply("CLV_CAC_RATIO", rollingOf(series), cac)),
    },
    {
      title: "Payback",
      unit: "periods",
      recipe: {
        steps: [["trend", trendOf(series)]],
        result: apply("CLV_PAYBACK", cac, latest("Revenue per customer"), margin, latest("Churn rate")),
      },
    },
  ];
}

/** Tables over rows of revenue. */
function tablesOfRows({ customer, date, amount, segment }: RevenueRows): TableRecipe[] {
  const over = (name: string, ...more: Term[]) => recipeOf(apply(name, customer, date, amount, ...more));
  const [period, inactive] = [setting("period"), setting("inactive_after")];
  return [
    {
      title: "CLV Periods",
      about: "Revenue, customers, new and lost",
      recipe: over("CLV_KPIS", period, inactive),
    },
    { title: "CLV Cohorts", about: "Who stays, by month of first purchase", recipe: over("CLV_COHORTS") },
    {
      title: "CLV Predictions",
      about: "Each customer's expected value, and value at risk",
      recipe: over("CLV_PREDICT", setting("horizon"), setting("discount_rate"), margin),
    },
    { title: "CLV Customers", about: "Orders and revenue of each customer", recipe: over("CLV_CUSTOMERS") },
    { title: "CLV RFM", about: "Champions, loyal, at risk, lost", recipe: over("CLV_RFM") },
    ...(segment
      ? [
          {
            title: "CLV Segments",
            about: "Value by segment",
            recipe: over("CLV_SEGMENTS", segment, margin, inactiveMonths),
          },
        ]
      : []),
  ];
}

function tablesOfSeries({ period, revenue, customers, churn, lost }: Series, row: Term): TableRecipe[] {
  const of = (name: string, ...args: Term[]) => recipeOf(apply(name, ...args));
  const figures = [revenue, customers, churn];
  return [
    {
      title: "CLV Trend",
      about: "CLV period by period",
      recipe: of("CLV_TREND", period, ...figures, window, margin),
    },
    {
      title: "CLV Bridge",
      about: "Why CLV changed",
      recipe: of("CLV_BRIDGE", period, ...figures, window, margin),
    },
    {
      title: "CLV Definitions",
      about: "CLV under every common definition",
      recipe: of("CLV_DEFINITIONS", ...figures, margin, setting("cac"), window, row),
    },
    ...(lost
      ? [
          {
            title: "CLV Interval",
            about: "How sure the value is",
            recipe: of("CLV_INTERVAL", revenue, customers, lost, window, margin),
          },
        ]
      : []),
  ];
}

/** What a row of figures period by period is: what a table of them shows, `found`, or what rows are put together to. */
export const rowOfFigures = (table: Source, found: string): Term =>
  table.shape === "monthly" ? found : setting("period");

/** The tables that this data can give; `period` is what its rows are, where they are figures of periods already. */
export function tables({ table, rows, series, subscriptions, read }: Reading, period: string): TableRecipe[] {
  return [
    ...(series ? tablesOfSeries(series, rowOfFigures(table, period)) : []),
    ...(subscriptions
      ? [
          {
            title: "CLV Movements",
            about: "New, lost, expansion and retention by period",
            recipe: recipeOf(movementsOf(subscriptions, false)),
          },
        ]
      : []),
    ...(rows ? tablesOfRows(rows) : []),
    ...(read
      ? [
          {
            title: "CLV Left out",
            about: "Rows that do not count, and why",
            recipe: recipeOf(apply("CLV_ROWS_LEFT_OUT", ...read)),
          },
        ]
      : []),
  ];
}

/** The check of the rows that count. */
export function check({ table, rows, places = [] }: Reading): Recipe | undefined {
  if (!rows || table.shape === "cube") return undefined;
  const checks = apply("CLV_CHECK", rows.customer, rows.date, rows.amount, ...places);
  // Lines of one order are alike whenever two things in it cost the same.
  return recipeOf(
    table.shape === "lines" ? apply("WITHOUT_FINDING", checks, "Exact duplicate rows") : checks,
  );
}

/** Whether a value can be worked out from a table. */
export const usable = (reading: Reading): boolean => valueNow(reading) !== undefined;
