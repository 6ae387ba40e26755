import { paybackPeriods } from "../../core/value/payback";
import { rate } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, percent, plain } from "../../sheet/words";
import { averageRevenue, cac, grossMargin } from "../arguments";
import { nativeScalar } from "../../native/given";

export const CLV_PAYBACK = scalarFunction({
  name: "CLV_PAYBACK",
  summary:
    "How many periods a customer takes to earn back what winning them cost, in the period of the average revenue, such as months. A churn rate allows for those lost on the way.",
  details: "12 months or less is a common target. Give the gross margin: revenue alone pays nothing back.",
  notFor:
    "If you have orders by customer, CLV_CURVE and CLV_CHANNELS observe the payback instead of assuming the same revenue in every period.",
  maths: [
    String.raw`\text{payback} = \frac{\text{CAC}}{g}, \qquad g = \text{average revenue} \times \text{gross margin}`,
    String.raw`\text{with churn:} \quad \frac{\ln(1 - \text{CAC} \times \text{churn} / g)}{\ln(1 - \text{churn})}`,
  ],
  args: [
    cac,
    averageRevenue,
    grossMargin,
    rate({ name: "churn_rate", text: "Share of customers lost in one period, such as 2%.", otherwise: 0 }),
  ],
  unit: "periods",
  result: "Number of periods; an error if the cost is never paid back",
  example: { formula: "=CLV_PAYBACK(600, 100, 80%)", result: 7.5 },
  source: "CAC ÷ (ARPC × margin); with churn ln(1 − CAC·c ÷ (ARPC·m)) ÷ ln(1 − c)",
  run: (cac, average_revenue, gross_margin, churn_rate) =>
    paybackPeriods(cac, average_revenue * gross_margin, churn_rate),
  explain: (value, cac, average_revenue, gross_margin, churn_rate) => {
    const churn = churn_rate === 0 ? "" : `, with churn ${percent(churn_rate)}`;
    return `CAC ${money(cac)} against average revenue ${money(average_revenue)} × gross margin ${percent(gross_margin)}${churn} = ${plain(value)} periods`;
  },
  native: nativeScalar((given) => {
    const cost = given.value(0, "cac");
    const profit = given.named(
      "profit",
      `${given.value(1, "average_revenue")}*${given.valueOr(2, "gross_margin", "1")}`,
    );
    const plain = `${cost}/${profit}`;
    if (given.literal(3) === undefined) return `IF(${cost}=0, 0, ${plain})`;
    const churn = given.valueOr(3, "churn_rate", "0");
    const atOnce = `IF(${cost}<=${profit}, ${plain}, NA())`;
    const withChurn = `LN(1-${plain}*${churn})/LN(1-${churn})`;
    return `IF(${cost}=0, 0, IF(${churn}=0, ${plain}, IF(${churn}=1, ${atOnce}, ${withChurn})))`;
  }),
});
