import { refusal } from "../../core/refusal";
import { type ValueInterval, valueInterval } from "../../core/rolling/interval";
import { type RollingMethod, latestWindow } from "../../core/rolling/rollingValue";
import type { Series } from "../../sheet/argument";
import { type Columns, column, columnDocs, tableOf } from "../../sheet/column";
import { confidence } from "../arguments";
import { tableFunction } from "../../sheet/tableFunction";
import { money, percent, plain } from "../../sheet/words";
import {
  type ChurnSeries,
  churnSeries,
  customersSeries,
  grossMargin,
  method,
  revenueSeries,
  toFigures,
  windowRows,
} from "./figures";

const columns: Columns<ValueInterval> = {
  Estimate: column.money((row) => row.estimate),
  Low: column.money((row) => row.low),
  High: column.money((row) => row.high),
};

function intervalOf(
  revenue: Series,
  customers: Series,
  churn: ChurnSeries,
  window: number,
  gross_margin: Series | number | undefined,
  sure: number,
  method: RollingMethod,
): ValueInterval {
  const figures = toFigures(revenue, customers, churn, gross_margin);
  if (figures.churnIs === "rate" && method === "pooled") {
    const index = churn.values.findIndex(Boolean);
    throw refusal(
      `churn must be customers lost as whole numbers, got a rate in ${churn.place(index)}: use the method "average"`,
    );
  }
  return valueInterval(latestWindow(figures, window), sure, method);
}

export const CLV_INTERVAL = tableFunction({
  name: "CLV_INTERVAL",
  summary:
    'How far chance in who was lost may have moved rolling CLV: the pooled value (CLV_ROLLING with the method "pooled") and its range; with the method "average", the range of the value that CLV_ROLLING gives by default.',
  details:
    'The pooled value needs customers lost as whole numbers. The method "average" also accepts churn rates, each as a share of the customers of its row; its range is wider, since a period with few customers weighs as much as one with many. The range covers only chance in churn: revenue and margin count as they are, and a change in the business is not covered. If nobody was lost, there is no estimate, only a lower limit.',
  notFor:
    "Not for shop orders: CLV_HORIZON has its own range. The range covers only chance in who was lost, not a change in the business.",
  args: [
    revenueSeries,
    customersSeries,
    churnSeries,
    windowRows,
    grossMargin,
    confidence,
    { ...method, otherwise: "pooled", whenLeftOut: '"pooled"' },
  ],
  columns: columnDocs(columns),
  result: `Table: ${Object.keys(columns).join(", ")}`,
  example: {
    formula: "=CLV_INTERVAL({1000;1000;1200}, {10;10;12}, {1;0;2}, 3)",
    result: [Object.keys(columns), [3200 / 3, 412.913374786489, 3086.2719836825336]],
  },
  source:
    "E. Wilson (1927) for the churn rate; without a loss the exact one-sided limit (1 − p)^n = 1 − confidence",
  run: (...values) => tableOf(columns, [intervalOf(...values)]),
  explain: (_, ...values) => {
    const { estimate, low, high, lost, exposure } = intervalOf(...values);
    const base = `${plain(lost)} lost in ${plain(exposure)} customer periods, ${percent(values[5])} confidence`;
    if (estimate === undefined) return `at least ${money(low)} (${base})`;
    const limits = high === undefined ? `at least ${money(low)}` : `between ${money(low)} and ${money(high)}`;
    return `${money(estimate)}, ${limits} (${base})`;
  },
});
