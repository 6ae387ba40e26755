import { fitToRelyOn } from "../../core/prediction/fit";
import { youngHistory } from "../../core/prediction/forecast/backtest";
import { type ForecastMonth, forecast } from "../../core/prediction/forecast/forecast";
import type { Seasons } from "../../core/prediction/seasons";
import { number, unread, wholeNumber } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { counted, percent, plain } from "../../sheet/words";
import { grossMargin } from "../arguments";
import { optionalFit } from "../predictions/fitBlock";
import { purchaseColumns, toPurchases } from "../tables/purchases";
import { factorsOf } from "./factors";

const monthNames =
  "January February March April May June July August September October November December".split(" ");

/** Indices that differ from 1 by less are not worth a sentence. */
const leastSeason = 0.02;

/** Between which months orders range. */
function seasonsInWords({ years, at }: Seasons): string {
  if (years === 0) return "Less than two whole years of repeat orders: the forecast has no seasons.";
  const indices = monthNames.map((_, month) => at(month));
  const [low, high] = [Math.min(...indices), Math.max(...indices)];
  if (Math.max(high - 1, 1 - low) < leastSeason) return `The last ${years} years show no seasons.`;
  const named = (index: number) => monthNames[indices.indexOf(index)];
  return `Seasons of the last ${years} years: from ${percent(low)} of an average month's orders in ${named(low)} to ${percent(high)} in ${named(high)}.`;
}

/** A month, and in the first row what is to be known of all of them. */
type Row = ForecastMonth & { readonly note: string };

const columns: Columns<Row> = {
  Period: column.period((row) => row.firstDay),
  "Orders of today's customers": column.number((row) => row.orders),
  "Revenue of today's customers": column.money((row) => row.revenue),
  "Revenue of new customers": column.money((row) => row.revenueOfNew),
  Total: column.money((row) => row.total),
  Low: column.money((row) => row.low),
  High: column.money((row) => row.high),
  Note: column.words((row) => row.note),
  "Seasonal index": column.number((row) => row.index),
};

export const CLV_FORECAST = recordsFunction({
  name: "CLV_FORECAST",
  summary:
    "Revenue in the months ahead, from today's customers and from new ones, with a 90% range for each month. For shop orders, not subscriptions: for those, use CLV_SUBSCRIPTIONS.",
  details: [
    "Months are calendar months after the latest date; if that month is unfinished, the first row covers the rest of it and Period is the day after the latest date. Today's customers order as the models of CLV_FIT expect, at their expected order value. New customers arrive evenly through the month: the mean of the last 12 whole months, or the number you give; 0 forecasts today's customers alone. Each brings the mean first order, then a newcomer's expected orders at the mean repeat order. With a gross margin, all figures are gross profit. Each row of the data is an order or part of one.",
    "From two whole years on, repeat orders follow their seasons, and so do new customers if their number comes from the data: an index by calendar month over at most the last five years, compared with what the model expects. Seasonal index shows the index of orders. Years that disagree pull it towards 1, so chance does not look like a season.",
    "Use factor for plans, one per month: 1.4 for a sale multiplies all orders of that month, including those of new customers and the seasonal effect; 0.9 throughout means a market that shrinks by a tenth. With less than two years of data, enter the seasons here.",
    "Low and High are a 90% range of the month's Total: uncertainty about the model, what customers do, what orders are worth, how many new ones come, and how far off forecasts of the last two years would have been. A new_customers that you give counts as certain. The range held 88% to 91% of months on simulated shops, and 86% to 97% by table on 780 held-out months of four tables of four to eleven years; fewer when a shop changes as never before. Do not add up Lows or Highs: their sums are too far apart for a year.",
    `Note, in the first row, says how many new customers per month are assumed and from how many months, which years the seasons come from and how strong they are, or that the history is too short, and repeats the warnings of CLV_FIT.`,
  ].join("\n\n"),
  notFor:
    "Not for subscriptions: use CLV_SUBSCRIPTIONS and their MRR. Not for a yearly range: Lows and Highs do not add up. Above about 200,000 rows, fit first and give the table as fit: Sheets stops a formula after 30 seconds.",
  args: [
    ...purchaseColumns,
    wholeNumber({
      name: "months",
      text: "Calendar months ahead, including one that has begun.",
      atLeast: 1,
      atMost: 120,
      otherwise: 12,
    }),
    number({
      name: "new_customers",
      text: "New customers per month; 0 for none.",
      atLeast: 0,
      atMost: 1e9,
      optional: true,
      whenLeftOut: "the mean of the last 12 whole months",
    }),
    grossMargin,
    unread({
      name: "factor",
      text: "Multiplies the orders: one number, or one per month.",
      optional: true,
      whenLeftOut: "1",
    }),
    optionalFit,
  ],
  columns,
  picture: {
    kind: "lines",
    caption: "Revenue to come, with its 90% range",
    label: "Period",
    series: ["Total"],
    range: ["Low", "High"],
  },
  example: { formula: "=CLV_FORECAST(A2:A, B2:B, C2:C)" },
  source:
    "Conditional expectations of the models of CLV_FIT, and of a newcomer; own prediction interval from the moments of a month's revenue and from forecasts of the past",
  run: (customer, date, amount, months, new_customers, gross_margin, factor, given) => {
    const { histories, as_of } = toPurchases(customer, date, amount);
    const factors = factorsOf(factor, months);
    const fit = given ?? fitToRelyOn(histories, as_of, "week", "auto");
    const terms = { newCustomers: new_customers, margin: gross_margin, factors };
    const { months: ahead, arrivals, seasons, isYoung } = forecast(histories, as_of, fit, terms);
    const notes = [
      `${plain(arrivals.mean)} new customers per month, ${arrivals.months === 0 ? "as given" : `the mean of ${counted(arrivals.months, "month")}`}.`,
      arrivals.monthsLeftOut > 0 &&
        `Customers of the first ${counted(arrivals.monthsLeftOut, "month")} look older than the data and do not count as new.`,
      isYoung
        ? `At most ${youngHistory} months of history, too few to see seasons, so the range is wider.`
        : seasonsInWords(seasons.repeats),
      ...(fit.warnings ?? []),
    ];
    const note = notes.filter((one) => typeof one === "string").join(" ");
    return ahead.map((month, index): Row => ({ ...month, note: index === 0 ? note : "" }));
  },
});
