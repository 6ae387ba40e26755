// Arguments that several functions share: the same name means the same everywhere.
import { periods } from "../core/period";
import { choice, date, number, valueOfRow, rate, wholeNumber } from "../sheet/argument";
import { dateReader, identityReader } from "../sheet/reader";

export const customerColumn = valueOfRow({ name: "customer", text: "Customer of each row." }, identityReader);

export const dateColumn = valueOfRow({ name: "date", text: "Date of each row." }, dateReader);

export const averageRevenue = number({
  name: "average_revenue",
  text: "Mean revenue per customer in one period, such as a month.",
  atLeast: 0,
});

export const lifetime = number({
  name: "lifetime",
  text: "How many of these periods a customer stays.",
  atLeast: 0,
});

export const grossMargin = rate({
  name: "gross_margin",
  text: "Gross profit ÷ revenue, such as 80%.",
  otherwise: 1,
});

export const churnRate = rate({
  name: "churn_rate",
  text: "Share of customers lost in one period, such as 2%.",
});

const acquisitionCost = {
  name: "cac",
  text: "Cost of winning one customer.",
  atLeast: 0,
} as const;

export const cac = number(acquisitionCost);

export const cacIfAny = number({ ...acquisitionCost, otherwise: 0 });

/** Without it there is no cost, and nothing net of it has a value. */
export const cacIfKnown = number({ ...acquisitionCost, optional: true, whenLeftOut: "not counted" });

export const maxPeriods = wholeNumber({
  name: "max_periods",
  text: "Most periods to count, such as 60.",
  atLeast: 1,
  optional: true,
  whenLeftOut: "no limit",
});

export const calendarPeriod = choice({
  name: "period",
  text: '"day", "week", "month", "quarter" or "year".',
  choices: periods,
  otherwise: "month",
});

const unitOfTime = {
  name: "period",
  text: '"day", "week", "month" (365.25 ÷ 12 days), "quarter" or "year".',
  choices: periods,
} as const;

export const timeInMonths = choice({ ...unitOfTime, otherwise: "month" });

export const timeInWeeks = choice({ ...unitOfTime, otherwise: "week" });

export const asOf = date({
  name: "as_of",
  text: "Last day that counts.",
  optional: true,
  whenLeftOut: "the latest in the data",
});

/** What a pause that is left out is, until a customer is lost. */
export const usualPauseInWords = "the usual pause of these data (see CLV_CHECK)";

export const inactiveMonths = number({
  name: "inactive_after",
  text: "Months (365.25 ÷ 12 days) without a purchase after which a customer is lost.",
  above: 0,
  optional: true,
  whenLeftOut: usualPauseInWords,
});

export const confidence = rate({
  name: "confidence",
  text: "How sure to be that the range holds the true value.",
  above: 0,
  atMost: 0.9999,
  otherwise: 0.95,
});
