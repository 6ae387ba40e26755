import { type Period, daysPer, periods } from "../../core/period";
import { convertedRate, rateKinds } from "../../core/value/convertedRate";
import { choice, rate } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { percent, plain } from "../../sheet/words";
import { nativeScalar } from "../../native/given";
import { convertRateInSheets } from "./convertRateInSheets";

/** How many of one period make another: 12, or 1/12. */
function powerOf(from: Period, to: Period): string {
  const [shorter, longer] = [Math.min(daysPer[from], daysPer[to]), Math.max(daysPer[from], daysPer[to])];
  const times = plain(longer / shorter);
  return daysPer[to] < daysPer[from] ? `(1/${times})` : times;
}

export const CLV_CONVERT_RATE = scalarFunction({
  name: "CLV_CONVERT_RATE",
  summary:
    "Converts a rate between periods, compounded: a churn of 2% a month is 21.5% a year, not 24%. Name the kind: churn, retention and discount rates convert differently.",
  details:
    'Churn: 1 − (1 − rate)^k; retention: rate^k; discount: (1 + rate)^k − 1, where k is how many of the first period make up the second. A retention of 80% a year is 98.2% a month, a discount of 10% a year 0.797% a month: =CLV_CONVERT_RATE(80%, "year", "month", "retention").',
  notFor: "Not for amounts: monthly revenue is simply a twelfth of a year's.",
  maths: [
    String.raw`\text{churn:} \quad 1 - (1 - \text{rate})^k`,
    String.raw`\text{retention:} \quad \text{rate}^k`,
    String.raw`\text{discount:} \quad (1 + \text{rate})^k - 1`,
    String.raw`k \text{ periods of the first kind in one of the second}`,
  ],
  args: [
    rate({ name: "rate", text: "Rate to convert, such as 2%." }),
    choice({
      name: "from_period",
      text: 'Its period: "day", "week", "month", "quarter" or "year".',
      choices: periods,
    }),
    choice({ name: "to_period", text: "Period of the result.", choices: periods }),
    choice({
      name: "kind",
      text: 'Kind of rate: "churn" (customers lost), "retention" (customers kept) or "discount" (interest).',
      choices: rateKinds,
      otherwise: "churn",
    }),
  ],
  unit: "share",
  result: "The rate per to_period, a fraction",
  example: { formula: '=CLV_CONVERT_RATE(2%, "month", "year")', result: 0.21528327626519997 },
  source:
    "Churn and retention at a constant hazard, discount as compound interest; a year is 365.25 days, a month a twelfth of it, a week 7 days",
  run: (from_rate, from_period, to_period, kind) =>
    convertedRate(from_rate, daysPer[to_period] / daysPer[from_period], kind),
  explain: (value, from_rate, from_period, to_period, kind) => {
    const given = percent(from_rate);
    const base = { churn: `(1 − ${given})`, retention: given, discount: `(1 + ${given})` }[kind];
    const power = `${base}^${powerOf(from_period, to_period)}`;
    const formula = { churn: `1 − ${power}`, retention: power, discount: `${power} − 1` }[kind];
    return `${formula} (${kind}, ${from_period} to ${to_period}) = ${percent(value)}`;
  },
  native: nativeScalar(convertRateInSheets),
});
