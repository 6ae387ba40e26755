import { number } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, plain } from "../../sheet/words";
import { nativeScalar } from "../../native/given";

export const CLV_MAX_CAC = scalarFunction({
  name: "CLV_MAX_CAC",
  summary:
    "The most that winning a customer may cost to reach a ratio of CLV to CAC: CLV ÷ ratio. Give CLV as gross profit, not yet net of CAC.",
  notFor:
    "Not if cash is short: a cost that pays off in five years may be within the ratio. Look at CLV_PAYBACK too.",
  maths: [String.raw`\text{CAC} \le \frac{\text{CLV}}{\text{target ratio}}`],
  args: [
    number({ name: "clv", text: "CLV, not net of CAC.", atLeast: 0 }),
    number({ name: "target_ratio", text: "CLV ÷ CAC to reach.", above: 0, otherwise: 3 }),
  ],
  unit: "money",
  result: "Highest acquisition cost of one customer",
  example: { formula: "=CLV_MAX_CAC(3000)", result: 1000 },
  source: "LTV:CAC ratio, solved for CAC",
  run: (clv, target_ratio) => clv / target_ratio,
  explain: (value, clv, target_ratio) =>
    `CLV ${money(clv)} ÷ target ratio ${plain(target_ratio)} = ${money(value)}`,
  native: nativeScalar(({ value, valueOr }) => `${value(0, "clv")}/${valueOr(1, "target_ratio", "3")}`),
});
