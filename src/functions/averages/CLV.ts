import { scalarFunction } from "../../sheet/scalarFunction";
import { money, percent, plain } from "../../sheet/words";
import { averageRevenue, grossMargin, lifetime } from "../arguments";
import { nativeScalar } from "../../native/given";

export const CLV = scalarFunction({
  name: "CLV",
  summary:
    "Customer lifetime value (CLV): what a customer brings in overall, average revenue × lifetime × gross margin. Revenue and lifetime use the same period, months or years.",
  details: "With a gross margin it is gross profit, without one revenue; nothing is discounted.",
  notFor:
    "If you know churn but not the lifetime, use CLV_FROM_CHURN; for a table of months, CLV_ROLLING; for rows of orders, CLV_HORIZON.",
  maths: [String.raw`\text{CLV} = \text{average revenue} \times \text{lifetime} \times \text{gross margin}`],
  args: [averageRevenue, lifetime, grossMargin],
  unit: "money",
  result: "Value of one customer over the lifetime",
  example: { formula: "=CLV(100, 36, 80%)", result: 2880 },
  source: "Average revenue per customer × customer lifetime",
  run: (average_revenue, lifetime, gross_margin) => average_revenue * lifetime * gross_margin,
  explain: (value, average_revenue, lifetime, gross_margin) =>
    `average revenue ${money(average_revenue)} × lifetime ${plain(lifetime)} × gross margin ${percent(gross_margin)} = ${money(value)}`,
  native: nativeScalar(
    ({ value, valueOr }) =>
      `${value(0, "average_revenue")}*${value(1, "lifetime")}*${valueOr(2, "gross_margin", "1")}`,
  ),
});
