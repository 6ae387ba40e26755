import { type BilledValue, billedValue, fewLost, usualGrace } from "../../core/purchases/billed";
import { buyersOf, firstDay } from "../../core/purchases/buyers";
import type { CustomerHistory } from "../../core/purchases/history";
import { usualPause } from "../../core/purchases/pause";
import { type IntervalName, intervalNames, intervals, rhythmOf } from "../../core/purchases/rhythm";
import { daysPer } from "../../core/period";
import type { DayNumber } from "../../core/day";
import { amountColumn, choice, customerColumn, dateColumn, number } from "../../sheet/argument";
import { tableOf } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { type Columns, column, columnDocs } from "../../sheet/unit";
import { percent, plain } from "../../sheet/words";
import { asOf, grossMargin } from "../arguments";
import { toPurchases } from "./purchases";

interface Billed extends Partial<BilledValue> {
  readonly interval: IntervalName | undefined;
  readonly grace?: number;
  readonly isPauseTold: boolean;
  /** Values with other lengths of grace. */
  readonly short?: number | undefined;
  readonly long?: number | undefined;
  readonly notes: readonly string[];
}

interface Row extends Billed {
  readonly margin: number;
}

const timesMargin = (value: number | undefined, margin: number) =>
  value === undefined ? undefined : value * margin;

const columns: Columns<Row> = {
  Value: column.money(({ value, margin }) => timesMargin(value, margin)),
  Low: column.money(({ low, margin }) => timesMargin(low, margin)),
  High: column.money(({ high, margin }) => timesMargin(high, margin)),
  "At least": column.money(({ atLeast, margin }) => timesMargin(atLeast, margin)),
  Lost: column.count(({ lost }) => lost),
  Payments: column.count(({ payments }) => payments),
  Churn: column.share(({ churn }) => churn),
  "Lifetime (months)": column.periods(({ lifetimeMonths }) => lifetimeMonths),
  Interval: column.words(({ interval }) => interval ?? ""),
  "Grace (days)": column.number(({ grace }) => grace),
  "Pause told": column.words(({ isPauseTold }) => (isPauseTold ? "yes" : "no")),
  "Value at 1.5 intervals": column.money(({ short, margin }) => timesMargin(short, margin)),
  "Value at 2.5 intervals": column.money(({ long, margin }) => timesMargin(long, margin)),
  Note: column.words(({ notes }) => notes.join("; ")),
};

/** Change of the value by a longer grace from which on the grace decides. */
const mostOfPause = 0.25;
/** Lifetime over history from which on it is far ahead of what was seen. */
const mostOfHistory = 3;
/** Share of gaps at the interval below which payments hardly are a bill. */
const leastShare = 0.5;

function billedOf(
  histories: readonly CustomerHistory[],
  to: DayNumber,
  wanted: IntervalName | undefined,
  graceDays: number | undefined,
): Billed {
  const buyers = buyersOf(histories);
  const rhythm = rhythmOf(buyers);
  const { months: pause, isTold: isPauseTold } = usualPause(histories, to);
  const interval = wanted ?? rhythm.nearest;
  if (interval === undefined)
    return { interval, isPauseTold, notes: ["no interval can be told from these payments: give interval"] };
  const { days } = intervals[interval];
  const least = usualGrace(days);
  const grace = graceDays ?? (isPauseTold ? Math.max(least, pause * daysPer.month) : least);
  const at = (pauseDays: number) => billedValue(buyers, to, days, pauseDays);
  const found = at(grace);
  const short = at(least).value;
  const long = at(2.5 * days).value;
  const history = (to - firstDay(buyers)) / daysPer.month;
  const { lost, payments, lifetimeMonths } = found;
  const notes = [
    payments === 0 && "all payments are younger than the pause after which one is lost",
    payments > 0 && lost === 0 && "nobody was lost, so only the least is told",
    lost > 0 && lost < fewLost && `only ${lost} lost: read At least`,
    graceDays === undefined &&
      !isPauseTold &&
      `the usual pause is not told, so ${plain(grace)} days without a payment count as lost`,
    pauseNote(short, long),
    lifetimeMonths !== undefined &&
      lifetimeMonths > mostOfHistory * history &&
      `a lifetime of ${plain(lifetimeMonths)} months is far longer than the history of ${plain(history)}`,
    wanted === undefined &&
      rhythm.share < leastShare &&
      `only ${percent(rhythm.share)} of gaps are a ${interval}: these may be orders of a shop, for which CLV_HORIZON is`,
  ];
  return {
    ...found,
    interval,
    grace,
    isPauseTold,
    short,
    long,
    notes: notes.filter((note) => typeof note === "string"),
  };
}

/** What is to be said where the value hangs on how long a payment may be late. */
function pauseNote(short: number | undefined, long: number | undefined): string | false {
  const change = short && long !== undefined ? long / short - 1 : 0;
  if (Math.abs(change) <= mostOfPause) return false;
  return `with 2.5 intervals of grace the value is ${percent(Math.abs(change))} ${change > 0 ? "higher" : "lower"} than with 1.5: late payments decide it`;
}

export const CLV_BILLED = tableFunction({
  name: "CLV_BILLED",
  summary:
    "What a customer is worth who pays a regular bill, from payments alone: revenue ÷ customers lost, with a range.",
  details:
    "For memberships, subscriptions and standing donations of which only payments are known. Not for a shop, whose customers pause: use CLV_HORIZON; nor where contracts have a start and an end: use CLV_SUBSCRIPTIONS. Each row is a payment or a part of one, and refunds are taken off. A payment is a loss where no other follows within the grace: 1.5 intervals (a year and 45 days), or the usual pause of these data where that is longer and rests on 20 quiet stretches (Pause told); grace_days sets it. Only payments older than the grace count, above and below the line. Churn is lost ÷ payments, and the lifetime 1 ÷ churn intervals. Who comes back after a longer pause counts as lost and as new.\n\nLow and High are a 90% range over customers. At least is its lower end; with fewer than 10 lost it is revenue ÷ the 95% upper limit of losses, and the value itself is rough: in an own study of real tables it was off by 40% to 67% with 3 to 7 lost, by up to 43% with 13 to 24, and within 8% from 130 on. The values at 1.5 and 2.5 intervals of grace show what late payments make of it.",
  args: [
    customerColumn(),
    dateColumn(),
    amountColumn(),
    choice({
      name: "interval",
      text: '"week", "two weeks", "month", "quarter", "half-year" or "year": how often a bill comes.',
      choices: intervalNames,
      optional: true,
      whenLeftOut: "the one that most gaps are",
    }),
    grossMargin,
    asOf,
    number({
      name: "grace_days",
      text: "Days without a payment until a customer is lost.",
      above: 0,
      optional: true,
      whenLeftOut: "1.5 intervals or the usual pause, the longer",
    }),
  ],
  columns: columnDocs(columns),
  result: `Table: ${Object.keys(columns).join(", ")}; one row`,
  example: {
    formula: '=CLV_BILLED({"Ann";"Bo";"Ann"}, {"2026-01-05";"2026-01-20";"2026-02-05"}, {10;10;10}, "month")',
    result: [Object.keys(columns)],
  },
  source:
    "Ratio of revenue to losses over the same payments; linearised variance over customers; F. Garwood (1936) for few losses",
  run: (customer, date, amount, interval, margin, as_of, grace_days) => {
    const { histories, as_of: to } = toPurchases(customer, date, amount, as_of);
    return tableOf(columns, [{ ...billedOf(histories, to, interval, grace_days), margin }]);
  },
});
