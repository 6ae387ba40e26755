import { expectedPeriods } from "../../core/value/churnValue";
import { rate } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, percent, plain } from "../../sheet/words";
import { averageRevenue, churnRate, grossMargin, maxPeriods } from "../arguments";
import { nativeScalar } from "../../native/given";
import { geometric } from "../../native/geometric";

export const CLV_FROM_CHURN = scalarFunction({
  name: "CLV_FROM_CHURN",
  summary:
    "CLV of subscribers from their churn rate: average revenue × gross margin ÷ churn, both per month or both per year. Lost means gone for good, so not for a shop, whose customers pause: use CLV_HORIZON there.",
  details:
    "It assumes that churn never changes; max_periods caps how far ahead it counts. With an expansion rate, the revenue of those who stay grows each period: then give the average revenue of new customers, so that growth is not counted twice.",
  notFor:
    "Not for a shop, whose customers pause and come back: use CLV_HORIZON. For a table of months, use CLV_ROLLING.",
  maths: [
    String.raw`\text{CLV} = \frac{\text{average revenue} \times \text{gross margin}}{\text{churn}}`,
    String.raw`\text{with expansion:} \quad \text{CLV} = \text{average revenue} \times \text{gross margin} \times \sum_{t \ge 0} \bigl((1 - \text{churn})(1 + \text{expansion})\bigr)^t`,
  ],
  args: [
    averageRevenue,
    churnRate,
    grossMargin,
    rate({
      name: "expansion_rate",
      text: "Growth of the revenue of those who stay, per period.",
      atLeast: -1,
      otherwise: 0,
    }),
    maxPeriods,
  ],
  unit: "money",
  result: "Value of one customer, the first period's revenue included",
  example: { formula: "=CLV_FROM_CHURN(100, 2%, 80%)", result: 4000 },
  source:
    "Subscription form: ARPA × gross margin ÷ churn (C. Janz prints this example); Σ ((1 − churn)(1 + expansion))^t",
  run: (average_revenue, churn_rate, gross_margin, expansion_rate, max_periods) =>
    gross_margin * average_revenue * expectedPeriods(churn_rate, expansion_rate, max_periods),
  explain: (value, average_revenue, churn_rate, gross_margin, expansion_rate, max_periods) => {
    const terms = expectedPeriods(churn_rate, expansion_rate, max_periods);
    const growth = expansion_rate === 0 ? "" : ` and expansion ${percent(expansion_rate)}`;
    const cap = max_periods === undefined ? "" : `, at most ${max_periods} periods`;
    return `average revenue ${money(average_revenue)} × gross margin ${percent(gross_margin)} × ${plain(terms)} expected periods (churn ${percent(churn_rate)}${growth}${cap}) = ${money(value)}`;
  },
  native: nativeScalar((given) => {
    const revenue = given.value(0, "average_revenue");
    const churn = given.value(1, "churn_rate");
    const profit = `${given.valueOr(2, "gross_margin", "1")}*${revenue}`;
    const isGrowing = given.literal(3) !== undefined;
    const growth = given.valueOr(3, "expansion_rate", "0");
    const ratio = isGrowing ? `((1-${churn})*(1+${growth}))` : `(1-${churn})`;
    // Growth that makes up for churn has no value without an end.
    const endless = isGrowing ? `${profit}/IF(${ratio}<1, 1-${ratio}, 0)` : `${profit}/${churn}`;
    return given.ifGiven(4, "max_periods", endless, (terms) => `${profit}*${geometric(ratio, terms)}`);
  }),
});
