// The arguments that the functions of offers share.
import { number, rate } from "../../sheet/argument";

export const customerValue = number({
  name: "value",
  text: "What the customer is worth if they stay, as gross profit.",
  atLeast: 0,
});

const probability = {
  name: "churn_probability",
  text: "Chance that they leave without an offer, such as 30%.",
} as const;
export const churnProbability = rate(probability);

const success = {
  name: "success_rate",
  text: "Share of would-be leavers whom the offer keeps.",
} as const;
export const successRate = rate(success);

const contact = {
  name: "contact_cost",
  text: "Cost of each contact, whether or not the offer is taken.",
  atLeast: 0,
} as const;
export const contactCost = number({ ...contact, otherwise: 0 });

const stayers = {
  name: "taken_by_stayers",
  text: "Share of stayers who take the offer too.",
} as const;
export const takenByStayers = rate({ ...stayers, otherwise: 1 });

/** What each of them says, for the function that takes one for all customers or one for each. */
export const texts = { probability, success, contact, stayers } as const;
