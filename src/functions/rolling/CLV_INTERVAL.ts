import { refusal } from "../../core/refusal";
import { type ValueInterval, valueInterval } from "../../core/rolling/interval";
import { latestWindow } from "../../core/rolling/rollingValue";
import { type Columns, column } from "../../sheet/column";
import { confidence } from "../arguments";
import { recordsFunction } from "../../sheet/recordsFunction";
import { money, percent, plain } from "../../sheet/words";
import { figureColumns, grossMargin, method, toFigures, windowRows } from "./figures";

const columns: Columns<ValueInterval> = {
  Estimate: column.money((row) => row.estimate),
  Low: column.money((row) => row.low),
  High: column.money((row) => row.high),
};

export const CLV_INTERVAL = recordsFunction({
  name: "CLV_INTERVAL",
  summary:
    'How far chance in who was lost may have moved rolling CLV: the pooled value (CLV_ROLLING with the method "pooled") and its range; with the method "average", the range of the value that CLV_ROLLING gives by default.',
  details:
    'The pooled value needs customers lost as whole numbers. The method "average" also accepts churn rates, each as a share of the customers of its row; its range is wider, since a period with few customers weighs as much as one with many. The range covers only chance in churn: revenue and margin count as they are, and a change in the business is not covered. If nobody was lost, there is no estimate, only a lower limit.',
  notFor:
    "Not for shop orders: CLV_HORIZON has its own range. The range covers only chance in who was lost, not a change in the business.",
  args: [
    ...figureColumns,
    windowRows,
    grossMargin,
    confidence,
    { ...method, otherwise: "pooled", whenLeftOut: '"pooled"' },
  ],
  columns,
  example: {
    formula: "=CLV_INTERVAL({1000;1000;1200}, {10;10;12}, {1;0;2}, 3)",
    rows: [[3200 / 3, 412.913374786489, 3086.2719836825336]],
  },
  source:
    "E. Wilson (1927) for the churn rate; without a loss the exact one-sided limit (1 − p)^n = 1 − confidence",
  run: (revenue, customers, churn, window, gross_margin, sure, method) => {
    const figures = toFigures(revenue, customers, churn, gross_margin);
    if (figures.churnIs === "rate" && method === "pooled") {
      const index = churn.values.findIndex(Boolean);
      throw refusal(
        `churn must be customers lost as whole numbers, got a rate in ${churn.place(index)}: use the method "average"`,
      );
    }
    return [valueInterval(latestWindow(figures, window), sure, method)];
  },
  explain: ([interval], ...values) => {
    const { estimate, low, high, lost, exposure } = interval!;
    const base = `${plain(lost)} lost in ${plain(exposure)} customer periods, ${percent(values[5])} confidence`;
    if (estimate === undefined) return `at least ${money(low)} (${base})`;
    const limits = high === undefined ? `at least ${money(low)}` : `between ${money(low)} and ${money(high)}`;
    return `${money(estimate)}, ${limits} (${base})`;
  },
});
