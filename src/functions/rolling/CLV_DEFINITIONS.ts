import { type Period, periods } from "../../core/period";
import { type Definition, definitions } from "../../core/rolling/definitions";
import { type Series, choice } from "../../sheet/argument";
import { type Columns, column, columnDocs, tableOf } from "../../sheet/column";
import { tableFunction } from "../../sheet/tableFunction";
import { money } from "../../sheet/words";
import { cacIfKnown } from "../arguments";
import {
  type ChurnSeries,
  churnSeries,
  customersSeries,
  grossMargin,
  revenueSeries,
  toFigures,
  windowRows,
} from "./figures";

const columns: Columns<Definition> = {
  Definition: column.words((row) => row.name),
  Formula: column.words((row) => row.formula),
  Basis: column.words((row) => row.basis),
  Window: column.words((row) => row.window),
  Value: column.money((row) => row.value),
};

function rowsOf(
  revenue: Series,
  customers: Series,
  churn: ChurnSeries,
  gross_margin: Series | number | undefined,
  cac: number | undefined,
  window: number,
  period: Period,
): Definition[] {
  return definitions(
    toFigures(revenue, customers, churn, gross_margin),
    gross_margin !== undefined,
    cac,
    window,
    period,
  );
}

const rowPeriod = choice({
  name: "period",
  text: 'What one row is: "day", "week", "month", "quarter" or "year".',
  choices: periods,
  otherwise: "month",
});

export const CLV_DEFINITIONS = tableFunction({
  name: "CLV_DEFINITIONS",
  summary:
    "The same figures under nine common definitions of CLV, side by side, each with its formula, basis and window. One row of data per month; otherwise say so in period.",
  details:
    "The period sets how many rows make up a year's discount, six months and 60 months: 26 weeks or 2 quarters are six months. A value is blank if the figures are not enough for it.",
  notFor:
    "Not for picking the highest: use it to identify which definition someone else's figure has. For shop orders, use CLV_HORIZON.",
  args: [revenueSeries, customersSeries, churnSeries, grossMargin, cacIfKnown, windowRows, rowPeriod],
  columns: columnDocs(columns),
  result: `Table: ${Object.keys(columns).join(", ")}`,
  example: {
    formula: "=CLV_DEFINITIONS({1000;1000;1200}, {10;10;12}, {1;0;2}, 80%, 100, 3)",
    result: [
      Object.keys(columns),
      [
        "Average revenue × lifetime",
        "average revenue per customer × (1 ÷ average churn rate)",
        "revenue",
        "all 3 rows",
        1125,
      ],
      [
        "Rolling ratio of averages",
        "mean of revenue per customer ÷ mean of churn rate",
        "revenue",
        "last 3 rows",
        1125,
      ],
      [
        "Rolling pooled ratio",
        "(Σ revenue ÷ Σ customers) ÷ (Σ lost ÷ Σ customers)",
        "revenue",
        "last 3 rows",
        3200 / 3,
      ],
      [
        "Six-month trailing churn",
        "latest revenue per customer ÷ mean churn rate of the six months before",
        "revenue",
        "6 rows before the latest",
        "",
      ],
      ["Last month only", "revenue per customer ÷ churn rate", "revenue", "last 1 row", 600],
      ["Net of CAC", "rolling value − CAC", "gross profit − CAC", "last 3 rows", 800],
      ["Gross profit", "rolling value × gross margin", "gross profit", "last 3 rows", 900],
      [
        "Discounted at 10% a year",
        "m × (1 + d) ÷ (1 + d − retention), m gross profit per customer and d discount, both of a month, first payment now",
        "gross profit",
        "last 3 rows",
        832.4944181721974,
      ],
      [
        "Capped at 60 months",
        "m × Σ (1 − churn rate)^t over 60 months, m gross profit per customer and month",
        "gross profit",
        "last 3 rows",
        896.6230620080391,
      ],
    ],
  },
  source: "The definitions named in each row; six-month trailing churn is ChartMogul's",
  run: (...values) => tableOf(columns, rowsOf(...values)),
  explain: (_, ...values) => {
    const known = rowsOf(...values).filter(({ value }) => value !== undefined);
    if (known.length === 0)
      return "the figures are not enough for any of the definitions: there is no churn, or too few rows are complete";
    const sorted = known.sort((a, b) => a.value! - b.value!);
    const [lowest, highest] = [sorted[0]!, sorted[sorted.length - 1]!];
    return `${known.length} definitions from ${money(lowest.value!)} (${lowest.name}, ${lowest.basis}) to ${money(highest.value!)} (${highest.name}, ${highest.basis})`;
  },
});
