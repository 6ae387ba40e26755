import { margin, window } from "../recipe/assumed";
import { columnsIn } from "../recipe/columns";
import type { Figure } from "../recipe/figure";
import { type Call, type Recipe, type Term, apply, setting } from "../recipe/term";
import type { Unit } from "../sheet/unit";
import type { Headline } from "./headline/headline";
import { type Question, isWorth } from "./question";
import { cellIn, recipeOf } from "./results";
import type { Reading, RevenueRows, Series, Snapshot, Source, SummedHistories } from "./reading";
import { movementsOf } from "./periods";

export type FigureUnit = Extract<Unit, "money" | "share" | "ratio" | "periods">;

/** A figure that the sidebar shows and inserts. */
export interface FigureRecipe {
  readonly title: string;
  readonly unit: FigureUnit;
  readonly recipe: Recipe;
}

export interface ComputedFigure extends FigureRecipe {
  readonly figure: Figure;
}

/** A table that the sidebar puts on a new tab. */
export interface TableRecipe {
  readonly title: string;
  /** What it answers, in a line. */
  readonly about: string;
  readonly recipe: Recipe;
}

const step = (name: string): Term => ({ step: name });

/** After how many months a customer counts as lost, where functions want months whatever the period. */
export const inactiveMonths = apply("MONTHS_IN", setting("inactive_after"), setting("period"));

export const rollingOf = ({ revenue, customers, churn }: Series) =>
  apply("CLV_ROLLING", revenue, customers, churn, window, margin);

export const trendOf = ({ period, revenue, customers, churn }: Series) =>
  apply("CLV_TREND", period, revenue, customers, churn, window, margin);

/** The model of purchases that are summed up already, which have no dates to choose it by. */
export const fitOfHistories = ({ frequency, recency, age, repeatValue, customers }: SummedHistories): Call =>
  apply(
    "CLV_FIT_HISTORIES",
    frequency,
    recency,
    age,
    repeatValue,
    customers ?? null,
    "mbg/nbd",
    setting("period"),
  );

/** The rolled figures period by period: the chart, and what changed. */
export const trend = ({ series }: Reading): Recipe | undefined => series && recipeOf(trendOf(series));

/** What follows from the value with an acquisition cost. */
export function costFigures(
  { series, snapshot }: Reading,
  { question, recipe, table }: Headline,
): FigureRecipe[] {
  if (!isWorth(question)) return [];
  const cac = setting("cac");
  const ratio: FigureRecipe = {
    title: "LTV:CAC",
    unit: "ratio",
    recipe: { steps: recipe.steps, result: apply("CLV_CAC_RATIO", recipe.result, cac) },
  };
  const payback = paybackOf(question, series, snapshot, table);
  return [ratio, ...(payback ? [{ title: "Payback", unit: "periods", recipe: payback } as const] : [])];
}

function paybackOf(
  question: Question,
  series: Series | undefined,
  snapshot: Snapshot | undefined,
  table: Call | undefined,
): Recipe | undefined {
  const cac = setting("cac");
  if (question === "contracts") {
    const latest = (title: string) => apply("LAST_ROW", step("trend"), columnsIn("CLV_TREND")(title));
    const result = apply("CLV_PAYBACK", cac, latest("Revenue per customer"), margin, latest("Churn rate"));
    return { steps: [["trend", trendOf(series!)]], result };
  }
  if (!table) return undefined;
  const cell = (title: string) => cellIn(table, 1, title);
  if (table.apply === "CLV_HORIZON") return recipeOf(cell("Payback"));
  if (snapshot) return recipeOf(apply("CLV_PAYBACK", cac, cell("Charge per period"), margin, cell("Churn")));
  return table.apply === "CLV_BILLED" ? recipeOf(cell("Payback (months)")) : undefined;
}

/** Tables over rows of revenue. */
function tablesOfRows({ customer, date, amount, segment }: RevenueRows, question: Question): TableRecipe[] {
  const over = (name: string, ...more: Term[]) => recipeOf(apply(name, customer, date, amount, ...more));
  const [period, inactive, asOf] = [setting("period"), setting("inactive_after"), setting("as_of")];
  const horizon = [setting("horizon"), setting("discount_rate"), margin] as const;
  return [
    question === "billed"
      ? {
          title: "CLV Billed",
          about: "What steady payers bring in until they stop",
          recipe: over("CLV_BILLED", null, margin, asOf, setting("grace_days"), setting("cac")),
        }
      : {
          title: "CLV Horizon",
          about: "What a new customer brings in over the first months",
          recipe: over("CLV_HORIZON", ...horizon, asOf, setting("cac")),
        },
    {
      title: "CLV Periods",
      about: "Revenue, customers, new and lost",
      recipe: over("CLV_KPIS", period, inactive, asOf),
    },
    { title: "CLV Cohorts", about: "Who stays, by month of first purchase", recipe: over("CLV_COHORTS") },
    {
      title: "CLV Value by age",
      about: "What customers bring in by age, and when the cost is paid back",
      recipe: over("CLV_CURVE", margin, setting("cac")),
    },
    {
      title: "CLV Predictions",
      about: "Each customer's expected value, and value at risk",
      recipe: over("CLV_PREDICT", ...horizon, null, asOf),
    },
    {
      title: "CLV Customers",
      about: "Orders and revenue of each customer",
      recipe: over("CLV_CUSTOMERS", asOf),
    },
    ...(question === "shop"
      ? [
          {
            title: "CLV Forecast",
            about: "Revenue in the next 12 months",
            recipe: over("CLV_FORECAST", null, null, margin),
          },
        ]
      : []),
    { title: "CLV RFM", about: "Champions, loyal, at risk, lost", recipe: over("CLV_RFM", asOf) },
    ...(segment
      ? [
          {
            title: "CLV Segments",
            about: "Value by segment",
            recipe: over("CLV_SEGMENTS", segment, margin, inactiveMonths, asOf),
          },
        ]
      : []),
  ];
}

function tablesOfSnapshot({ tenure, charge, left }: Snapshot): TableRecipe[] {
  return [
    {
      title: "CLV Snapshot",
      about: "Value, churn and lifetime, with limits",
      recipe: recipeOf(apply("CLV_SNAPSHOT", tenure, charge, left, margin)),
    },
    {
      title: "CLV Survival",
      about: "Share of customers who stay longer than a given time",
      recipe: recipeOf(apply("CLV_SNAPSHOT_SURVIVAL", tenure, left)),
    },
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
            about: "How certain the value is",
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
export function tables(
  { table, rows, series, subscriptions, snapshot, histories, read }: Reading,
  period: string,
  question: Question,
): TableRecipe[] {
  return [
    ...(series ? tablesOfSeries(series, rowOfFigures(table, period)) : []),
    ...(subscriptions
      ? [
          {
            title: "CLV Movements",
            about: "New, lost, expansion and retention by period",
            recipe: recipeOf(movementsOf(subscriptions, false)),
          },
          {
            title: "CLV Survival",
            about: "Share of customers who stay longer than a given time",
            recipe: recipeOf(
              apply(
                "CLV_SURVIVAL",
                subscriptions.start,
                subscriptions.end,
                setting("as_of"),
                setting("period"),
                null,
                subscriptions.customer,
              ),
            ),
          },
        ]
      : []),
    ...(rows ? tablesOfRows(rows, question) : []),
    ...(snapshot ? tablesOfSnapshot(snapshot) : []),
    ...(histories
      ? [
          {
            title: "CLV Fit",
            about: "The model of when customers buy again, for CLV_ALIVE, CLV_EXPECTED_VALUE and the like",
            recipe: recipeOf(fitOfHistories(histories)),
          },
        ]
      : []),
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
export const usable = ({ series, totals, snapshot, histories }: Reading): boolean =>
  (series ?? totals ?? snapshot ?? histories) !== undefined;
