import { refusal } from "../../core/refusal";
import { number } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, plain } from "../../sheet/words";
import { nativeScalar } from "../../native/given";
import { contraction, expansion, lost } from "./movements";

export const CLV_QUICK_RATIO = scalarFunction({
  name: "CLV_QUICK_RATIO",
  summary:
    "How much recurring revenue was won for each 1 lost: (new + expansion + reactivation) ÷ (contraction + lost). 4 is a common target for young companies; below 1, revenue shrinks.",
  details:
    "All figures are of one period. The ratio says nothing about speed or cost: 4 may mean little won and even less lost. If nothing was lost there is no ratio: leave the period out, or use a longer one.",
  notFor:
    "Not for shop orders, which have no recurring revenue. From rows of subscriptions, CLV_SUBSCRIPTIONS has the columns it divides.",
  maths: [
    String.raw`\frac{\text{new} + \text{expansion} + \text{reactivation}}{\text{contraction} + \text{lost}}`,
  ],
  args: [
    number({ name: "new_mrr", text: "MRR of customers won in the period.", atLeast: 0 }),
    expansion,
    contraction,
    lost,
    number({
      name: "reactivation",
      text: "MRR of customers who came back in the period.",
      atLeast: 0,
      otherwise: 0,
    }),
  ],
  unit: "ratio",
  result: "Ratio of revenue won to revenue lost",
  example: { formula: "=CLV_QUICK_RATIO(300, 150, 30, 70, 50)", result: 5 },
  source: "SaaS quick ratio, M. Dupré: MRR added ÷ MRR lost",
  run: (new_mrr, expansion, contraction, lost, reactivation) => {
    if (contraction + lost > 0) return (new_mrr + expansion + reactivation) / (contraction + lost);
    throw refusal(
      "contraction must be above 0 where lost is 0, since there is no ratio without losses, got 0",
    );
  },
  explain: (value, new_mrr, expansion, contraction, lost, reactivation) => {
    const back = reactivation === 0 ? "" : ` + reactivation ${money(reactivation)}`;
    return `(new ${money(new_mrr)} + expansion ${money(expansion)}${back}) ÷ (contraction ${money(contraction)} + lost ${money(lost)}) = ${plain(value)}`;
  },
  native: nativeScalar(({ value, valueOr }) => {
    const won = `${value(0, "new_mrr")}+${value(1, "expansion")}+${valueOr(4, "reactivation", "0")}`;
    return `(${won})/(${value(2, "contraction")}+${value(3, "lost")})`;
  }),
});
