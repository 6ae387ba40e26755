import { refusal } from "../../core/refusal";
import { number } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { percent, plain } from "../../sheet/words";
import { nativeScalar } from "../../native/given";

export const CLV_CHURN_RATE = scalarFunction({
  name: "CLV_CHURN_RATE",
  summary:
    "Churn rate of a period: the share of customers at its start who are lost by its end. Customers won in the period do not count.",
  notFor:
    "For a run of months or years, CLV_ROLLING and CLV_TREND take the customers lost directly. For shop orders, where nobody says goodbye, use CLV_KPIS.",
  maths: [String.raw`\text{churn rate} = \frac{\text{customers lost}}{\text{customers at start}}`],
  args: [
    number({
      name: "customers_lost",
      text: "Customers lost, out of those at the start.",
      atLeast: 0,
    }),
    number({ name: "customers_at_start", text: "Customers at the start.", above: 0 }),
  ],
  unit: "share",
  result: "Share of customers lost, a fraction",
  example: { formula: "=CLV_CHURN_RATE(5, 200)", result: 0.025 },
  source: "Customers lost ÷ customers at the period's start",
  run: (customers_lost, customers_at_start) => {
    if (customers_lost <= customers_at_start) return customers_lost / customers_at_start;
    throw refusal(
      `customers_lost must be at most customers_at_start (${customers_at_start}), got ${customers_lost}`,
    );
  },
  explain: (value, customers_lost, customers_at_start) =>
    `${plain(customers_lost)} customers lost ÷ ${plain(customers_at_start)} at the start = ${percent(value)}`,
  native: nativeScalar(({ value }) => `${value(0, "customers_lost")}/${value(1, "customers_at_start")}`),
});
