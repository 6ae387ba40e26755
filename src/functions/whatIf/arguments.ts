import { number, rate } from "../../sheet/argument";

/** The arguments that the functions of this section share. */
export const someChurnRate = rate({
  name: "churn_rate",
  text: "Share of customers lost in one period, such as 2%.",
  above: 0,
});

export const upsellRevenue = number({
  name: "upsell_revenue",
  text: "What a customer brings in per period on top of the average revenue.",
  atLeast: 0,
  optional: true,
  whenLeftOut: "none",
});
