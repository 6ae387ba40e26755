import { expectedPeriods } from "../../core/value/churnValue";
import { scalarFunction } from "../../sheet/scalarFunction";
import { percent, plain } from "../../sheet/words";
import { churnRate, maxPeriods } from "../arguments";
import { nativeScalar } from "../../native/given";
import { geometric } from "../../native/geometric";

export const CLV_LIFETIME = scalarFunction({
  name: "CLV_LIFETIME",
  summary:
    "How long a customer stays on average, in the periods of the churn rate: 1 ÷ churn. A churn of 2% a month is 50 months.",
  details:
    "It assumes that churn never changes: 1% a month makes more than eight years. To count only a few years, give max_periods.",
  notFor:
    "Not if churn falls with tenure, as in most contracts: 1 ÷ overall churn is then too short for those who have stayed. CLV_TENURE and CLV_RETENTION estimate lifetimes from what was observed.",
  maths: [
    String.raw`\text{lifetime} = \frac{1}{\text{churn}}`,
    String.raw`\text{of at most } n \text{ periods:} \quad \sum_{t=0}^{n-1} (1 - \text{churn})^t = \frac{1 - (1 - \text{churn})^n}{\text{churn}}`,
  ],
  args: [churnRate, maxPeriods],
  unit: "periods",
  result: "Periods that a customer stays, the first included",
  example: { formula: "=CLV_LIFETIME(2%)", result: 50 },
  source: "Mean of the geometric distribution; with a limit Σ (1 − churn)^t",
  run: (churn_rate, max_periods) => expectedPeriods(churn_rate, 0, max_periods),
  explain: (value, churn_rate, max_periods) =>
    max_periods === undefined
      ? `1 ÷ churn ${percent(churn_rate)} = ${plain(value)} periods`
      : `Σ (1 − churn ${percent(churn_rate)})^t over at most ${max_periods} periods = ${plain(value)} periods`,
  native: nativeScalar(({ value, ifGiven }) => {
    const churn = value(0, "churn_rate");
    return ifGiven(1, "max_periods", `1/${churn}`, (terms) => geometric(`(1-${churn})`, terms));
  }),
});
