import type { DayNumber } from "../../core/day";
import { daysPer } from "../../core/period";
import { type BilledValue, billedValue, fewLost, leastGrace, usualGrace } from "../../core/purchases/billed";
import { buyersOf, firstDay } from "../../core/purchases/buyers";
import type { CustomerHistory } from "../../core/purchases/history";
import { usualPause } from "../../core/purchases/pause";
import {
  type IntervalName,
  type Rhythm,
  intervalNames,
  intervals,
  leastShareOfBill,
  rhythmOf,
} from "../../core/purchases/rhythm";
import { paybackPeriods } from "../../core/value/payback";
import { choice, number } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { percent, plain } from "../../sheet/words";
import { asOf, cacIfKnown, grossMargin } from "../arguments";
import { purchaseColumns, toPurchases } from "../tables/purchases";

interface Row extends Partial<BilledValue> {
  readonly interval: IntervalName | undefined;
  readonly grace?: number;
  readonly isPauseTold: boolean;
  /** Values with other lengths of grace. */
  readonly short?: number | undefined;
  readonly long?: number | undefined;
  readonly margin: number;
  readonly cac: number | undefined;
  readonly notes: readonly (string | false)[];
}

const timesMargin = (value: number | undefined, margin: number) =>
  value === undefined ? undefined : value * margin;

/** Months until the cost is paid back at the value ÷ lifetime a month, those lost on the way allowed for. */
function paybackOf({ value, lifetimeMonths, margin, cac }: Row): number | undefined {
  if (cac === undefined || value === undefined || lifetimeMonths === undefined) return undefined;
  const lifetime = Math.max(1, lifetimeMonths);
  const worth = value * margin;
  return cac < worth ? paybackPeriods(cac, worth / lifetime, 1 / lifetime) : undefined;
}

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
  "Payback (months)": column.periods(paybackOf),
  Note: column.words(({ notes }) => notes.filter(Boolean).join("; ")),
};

/** Change of the value by a longer grace from which on the grace decides. */
const mostOfPause = 0.25;
/** Lifetime over history from which on it is far ahead of what was seen. */
const mostOfHistory = 3;
/** Grace in intervals that the value is compared with. */
const longGrace = 2.5;

function billedOf(
  histories: readonly CustomerHistory[],
  to: DayNumber,
  wanted: IntervalName | undefined,
  graceDays: number | undefined,
): Omit<Row, "margin" | "cac"> {
  const buyers = buyersOf(histories);
  const rhythm = rhythmOf(buyers);
  const pause = usualPause(histories, to);
  const isPauseTold = pause.isTold;
  const interval = wanted ?? rhythm.nearest;
  if (interval === undefined)
    return { interval, isPauseTold, notes: ["these payments show no regular interval: give interval"] };
  const { days } = intervals[interval];
  const grace = graceDays ?? usualGrace(days, pause);
  const found = billedValue(buyers, to, days, grace);
  const short = billedValue(buyers, to, days, leastGrace(days)).value;
  const long = billedValue(buyers, to, days, longGrace * days).value;
  const notes = [
    lostNote(found),
    graceDays === undefined &&
      !isPauseTold &&
      `the usual pause is unknown, so ${plain(grace)} days without a payment count as lost`,
    pauseNote(short, long),
    lifetimeNote(found, buyers.length > 0 ? (to - firstDay(buyers)) / daysPer.month : 0),
    rhythmNote(interval, wanted !== undefined, rhythm),
  ];
  return { ...found, interval, grace, isPauseTold, short, long, notes };
}

function lostNote({ lost, payments }: BilledValue): string | false {
  if (payments === 0) return "no payment is old enough to tell whether another follows";
  if (lost === 0) return "nobody was lost, so only a lower limit is known";
  return lost < fewLost && `only ${lost} lost: read At least`;
}

function lifetimeNote({ lifetimeMonths }: BilledValue, history: number): string | false {
  if (lifetimeMonths === undefined || lifetimeMonths <= mostOfHistory * history) return false;
  return `a lifetime of ${plain(lifetimeMonths)} months is far longer than the history of ${plain(history)}`;
}

function rhythmNote(interval: IntervalName, isGiven: boolean, { nearest, share }: Rhythm): string | false {
  const isBill = share >= leastShareOfBill;
  if (isGiven && isBill && nearest !== interval)
    return `${percent(share)} of gaps fit another interval (${nearest})`;
  return (
    !isGiven &&
    !isBill &&
    `only ${percent(share)} of gaps fit the interval (${interval}), so these may be orders of a shop: use CLV_HORIZON`
  );
}

/** What is to be said where the value hangs on how long a payment may be late. */
function pauseNote(short: number | undefined, long: number | undefined): string | false {
  const change = short && long !== undefined ? long / short - 1 : 0;
  if (Math.abs(change) <= mostOfPause) return false;
  return `with 2.5 intervals of grace the value is ${percent(Math.abs(change))} ${change > 0 ? "higher" : "lower"} than with 1.5: give grace_days if you know how late a payment may be`;
}

export const CLV_BILLED = recordsFunction({
  name: "CLV_BILLED",
  summary:
    "What a customer who pays a regular bill is worth, from payments alone: revenue ÷ customers lost, with a range.",
  details:
    "For memberships, subscriptions and standing donations of which you know only the payments. Each row is a payment or part of one; refunds are subtracted.\n\nA payment is a loss if no other follows within the grace period: 1.5 intervals (a year and 45 days), or the usual pause of these data if that is longer and rests on 20 quiet stretches (Pause told); grace_days overrides it. Only payments older than the grace period count, in numerator and denominator alike. Churn is lost ÷ payments, and lifetime 1 ÷ churn intervals. A customer who returns after a longer pause counts as lost and as new.\n\nLow and High are a 90% range over customers. At least is its lower end; with fewer than 10 lost it is revenue ÷ the 95% upper limit of losses, and the value itself is rough: in our study of real tables it was off by 40% to 67% with 3 to 7 lost, by up to 43% with 13 to 24, and within 8% from 130 on. With a cac, Payback is CLV_PAYBACK at the value ÷ lifetime a month, blank if the cost is never paid back. The values at 1.5 and 2.5 intervals show how much late payments matter.",
  notFor:
    "Not for a shop, whose customers pause: use CLV_HORIZON. Not for contracts with a start and an end: use CLV_SUBSCRIPTIONS. CLV_PROFILE shows which one fits your rows.",
  maths: [
    String.raw`\text{value} = \frac{\text{revenue} \times \text{gross margin}}{\text{lost}}, \qquad \text{churn} = \frac{\text{lost}}{\text{payments}}`,
    String.raw`\text{all of payments older than the grace}`,
  ],
  args: [
    ...purchaseColumns,
    choice({
      name: "interval",
      text: '"week", "two weeks", "month", "quarter", "half-year" or "year": how often a bill comes.',
      choices: intervalNames,
      optional: true,
      whenLeftOut: "the most common gap",
    }),
    grossMargin,
    asOf,
    number({
      name: "grace_days",
      text: "Days without a payment after which a customer is lost.",
      above: 0,
      optional: true,
      whenLeftOut: "1.5 intervals or the usual pause, whichever is longer",
    }),
    cacIfKnown,
  ],
  columns,
  about: "one row",
  example: {
    formula:
      '=CLV_BILLED({"Ann";"Ann";"Ann";"Ann";"Ann";"Bo";"Bo"}, {"2026-01-05";"2026-02-05";"2026-03-05";"2026-04-05";"2026-05-05";"2026-01-20";"2026-02-20"}, {10;10;10;10;10;10;10})',
    rows: [
      [
        50,
        12.38292392878,
        201.890927730698,
        10.53993000984,
        1,
        5,
        0.2,
        5,
        "month",
        45.65625,
        "no",
        50,
        "",
        "",
        "only 1 lost: read At least; the usual pause is unknown, so 45.66 days without a payment count as lost",
      ],
    ],
  },
  source:
    "Ratio of revenue to losses over the same payments; linearised variance over customers; F. Garwood (1936) for few losses",
  run: (customer, date, amount, interval, margin, as_of, grace_days, cac) => {
    const { histories, as_of: to } = toPurchases(customer, date, amount, as_of);
    return [{ ...billedOf(histories, to, interval, grace_days), margin, cac }];
  },
});
