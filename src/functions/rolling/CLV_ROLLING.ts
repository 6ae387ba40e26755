import { sum } from "../../core/math/sum";
import { latestDrivers, latestWindow, valueOf } from "../../core/rolling/rollingValue";
import { tableFunction } from "../../sheet/tableFunction";
import { counted, money, percent } from "../../sheet/words";
import {
  churnSeries,
  customersSeries,
  grossMargin,
  method,
  revenueSeries,
  toFigures,
  windowRows,
} from "./figures";

export const CLV_ROLLING = tableFunction({
  name: "CLV_ROLLING",
  summary:
    "CLV now, from the latest periods: average revenue per customer × gross margin ÷ average churn rate.",
  details: "One row a period, oldest first; any period does, and the churn is per that period.",
  args: [revenueSeries, customersSeries, churnSeries, windowRows, grossMargin, method],
  result: "Value of one customer now",
  example: { formula: "=CLV_ROLLING({1000;1000;1200}, {10;10;12}, {1;0;2}, 3)", result: 1125 },
  source: "Rolling 12-month revenue per customer ÷ rolling 12-month churn rate",
  run: (revenue, customers, churn, window, gross_margin, by) =>
    valueOf(latestDrivers(toFigures(revenue, customers, churn, gross_margin), window, by)),
  explain: (value, revenue, customers, churn, window, gross_margin, by) => {
    const figures = toFigures(revenue, customers, churn, gross_margin);
    const drivers = latestDrivers(figures, window, by);
    const rows = `${by === "pooled" ? "pooled over" : "mean of"} ${counted(window, "row")}`;
    const lost = sum(latestWindow(figures, window).map((period) => period.lost));
    const churnIs = figures.churnIs === "count" ? `${counted(lost, "customer")} lost` : "given as rates";
    const margin = gross_margin === undefined ? "" : ` × gross margin ${percent(drivers.grossMargin)}`;
    return `${by === "pooled" ? "" : "average "}revenue per customer ${money(drivers.revenuePerCustomer)} (${rows})${margin} ÷ ${by} churn ${percent(drivers.churnRate)} (${churnIs}) = ${money(value!)}`;
  },
});
