import { type Advice, type Advised, advice, leastRatio, mostPaybackMonths } from "../../core/advice/advice";
import { number } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { finite } from "../../sheet/result";
import { recordsFunction } from "../../sheet/recordsFunction";
import * as words from "../../sheet/words";
import { cacIfKnown } from "../arguments";
import {
  figureColumns,
  grossMargin,
  periodSeries,
  toFigures,
  toPeriods,
  windowRows,
} from "../rolling/figures";

interface Row extends Advice {
  readonly rank: number;
  readonly finding: string;
  readonly whatToDo: string;
}

const columns: Columns<Row> = {
  Rank: column.count((row) => row.rank),
  Driver: column.words((row) => row.driver),
  Finding: column.words((row) => row.finding),
  "Worth (a customer)": column.money((row) => row.worth),
  "Worth in total": column.money((row) => row.worthInTotal),
  "What to do": column.words((row) => row.whatToDo),
};

const money = (value: number) => words.money(finite(value));
const percent = (value: number) => words.percent(finite(value));
const counted = (count: number, unit: string) => words.counted(finite(count), unit);

const goalOf = ({ targets: { ratio } }: Advised) => `CLV:CAC ${words.plain(ratio)}`;

/** What a driver is, what it was, and what it is compared with. */
function findingOf({ driver, now, yearAgo, needed }: Advice, all: Advised, a: string): string {
  const { value, payback, isProfit, targets } = all;
  const goal = goalOf(all);
  if (driver === "CAC") {
    const held = (limit: string) => (isProfit ? ` (${limit})` : "");
    const ratio =
      now > 0 &&
      `CLV:CAC ${words.plain(finite(value / now))}${held(`at least ${words.plain(targets.ratio)}`)}`;
    const back =
      payback === "never"
        ? "never paid back"
        : payback !== undefined &&
          `paid back in ${counted(payback, "month")}${held(`at most ${words.plain(targets.paybackMonths)}`)}`;
    const basis = !isProfit && "in revenue, which pays nothing back: give the gross margin to judge it";
    return [money(now), ratio, back, basis].filter(Boolean).join("; ");
  }
  const isMoney = driver === "Revenue per customer";
  const shown = isMoney ? money : percent;
  const period = driver === "Gross margin" ? "" : a;
  const before = yearAgo === undefined ? "a year ago unknown" : `a year ago ${shown(yearAgo)}`;
  const limit =
    needed !== undefined &&
    (isMoney || needed <= 1
      ? `${goal} needs ${shown(needed)} or ${driver === "Churn rate" ? "less" : "more"}`
      : driver === "Churn rate"
        ? `${goal} holds at any churn`
        : `no margin alone reaches ${goal}`);
  return [`${shown(now)}${period}, ${before}`, limit].filter(Boolean).join("; ");
}

function whatToDo({ driver, now, better, needed }: Advice, all: Advised, a: string): string {
  if (driver === "Revenue per customer")
    return `Bring in ${money(better)} instead of ${money(now)} per customer${a} through price, plan or more orders: CLV_SEGMENTS shows who pays most`;
  if (driver === "Churn rate")
    return `Keep ${counted((now - better) * all.customers, "more customer")}${a}: CLV_ACCOUNTS or CLV_NEXT_ORDER shows who is at risk`;
  if (driver === "Gross margin")
    return better > now
      ? `Keep ${percent(better)} instead of ${percent(now)} of revenue: buy, deliver or support for less`
      : "Nothing to gain: the margin is 100%";
  if (all.value < now)
    return `Stop spending more on a customer than they bring in (${money(all.value)}): CLV_CHANNELS shows where`;
  const { payback, targets } = all;
  const isLate = typeof payback === "number" && payback > targets.paybackMonths;
  return needed === undefined || now > needed || isLate
    ? `Spend ${money(better)} instead of ${money(now)} per new customer: CLV_CHANNELS shows which channels cost most`
    : `Room to grow: up to ${money(needed)} per new customer still reaches ${goalOf(all)}; CLV_CHANNELS shows where it goes furthest`;
}

const targetRatio = number({
  name: "target_ratio",
  text: "Lowest CLV for each 1 of CAC that you accept.",
  above: 0,
  otherwise: leastRatio,
});

const targetPayback = number({
  name: "target_payback",
  text: "Most months you accept until the CAC is paid back.",
  above: 0,
  otherwise: mostPaybackMonths,
});

export const CLV_ADVICE = recordsFunction({
  name: "CLV_ADVICE",
  summary:
    "What to work on first: each driver of CLV now, a year ago and where it should be, and what improving it by 10% would bring, biggest gain first. One row of data per period, oldest first.",
  details: [
    `10% better means revenue per customer and gross margin × 1.1 (margin at most 100%), churn and CAC × 0.9, one at a time. CLV is that of CLV_ROLLING, less the CAC if you give one; lost means gone for good. A driver you do not give has no row. The table shows what a change is worth, not what it costs or how likely it is: that is yours to weigh.`,
    `Worth (a customer) is what CLV gains. Worth in total multiplies that by the customers of the last row; for CAC, by the customers won per period, the mean over the window: those at the next start, less those at this start, plus those lost. It is blank if the figures do not show how many were won.`,
    `Finding compares each driver with a CLV:CAC of target_ratio or more: what the driver would have to be if all else stayed the same. For CAC it also checks payback within target_payback months. Without gross_margin nothing is compared, since revenue pays no cost back. A year ago is the window that ended a year before the last row.`,
  ].join("\n\n"),
  notFor:
    "For other changes, or several at once, use CLV_SCENARIOS. Not for shop orders: customers pause, and a pause is not churn.",
  args: [periodSeries, ...figureColumns, grossMargin, cacIfKnown, windowRows, targetRatio, targetPayback],
  columns,
  picture: {
    kind: "bars",
    caption: "What 10% better would add per customer",
    label: "Driver",
    series: ["Worth (a customer)"],
  },
  example: {
    formula:
      '=CLV_ADVICE({"2026-01";"2026-02";"2026-03"}, {1000;1000;1200}, {10;10;12}, {1;0;2}, 80%, 300, 2)',
    rows: [
      [
        1,
        "Churn rate",
        "8.33% a month, a year ago unknown; CLV:CAC 3 needs 8.89% or less",
        960 / 9,
        (960 / 9) * 12,
        "Keep 0.1 more customers a month: CLV_ACCOUNTS or CLV_NEXT_ORDER shows who is at risk",
      ],
      [
        2,
        "Revenue per customer",
        "100.00 a month, a year ago unknown; CLV:CAC 3 needs 93.75 or more",
        96,
        96 * 12,
        "Bring in 110.00 instead of 100.00 per customer a month through price, plan or more orders: CLV_SEGMENTS shows who pays most",
      ],
      [
        3,
        "Gross margin",
        "80%, a year ago unknown; CLV:CAC 3 needs 75% or more",
        96,
        96 * 12,
        "Keep 88% instead of 80% of revenue: buy, deliver or support for less",
      ],
      [
        4,
        "CAC",
        "300.00; CLV:CAC 3.2 (at least 3); paid back in 4.31 months (at most 12)",
        30,
        30 * 2,
        "Room to grow: up to 320.00 per new customer still reaches CLV:CAC 3; CLV_CHANNELS shows where it goes furthest",
      ],
    ],
  },
  source:
    "CLV_ROLLING with one driver moved at a time; CLV:CAC of 3 and a payback within 12 months are the usual targets of subscription businesses",
  run: (period, revenue, customers, churn, gross_margin, cac, window, ratio, paybackMonths) => {
    const figures = toFigures(revenue, customers, churn, gross_margin);
    const { spacing } = toPeriods(period);
    const all = advice(figures, gross_margin !== undefined, cac, window, spacing, {
      ratio,
      paybackMonths,
    });
    const a = ` a ${spacing ?? "period"}`;
    return all.drivers.map((one, index): Row => ({
      ...one,
      rank: index + 1,
      finding: findingOf(one, all, a),
      whatToDo: whatToDo(one, all, a),
    }));
  },
});
