import { sum } from "../../core/math/sum";
import { latestDrivers, latestWindow, valueOf } from "../../core/rolling/rollingValue";
import { tableFunction } from "../../sheet/tableFunction";
import { counted, money, percent } from "../../sheet/words";
import { figureColumns, grossMargin, method, toFigures, windowRows } from "./figures";
import { nativeSeries } from "../../native/given";
import { rollingInSheets } from "./rollingInSheets";

export const CLV_ROLLING = tableFunction({
  name: "CLV_ROLLING",
  summary:
    "What a customer is worth now, from monthly figures (or any other period), oldest row first: mean revenue per customer × gross margin ÷ mean churn rate. For subscriptions and contracts; for shop orders, use CLV_HORIZON.",
  details:
    "Lost means gone for good. Customers are those at the start of the row's period. A churn column of whole numbers means customers lost; fractions and percentages are rates, and so is a column of 0% and 100% whose heading says rate or %. CLV_EXPLAIN says how it was read. Any period works: a window of 12 quarters is three years.",
  notFor:
    "Not for shop orders: customers pause and come back, and if each pause counts as a loss, the result is the value of one spell of buying, which may be less than they have already paid. Use CLV_HORIZON there, and for rows of subscriptions, CLV_SUBSCRIPTIONS first.",
  maths: [
    String.raw`\text{average:} \quad \frac{\frac{1}{n} \sum_t R_t m_t / C_t}{\frac{1}{n} \sum_t L_t / C_t}`,
    String.raw`\text{pooled:} \quad \frac{\sum_t R_t m_t / \sum_t C_t}{\sum_t L_t / \sum_t C_t}`,
    String.raw`R \text{ revenue}, \quad m \text{ gross margin}, \quad C \text{ customers}, \quad L \text{ lost, in the } n \text{ rows of the window}`,
  ],
  args: [...figureColumns, windowRows, grossMargin, method],
  unit: "money",
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
  native: nativeSeries(rollingInSheets),
});
