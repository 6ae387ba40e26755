import type { Answer } from "../../answers/answer";
import { rowOfFigures, trendOf } from "../../answers/figures";
import type { Series } from "../../answers/series";
import type { DataTable } from "../dataTable";
import { apply, cac, lastOf, margin, shown, single, step, whole, window } from "./terms";

/** Steps that several tables build on become tables of their own; those before them are theirs alone. */
function sharedSteps({ steps, titles }: Series): DataTable[] {
  const own = steps.filter(([name]) => name !== "r" && name !== "m");
  return steps.flatMap(([name, term]): DataTable[] => {
    if (name === "r") return [whole("r", "Rows", term)];
    if (name !== "m") return [];
    if (own.length === 0) return [whole("m", "Figures by period", term)];
    return [
      { key: "m", title: "Figures by period", header: titles ?? headerOf(own), steps: own, cells: [[term]] },
    ];
  });
}

/** The titles of the table that whole periods are taken from. */
const headerOf = (steps: Series["steps"]) =>
  steps.some(([name]) => name === "k")
    ? [
        "Period",
        "Revenue",
        "Customers at start",
        "New",
        "Returned",
        "Lost",
        "Customers",
        "Churn rate",
        "Revenue per customer",
      ]
    : [
        "Period",
        "Customers at start",
        "New",
        "Returned",
        "Lost",
        "Customers at end",
        "MRR at start",
        "New MRR",
        "Expansion",
        "Contraction",
        "Lost MRR",
        "Reactivation",
        "MRR at end",
        "Customer churn",
        "Revenue churn",
        "GRR",
        "NRR",
        "Revenue per customer",
      ];

/** The value and what it comes from, period by period. */
export function figuresByPeriod(answer: Answer, series: Series | undefined): DataTable[] {
  const value = single("value", answer.value.title, answer.value.recipe.result);
  if (!series) return [value];
  const figures = [series.revenue, series.customers, series.churn];
  const drivers = apply("WITHOUT", apply("WITHOUT", step("bridge"), 1, "CLV then"), 1, "CLV now");
  return [
    ...sharedSteps(series),
    whole("t", "Trend", trendOf(series)),
    value,
    whole("latest", "Latest period", apply("LAST_ROWS", step("t"), 1)),
    single("customers", "Customers", apply("LAST_VALUE", series.customers)),
    whole("rolled", "Full windows", apply("WITH_NUMBER", step("t"), 5)),
    whole("course", "Course", apply("COLUMNS", apply("LAST_ROWS", step("rolled"), shown.periods), 1, 2, 5)),
    whole("singly", "Windows of one", apply("CLV_TREND", series.period, ...figures, 1, margin)),
    whole(
      "single",
      "Period by period",
      apply("COLUMNS", apply("LAST_ROWS", step("singly"), shown.periods), 1, 2, 3),
    ),
    whole("bridge", "What changed", apply("CLV_BRIDGE", series.period, ...figures, window, margin)),
    whole("effects", "Effects", apply("COLUMNS", drivers, 1, 4)),
    ...answer.costs.map(({ title, recipe }) => single(title, title, recipe.result)),
    whole(
      "sensitivity",
      "Sensitivity",
      apply("CLV_SENSITIVITY", lastOf("t", 2), lastOf("t", 3), margin, cac),
    ),
    whole(
      "definitions",
      "Definitions",
      apply("CLV_DEFINITIONS", ...figures, margin, cac, window, rowOfFigures(answer.source, answer.period)),
    ),
    ...(series.lost
      ? [
          whole(
            "interval",
            "How sure",
            apply("CLV_INTERVAL", series.revenue, series.customers, series.lost, window, margin),
          ),
        ]
      : []),
  ];
}
