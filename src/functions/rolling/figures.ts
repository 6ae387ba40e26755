import { type Figures, kindOfChurn } from "../../core/rolling/figures";
import { spacingOf } from "../../core/rolling/spacing";
import { refusal } from "../../core/refusal";
import type { DayNumber } from "../../core/day";
import type { Period } from "../../core/period";
import { filled } from "../../sheet/filled";
import { type Series, choice, rate, rateOrSeries, series, wholeNumber } from "../../sheet/argument";

/** The arguments that the functions of this section share. */
export const revenueSeries = series({ name: "revenue", text: "Revenue of each period, oldest first." });
export const customersSeries = series({
  name: "customers",
  text: "Customers at the start of each period.",
  atLeast: 0,
});
export const churnSeries = series({
  name: "churn",
  text: "Customers lost in each period, or churn rates such as 2%.",
  atLeast: 0,
});
export const windowRows = wholeNumber({
  name: "window",
  text: "Latest rows to average.",
  atLeast: 1,
  otherwise: 12,
});
export const grossMargin = rateOrSeries({
  name: "gross_margin",
  text: "Gross profit ÷ revenue: one rate, or one a period.",
  whenLeftOut: "100%",
});
export const method = choice({
  name: "method",
  text: '"average" (mean of the ratios) or "pooled" (ratio of the sums).',
  choices: ["average", "pooled"],
  otherwise: "average",
});
export const singleGrossMargin = rate({
  name: "gross_margin",
  text: "Gross profit ÷ revenue.",
  optional: true,
  whenLeftOut: "100%",
});

export function toFigures(
  revenue: Series,
  customers: Series,
  churn: Series,
  gross_margin: Series | number = 1,
): Figures {
  if (revenue.values.length === 0) throw refusal("revenue must have at least one row with figures, got none");
  return {
    revenue: revenue.values,
    customers: customers.values,
    churn: churn.values,
    churnIs: kindOfChurn(churn.values, churn.place),
    grossMargin: typeof gross_margin === "number" ? gross_margin : gross_margin.values,
    place: revenue.place,
  };
}

/** The days of a period column, none of them blank, and how they are spaced. */
export function toPeriods(period: Series): {
  readonly days: readonly DayNumber[];
  readonly spacing: Period | undefined;
} {
  const days = filled(period, "a date in every row");
  return { days, spacing: spacingOf(days, period.place) };
}
