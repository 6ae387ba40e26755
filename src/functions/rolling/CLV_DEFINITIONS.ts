import { periods } from "../../core/period";
import { type Definition, definitions } from "../../core/rolling/definitions";
import { choice } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { money } from "../../sheet/words";
import { cacIfKnown } from "../arguments";
import { figureColumns, grossMargin, toFigures, windowRows } from "./figures";

const columns: Columns<Definition> = {
  Definition: column.words((row) => row.name),
  Formula: column.words((row) => row.formula),
  Basis: column.words((row) => row.basis),
  Window: column.words((row) => row.window),
  Value: column.money((row) => row.value),
};

const rowPeriod = choice({
  name: "period",
  text: 'What one row is: "day", "week", "month", "quarter" or "year".',
  choices: periods,
  otherwise: "month",
});

export const CLV_DEFINITIONS = recordsFunction({
  name: "CLV_DEFINITIONS",
  summary:
    "The same figures under nine common definitions of CLV, side by side, each with its formula, basis and window. One row of data per month; otherwise say so in period.",
  details:
    "The period sets how many rows make up a year's discount, six months and 60 months: 26 weeks or 2 quarters are six months. A value is blank if the figures are not enough for it.",
  notFor:
    "Not for picking the highest: use it to identify which definition someone else's figure has. For shop orders, use CLV_HORIZON.",
  args: [...figureColumns, grossMargin, cacIfKnown, windowRows, rowPeriod],
  columns,
  example: {
    formula: "=CLV_DEFINITIONS({1000;1000;1200}, {10;10;12}, {1;0;2}, 80%, 100, 3)",
    rows: [
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
  run: (revenue, customers, churn, gross_margin, cac, window, period) =>
    definitions(
      toFigures(revenue, customers, churn, gross_margin),
      gross_margin !== undefined,
      cac,
      window,
      period,
    ),
  explain: (records) => {
    const known = records.filter(({ value }) => value !== undefined);
    if (known.length === 0)
      return "the figures are not enough for any of the definitions: there is no churn, or too few rows are complete";
    const sorted = known.sort((a, b) => a.value! - b.value!);
    const [lowest, highest] = [sorted[0]!, sorted[sorted.length - 1]!];
    return `${known.length} definitions from ${money(lowest.value!)} (${lowest.name}, ${lowest.basis}) to ${money(highest.value!)} (${highest.name}, ${highest.basis})`;
  },
});
