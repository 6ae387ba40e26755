import { refusal } from "../../core/refusal";
import { retainedRevenue } from "../../core/value/retainedRevenue";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, percent } from "../../sheet/words";
import { nativeScalar } from "../../native/given";
import { contraction, expansion, lost, mrrAtStart } from "./movements";

export const CLV_NRR = scalarFunction({
  name: "CLV_NRR",
  summary:
    "Net revenue retention: what the customers at the start pay at the end ÷ what they paid at the start. Above 100%, they grow by more than is lost. New customers do not count.",
  details:
    "(MRR at start + expansion − contraction − lost) ÷ MRR at start, all of one period, usually a year. Monthly figures give monthly NRR; do not add it up. Leave out reactivation and what new customers pay.",
  notFor:
    "From rows of subscriptions, CLV_SUBSCRIPTIONS gives all of this period by period. Not for finding out who leaves: growth of a few hides it, so look at CLV_GRR.",
  maths: [
    String.raw`\text{NRR} = \frac{\text{MRR at start} + \text{expansion} - \text{contraction} - \text{lost}}{\text{MRR at start}}`,
  ],
  args: [mrrAtStart, expansion, contraction, lost],
  unit: "share",
  result: "Share of revenue kept and grown, a fraction; 1 is 100%",
  example: { formula: "=CLV_NRR(1000, 150, 30, 70)", result: 1.05 },
  source: "Net revenue retention: (start + expansion − contraction − lost) ÷ start",
  run: (mrr_at_start, expansion, contraction, lost) => {
    const share = retainedRevenue(mrr_at_start, expansion, contraction, lost);
    if (share !== undefined) return share;
    throw refusal(
      `contraction must be, with lost, at most mrr_at_start + expansion (${mrr_at_start + expansion}), got ${contraction + lost}`,
    );
  },
  explain: (value, mrr_at_start, expansion, contraction, lost) =>
    `(MRR at start ${money(mrr_at_start)} + expansion ${money(expansion)} − contraction ${money(contraction)} − lost ${money(lost)}) ÷ MRR at start = ${percent(value)}`,
  native: nativeScalar(({ value }) => {
    const start = value(0, "mrr_at_start");
    return `(${start}+${value(1, "expansion")}-${value(2, "contraction")}-${value(3, "lost")})/${start}`;
  }),
});
