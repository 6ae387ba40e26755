import { scalarFunction } from "../../sheet/scalarFunction";
import { money, percent, plain } from "../../sheet/words";
import { averageRevenue, cac, grossMargin, lifetime } from "../arguments";
import { nativeScalar } from "../../native/given";

export const CLV_NET_CAC = scalarFunction({
  name: "CLV_NET_CAC",
  summary:
    "What a customer brings in overall, less what winning them cost: average revenue × lifetime × gross margin − CAC. Below 0, a customer costs more than they bring in.",
  details:
    "Give the gross margin, or you set revenue against a cost. Revenue and lifetime use the same period.",
  notFor: "Not for CLV:CAC, where the value must not be net of the cost already: use CLV_CAC_RATIO.",
  maths: [
    String.raw`\text{CLV} - \text{CAC} = \text{average revenue} \times \text{lifetime} \times \text{gross margin} - \text{CAC}`,
  ],
  args: [averageRevenue, lifetime, cac, grossMargin],
  unit: "money",
  result: "Value of one customer over the lifetime, net of its acquisition cost",
  example: { formula: "=CLV_NET_CAC(100, 36, 500, 80%)", result: 2380 },
  source: "Average revenue per customer × customer lifetime − customer acquisition cost",
  run: (average_revenue, lifetime, cac, gross_margin) => average_revenue * lifetime * gross_margin - cac,
  explain: (value, average_revenue, lifetime, cac, gross_margin) =>
    `average revenue ${money(average_revenue)} × lifetime ${plain(lifetime)} × gross margin ${percent(gross_margin)} − CAC ${money(cac)} = ${money(value)}`,
  native: nativeScalar(
    ({ value, valueOr }) =>
      `${value(0, "average_revenue")}*${value(1, "lifetime")}*${valueOr(3, "gross_margin", "1")}-${value(2, "cac")}`,
  ),
});
