import { sum } from "../../core/math/sum";
import { refusal } from "../../core/refusal";
import { acquisitionCost } from "../../core/value/acquisitionCost";
import { type Series, series, wholeNumber } from "../../sheet/argument";
import { filled } from "../../sheet/filled";
import { tableFunction } from "../../sheet/tableFunction";
import { money, plain } from "../../sheet/words";
import { isOneValue, letOf, nativeSeries } from "../../native/given";

/** The figures of both series that belong together under a lag, none of them blank. */
function matched(
  spend: Series,
  new_customers: Series,
  lag_periods: number,
): { spend: number[]; customers: number[] } {
  if (spend.values.length === 0) throw refusal("spend must have at least one row with figures, got none");
  const pairs = spend.values.length - lag_periods;
  if (pairs <= 0)
    throw refusal(
      `lag_periods must be below the number of rows (${spend.values.length}), got ${lag_periods}`,
    );
  const take = (given: Series, from: number) =>
    filled(given, "a number of 0 or more (write 0 for none)", from, from + pairs);
  return { spend: take(spend, 0), customers: take(new_customers, lag_periods) };
}

export const CLV_CAC = tableFunction({
  name: "CLV_CAC",
  summary:
    "What winning a customer costs (CAC): all spend ÷ all customers won, one row per period. Count everything spent on winning customers, including salaries and tools.",
  details:
    "With a lag, the spend of a period counts towards the customers won that many periods later, and unmatched rows are left out.",
  notFor:
    "Not for single channels: CLV_CHANNELS matches spend and customers by channel. Not for one month alone if spend works weeks later: give the lag, or use a quarter.",
  maths: [String.raw`\text{CAC} = \frac{\sum \text{spend}}{\sum \text{new customers}}`],
  args: [
    series({ name: "spend", text: "Spend on winning customers by period, oldest first.", atLeast: 0 }),
    series({ name: "new_customers", text: "Customers won in each period.", atLeast: 0 }),
    wholeNumber({
      name: "lag_periods",
      text: "Rows between spend and the customers it won.",
      atLeast: 0,
      otherwise: 0,
    }),
  ],
  unit: "money",
  result: "Cost of one new customer",
  example: { formula: "=CLV_CAC({1000;1400}, {10;14})", result: 100 },
  source: "Acquisition spend ÷ new customers; lag-adjusted as D. McCarthy describes",
  run: (spend, new_customers, lag_periods) => {
    const pairs = matched(spend, new_customers, lag_periods);
    const cost = acquisitionCost(pairs.spend, pairs.customers);
    if (cost === undefined) throw refusal("new_customers must add up to more than 0, got 0");
    return cost;
  },
  explain: (cost, spend, new_customers, lag_periods) => {
    const pairs = matched(spend, new_customers, lag_periods);
    const lag = lag_periods === 0 ? "" : `, customers counted ${lag_periods} periods after the spend`;
    return `spend ${money(sum(pairs.spend))} ÷ ${plain(sum(pairs.customers))} new customers (${pairs.spend.length} periods${lag}) = ${money(cost)}`;
  },
  native: nativeSeries((given, args) => {
    const [spend, customers, lag = ""] = args;
    if (!spend || !customers) return undefined;
    if (given.literal(2) === undefined || given.literal(2) === "0") return `SUM(${spend})/SUM(${customers})`;
    if (!isOneValue(lag)) return undefined;
    const figures = (range: string) => `TOCOL(FILTER(${range}, ISNUMBER(${range})))`;
    const matched = `SEQUENCE(ROWS(the_spend))<=ROWS(the_spend)-(${lag})`;
    const won = `SEQUENCE(ROWS(the_customers))>(${lag})`;
    return letOf(
      [
        ["the_spend", figures(spend)],
        ["the_customers", figures(customers)],
      ],
      `SUM(FILTER(the_spend, ${matched}))/SUM(FILTER(the_customers, ${won}))`,
    );
  }),
});
