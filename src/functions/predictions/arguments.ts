import { periods } from "../../core/period";
import { choice, date, rate, wholeNumber } from "../../sheet/argument";

export const asOf = date({
  name: "as_of",
  text: "Day up to which rows count.",
  optional: true,
  whenLeftOut: "the latest date in the data",
});

export const modelPeriod = choice({
  name: "period",
  text: 'Unit of time: "day", "week", "month", "quarter" or "year".',
  choices: periods,
  otherwise: "week",
});

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

export const grossMargin = rate({
  name: "gross_margin",
  text: "Share of revenue that is gross profit.",
  otherwise: 1,
});
