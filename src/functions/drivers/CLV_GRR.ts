import { refusal } from "../../core/refusal";
import { retainedRevenue } from "../../core/value/retainedRevenue";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, percent } from "../../sheet/words";
import { nativeScalar } from "../../native/given";
import { contraction, lost, mrrAtStart } from "./movements";

export const CLV_GRR = scalarFunction({
  name: "CLV_GRR",
  summary:
    "Gross revenue retention: the share of revenue at the start that is still paid at the end, ignoring growth. It never exceeds 100%.",
  details:
    "(MRR at start − contraction − lost) ÷ MRR at start, all of one period. Unlike CLV_NRR, it does not let a few growing customers hide the many who leave. Count only reductions by customers who were there at the start.",
  notFor:
    "From rows of subscriptions, CLV_SUBSCRIPTIONS gives all of this period by period. Not for shop orders, which have no recurring revenue.",
  maths: [
    String.raw`\text{GRR} = \frac{\text{MRR at start} - \text{contraction} - \text{lost}}{\text{MRR at start}}`,
  ],
  args: [mrrAtStart, contraction, lost],
  unit: "share",
  result: "Share of revenue kept, a fraction",
  example: { formula: "=CLV_GRR(1000, 30, 70)", result: 0.9 },
  source: "Gross revenue retention: (start − contraction − lost) ÷ start",
  run: (mrr_at_start, contraction, lost) => {
    const share = retainedRevenue(mrr_at_start, 0, contraction, lost);
    if (share !== undefined) return share;
    throw refusal(
      `contraction must be, with lost, at most mrr_at_start (${mrr_at_start}), got ${contraction + lost}`,
    );
  },
  explain: (value, mrr_at_start, contraction, lost) =>
    `(MRR at start ${money(mrr_at_start)} − contraction ${money(contraction)} − lost ${money(lost)}) ÷ MRR at start = ${percent(value)}`,
  native: nativeScalar(({ value }) => {
    const start = value(0, "mrr_at_start");
    return `(${start}-${value(1, "contraction")}-${value(2, "lost")})/${start}`;
  }),
});
