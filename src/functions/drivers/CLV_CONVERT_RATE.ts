import { daysPer, periods } from "../../core/period";
import { choice, rate } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { percent, plain } from "../../sheet/words";

export const CLV_CONVERT_RATE = scalarFunction({
  name: "CLV_CONVERT_RATE",
  summary: "Converts a churn rate between periods, compounded: 2% a month is 21.5% a year, not 24%.",
  details: "1 − (1 − rate)^k, k being how many of the first period make one of the second.",
  args: [
    rate({ name: "rate", text: "Churn rate to convert." }),
    choice({
      name: "from_period",
      text: 'Its period: "day", "week", "month", "quarter" or "year".',
      choices: periods,
    }),
    choice({ name: "to_period", text: "Period of the result.", choices: periods }),
  ],
  result: "The rate per to_period, a fraction",
  example: { formula: '=CLV_CONVERT_RATE(2%, "month", "year")', result: 0.21528327626519997 },
  source: "Constant hazard; a year is 365.25 days, a month a twelfth of it, a week 7 days",
  run: (from_rate, from_period, to_period) =>
    -Math.expm1((daysPer[to_period] / daysPer[from_period]) * Math.log1p(-from_rate)),
  explain: (value, from_rate, from_period, to_period) =>
    `1 − (1 − ${percent(from_rate)})^${plain(daysPer[to_period] / daysPer[from_period])} (${from_period} to ${to_period}) = ${percent(value)}`,
});
