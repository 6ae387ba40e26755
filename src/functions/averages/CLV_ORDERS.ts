import { number } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, percent, plain } from "../../sheet/words";
import { cacIfAny, grossMargin } from "../arguments";
import { nativeScalar } from "../../native/given";

export const CLV_ORDERS = scalarFunction({
  name: "CLV_ORDERS",
  summary:
    "CLV of a shop from averages: order value × orders per period × lifetime × gross margin, less CAC if you give it. Orders and lifetime use the same period, such as years.",
  details: "A rough value: nobody has observed that lifetime.",
  notFor:
    "If you have the orders themselves: CLV_HORIZON gives the value of a new customer, CLV_PREDICT that of each existing one.",
  maths: [
    String.raw`\text{CLV} = \text{average order value} \times \text{orders per period} \times \text{lifetime} \times \text{gross margin} - \text{CAC}`,
  ],
  args: [
    number({ name: "average_order_value", text: "Revenue of one order.", atLeast: 0 }),
    number({ name: "orders_per_period", text: "Orders of one customer per period.", atLeast: 0 }),
    number({ name: "lifetime", text: "Periods during which a customer keeps buying.", atLeast: 0 }),
    cacIfAny,
    grossMargin,
  ],
  unit: "money",
  result: "Value of one customer over the lifespan, net of CAC if given",
  example: { formula: "=CLV_ORDERS(60, 4, 3, 50, 40%)", result: 238 },
  source: "Order value × purchase frequency × customer lifespan − customer acquisition cost",
  run: (average_order_value, orders_per_period, lifetime, cac, gross_margin) =>
    average_order_value * orders_per_period * lifetime * gross_margin - cac,
  explain: (value, average_order_value, orders_per_period, lifetime, cac, gross_margin) =>
    `average order ${money(average_order_value)} × ${plain(orders_per_period)} orders a period × lifetime ${plain(lifetime)} × gross margin ${percent(gross_margin)} − CAC ${money(cac)} = ${money(value)}`,
  native: nativeScalar(
    ({ value, valueOr }) =>
      `${value(0, "average_order_value")}*${value(1, "orders_per_period")}*${value(2, "lifetime")}` +
      `*${valueOr(4, "gross_margin", "1")}-${valueOr(3, "cac", "0")}`,
  ),
});
