import { rate, wholeNumber } from "../../sheet/argument";

export const horizonMonths = wholeNumber({
  name: "horizon_months",
  text: "Months ahead.",
  atLeast: 1,
  atMost: 600,
  otherwise: 12,
});

export const annualDiscount = rate({
  name: "annual_discount",
  text: "Discount rate a year.",
  otherwise: 0.1,
});
