import { cac, margin, window } from "../../recipe/assumed";
import type { Answer } from "../../answers/answer";
import type { Beside } from "../../answers/beside";
import { type Term, apply, setting } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf, columnOf, valueOf, wholeOf } from "../live";
import type { Headline } from "./headline";
import type { Make } from "./making";
import { channelStep, driverStep } from "./steps";
import { join, moneyOf, shown } from "./terms";

/** What 10% better of each driver would bring: of revenue ÷ churn with what it was, of other values by itself. */
export function driversOf(make: Make, answer: Answer, sign: string, headline: Headline): DataTable[] {
  const drivers = driverTable(make, answer, headline);
  return drivers ? [drivers, ...driverStep(make, sign, drivers)] : [];
}

function driverTable(make: Make, answer: Answer, { value, limits }: Headline): DataTable | undefined {
  const { series } = answer.reading;
  if (answer.headline.question === "contracts") {
    if (!series || answer.headline.column === "Low") return undefined;
    const { period, revenue, customers, churn } = series;
    const targets = [setting("target_ratio"), setting("target_payback")];
    const call = apply("CLV_ADVICE", period, revenue, customers, churn, margin, cac, window, ...targets);
    return make.result("advice", "What to work on", call);
  }
  const worth = valueOf(value);
  const tenth = (of: Term): Term => apply("PRODUCT", 0.1, of);
  if (!answer.whatIf) return undefined;
  const own: Term[][] =
    answer.whatIf.kind === "horizon" && limits
      ? [
          ["Larger orders", tenth(worth)],
          [
            "More in later orders",
            apply("PLUS", tenth(worth), apply("PRODUCT", -0.1, cellOf(limits, 0, "First order"))),
          ],
        ]
      : [
          ["More revenue per customer", tenth(worth)],
          // A tenth less churn makes the lifetime ten ninths.
          ["Less churn", apply("QUOTIENT", worth, 9)],
        ];
  const rows: Term[][] = [
    ...own,
    ["More gross margin", apply("IF_BLANK", margin, "not known", tenth(worth))],
    ["Less acquisition cost", apply("IF_BLANK", cac, "not known", tenth(cac))],
  ];
  const columns = [
    { name: "10% better", unit: "text" },
    { name: "Worth (a customer)", unit: "money" },
  ] as const;
  return make.cells("tenth", "10% better of each", columns, rows);
}

/** What each channel costs and brings; none where no table tells what was spent on which. */
export function channelsOf(make: Make, { channels }: Answer, sign: string): DataTable[] {
  if (!channels) return [];
  const table = make.result("channels", "Channels", channels);
  return [
    table,
    channelStep(make, sign, table),
    make.part("channelRatios", "CLV:CAC by channel", channels, {
      where: "CLV:CAC: not blank",
      columns: ["Channel", "CLV:CAC"],
    }),
  ];
}

/** Which channel is to thank for customers who met several. */
export const creditOf = (make: Make, { credit }: Beside): DataTable[] =>
  credit
    ? [
        make.part("credit", "Credit of channels", credit, {
          columns: ["Channel", "Touches", "First touch", "Last touch", "Markov"],
        }),
      ]
    : [];

/** Revenue to come, month by month, by the model of the report. */
export function forecastOf(make: Make, answer: Answer, sign: string, fit: DataTable): DataTable[] {
  const { rows } = answer.reading;
  if (!rows || answer.headline.question !== "shop") return [];
  const { customer, date, amount } = rows;
  const call = apply(
    "CLV_FORECAST",
    customer,
    date,
    amount,
    shown.forecast,
    null,
    margin,
    null,
    wholeOf(fit),
  );
  const forecast = make.part("forecast", "Forecast", call, {
    columns: ["Period", "Revenue of today's customers", "Revenue of new customers", "Total", "Low", "High"],
  });
  const total = (title: string) => moneyOf(sign, apply("SUM", columnOf(forecast, title)));
  return [
    forecast,
    make.single(
      "forecastNote",
      "Forecast, in words",
      join(
        `In the next ${shown.forecast} months `,
        total("Total"),
        apply("IF_BLANK", margin, " in revenue", " in gross profit"),
        " can be expected: ",
        total("Revenue of today's customers"),
        " from today's customers, ",
        total("Revenue of new customers"),
        " from new ones, if as many come as in the last 12 months.",
      ),
    ),
  ];
}
