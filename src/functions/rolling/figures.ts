import { type Figures, kindOfChurn } from "../../core/rolling/figures";
import { spacingOf } from "../../core/rolling/spacing";
import { refusal } from "../../core/refusal";
import type { DayNumber } from "../../core/day";
import type { Period } from "../../core/period";
import { quoted } from "../../sheet/fault";
import { filled } from "../../sheet/filled";
import { type CountOrRate, countOrRateReader, periodReader, rateReader } from "../../sheet/reader";
import { saysRate } from "../../sheet/rateHeading";
import { type Series, choice, oneOrSeries, rate, series, seriesOf, wholeNumber } from "../../sheet/argument";

/** The arguments that the functions of this section share: first what they read of each period. */
export const figureColumns = [
  series({ name: "revenue", text: "Revenue of each period, oldest first." }),
  series({
    name: "customers",
    text: "Customers at the start of each period, not at its end.",
    atLeast: 0,
  }),
  seriesOf(
    { name: "churn", text: "Customers lost in the period, or churn rates such as 2%." },
    countOrRateReader,
  ),
] as const;
export const periodSeries = seriesOf(
  { name: "period", text: "Period of each row, oldest first." },
  periodReader,
);

export type ChurnSeries = Series<CountOrRate>;
export const windowRows = wholeNumber({
  name: "window",
  text: "How many of the latest rows to use.",
  atLeast: 1,
  otherwise: 12,
});
export const grossMargin = oneOrSeries(
  {
    name: "gross_margin",
    text: "Gross profit ÷ revenue: one rate, or one per period.",
    optional: true,
    whenLeftOut: "100%",
  },
  rateReader(),
);
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

/** The heading of a churn column where it says that rates stand below it. */
const churnHeading = ({ heading }: ChurnSeries) =>
  heading !== undefined && saysRate(heading) ? quoted(heading.trim()) : undefined;

export function toFigures(
  revenue: Series,
  customers: Series,
  churn: ChurnSeries,
  gross_margin: Series | number = 1,
): Figures {
  if (revenue.values.length === 0) throw refusal("revenue must have at least one row with figures, got none");
  return {
    revenue: revenue.values,
    customers: customers.values,
    churn: churn.values.map((one) => one?.value),
    churnIs: kindOfChurn(churn.values, churnHeading(churn), churn.place),
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
