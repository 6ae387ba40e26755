import type { Answer } from "../../answers/answer";
import { rowOfFigures, trendOf } from "../../answers/figures";
import type { Series } from "../../answers/reading";
import type { DataTable } from "../dataTable";
import { apply, cac, inBridge, inTrend, lastOf, margin, shown, single, step, whole, window } from "./terms";

/** The value and what it comes from, period by period. */
export function figuresByPeriod(answer: Answer, series: Series | undefined): DataTable[] {
  const value = single("value", answer.value.title, answer.value.recipe.result, "money");
  if (!series) return [value];
  const figures = [series.revenue, series.customers, series.churn];
  const drivers = apply("WITHOUT", apply("WITHOUT", step("bridge"), 1, "CLV then"), 1, "CLV now");
  return [
    whole("t", "Trend", trendOf(series)),
    value,
    whole("latest", "Latest period", apply("LAST_ROWS", step("t"), 1)),
    single("customers", "Customers", apply("LAST_VALUE", series.customers), "count"),
    whole("rolled", "Full windows", apply("WITH_NUMBER", step("t"), inTrend("CLV"))),
    whole(
      "course",
      "Course",
      apply(
        "COLUMNS",
        apply("LAST_ROWS", step("rolled"), shown.periods),
        ...["Period", "Revenue per customer", "CLV"].map(inTrend),
      ),
    ),
    whole("singly", "Windows of one", apply("CLV_TREND", series.period, ...figures, 1, margin)),
    whole(
      "single",
      "Period by period",
      apply(
        "COLUMNS",
        apply("LAST_ROWS", step("singly"), shown.periods),
        ...["Period", "Revenue per customer", "Churn rate"].map(inTrend),
      ),
    ),
    whole("bridge", "What changed", apply("CLV_BRIDGE", series.period, ...figures, window, margin)),
    whole("effects", "Effects", apply("COLUMNS", drivers, inBridge("Driver"), inBridge("Effect"))),
    ...answer.costs.map(({ title, recipe, unit }) => single(title, title, recipe.result, unit)),
    whole(
      "sensitivity",
      "Sensitivity",
      apply(
        "CLV_SENSITIVITY",
        lastOf("t", inTrend("Revenue per customer")),
        lastOf("t", inTrend("Churn rate")),
        margin,
        cac,
      ),
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
