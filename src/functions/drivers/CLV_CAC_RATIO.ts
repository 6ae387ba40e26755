import { number } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, plain } from "../../sheet/words";
import { nativeScalar } from "../../native/given";

export const CLV_CAC_RATIO = scalarFunction({
  name: "CLV_CAC_RATIO",
  summary:
    "How many times their acquisition cost a customer is worth: CLV ÷ CAC. A common target is 3 or more, with CLV as gross profit, not yet net of CAC.",
  notFor:
    "Not with revenue instead of gross profit: at a margin of 20% to 30%, the ratio looks three to five times too good. Not with a value that is already net of CAC.",
  maths: [String.raw`\frac{\text{CLV}}{\text{CAC}}`],
  args: [
    number({ name: "clv", text: "CLV, not net of CAC." }),
    number({ name: "cac", text: "Cost of winning one customer.", above: 0 }),
  ],
  unit: "ratio",
  result: "Ratio of value to cost",
  example: { formula: "=CLV_CAC_RATIO(3000, 1000)", result: 3 },
  source: "LTV:CAC ratio",
  run: (clv, cac) => clv / cac,
  explain: (value, clv, cac) => `CLV ${money(clv)} ÷ CAC ${money(cac)} = ${plain(value)}`,
  native: nativeScalar(({ value }) => `${value(0, "clv")}/${value(1, "cac")}`),
});
