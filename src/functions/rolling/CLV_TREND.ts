import { isoFromDay } from "../../core/day";
import { periodsPerYear } from "../../core/rolling/spacing";
import { type TrendRow, trend } from "../../core/rolling/trend";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { money, percent } from "../../sheet/words";
import {
  figureColumns,
  grossMargin,
  method,
  periodSeries,
  toFigures,
  toPeriods,
  windowRows,
} from "./figures";

const columns: Columns<TrendRow> = {
  Period: column.period((row) => row.day),
  "Revenue per customer": column.money((row) => row.revenuePerCustomer),
  "Churn rate": column.share((row) => row.churnRate),
  Lifetime: column.periods((row) => row.lifetime),
  CLV: column.money((row) => row.value),
  Change: column.money((row) => row.change),
  "Change %": column.share((row) => row.changeShare),
  "Year-ago change %": column.share((row) => row.yearAgoChangeShare),
};

export const CLV_TREND = recordsFunction({
  name: "CLV_TREND",
  summary:
    "CLV_ROLLING for every period: value, revenue per customer, churn and lifetime over the window that ends there, and the change from the period before and from a year ago. One row per period, oldest first, without gaps.",
  details:
    "The dates show what a row is, and so how far back a year lies. Values stay blank until the window is full, and if it has no churn. Lost means gone for good: see CLV_ROLLING.",
  notFor:
    "Not for shop orders, since customers pause: use CLV_COHORTS and CLV_CURVE. For the reasons behind a change, use CLV_BRIDGE.",
  args: [periodSeries, ...figureColumns, windowRows, grossMargin, method],
  columns,
  picture: { kind: "lines", caption: "CLV, period by period", label: "Period", series: ["CLV"] },
  example: {
    formula: '=CLV_TREND({"2026-01";"2026-02";"2026-03"}, {1000;1000;1200}, {10;10;12}, {1;0;2}, 2)',
    rows: [
      ["2026-01-01", "", "", "", "", "", "", ""],
      ["2026-02-01", 100, 1 / 20, 20, 2000, "", "", ""],
      ["2026-03-01", 100, 1 / 12, 12, 1200, -800, -0.4, ""],
    ],
  },
  source: "CLV_ROLLING for the window that ends with each row",
  run: (period, revenue, customers, churn, window, gross_margin, by) => {
    const figures = toFigures(revenue, customers, churn, gross_margin);
    const { days, spacing } = toPeriods(period);
    return trend(days, figures, window, by, spacing && periodsPerYear[spacing]);
  },
  explain: (rows, period) => {
    const { day, value, revenuePerCustomer, churnRate, changeShare, yearAgoChangeShare } =
      rows[rows.length - 1]!;
    if (value === undefined)
      return `at ${isoFromDay(day)} there is no value: the window is not full, or has no churn`;
    const against = (change: number | undefined, what: string) =>
      change === undefined ? "" : `, ${change < 0 ? "down" : "up"} ${percent(Math.abs(change))} on ${what}`;
    return `at ${isoFromDay(day)} revenue per customer ${money(revenuePerCustomer!)} and churn ${percent(churnRate!)} give ${money(value)}${against(changeShare, `the ${toPeriods(period).spacing ?? "period"} before`)}${against(yearAgoChangeShare, "a year ago")}`;
  },
});
