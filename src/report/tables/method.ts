import { margin, window } from "../../recipe/assumed";
import { isWorth } from "../../answers/question";
import type { Answer } from "../../answers/answer";
import type { Reading } from "../../answers/reading";
import { assumptions } from "../../answers/setup";
import { targets } from "../../answers/targets";
import { type Term, apply, setting } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf, cornerOf, valueOf } from "../live";
import type { Headline } from "./headline";
import type { ByPeriod } from "./byPeriod";
import type { Make } from "./making";
import { join, monthsAhead } from "./terms";

/** What the report says of itself while it holds formulas, and once they have become values. */
export const [liveWords, frozenWords] = [
  "Live: follows the data and the tab CLV Setup.",
  "Frozen: values that do not follow the data.",
];

/** What the figures rest on, in words. */
export function methodOf(
  make: Make,
  answer: Answer,
  { value, limits }: Headline,
  figures: ByPeriod | undefined,
  builtOn: string,
): DataTable[] {
  const { source, reading } = answer;
  const counted =
    (reading.rows ?? reading.subscriptions ?? reading.totals)?.customer ??
    reading.series?.period ??
    reading.histories?.frequency;
  const { relevant } = answer;
  const isOthers = (key: string) => targets.some((one) => one.key === key) && !relevant.includes(key);
  const used = assumptions.filter(({ key }) => key !== "currency" && !isOthers(key));
  const given = used.map(({ key, label }): Term[] => [
    label,
    apply("IF_BLANK", setting(key), "not given", setting(key)),
  ]);
  const range: Term[][] = figures
    ? [
        ["First period", cellOf(figures.trend, 0, "Period")],
        ["Last period", cellOf(figures.latest, 0, "Period")],
      ]
    : [];
  const rows: Term[][] = counted ? [["Rows", apply("COUNT", counted)]] : [];
  const of = (first: string) =>
    [
      { name: first, unit: "text" },
      { name: "Value", unit: "by row" },
    ] as const;
  return [
    make.single(
      "how",
      "How",
      apply(
        "IF_LIVE",
        limits ? cornerOf(limits) : valueOf(value),
        `From the tab ${source.tab}. ${liveWords} Built on ${builtOn}.`,
        `From the tab ${source.tab}. ${frozenWords} Built on ${builtOn}.`,
      ),
    ),
    make.single(
      "basis",
      "Basis",
      isWorth(answer.headline.question)
        ? apply("IF_BLANK", margin, "Revenue per customer, not profit", "Gross profit per customer")
        : "Revenue per customer, not profit",
    ),
    make.words("captions", "Captions", captionsOf(answer)),
    make.cells("data", "Data", of("Data"), [...rows, ...range]),
    make.cells("assumptions", "Assumptions", of("Assumption"), given),
  ];
}

/** Sentences with assumptions in them, in the order of `captions`. */
const captionsOf = ({ period }: Answer): Term[] => [
  join(`A ${period}, mean of `, window, ` ${period}s`),
  join(
    "Expected from each customer in the next ",
    monthsAhead,
    " months. Standing goes by the chance of being active: above 80% active, from 20% can still be saved, below that probably lost.",
  ),
  join("Each point is the CLV of the ", window, ` ${period}s up to it. The axis does not begin at 0.`),
];

/** Where the sentences stand in their table. */
export const captions = { revenue: 0, predictions: 1, trend: 2 } as const;

/** What is not in order in the rows. */
export function checks(make: Make, { table, rows, places = [] }: Reading): DataTable[] {
  if (!rows || table.shape === "cube") return [];
  // Lines of one order are alike whenever two things in it cost the same.
  const unless = table.shape === "lines" ? ", Check: not Exact duplicate rows" : "";
  return [
    make.part("check", "To note", apply("CLV_CHECK", rows.customer, rows.date, rows.amount, ...places), {
      where: `Status: not ok${unless}`,
    }),
  ];
}
